"""assess restore: back to a backup, or on with what is readable of a damaged database."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from assess.cli.command.output import remark, say, table, working
from assess.cli.command.settings import Settings
from assess.cli.program.backup import counted
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
        raise click.UsageError("--salvage reads the database itself; give it no FILE.")
    if salvage:
        _salvage(settings.safe())
    elif source is None:
        _list(settings.safe(), settings)
    else:
        _restore(settings.safe(source=source), source)


def _list(safe: Safe, settings: Settings) -> None:
    chosen = f"--db {quote(str(safe.database))} " if settings.db else ""
    if safe.is_damaged():
        say(f"{safe.database} is damaged. This goes on with what can be read of it:")
        say(f"  assess {chosen}restore --salvage\n")
    found = safe.backups()
    if not found:
        say(f"There is no backup of {safe.database} yet; one is made on each day of changes.")
        return
    say(f"Backups of {safe.database}:\n")
    say(table(("made", "file", "holds"), [_row(backup) for backup in found]))
    say("\nThis puts the newest one in the place of the database, which is kept:")
    say(f"  assess {chosen}restore {quote(str(found[0].path))}")


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
    say(f"{safe.database}: restored from {source}")
    if kept is not None:
        say(f"The database from before is kept as {kept}.")


def _salvage(safe: Safe) -> None:
    with working("Reading what can be read"):
        found = safe.salvage()
        kept = safe.put_in_place(found)
    rows = found.rows
    say(
        f"{safe.database}: {counted(rows.get('cases', 0), 'case')}, "
        f"{counted(rows.get('answer', 0), 'answer')} could be read and are in it now"
    )
    for name, number in found.from_backup.items():
        say(f"  {counted(number, 'row')} of the table {name} came from the newest backup.")
    for what in found.lost:
        remark(f"  Something may be missing: {what}.")
    say(f"The damaged database is kept as {kept}.")
