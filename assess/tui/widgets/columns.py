"""The columns of a list: how the width is shared among them, and what a cell says in its lines.

A cell with more text than its column holds goes on in lines below.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from assess.tui.frame.text import broken, one_line

MOST_LINES = 6
"""So many lines a row takes at most; only what would need more is cut."""

_MOST_MEASURED = 400
"""So many rows are measured for the widths of columns; longer lists are much the same below."""


class Column(NamedTuple):
    """One column: of a fixed width, or with a share of what is left."""

    key: str
    title: str
    width: int = 0
    share: int = 0
    right: bool = False
    from_width: int = 0
    """Shown only where the list is at least so wide ..."""
    below_width: int = 10_000
    """... and not as wide as this."""


def room_for(least: int, *texts: str) -> int:
    """Give the cells that a column needs for the longest of some texts, and at least so many."""
    return max(least, *map(cell_len, texts))


Placed = list[tuple[Column, int, int]]
"""Columns in sight, each with its first cell and its width."""


def with_room_for_title(column: Column) -> Column:
    """Give a column of a fixed width the cells that its title needs in the language spoken."""
    return column._replace(width=room_for(column.width, column.title)) if column.width else column


def laid_out(
    columns: Sequence[Column],
    width: int,
    start: int,
    gap: int,
    needs: Mapping[str, int] | None = None,
) -> Placed:
    """Share a width, in cells, among columns that begin at a cell and keep a gap.

    `needs` are the cells that columns with a share need for what they hold: one that needs less
    than its share leaves the rest to those that need more.
    """
    shown = [column for column in columns if column.from_width <= width < column.below_width]
    left = width - start - sum(column.width for column in shown) - gap * max(0, len(shown) - 1)
    shares = sum(column.share for column in shown)
    given = _shared(shown, left, needs or {})
    widths = [max(4, given[column.key]) if column.share else column.width for column in shown]
    if shares:
        widest = max(range(len(shown)), key=lambda index: shown[index].share)
        rest = left - sum(
            cells for column, cells in zip(shown, widths, strict=True) if column.share
        )
        widths[widest] = max(4, widths[widest] + rest)
    placed = []
    for column, cells in zip(shown, widths, strict=True):
        placed.append((column, start, cells))
        start += cells + gap
    return placed


def _shared(shown: Sequence[Column], left: int, needs: Mapping[str, int]) -> dict[str, int]:
    """Give each column its share, or what it needs where that is less and others need more."""
    open_columns = [column for column in shown if column.share]
    given: dict[str, int] = {}
    if sum(needs.get(column.key, left) for column in open_columns) > left:
        while True:
            shares = sum(column.share for column in open_columns)
            content = [
                column
                for column in open_columns
                if needs.get(column.key, left) <= left * column.share // shares
            ]
            if not content:
                break
            for column in content:
                given[column.key] = needs[column.key]
                left -= needs[column.key]
                open_columns.remove(column)
    elif open_columns and all(column.key in needs for column in open_columns):
        given = {column.key: needs[column.key] for column in open_columns}
        left -= sum(given.values())
        shares = sum(column.share for column in open_columns)
        return {
            column.key: given[column.key] + left * column.share // shares for column in open_columns
        }
    shares = sum(column.share for column in open_columns)
    return given | {column.key: left * column.share // shares for column in open_columns}


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
