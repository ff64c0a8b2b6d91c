"""The ledger under the store: its connection, transactions, and tables that are only added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any, Literal, get_args

from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.database.chain import FIRST, link
from assess.store.database.connection import BUSY_SECONDS, Passphrase
from assess.store.database.fault_text import database_errors, explained, is_busy
from assess.store.database.opening import open_database

Chained = Literal["details", "answer", "decision", "register", "edition", "plan"]
"""The tables that are only ever added to."""

CHAINED: tuple[Chained, ...] = get_args(Chained)


_LOOKING_AGAIN = (0.0005, 0.002)
"""After how many seconds, from and to, the right to write is asked for again."""


class Ledger:
    """One database file; what is written within `writing` is committed whole or not at all."""

    def __init__(self, path: Path, *, now: datetime, passphrase: Passphrase | None = None) -> None:
        """Open or create the file; `now` names the copy made before a migration.

        With a passphrase it is an encrypted one, or becomes one if it is new.
        """
        self.path = path
        self._db = open_database(path, f"{now:%Y%m%d-%H%M%S}", passphrase)
        try:
            self._file = _identity(path)
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
    def writing(self) -> Iterator[None]:
        """Write in one transaction, which takes the right to write first: reading in it is safe.

        Within another one it is a part of that: all of it is committed, or nothing.
        """
        if self._is_writing():
            yield
            return
        with explained(self.path):
            self._take_the_right_to_write()
            try:
                self._demand_same_file()
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._is_writing():
                    self._db.execute("ROLLBACK")
                raise

    def _take_the_right_to_write(self) -> None:
        """Begin, once no other window writes: it does so for milliseconds, so look again at once.

        SQLite itself would wait longer and longer, and a window that writes without a break would
        keep all others from it.
        """
        until = monotonic() + BUSY_SECONDS
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

    def _has_case(self, case_id: str) -> bool:
        return bool(self.rows("SELECT 1 FROM cases WHERE id = ?", (case_id,)))

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

    def append(
        self,
        table: Chained,
        case_id: str,
        fields: Mapping[str, str],
        by: str | None,
        at: datetime,
    ) -> None:
        """Add a row within `writing`, chained to the row of the case before it."""
        self.extend(table, case_id, [(fields, by, at)])

    def extend(
        self,
        table: Chained,
        case_id: str,
        entries: Iterable[tuple[Mapping[str, str], str | None, datetime]],
    ) -> None:
        """Add rows of the same fields within `writing`, each chained to the one before it."""
        last = self.rows(_LAST_HASH[table], (case_id,))
        if not last and table != "register" and not self._has_case(case_id):
            raise StoreFault(gettext("There is no case {case}.", case=repr(case_id)))
        before = str(last[0][0]) if last else FIRST
        rows = []
        names: tuple[str, ...] = ()
        for fields, by, at in entries:
            row = {"case_id": case_id, **fields, "by": by, "at": at.isoformat()}
            row |= {"hash_before": before, "hash": link(before, *row.values())}
            before = str(row["hash"])
            names = tuple(row)
            rows.append(tuple(row.values()))
        if rows:
            self._db.conn.executemany(_insert(table, names), rows)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _insert(table: Chained, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" for _ in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  our own names


_LAST_HASH: dict[Chained, str] = {
    "details": "SELECT hash FROM details WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
    "answer": "SELECT hash FROM answer WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
    "decision": "SELECT hash FROM decision WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
    "register": "SELECT hash FROM register WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
    "edition": "SELECT hash FROM edition WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
    "plan": "SELECT hash FROM plan WHERE case_id = ? ORDER BY seq DESC LIMIT 1",
}
