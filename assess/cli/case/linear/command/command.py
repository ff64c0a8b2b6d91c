"""A command of the interview line by line, and what is said of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import PREFIX, as_typed
from assess.languages import gettext

Act = Callable[[Dialogue, str], None]


class Command(NamedTuple):
    """A command, and what is said of it, in English; it is looked up where it is shown.

    Its names, and a word that may stand behind it, are typed in every language as they are here.
    """

    name: str
    also: tuple[str, ...]
    behind: str
    """With what it may be typed; `{word}` is the word below."""
    does: str
    act: Act
    word: str = ""

    def described(self) -> str:
        """Say how it is typed and what it does."""
        names = as_typed(self.name)
        if self.also:
            others = ", ".join(as_typed(other) for other in self.also)
            names = gettext("{command} or {others}", command=names, others=others)
        if self.behind:
            names = f"{names}, {gettext(self.behind, word=self.word)}"
        return f"{names}: {gettext(self.does)}"


def introduction() -> str:
    """Say how commands and answers are told apart."""
    return gettext(
        "Your text is the answer. Enter alone keeps the answer and goes on. A command "
        "begins with {stroke} and may be shortened. Type {doubled} for an answer that "
        "begins with {stroke}.",
        stroke=PREFIX,
        doubled=PREFIX * 2,
    )


def number_forms() -> str:
    """Say how numbers may be written."""
    return gettext(
        "Write numbers as you like: 1 234,5 or 1,234.5, 12 %, 1.2m, 3 Tsd., 2 mln, 20 T€. "
        "One point or comma before three digits separates thousands if possible. The "
        "program always shows the number it has read."
    )


def unclear(word: str, found: Iterable[Command]) -> str:
    """Say which commands a word can be, or that there is none of that name."""
    if several := ", ".join(as_typed(command.name) for command in found):
        return gettext("{typed} can be {several}", typed=as_typed(word), several=several)
    return gettext(
        "there is no command {typed}; {help} lists them. For an answer that begins with a "
        "slash, type two slashes: {doubled}",
        typed=as_typed(word),
        help=as_typed("help"),
        doubled=PREFIX * 2 + word,
    )
