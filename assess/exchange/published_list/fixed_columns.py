"""A published list as text in which columns stand below their heads, as PDF readers lay it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assess.core.published_list.row import ListSheet, ListWords
from assess.exchange.published_list.columns import columns_of, country_alone
from assess.exchange.published_list.row_place import lines as row_lines
from assess.exchange.published_list.table import Cells, read_table

_CHUNK = re.compile(r"\S+(?: \S+)*")
"""A run of words; two spaces end it."""

_PAGE = re.compile(r"\W*(?:\w+ )?\d{1,4}(?: \w+ \d{1,4})?\W*")
_LEEWAY = 2
"""So many places a cell may begin before its head."""


class _Chunk(NamedTuple):
    start: int
    text: str


def read_fixed(text: str, words: ListWords) -> ListSheet | None:
    """Read a text by the places of its columns; None where they do not tell all cells apart.

    A row has one line with its day; lines without one go on with the row above them, or, where
    the first line of the list has none, with the row below.
    """
    lines = [
        [_Chunk(chunk.start(), chunk[0]) for chunk in _CHUNK.finditer(line.expandtabs())]
        for line in text.splitlines()
    ]
    at, columns = next(
        ((n, found) for n, line in enumerate(lines) if (found := _columns(line))), (0, None)
    )
    if columns is None or "valid_until" not in columns:
        return None
    starts = [chunk.start for chunk in lines[at]]
    placed = [_placed(line, starts) for line in lines[at + 1 :]]
    if None in placed:
        return None
    rows = list(_rows([line for line in placed if line is not None], at + 2, columns, words))
    heads = Cells(row_lines(at + 1, at + 1), [chunk.text for chunk in lines[at]])
    above = [
        Cells(row_lines(n + 1, n + 1), [chunk.text for chunk in line])
        for n, line in enumerate(lines[:at])
    ]
    sheet = read_table([*above, heads, *rows], words)
    return sheet if sheet is not None and _is_sound(sheet, words) else None


def _columns(line: Sequence[_Chunk]) -> dict[str, int] | None:
    found = columns_of([chunk.text for chunk in line])
    return found if found and len(found) == len(line) >= 3 else None


def _placed(line: Sequence[_Chunk], starts: Sequence[int]) -> list[str] | None:
    """Give the cells of a line; None where one reaches into the next column."""
    cells = [""] * len(starts)
    for chunk in line:
        place = max(
            (n for n, start in enumerate(starts) if start <= chunk.start + _LEEWAY), default=0
        )
        end = chunk.start + len(chunk.text)
        if place + 1 < len(starts) and end > starts[place + 1] - 1 and len(line) > 1:
            return None
        cells[place] = f"{cells[place]} {chunk.text}".strip()
    return cells


def _rows(
    lines: Sequence[list[str]], first: int, columns: dict[str, int], words: ListWords
) -> Iterator[Cells]:
    """Put rows together of lines; a line that is empty, a country or a page number parts them."""
    day = columns["valid_until"]
    filled = [line for line in lines if sum(map(bool, line)) > 1]
    goes_up = bool(filled and filled[0][day])
    held: list[str] = []
    begun = first
    for number, line in enumerate(lines, start=first):
        said = [cell for cell in line if cell]
        alone = said[0] if len(said) == 1 else ""
        parts = not said or bool(country_alone(alone, words)) or bool(_PAGE.fullmatch(alone))
        begins = bool(line[day]) if goes_up else bool(held and held[day])
        if held and (parts or begins):
            yield Cells(row_lines(begun, number - 1), held)
            held = []
        if parts:
            if alone and not _PAGE.fullmatch(alone):
                yield Cells(row_lines(number, number), [alone])
        elif held:
            held = [f"{before} {cell}".strip() for before, cell in zip(held, line, strict=True)]
        else:
            held, begun = line, number
    if held:
        yield Cells(row_lines(begun, first + len(lines) - 1), held)


def _is_sound(sheet: ListSheet, words: ListWords) -> bool:
    """Tell whether nearly every row has a portfolio where one belongs."""
    known = sum(words.portfolio(row.portfolio or "") is not None for row in sheet.rows)
    return known * 10 >= len(sheet.rows) * 9 > 0
