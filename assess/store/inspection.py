"""A look at a database file that changes nothing in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from assess.core.value import Value
from assess.errors import StoreFault
from assess.store.migrations import migrations
from assess.store.opening import explained

OLDEST = (3, 37, 0)
"""The first SQLite that has STRICT tables."""


class Inspection(Value):
    """What a database holds, and how many steps of its schema are still to come."""

    cases: int
    pending: int


def inspect(path: Path) -> Inspection:
    """Look into a database; StoreFault where it is damaged, newer or of another program."""
    with explained(path), closing(_read_only(path)) as connection:
        faults = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
        if faults != ["ok"]:
            raise StoreFault(f"{path} is damaged: {'; '.join(faults)}.")
        db = Database(connection, execute_plugins=False)
        if "cases" not in db.table_names():
            if db.table_names():
                raise StoreFault(f"{path} is a database of another program.")
            return Inspection(cases=0, pending=len(_steps()))
        applied = {one.name for one in migrations.applied(db)}
        if applied - _steps():
            raise StoreFault(f"{path} was written by a newer version of assess.")
        count = connection.execute("SELECT count(*) FROM cases").fetchone()[0]
        return Inspection(cases=int(count), pending=len(_steps() - applied))


def sqlite_version() -> tuple[str, bool]:
    """Give the version of SQLite, and whether it is new enough."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= OLDEST


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _steps() -> set[str]:
    return {one.name for one in migrations.pending(Database(memory=True))}
