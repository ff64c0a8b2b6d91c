"""Translations that are made of the English text instead of being looked up."""

from __future__ import annotations

import gettext
from collections.abc import Callable


class MadeTexts(gettext.NullTranslations):
    """Gives each text as a function makes it; a number has one of the two English forms."""

    def __init__(self, make: Callable[[str], str]) -> None:
        """Make each text with a function."""
        super().__init__()
        self._make = make

    def gettext(self, message: str) -> str:
        """Give a sentence."""
        return self._make(message)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002  as it is named there
        """Give a sentence of a context."""
        return self._make(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the form for a number."""
        return self._make(msgid1 if n == 1 else msgid2)

    def npgettext(
        self,
        context: str,  # noqa: ARG002
        msgid1: str,
        msgid2: str,
        n: int,
    ) -> str:
        """Give the form for a number, of a context."""
        return self._make(msgid1 if n == 1 else msgid2)
