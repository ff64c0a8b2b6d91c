"""The ledger under the store: its connection, transactions, and tables that are only added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any

from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.database.connection import BUSY_SECONDS, Passphrase
from assess.store.database.fault_text import database_errors, explained, is_busy
from assess.store.database.opening import open_database
from assess.store.database.record.entry_writer import EntryWriter, Kind, NewEntry
from assess.store.database.record.erasures import Erasures
from assess.store.database.record.pool_digest import digest_of_records, digest_of_table_rows

__all__ = ["Kind", "Ledger", "NewEntry"]

_LOOKING_AGAIN = (0.0005, 0.002)
"""After how many seconds, from and to, the right to write is asked for again."""


class Ledger:
    """One database file; what is written within `writing` is committed whole or not at all."""

    def __init__(
        self,
        path: Path,
        *,
        now: datetime,
        passphrase: Passphrase | None = None,
        day: date | None = None,
    ) -> None:
        """Open or create the file; `now` names the copy made before a migration.

        With a passphrase it is an encrypted one, or becomes one if it is new. `day` is the day that
        was stated as today: it stands with every entry.
        """
        self.path, self.passphrase = path, passphrase
        self._db = open_database(path, f"{now:%Y%m%d-%H%M%S}", passphrase)
        try:
            self._file = _identity(path)
            self.entries = EntryWriter(self._db.conn, day.isoformat() if day else None)
            self.erasures = Erasures(self._db.conn)
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def rows(
        self, query: str, values: Sequence[Any] | dict[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Give the rows of a query."""
        with explained(self.path):
            return self._db.execute(query, values).fetchall()

    def each_row(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query one by one, so that they are never all in memory at once."""
        with explained(self.path):
            yield from self._db.execute(query, values)

    @contextmanager
    def writing(self, *, patience: float = BUSY_SECONDS) -> Iterator[None]:
        """Write in one transaction, which takes the right to write first: reading in it is safe.

        Within another one it is a part of that: all of it is committed, or nothing. `patience` is
        how many seconds it waits for others.
        """
        if self._is_writing():
            yield
            return
        with explained(self.path):
            self._take_the_right_to_write(patience)
            try:
                self._demand_same_file()
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._is_writing():
                    self._db.execute("ROLLBACK")
                raise

    def _take_the_right_to_write(self, patience: float) -> None:
        """Begin, once no other window writes: it does so for milliseconds, so look again at once.

        SQLite itself would wait longer and longer, and a window that writes without a break would
        keep all others from it.
        """
        until = monotonic() + patience
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    self._db.execute("BEGIN IMMEDIATE")
                except database_errors() as error:
                    if not is_busy(error) or monotonic() > until:
                        raise
                else:
                    return
                sleep(uniform(*_LOOKING_AGAIN))  # noqa: S311  no secret, only not in step
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")

    def _is_writing(self) -> bool:
        return self._db.conn.in_transaction

    def _demand_same_file(self) -> None:
        """Refuse to write into a file that has lost its name: nobody would ever see that again."""
        if _identity(self.path) != self._file:
            raise StoreFault(
                gettext(
                    "Another program has replaced or removed {path} while it was open "
                    "here; this was not saved. Leave the program, and open it again.",
                    path=self.path,
                )
            )

    def run(self, statement: str, values: Sequence[Any]) -> sqlite3.Cursor:
        """Run one statement within `writing`."""
        return self._db.execute(statement, values)

    def append(self, kind: Kind, chain: str, entry: NewEntry) -> int:
        """Add an entry to a chain within `writing`; give its number."""
        return self.extend(kind, chain, [entry])

    def extend(self, kind: Kind, chain: str, entries: Iterable[NewEntry]) -> int:
        """Add entries of one kind to a chain within `writing`; give the number of the last one."""
        return self.entries.extend(kind, chain, entries)

    def compact(self) -> None:
        """Write the file anew without its free pages; nobody else can use it meanwhile.

        What is put aside on the way stays in memory: a temporary file is not encrypted.
        """
        with explained(self.path):
            self._db.execute("PRAGMA temp_store = MEMORY")
            self._db.execute("VACUUM")

    def digest_of_records(self, source: int) -> str:
        """Give the hash over the records of a source of peers."""
        return digest_of_records(self._db.conn, source)

    def digest_of_table_rows(self, table: int) -> str:
        """Give the hash over the organisations of a table of peers."""
        return digest_of_table_rows(self._db.conn, table)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
