"""A look at a database file that changes nothing in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from assess.core.text.value import Value
from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.database.connection import Passphrase, connect
from assess.store.database.fault_text import demand_whole, explained
from assess.store.database.opening import applied_migrations, known_migrations

OLDEST = (3, 37, 0)
"""The first SQLite that has STRICT tables."""


class Inspection(Value):
    """What a database holds, and how many steps of its schema are still to come."""

    cases: int
    answers: int
    pending: int


def inspect(path: Path, passphrase: Passphrase | None = None) -> Inspection:
    """Look into a database; DamagedStore, or StoreFault where it is newer or another program's."""
    with (
        explained(path, passphrase),
        closing(connect(path, passphrase, read_only=True)) as connection,
    ):
        demand_whole(connection, path)
        known = set(known_migrations())
        db = Database(connection, execute_plugins=False)
        if "cases" not in db.table_names():
            if db.table_names():
                raise StoreFault(gettext("{path} is a database of another program.", path=path))
            return Inspection(cases=0, answers=0, pending=len(known))
        applied = applied_migrations(connection)
        if applied - known:
            raise StoreFault(gettext("{path} was written by a newer version of assess.", path=path))
        return Inspection(
            cases=_count(connection, "SELECT count(*) FROM cases"),
            answers=_count(connection, "SELECT count(*) FROM answer"),
            pending=len(known - applied),
        )


def end_of(path: Path, passphrase: Passphrase | None = None) -> tuple[int, str]:
    """Give how many entries the record of a database file has, and its head; older ones have 0."""
    with (
        explained(path, passphrase),
        closing(connect(path, passphrase, read_only=True)) as connection,
    ):
        db = Database(connection, execute_plugins=False)
        if "entry" not in db.table_names():
            return 0, ""
        row = connection.execute("SELECT seq, link FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def unlock(path: Path, passphrase: Passphrase) -> None:
    """Raise StoreFault where the passphrase does not open a database."""
    with (
        explained(path, passphrase),
        closing(connect(path, passphrase, read_only=True)) as connection,
    ):
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def sqlite_version() -> tuple[str, bool]:
    """Give the version of SQLite, and whether it is new enough."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= OLDEST
