"""A published list as CSV, with whatever separator."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from assess.core.published_list.row import ListSheet, ListWords
from assess.core.text.visible import could_be_formula
from assess.exchange.container.text.separated import separated_rows, separator
from assess.exchange.published_list.columns import columns_of
from assess.exchange.published_list.row_place import lines
from assess.exchange.published_list.table import Cells, read_table

DELIMITERS = (";", ",", "\t", "|")

MAX_CELL = 100_000
"""Characters of a cell; no name, portfolio or address of a list has as many."""


def read_delimited(text: str, words: ListWords, name: str) -> ListSheet | None:
    """Read a text as CSV where some separator gives heads, or columns that can be told apart."""
    csv.field_size_limit(MAX_CELL)
    for delimiter in dict.fromkeys((separator(text), *DELIMITERS)):
        if _has_heads(text, delimiter):
            return read_table(_cells(text, delimiter, name), words)
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in (";", "\t", "|"):
        split = sum(line.count(delimiter) >= 2 for line in lines)
        if lines and split * 5 >= len(lines) * 4:
            return read_table(_cells(text, delimiter, name), words)
    return None


def _has_heads(text: str, delimiter: str) -> bool:
    """Tell whether one of the first lines holds heads of columns."""
    first = [line[:MAX_CELL] for line in text.splitlines()[:60] if delimiter in line[:MAX_CELL]]
    try:
        return any(columns_of(cells) for cells in csv.reader(first, delimiter=delimiter))
    except csv.Error:
        return False


def _cells(text: str, delimiter: str, name: str) -> Iterator[Cells]:
    for row in separated_rows(text, delimiter, name, max_cell=MAX_CELL):
        yield Cells(lines(row.first, row.last), [without_apostrophe(cell) for cell in row.cells])


def without_apostrophe(cell: str) -> str:
    """Take away the apostrophe by which tables of this program keep a text from being a formula."""
    return cell[1:] if cell[:1] == "'" and could_be_formula(cell[1:]) else cell
