"""The columns of a list: how the width is shared among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


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
    from rich.cells import cell_len

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
