"""What the commands of lists and of the register are told in the same way."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from assess.cli.command.settings import WordsType
from assess.core.catalogue.level import LEVELS
from assess.errors import AssessError
from assess.languages import gettext

BY = click.option(
    "--by",
    type=WordsType(said=True),
    help="The person who does it; without it, the name of this account.",
)
COUNTRY = click.option("--country", type=WordsType(said=True), help="NOR, NO or Norway.")
LEVEL = click.option(
    "--level",
    type=click.Choice(LEVELS, case_sensitive=False),
    help=f"{', '.join(LEVELS[:-1])} or {LEVELS[-1]}.",
)
ENCODING = click.option(
    "--encoding", metavar="NAME", help="The encoding of a text: UTF-8, windows-1250 and so on."
)
PATH = click.Path(path_type=Path)


def who(by: str | None) -> str:
    """Give the name under which something is recorded."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        raise AssessError(gettext("State your name: --by NAME.")) from None
