"""The columns of a published list, by the words that their heads are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assess.core.published_list.row import ListWords
from assess.core.text.name import plain_words
from assess.languages.column_heads import LISTED, heads

_COLUMN: Mapping[str, str] = {
    **heads(LISTED),
    **dict.fromkeys(("listed on", "day of the list"), "listed_on"),
    **{head: head for head in ("synthetic", "place", "reason", "text", "file")},
}
"""The columns by their heads: those of lists anywhere, and those that this program writes."""

_LONGEST_FIRST = sorted(_COLUMN, key=len, reverse=True)
_LONGEST = max(map(len, _COLUMN))
_NEEDED = frozenset(("name", "portfolio", "website", "valid_until"))


def columns_of(cells: Sequence[str]) -> dict[str, int] | None:
    """Give the place of each known column in a row of heads; None: the row is no such row."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if len(cell) > 2 * _LONGEST:  # no head, whatever its signs and spaces are
            continue
        column = _COLUMN.get(plain_words(cell))
        if column and column not in found:
            found[column] = place
    return found if "name" in found and len(_NEEDED & set(found)) >= 2 else None


def heads_in_line(line: str) -> tuple[str, ...]:
    """Give the columns that a line of text consists of, heads and nothing else; else nothing."""
    rest, found = plain_words(line), []
    while rest:
        head = next((known for known in _LONGEST_FIRST if f"{rest} ".startswith(f"{known} ")), None)
        if head is None:
            return ()
        found.append(_COLUMN[head])
        rest = rest[len(head) :].strip()
    return _once(tuple(found))


def _once(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Give columns that stand side by side several times once."""
    for count in range(len(columns) // 2, 0, -1):
        if columns[:count] * (len(columns) // count) == columns:
            return columns[:count]
    return columns


def is_head(columns: Iterable[str]) -> bool:
    """Tell whether columns, in this order, are those of a list."""
    said = list(columns)
    return (
        "name" in said[:3]
        and len(said) == len(set(said)) >= 2
        and bool({"portfolio", "valid_until"} & set(said))
    )


_AS_OF = re.compile(
    r"\b(?:as of|as at|status of|status|stand|state of|date)\b\s*:?\s*(?:the\s)?", re.IGNORECASE
)


def stated_day(text: str) -> date | None:
    """Give what a text about the list says of its day (`as of January 16th, 2012`), if anything."""
    from assess.core.case.reading.day import read_day
    from assess.core.case.reading.written_date import DAY_LIKE
    from assess.languages.months import MONTH_WORDS

    joined = re.sub(r"(\d)\s+(st|nd|rd|th)\b", r"\1\2", " ".join(text.split()))
    joined = re.sub(r"\s+,", ",", joined)
    for found in _AS_OF.finditer(joined):
        day = re.match(DAY_LIKE, joined[found.end() :])
        if day and (reading := read_day(day[0], MONTH_WORDS)).day:
            return reading.day
    return None


def country_alone(text: str, words: ListWords) -> str | None:
    """Give the country of a line or heading that names one and nothing else."""
    return words.country_named(text.strip().strip(":«»-–—*# "))
