"""A sheet as it was read, from whatever kind of file: cells as text, and what is about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_BEFORE_COMMENT = re.compile(
    r"^\[Threaded comment\].{0,2000}?(?:Comment|Kommentar|Commentaire|Comentario|Commento):\s*",
    re.DOTALL,
)

Place = tuple[int, int]
"""A row and a column, both from 0."""


class Cell(NamedTuple):
    """What stands in a cell."""

    text: str
    place: str
    """In words: the sheet and the cell, `A Structure D12`."""
    is_formula: bool = False
    fault: str | None = None
    """Why it cannot be taken as it stands."""
    is_struck: bool = False
    """Whether it is struck out."""
    is_day: bool = False
    """Whether the program that saved it took it for a day."""


class ReadSheet(NamedTuple):
    """A sheet with the cells that hold anything, by row and column from 0."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[str, ...] = ()
    is_cut: bool = False
    """Whether it goes on below what was read."""
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Mapping[Place, str] = {}
    """What was noted on cells, beside what stands in them."""
    beside: tuple[str, ...] = ()
    """What lies on the sheet and in no cell: the texts of boxes, and what else there is."""
    links: Mapping[Place, str] = {}
    """The web addresses behind cells."""


def comment_text(text: str) -> str:
    """Give a comment without what Excel puts before one that begins a conversation."""
    return _BEFORE_COMMENT.sub("", text).strip()


def area(reference: str) -> tuple[Place, Place] | None:
    """Give the first and the last cell of a range such as `C10:D12`; None: it is none."""
    first, _, last = reference.partition(":")
    try:
        return place_of(first), place_of(last or first)
    except ValueError:
        return None


def place_of(reference: str) -> Place:
    """Give row and column of a cell such as `C10`, from 0."""
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = column * 26 + ord(letter) - 64
    return int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1, column - 1


def as_shown(sheet: ReadSheet) -> ReadSheet:
    """Give a sheet as people see it: what is merged over rows stands in each, links are shown.

    A cell behind which is an address that it does not show gives the address.
    """
    rows = {number: dict(cells) for number, cells in sheet.rows.items()}
    for reference in sheet.merged:
        found = area(reference)
        if found is None:
            continue
        (top, left), (bottom, _) = found
        cell = rows.get(top, {}).get(left)
        if cell is not None:
            for row in range(top + 1, bottom + 1):
                if row in rows:  # an empty one stays empty
                    rows[row].setdefault(left, cell)
    for (row, column), target in sheet.links.items():
        shown = rows.get(row, {}).get(column)
        if shown is not None and "." not in shown.text:
            rows[row][column] = shown._replace(text=target)
    return sheet._replace(
        rows={number: dict(sorted(cells.items())) for number, cells in rows.items()}
    )
