"""Reading a damaged database: row by row, from both ends, and around what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from assess.store.database.connection import Passphrase, connect
from assess.store.database.fault_text import database_errors

_SMALL = 32
"""Of so many rows in a row, none at either end readable, none is looked for any more."""

_LARGE = 10_000_000
"""A gap of more numbers than a database has rows: nothing of it can be found by number."""

_PAGE, _FIRST, _INTERIOR = 4096, 100, 5
"""The size of a page; where the first one begins after the head of the file; a kind of page."""

Write = Callable[[tuple[Any, ...]], bool]
"""Writes a row, and tells whether it could: what damage made of a row may not fit any table."""


class Damaged:
    """Reads a damaged file; after each fault with a fresh connection, as SQLCipher needs it."""

    def __init__(self, path: Path, passphrase: Passphrase | None) -> None:
        """Name the file; nothing is read yet."""
        self._path, self._passphrase = path, passphrase

    def read(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...] | None]:
        """Give row after row; None, and then nothing more, where reading fails."""
        try:
            with closing(connect(self._path, self._passphrase, read_only=True)) as connection:
                yield from connection.execute(query, values)
        except database_errors():
            yield None

    def column(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        """Give the first values of the rows, as far as they can be read."""
        return [row[0] for row in self.read(query, values) if row is not None]


class Copy:
    """Copies the rows of a table from both ends, and from the middle of what lies between."""

    def __init__(self, damaged: Damaged, write: Write, query: str) -> None:
        """Prepare it; `query` gives the number of a row first, then what is written of it."""
        self._damaged, self._write, self._query = damaged, write, query

    def span(self, first: int, last: int) -> bool:
        """Copy the rows numbered from `first` to `last`; tells whether all were readable."""
        up, is_whole = self._run("ASC", first, last)
        if is_whole or up == last:
            return is_whole
        first = first if up is None else up + 1
        down, _ = self._run("DESC", first, last)
        last = last if down is None else down - 1
        is_dead = up is None and down is None and last - first < _SMALL
        if not (is_dead or last <= first or last - first > _LARGE):
            middle = (first + last) // 2
            self.span(first, middle)
            self.span(middle + 1, last)
        return False

    def _run(self, direction: str, first: int, last: int) -> tuple[int | None, bool]:
        """Copy up to a fault; gives the number of the last row, and whether there was no fault."""
        number: int | None = None
        is_whole = True
        query = self._query + f" WHERE rowid BETWEEN ? AND ? ORDER BY rowid {direction}"
        for row in self._damaged.read(query, (first, last)):
            if row is None:
                return number, False
            number = int(row[0])
            is_whole &= self._write(row[1:])
        return number, is_whole


def lend_schema(backup: Path, damaged: Path) -> None:
    """Write the pages that say where the tables begin from a backup over those of a damaged file.

    The format is SQLite's: the first page is a leaf, or has the numbers of the leaves in it.
    """
    with backup.open("rb") as source, damaged.open("rb+") as target:
        first = bytearray(source.read(_PAGE))
        leaves = []
        if first[_FIRST] == _INTERIOR:
            cells = int.from_bytes(first[_FIRST + 3 : _FIRST + 5])
            places = [_FIRST + 12 + 2 * cell for cell in range(cells)]
            starts = [int.from_bytes(first[place : place + 2]) for place in places]
            leaves = [int.from_bytes(first[at : at + 4]) for at in (*starts, _FIRST + 8)]
        pages = target.seek(0, 2) // _PAGE
        first[28:40] = pages.to_bytes(4) + bytes(8)  # so many pages, none of them free
        target.seek(0)
        target.write(first)
        for leaf in leaves:
            source.seek((leaf - 1) * _PAGE)
            target.seek((leaf - 1) * _PAGE)
            target.write(source.read(_PAGE))
