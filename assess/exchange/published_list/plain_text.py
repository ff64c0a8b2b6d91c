"""A published list as text copied from a page or out of a PDF: rows found by what ends them.

Where the list says until when labels are valid, a row ends with that day; else with the address of
the web site, or with the portfolio. Names run over lines and contain anything, commas above all.
"""

from __future__ import annotations

import re

from assess.core.published_list.row import ListSheet, ListWords
from assess.exchange.published_list.columns import heads_in_line, is_head, stated_day
from assess.exchange.published_list.headings import with_countries
from assess.exchange.published_list.line_reader import DAY, Reader
from assess.exchange.published_list.row_parts import (
    Consists,
    ListLine,
    Shape,
    with_flags_as_codes,
)
from assess.languages import ngettext

_STATED = re.compile(
    r"\b(?:includes|contains|lists|comprises)\D{0,40}?(\d{1,6})\s+clusters?\b", re.IGNORECASE
)


def read_text(text: str, words: ListWords, *, is_of_one_country: bool = False) -> ListSheet:
    """Read a list as text; of one known country, a single heading with a country means nothing."""
    text = with_flags_as_codes(text)
    lines = [
        ListLine(number, _plain(line)) for number, line in enumerate(text.splitlines(), start=1)
    ]
    lines = [line for line in lines if line.text]
    heads = _heads(lines)
    first = heads[0][0] if heads else 0
    has_dates = _has_dates(lines, heads, words)
    before = " ".join(line.text for line in lines[:first])
    listed_on = stated_day(before)
    shape = _shape(lines, heads, words, is_of_one_country=is_of_one_country, has_dates=has_dates)
    reader = Reader(lines, heads, words, has_dates=has_dates, shape=shape)
    reader.read()
    rows = reader.rows
    found = len(rows.found)
    if (stated := _STATED.search(before)) and int(stated[1]) != found:
        rows.notes.append(
            ngettext(
                "the list says that it {stated}; {count} row was found in it",
                "the list says that it {stated}; {count} rows were found in it",
                found,
                stated=stated[0],
            )
        )
    return ListSheet(
        rows=with_countries(
            rows.found,
            rows.headings,
            has_heads=bool(heads),
            is_of_one_country=is_of_one_country,
        ),
        rejected=tuple(row for table in rows.tables for row in table.rejected),
        notes=tuple(rows.notes),
        listed_on=listed_on,
        has_dates=has_dates,
        level=reader.level,
    )


def _shape(
    lines: list[ListLine],
    heads: list[tuple[int, int, tuple[str, ...]]],
    words: ListWords,
    *,
    is_of_one_country: bool,
    has_dates: bool,
) -> Shape:
    """Tell what rows hold: by the heads of columns, or else by what most of them hold."""
    columns = {column for _, _, found in heads for column in found}
    if columns:
        order = heads[0][2]
        is_first = "country" in order and order.index("country") < order.index("name")
        return Shape("portfolio" in columns, "country" in columns, "level" in columns, is_first)
    body = [DAY.sub(" ", line.text) for line in lines if not has_dates or DAY.search(line.text)]
    portfolios = sum(bool(words.portfolio_pattern.search(text)) for text in body)
    if is_of_one_country:
        return Shape()
    both = Consists(words, Shape(has_country=True))
    alone = Consists(words, Shape(has_portfolio=False, has_country=True))
    with_both = sum(bool(both.parts(text).country) for text in body)
    if portfolios and with_both * 5 >= portfolios * 4:
        return Shape(has_country=True)
    with_country = sum(bool(alone.parts(text).country) for text in body)
    is_without = with_country * 2 > len(body) and portfolios * 2 < with_country
    return Shape(has_portfolio=False, has_country=True) if is_without else Shape()


def _plain(line: str) -> str:
    return " ".join(line.replace("\u200b", "").replace("\u00ad", "").split())


def _heads(lines: list[ListLine]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Find the rows of heads: in one line, or a head on each of several lines.

    All have the columns of the first: `Cluster Technology` is a name.
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    index = 0
    while index < len(lines):
        columns: tuple[str, ...] = ()
        end = index
        while end < len(lines) and len(columns) < 8 and (more := heads_in_line(lines[end].text)):
            if columns and is_head(columns) and more[0] == "name":
                break
            columns += more
            end += 1
        if is_head(columns) and (not found or columns == found[0][2]):
            found.append((index, end, columns))
            index = end
        else:
            index += 1
    return found


def _has_dates(
    lines: list[ListLine], heads: list[tuple[int, int, tuple[str, ...]]], words: ListWords
) -> bool:
    if heads:
        return any("valid_until" in columns for _, _, columns in heads)
    dates = sum(len(DAY.findall(line.text)) for line in lines)
    portfolios = sum(bool(words.portfolio_pattern.search(line.text)) for line in lines)
    return dates * 2 >= portfolios
