"""assess backup: a copy of the database, also while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from assess.cli.command.output import say, working
from assess.cli.command.settings import Settings
from assess.languages import gettext, ngettext


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_obj
def backup(settings: Settings, target: Path, *, force: bool) -> None:
    """Copy the database to a file, even while it is in use, and check the copy.

    The copy of an encrypted database is encrypted too. The program also makes a backup on each day
    with changes; `assess restore` lists these backups.
    """
    safe = settings.safe()
    with working(gettext("Copying")):
        held = safe.back_up(target, force=force)
    say(f"{target}: {cases_counted(held.cases)}, {answers_counted(held.answers)}")


def cases_counted(count: int) -> str:
    """Say how many cases there are."""
    return ngettext("{count} case", "{count} cases", count)


def answers_counted(count: int) -> str:
    """Say how many answers there are."""
    return ngettext("{count} answer", "{count} answers", count)
