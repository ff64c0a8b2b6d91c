"""Texts as tables: by which sign their cells are told apart, and their rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from assess.errors import Refused
from assess.exchange.container.spreadsheet.cell_name import cell_name
from assess.exchange.container.spreadsheet.sheet import Cell, ReadSheet
from assess.languages import gettext

SEPARATORS = (",", ";", "\t", "|")
_STATED = re.compile(r'^"?sep=(.|\\t)"?[;,\t|]*\r?\n', re.IGNORECASE)
_LOOKED_AT, _LOOKED_AT_LETTERS = 60, 2**18
MAX_CELL = 1_000_000


class TextRow(NamedTuple):
    """A row of a text, and its lines, the first and the last, from 1."""

    first: int
    last: int
    cells: Sequence[str]


def separator(text: str) -> str:
    """Give the sign between cells: the one that is stated, or by which most lines part alike."""
    stated = _STATED.match(text[:20])
    if stated:
        return "\t" if stated[1] == "\\t" else stated[1]
    return max(SEPARATORS, key=lambda sign: _alike(text, sign))


def _alike(text: str, sign: str) -> tuple[float, int, int]:
    """Give which share of the first rows has as many cells as most do, how many, and that number.

    The share counts first: a note of many lines, read with a wrong sign, makes many rows.
    """
    csv.field_size_limit(MAX_CELL)  # also of what follows an unclosed quotation mark
    start = io.StringIO(text[:_LOOKED_AT_LETTERS], newline="")
    try:
        rows = list(islice(csv.reader(start, delimiter=sign), _LOOKED_AT))
    except csv.Error:
        return 0, 0, 0
    if len(text) > _LOOKED_AT_LETTERS and len(rows) > 1 and len(rows) < _LOOKED_AT:
        rows.pop()  # it is cut
    widths = Counter(len(cells) for cells in rows if any(cells))
    found = ((count, width) for width, count in widths.items() if width > 1)
    count, width = max(found, default=(0, 0))
    return count / max(1, widths.total()), count, width


def separated_rows(
    text: str, sign: str, name: str, *, max_cell: int = MAX_CELL, strict: bool = False
) -> Iterator[TextRow]:
    """Give the rows of a text, without the line that states its separator; else Refused."""
    # The limit holds for every reader of the process, until another one sets its own.
    csv.field_size_limit(max_cell)
    stated = _STATED.match(text[:20])
    begun = 1 if stated else 0
    body = text[stated.end() :] if stated else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=sign, strict=strict)
    before = 0
    try:
        for cells in reader:
            first, before = before + 1, reader.line_num
            yield TextRow(first + begun, before + begun, cells)
    except csv.Error as error:
        raise Refused(
            gettext(
                "{name} is not valid CSV (line {line}: {error}).",
                name=name,
                line=reader.line_num + begun,
                error=error,
            ),
            (),
        ) from error


def separated_sheet(text: str, name: str, title: str) -> ReadSheet:
    """Give a text as a sheet, by the names of cells that a spreadsheet gave them."""
    rows = {
        number: {
            column: Cell(cell, title + " " + cell_name(number, column), cell.startswith("="))
            for column, cell in enumerate(row.cells)
            if cell.strip()
        }
        for number, row in enumerate(separated_rows(text, separator(text), name))
    }
    return ReadSheet(title, {number: cells for number, cells in rows.items() if cells})
