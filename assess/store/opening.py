"""Opens the database file: safeguards on, brought up to date, recognised when it is not ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from assess.errors import StoreFault
from assess.store.migrations import migrations

BUSY_SECONDS = 30
"""How long a write waits for another window to finish its own."""


def open_database(path: Path, stamp: str) -> Database:
    """Open or create the database, migrated to the newest schema.

    Before a migration a copy of the file is kept beside it, named with `stamp`. Raises StoreFault
    where the file cannot be opened, is not a database of this program or of a newer version of it.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            return _prepared(connection, path, stamp)
        except BaseException:
            connection.close()
            raise


def _prepared(connection: sqlite3.Connection, path: Path, stamp: str) -> Database:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    db = Database(connection, execute_plugins=False)
    known = [migration.name for migration in migrations.pending(Database(memory=True))]
    applied = _ours(connection, path)
    newer = sorted(applied - set(known))
    if newer:
        raise StoreFault(
            f"{path} was written by a newer version of assess (it has {', '.join(newer)}); "
            "install that version to open it. Nothing was changed."
        )
    if applied and set(known) - applied:
        _copy(connection, path.with_name(f"{path.name}.before-{known[-1]}-{stamp}"))
    if set(known) - applied:
        connection.execute("BEGIN IMMEDIATE")  # a second program that starts now waits here
        try:
            _ours(connection, path)
            migrations.apply(db)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return db


def _ours(connection: sqlite3.Connection, path: Path) -> set[str]:
    """Give the migrations that a database has had; refuse the tables of another program."""
    applied = applied_migrations(connection)
    if not applied and Database(connection, execute_plugins=False).table_names():
        raise StoreFault(f"{path} is a database of another program; choose another file with --db.")
    return applied


def applied_migrations(connection: sqlite3.Connection) -> set[str]:
    """Give the names of our migrations that a database has had; none: it is not ours."""
    db = Database(connection, execute_plugins=False)
    return {migration.name for migration in migrations.applied(db)}


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report into sentences about the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreFault(_sentence(path, error)) from error
    except OSError as error:
        raise StoreFault(f"{path} cannot be opened: {error.strerror or error}.") from error


def _sentence(path: Path, error: sqlite3.DatabaseError) -> str:
    text = str(error)
    if "not a database" in text:
        return (
            f"{path} is not a database of assess (or it is encrypted); "
            "choose another file with --db."
        )
    if "malformed" in text or "corrupt" in text:
        return f"{path} is damaged ({text}); keep the file as it is, and go on with a backup."
    if "locked" in text or "busy" in text:
        return (
            f"{path} has been in use by another program for {BUSY_SECONDS} seconds; "
            "nothing was lost, try again."
        )
    if "readonly" in text or "read-only" in text:
        return (
            f"{path} cannot be written: the file or its folder is read-only. Nothing was changed."
        )
    if "full" in text:
        return (
            f"{path}: the disk is full. What was saved before is safe; this answer was not saved."
        )
    if "unable to open" in text:
        return f"{path} cannot be opened: check that the folder exists and may be written."
    return f"{path}: {text}. Nothing was changed."
