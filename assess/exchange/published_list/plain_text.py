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
from assess.exchange.published_list.row_parts import ListLine
from assess.languages import ngettext

_STATED = re.compile(
    r"\b(?:includes|contains|lists|comprises)\D{0,40}?(\d{1,6})\s+clusters?\b", re.IGNORECASE
)


def read_text(text: str, words: ListWords, *, is_of_one_country: bool = False) -> ListSheet:
    """Read a list as text; of one known country, a single heading with a country means nothing."""
    lines = [
        ListLine(number, _plain(line)) for number, line in enumerate(text.splitlines(), start=1)
    ]
    lines = [line for line in lines if line.text]
    heads = _heads(lines)
    first = heads[0][0] if heads else 0
    has_dates = _has_dates(lines, heads, words)
    before = " ".join(line.text for line in lines[:first])
    listed_on = stated_day(before)
    reader = Reader(lines, heads, words, has_dates=has_dates)
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
    )


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
