"""Untranslated: where a language lacks a text, English stands with a sign, or is counted.

On the screen the sign stands behind it. A document has none: how many of its texts are in English
is counted while it is made, and said then.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SIGN = "\N{MODIFIER LETTER CAPITAL E}\N{MODIFIER LETTER CAPITAL N}"
"""Stands on the screen behind a text that is English, because its translation is missing."""

_counted: ContextVar[set[str] | None] = ContextVar("counted", default=None)


@contextmanager
def counting_untranslated() -> Iterator[set[str]]:
    """Gather what is said in English for want of a translation, without its sign."""
    found: set[str] = set()
    token = _counted.set(found)
    try:
        yield found
    finally:
        _counted.reset(token)
        if (around := _counted.get()) is not None:
            around |= found


def untranslated(english: str) -> str:
    """Give an English text that stands for a translation, and count it or put the sign to it."""
    found = _counted.get()
    if found is None:
        return f"{english}{SIGN}" if english.strip() else english
    found.add(english)
    return english


def count_untranslated(english: str) -> None:
    """Count a text that stands in English within others, such as a unit: it has no sign."""
    if (found := _counted.get()) is not None:
        found.add(english)


class Absent(gettext.NullTranslations):
    """Tells that translations lack a text, so that it can be looked for elsewhere."""

    NOTHING = "\0"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Give what no translation is."""
        return self.NOTHING

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        """Give what no translation is."""
        return self.NOTHING
