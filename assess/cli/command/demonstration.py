"""The demonstration, for every command: built when it is needed, and offered where it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import join

from assess import locations
from assess.errors import UnknownCase
from assess.languages import gettext


def build(
    database: Path, indicators: Path, today: date | None = None, *, fresh: bool = False
) -> bool:
    """Build the demonstration where there is none, or a fresh one is wanted; tell whether it was.

    A database of real cases is refused.
    """
    from assess.cli.command.output import working
    from assess.workflow.program.demonstration import demonstrate

    with working(gettext("Building the demonstration")):
        return demonstrate(
            database,
            indicators,
            locations.demonstration_files(),
            shipped=locations.shipped_indicators_folder(),
            fresh=fresh,
            today=today,
        )


def offered(unknown: UnknownCase, database: Path, typed: Sequence[str]) -> UnknownCase:
    """Give what to say of a case that is only in the demonstration: what is to be typed.

    `typed` is the command with its arguments, without the options before it.
    """
    from assess.workflow.program.demonstration import shows

    if not shows(locations.demonstration_files(), unknown.wanted):
        return unknown
    return UnknownCase(
        unknown.wanted,
        gettext(
            "There is no case {wanted} in {path}, but the demonstration has it: `{command}`.",
            wanted=repr(unknown.wanted),
            path=database,
            command=join(["assess", "--demo", *typed]),
        ),
    )
