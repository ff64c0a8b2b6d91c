"""The columns of a published list, by the words that their heads are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assess.core.published import Words, folded

HEADS: dict[str, tuple[str, ...]] = {
    "name": (
        "name",
        "cluster name",
        "name of cluster",
        "name of the cluster",
        "name of organisation",
        "name of organization",
        "cluster",
        "cluster organisation",
        "cluster organization",
        "cluster management organisation",
        "cluster management organization",
        "cluster initiative",
        "organisation",
        "organization",
        "initiative",
    ),
    "portfolio": (
        "comparative portfolio",
        "portfolio",
        "industry",
        "sector",
        "technology field",
        "technology",
        "field",
        "branche",
        "sektor",
    ),
    "website": (
        "www",
        "website",
        "web site",
        "web",
        "web page",
        "webpage",
        "web address",
        "homepage",
        "home page",
        "internet",
        "url",
        "link",
    ),
    "valid_until": (
        "label valid until",
        "valid until",
        "valid till",
        "valid to",
        "label validity",
        "validity",
        "end of validity",
        "expiry",
        "expiry date",
        "expiration date",
        "expires",
        "expires on",
        "until",
        "gultig bis",
        "gyldig til",
    ),
    "country": ("country", "nation", "land"),
    "level": ("level", "label", "label level", "label type"),
    "serial": ("serial", "serial number", "label number", "certificate number"),
    "valid_from": ("valid from", "label valid from"),
    "listed_on": ("listed on", "day of the list"),
    "synthetic": ("synthetic",),
    "place": ("place",),
    "reason": ("reason",),
    "text": ("text",),
    "file": ("file",),
}
"""Heads as `folded` gives them."""

_COLUMN = {head: column for column, heads in HEADS.items() for head in heads}
_LONGEST_FIRST = sorted(_COLUMN, key=len, reverse=True)
_LONGEST = max(map(len, _COLUMN))
_NEEDED = frozenset(("name", "portfolio", "website", "valid_until"))


def columns_of(cells: Sequence[str]) -> dict[str, int] | None:
    """Give the place of each known column in a row of heads; None: the row is no such row."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if len(cell) > 2 * _LONGEST:  # no head, whatever its signs and spaces are
            continue
        column = _COLUMN.get(folded(cell))
        if column and column not in found:
            found[column] = place
    return found if "name" in found and len(_NEEDED & set(found)) >= 2 else None


def heads_in_line(line: str) -> tuple[str, ...]:
    """Give the columns that a line of text consists of, heads and nothing else; else nothing."""
    rest, found = folded(line), []
    while rest:
        head = next((one for one in _LONGEST_FIRST if f"{rest} ".startswith(f"{one} ")), None)
        if head is None:
            return ()
        found.append(_COLUMN[head])
        rest = rest[len(head) :].strip()
    return tuple(found)


def is_head(columns: Iterable[str]) -> bool:
    """Tell whether columns, in this order, are those of a list."""
    said = list(columns)
    return (
        said[:1] == ["name"]
        and len(said) == len(set(said)) >= 2
        and bool({"portfolio", "valid_until"} & set(said))
    )


_AS_OF = re.compile(
    r"\b(?:as of|as at|status of|status|stand|state of|date)\b\s*:?\s*(?:the\s)?", re.IGNORECASE
)


def stated_day(text: str) -> str | None:
    """Give what a text about the list says of its day (`as of January 16th, 2012`), if anything."""
    from assess.core.listed_day import DAY_LIKE, read_listed_day

    joined = re.sub(r"(\d)\s+(st|nd|rd|th)\b", r"\1\2", " ".join(text.split()))
    joined = re.sub(r"\s+,", ",", joined)
    for found in _AS_OF.finditer(joined):
        day = re.match(DAY_LIKE, joined[found.end() :])
        if day and read_listed_day(day[0]).day:
            return day[0]
    return None


def country_alone(text: str, words: Words) -> str | None:
    """Give the country of a line or heading that names one and nothing else."""
    return words.country_named(text.strip().strip(":«»-–—*# "))
