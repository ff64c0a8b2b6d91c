"""assess restore: back to a backup, or on with what is readable of a damaged database."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from assess.cli.command.output import remark, say, table, working
from assess.cli.command.settings import Settings
from assess.cli.program.backup import counted
from assess.languages import gettext
from assess.workflow.program.backups import KeptBackup, Safe


@click.command("restore")
@click.argument("source", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--salvage", is_flag=True, help="Go on with what can be read of a damaged database.")
@click.pass_obj
def restore(settings: Settings, source: Path | None, *, salvage: bool) -> None:
    """Put a backup in the place of the database; without a FILE, list the backups of each day.

    The present database is kept beside it under another name, whatever its state.
    """
    if salvage and source is not None:
        raise click.UsageError(gettext("--salvage reads the database itself; give it no FILE."))
    if salvage:
        _salvage(settings.safe())
    elif source is None:
        _list(settings.safe(), settings)
    else:
        _restore(settings.safe(source=source), source)


def _list(safe: Safe, settings: Settings) -> None:
    chosen = gettext("--db {quote} ", quote=quote(str(safe.database))) if settings.db else ""
    if safe.is_damaged():
        say(
            gettext(
                "{database} is damaged. This goes on with what can be read of it:",
                database=safe.database,
            )
        )
        say(gettext("  assess {chosen}restore --salvage\n", chosen=chosen))
    found = safe.backups()
    if not found:
        say(
            gettext(
                "There is no backup of {database} yet; one is made on each day of changes.",
                database=safe.database,
            )
        )
        return
    say(gettext("Backups of {database}:\n", database=safe.database))
    say(table(("made", "file", "holds"), [_row(backup) for backup in found]))
    say(gettext("\nThis puts the newest one in the place of the database, which is kept:"))
    say(gettext("  assess {chosen}restore {quote}", chosen=chosen, quote=quote(str(found[0].path))))


def _row(backup: KeptBackup) -> tuple[str, str, str]:
    holds = (
        f"{counted(backup.holds.cases, 'case')}, {counted(backup.holds.answers, 'answer')}"
        if backup.holds
        else backup.fault or ""
    )
    return f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}", backup.path.name, holds


def _restore(safe: Safe, source: Path) -> None:
    with working("Restoring"):
        kept = safe.restore(source)
    say(gettext("{database}: restored from {source}", database=safe.database, source=source))
    if kept is not None:
        say(gettext("The database from before is kept as {kept}.", kept=kept))


def _salvage(safe: Safe) -> None:
    with working(gettext("Reading what can be read")):
        found = safe.salvage()
        kept = safe.put_in_place(found)
    rows = found.rows
    say(
        gettext(
            "{database}: {counted}, {counted_2} could be read and are in it now",
            database=safe.database,
            counted=counted(rows.get("cases", 0), "case"),
            counted_2=counted(rows.get("answer", 0), "answer"),
        )
    )
    for name, number in found.from_backup.items():
        say(
            gettext(
                "  {number} of the table {name} came from the newest backup.",
                number=counted(number, "row"),
                name=name,
            )
        )
    for what in found.lost:
        remark(gettext("  Something may be missing: {what}.", what=what))
    say(gettext("The damaged database is kept as {kept}.", kept=str(kept)))
