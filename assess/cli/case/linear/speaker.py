"""What is said on plain lines: sentences, and refusals of lines that were not taken."""

from __future__ import annotations

from collections.abc import Iterable

from assess.cli.command.output import say
from assess.languages import gettext


class Speaker:
    """Says sentences, and counts how often a line was not taken."""

    def __init__(self) -> None:
        """Begin; nothing was refused yet."""
        self.untaken = 0
        """How many lines were not taken."""

    def tell(self, lines: Iterable[str] | str, indent: int = 0) -> None:
        """Say something, each line whole: a terminal breaks it, and a screen reader reads on."""
        for line in [lines] if isinstance(lines, str) else lines:
            say(" " * indent + line)

    def refuse(self, why: str) -> None:
        """Say why a line was not taken."""
        self.untaken += 1
        self.tell(gettext("Not accepted: {fault}.", fault=why.rstrip(".")))

    def leave_blank(self) -> None:
        """Leave a line blank."""
        say()
