"""assess restore: back to a backup, or on with what is readable of a damaged database."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from assess.cli.command.output import remark, say, table, working
from assess.cli.command.settings import Settings
from assess.cli.program.backup import answers_counted, cases_counted
from assess.languages import gettext, ngettext
from assess.workflow.program.backups import KeptBackup, Safe


@click.command("restore")
@click.argument("source", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--salvage", is_flag=True, help="Recover what can be read of a damaged database.")
@click.pass_obj
def restore(settings: Settings, source: Path | None, *, salvage: bool) -> None:
    """Replace the database by a backup; without a FILE, list the backups of each day.

    The present database is always kept beside it under another name.
    """
    if salvage and source is not None:
        raise click.UsageError(gettext("--salvage reads the database itself; do not give a FILE."))
    if salvage:
        _salvage(settings.safe())
    elif source is None:
        _list(settings.safe(), settings)
    else:
        _restore(settings.safe(source=source), source)


def _list(safe: Safe, settings: Settings) -> None:
    program = ["assess"]
    if settings.demo:
        program.append("--demo")
    if settings.named_db if settings.demo else settings.db:
        program += ["--db", quote(str(safe.database))]
    if safe.is_damaged():
        say(
            gettext(
                "{path} is damaged. This command recovers what can be read:", path=safe.database
            )
        )
        say("  " + " ".join([*program, "restore", "--salvage"]) + "\n")
    found = safe.backups()
    if not found:
        settings.demand_there(safe.database)
        say(
            gettext(
                "There is no backup of {path} yet; the program makes one on each day with changes.",
                path=safe.database,
            )
        )
        return
    say(gettext("Backups of {path}:", path=safe.database) + "\n")
    heads = (gettext("made"), gettext("file"), gettext("contents"))
    say(table(heads, [_row(backup) for backup in found]))
    say(
        "\n"
        + gettext(
            "This command replaces the database by the newest backup, and keeps the database:"
        )
    )
    say("  " + " ".join([*program, "restore", quote(str(found[0].path))]))


def _row(backup: KeptBackup) -> tuple[str, str, str]:
    holds = (
        f"{cases_counted(backup.holds.cases)}, {answers_counted(backup.holds.answers)}"
        if backup.holds
        else backup.fault or ""
    )
    return f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}", backup.path.name, holds


def _restore(safe: Safe, source: Path) -> None:
    with working(gettext("Restoring")):
        kept = safe.restore(source)
    say(gettext("{path}: restored from {backup}", path=safe.database, backup=source))
    if kept is not None:
        say(gettext("The previous database is kept as {path}.", path=kept))


def _salvage(safe: Safe) -> None:
    with working(gettext("Reading what can be read")):
        found = safe.salvage()
        kept = safe.put_in_place(found)
    rows = found.rows
    say(
        gettext(
            "{path}: {cases}, {answers} could be read and are in it now",
            path=safe.database,
            cases=cases_counted(rows.get("cases", 0)),
            answers=answers_counted(rows.get("answer", 0)),
        )
    )
    for name, number in found.from_backup.items():
        came = ngettext(
            "{count} row of the table {name} came from the newest backup.",
            "{count} rows of the table {name} came from the newest backup.",
            number,
            name=name,
        )
        say(f"  {came}")
    for what in found.lost:
        remark("  " + gettext("These parts may be missing: {fault}.", fault=what))
    say(gettext("The damaged database is kept as {path}.", path=str(kept)))
