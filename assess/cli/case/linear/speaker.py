"""What is said on plain lines: sentences, and refusals of lines that were not taken."""

from __future__ import annotations

from collections.abc import Iterable

from assess.cli.command.output import say, wrapped
from assess.languages import gettext


class Speaker:
    """Says sentences, and counts how often a line was not taken."""

    def __init__(self) -> None:
        """Begin; nothing was refused yet."""
        self.untaken = 0
        """How many lines were not taken."""

    def tell(self, lines: Iterable[str] | str, indent: int = 0) -> None:
        """Say something, broken into lines."""
        for line in [lines] if isinstance(lines, str) else lines:
            say(wrapped(line, indent + _hanging(line), first=" " * indent))

    def refuse(self, why: str) -> None:
        """Say why a line was not taken."""
        self.untaken += 1
        self.tell(gettext("Not taken: {fault}.", fault=why.rstrip(".")))

    def leave_blank(self) -> None:
        """Leave a line blank."""
        say()


def _hanging(line: str) -> int:
    """Give by how much the further lines of an option are indented."""
    text = line.lstrip()
    number = text.partition("  ")[0]
    return len(line) - len(text) + len(number) + 2 if number.isdecimal() else 0
