"""Words that name months: what every reader of days and months knows of languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from assess.core.text.value import Value

_LETTERS = str.maketrans({"ł": "l", "ı": "i"})
"""Letters that are no other letter with an accent, as people without their keys write them."""

_BEGINNING = 3
"""With so many letters a name is known, and no other month in most languages."""


class MonthName(NamedTuple):
    """A word that names a month, and the language in which it does; none for all of them."""

    word: str
    month: int
    language: str = ""


class Meaning(NamedTuple):
    """A month that a word can mean, and the language in which it does where that is only one."""

    month: int
    language: str = ""


class MonthWords(Value):
    """The words that name months, in any number of languages."""

    source: Callable[[], Iterable[MonthName]]
    """Gives them when the first word is asked for: most days are written in numbers."""

    @cached_property
    def known(self) -> Mapping[str, tuple[Meaning, ...]]:
        """What each word means, without case and accents; several where languages differ."""
        found: dict[str, dict[int, set[str]]] = {}
        for word, month, language in self.source():
            found.setdefault(_folded(word), {}).setdefault(month, set()).add(language)
        return {
            word: tuple(
                Meaning(month, *(languages if len(languages) == 1 < len(by_month) else ()))
                for month, languages in sorted(by_month.items())
            )
            for word, by_month in found.items()
        }

    def meanings(self, word: str) -> tuple[Meaning, ...]:
        """Give the months that a word can mean: a name, its beginning, or one with a slip in it."""
        said = _folded(word)
        if said in self.known:
            return self.known[said]
        alike = self._by_beginning.get(said[:_BEGINNING], ())
        begun = [name for name in alike if name.startswith(said)]
        return self._meant(begun or get_close_matches(said, alike, n=len(alike) or 1, cutoff=0.85))

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name in self.known:
            if len(name) >= _BEGINNING:
                found.setdefault(name[:_BEGINNING], []).append(name)
        return {beginning: tuple(names) for beginning, names in found.items()}

    def _meant(self, names: Iterable[str]) -> tuple[Meaning, ...]:
        by_month = {meaning.month: meaning for name in names for meaning in self.known[name]}
        return tuple(by_month[month] for month in sorted(by_month))


def _folded(word: str) -> str:
    parted = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
