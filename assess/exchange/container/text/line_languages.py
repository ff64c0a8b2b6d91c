"""In which languages the names of a line may be, told by the countries that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from assess.exchange.container.text.encoding import LineLanguages
from assess.languages.alphabets import ALPHABETS, languages_in
from assess.languages.column_heads import languages_of_head

_SEPARATORS = re.compile(r"[;,\t|]|\s{2,}")
_MOST_CELLS = 60
_START = 2**14
_ENOUGH = 2
"""Of so many heads their language is told."""


def languages_of_lines(
    country_of: Callable[[str], str | None], always: Iterable[str] = (), start: bytes = b""
) -> LineLanguages:
    """Give what tells the languages of a line: of countries in it, or of those that hold for all.

    `country_of` gives the code of two letters of the country that a cell names, if it names one.
    Where no country is known, the language of the heads of columns at the start tells.
    """
    of_all = frozenset().union(*map(languages_in, always)) or _of_heads(start)

    def told(line: str) -> frozenset[str]:
        cells = _SEPARATORS.split(line)[:_MOST_CELLS]
        named = {code for cell in cells if (code := country_of(cell.strip(" \"'")))}
        if named:
            return frozenset().union(*map(languages_in, named))
        return of_all

    return told


def _of_heads(start: bytes) -> frozenset[str]:
    """Give the languages of most heads at the start of a text, where that is not English."""
    text = start[:_START].decode("ascii", "replace")
    counts = Counter(
        language
        for line in text.splitlines()[:_MOST_CELLS]
        for cell in _SEPARATORS.split(line)[:_MOST_CELLS]
        for language in languages_of_head(cell.strip(' "'))
    )
    most = max(counts.values(), default=0)
    if most < _ENOUGH or counts["en"] == most:
        return frozenset()
    return frozenset(name for name, count in counts.items() if count == most) & set(ALPHABETS)
