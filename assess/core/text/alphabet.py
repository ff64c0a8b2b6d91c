"""Alphabets: in which order a language puts its letters, for names and titles in lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assess.core.text.name import plain_words

_BEHIND = "χψω"
"""Behind a letter these put a text after all others that begin with it: they come after z."""


@dataclass(frozen=True)
class Alphabet:
    """The letters that a language puts elsewhere than as a letter of A to Z with a mark.

    `after` has them by the letter behind which they come, such as z: æøå; `alike` has what is
    sorted as another letter, such as aa: å.
    """

    after: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)

    def key(self, text: str) -> str:
        """Give what sorts a text: without case and signs, and without marks that count for nothing.

        As `plain_words` for a language without letters of its own.
        """
        if not self.after:
            return plain_words(text)
        composed = self._as_sorted(text)
        for letter, stands_for in self._keys.items():
            if letter in composed:
                composed = composed.replace(letter, stands_for)
        return plain_words(composed)

    def letter(self, text: str) -> str:
        """Give the letter under which a text stands in a list from A to Z; empty: it has none."""
        first = self._as_sorted(text).strip()[:1]
        return (first if first in self._keys else plain_words(text)[:1]).upper()

    def _as_sorted(self, text: str) -> str:
        composed = unicodedata.normalize("NFC", text).casefold()
        for letters, other in self.alike.items():
            composed = composed.replace(letters, other)
        return composed

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {
            letter: f"{base}{behind}"
            for base, letters in self.after.items()
            for letter, behind in zip(letters, _BEHIND, strict=False)
        }


LATIN = Alphabet()
"""A to Z, whatever marks the letters have."""
