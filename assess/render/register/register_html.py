"""HTML of what the register prints: the proof of a day, and the country overview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from assess.render.document.html import document_html

if TYPE_CHECKING:
    from assess.core.report.document.brochure import Brochure, BrochureCountry, BrochureRow
    from assess.core.report.document.proof import Proof

PIECE = 1500
"""Organisations that are printed at a time, on about 90 pages: memory grows with them."""


class Chapter(NamedTuple):
    """The organisations of one country that stand in one piece."""

    country: BrochureCountry
    rows: tuple[BrochureRow, ...]
    is_continued: bool


class Piece(NamedTuple):
    """What of the country overview is printed at a time."""

    has_front: bool = True
    """Whether it has the cover and the contents."""
    chapters: tuple[Chapter, ...] = ()
    first_page: int = 1
    pages: Mapping[str, int] = MappingProxyType({})
    """The page of each country, in contents that are not bound with the countries yet."""
    is_whole: bool = True


def proof_html(record: Proof, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the proof of a label's status on a day as one HTML document."""
    return document_html("proof", {"record": record}, templates, without=without)


def overview_html(
    record: Brochure,
    templates: Path,
    *,
    without: frozenset[str] = frozenset(),
    piece: Piece | None = None,
) -> str:
    """Give the country overview, or a piece of it, as one HTML document."""
    whole = tuple(
        Chapter(country, country.rows, is_continued=False) for country in record.countries
    )
    context: dict[str, object] = {"record": record, "piece": piece or Piece(chapters=whole)}
    return document_html("overview", context, templates, without=without)


def pieces(record: Brochure, most: int = PIECE) -> Iterator[tuple[Chapter, ...]]:
    """Part the countries into pieces of so many organisations; a long one goes on in the next."""
    found: list[Chapter] = []
    room = most
    for country in record.countries:
        rows = country.rows
        if found and len(rows) > room:
            yield tuple(found)
            found, room = [], most
        for first in range(0, len(rows), most):
            if first:
                yield tuple(found)
                found, room = [], most
            some = rows[first : first + most]
            found.append(Chapter(country, some, is_continued=first > 0))
            room -= len(some)
    if found:
        yield tuple(found)
