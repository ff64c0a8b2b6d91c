"""Headings of a list in plain text: which country the rows are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from assess.core.published_list.row import ListRow


class Heading(NamedTuple):
    """A line that names a country and nothing else."""

    rows_before: int
    country: str
    text: str


@dataclass
class FoundTable:
    """A row where it stands among the others; an uncertain one is decided on at the end."""

    row: ListRow
    table: int
    """Under which row of heads it stands."""
    headings: int
    """How many headings stand before it."""
    is_uncertain: bool = False


def with_countries(
    found: Sequence[FoundTable],
    headings: Sequence[Heading],
    *,
    has_heads: bool,
    is_of_one_country: bool,
) -> tuple[ListRow, ...]:
    """Give rows with the country of their heading, where there are headings.

    As many headings as tables belong to them in their order, wherever they stand: copied from a
    page, they often stand below. Otherwise the heading above a row is its own.
    """
    if is_of_one_country and len({heading.country for heading in headings}) < 2:
        return tuple(placed.row for placed in found)
    in_capitals = [heading for heading in headings if heading.text.isupper()]
    within = [heading for heading in headings if heading.rows_before > 0 or not has_heads]
    tables = sorted({placed.table for placed in found})
    for some in (in_capitals, within, headings):
        countries = _without_repeats([heading.country for heading in some])
        if len(countries) == len(tables) > 1:
            of_table = dict(zip(tables, countries, strict=True))
            return tuple(_of(placed.row, of_table[placed.table]) for placed in found)
    return _by_heading_above(found, headings, in_capitals or list(headings), len(tables))


def _by_heading_above(
    found: Sequence[FoundTable], every: Sequence[Heading], counted: Sequence[Heading], tables: int
) -> tuple[ListRow, ...]:
    """Give rows the country of the heading above them; a single heading is that of all rows."""
    if len(counted) == 1 and tables == 1:
        return tuple(_of(placed.row, counted[0].country) for placed in found)
    if not counted or (tables > 1 and counted[0].rows_before > 0):
        return tuple(placed.row for placed in found)
    places = [(place, heading.country) for place, heading in enumerate(every) if heading in counted]
    rows: list[ListRow] = []
    for placed in found:
        above = [country for place, country in places if place < placed.headings]
        rows.append(_of(placed.row, above[-1]) if above else placed.row)
    return tuple(rows)


def _of(row: ListRow, country: str) -> ListRow:
    return row.model_copy(update={"country": country})


def _without_repeats(codes: list[str]) -> list[str]:
    return codes[:1] + [after for before, after in pairwise(codes) if after != before]
