"""assess backup: a copy of the database, also while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from assess.cli.command.output import say, working
from assess.cli.command.settings import Settings


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over an existing file.")
@click.pass_obj
def backup(settings: Settings, target: Path, *, force: bool) -> None:
    """Copy the database to a file, also while it is in use, and check the copy.

    The copy of an encrypted database is encrypted too. A backup of each day on which something
    changed is made anyway; `assess restore` lists them.
    """
    safe = settings.safe()
    with working("Copying"):
        held = safe.back_up(target, force=force)
    say(f"{target}: {counted(held.cases, 'case')}, {counted(held.answers, 'answer')}")


def counted(number: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
