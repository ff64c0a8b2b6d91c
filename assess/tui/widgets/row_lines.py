"""The lines of a list: a cell with more text than its column holds goes on in lines below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from assess.tui.frame.text import broken, one_line
from assess.tui.widgets.columns import Column, Placed

MOST_LINES = 4
"""So many lines a row takes at most; only what would need more is cut."""

_MOST_MEASURED = 400
"""So many rows are measured for the widths of columns; longer lists are much the same below."""

Cell = str | tuple[str, str]
"""A text, or a text and how it looks: `quiet`, `warning`, `accent` or `strong`."""


class Row(NamedTuple):
    """One row, or with `is_head` a heading over the rows below it (its first cell only).

    With fewer cells than there are columns the last one takes the width that is left.
    """

    key: str
    cells: tuple[Cell, ...]
    is_head: bool = False


class CellLines(NamedTuple):
    """A cell of a row as it is drawn, in lines."""

    lines: Sequence[str]
    room: int
    """Its width in cells."""
    look: str = ""
    is_right: bool = False


class RowLines:
    """Where each row of a list begins, and what its cells say in each line."""

    def __init__(
        self, rows: Sequence[Row], columns: Sequence[Column], placed: Placed, width: int
    ) -> None:
        """Break the cells of rows at the widths of columns, as they are placed."""
        self.width = width
        self._rows, self._placed = rows, placed
        self._places = [columns.index(column) for column, _, _ in placed]
        heights = (max(len(cell.lines) for cell in self.cells(row)) for row in rows)
        self._starts = list(accumulate(heights, initial=0))

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    def first(self, index: int) -> int:
        """Give the first line of a row."""
        return self._starts[index]

    def after(self, index: int) -> int:
        """Give the line after the last one of a row."""
        return self._starts[index + 1]

    def row_at(self, line: int) -> int | None:
        """Give the row to which a line belongs, if one does."""
        return bisect_right(self._starts, line) - 1 if 0 <= line < self.total else None

    def cells(self, row: Row) -> Iterator[CellLines]:
        """Give the cells of a row that are in sight; of a heading its text."""
        if row.is_head:
            text = row.cells[0] if isinstance(row.cells[0], str) else row.cells[0][0]
            yield CellLines(_broken(text, self.width), self.width)
            return
        last = self._placed[-1][0]
        for place, (column, start, own) in zip(self._places, self._placed, strict=True):
            if place >= len(row.cells):
                break
            takes_rest = place == len(row.cells) - 1 and column is not last
            room = self.width - start if takes_rest else own
            cell = row.cells[place]
            text, look = (cell, "") if isinstance(cell, str) else cell
            yield CellLines(_broken(text, room), room, look, column.right)


def _broken(text: str, room: int) -> Sequence[str]:
    if len(text) <= room and text.isascii() and text.isprintable():
        return (text,)
    most = 4 * room * MOST_LINES
    if len(text) > 2 * most:  # of which the middle is not seen anyway
        text = text[:most] + text[-most:]
    return broken(one_line(text), room, MOST_LINES)


def needed(rows: Sequence[Row], columns: Sequence[Column], *, with_titles: bool) -> dict[str, int]:
    """Give the cells that the widest text of each column with a share takes, with its title."""
    needs = {
        column.key: cell_len(column.title) if with_titles else 0
        for column in columns
        if column.share
    }
    for row in rows[:_MOST_MEASURED]:
        if row.is_head or len(row.cells) < len(columns):
            continue
        for column, cell in zip(columns, row.cells, strict=False):
            if column.share:
                text = cell if isinstance(cell, str) else cell[0]
                needs[column.key] = max(needs[column.key], cell_len(one_line(text[:200])))
    return needs
