"""Opens the database file: safeguards on, checked, brought up to date, refused when not ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from assess.errors import StoreFault, Way
from assess.languages import gettext
from assess.store.database.connection import Passphrase, connect
from assess.store.database.fault_text import database_errors, demand_whole, explained
from assess.store.database.file_copy import copy_whole
from assess.store.database.migrations import migrations

CHECKED_AT_START = 32 * 1024 * 1024
"""Files up to so many bytes are checked for damage whenever they are opened, which takes up to
some hundredths of a second; larger ones once a day, with their backup. Of an encrypted file, whose
pages take four times as long, it is a quarter."""


def open_database(path: Path, stamp: str, passphrase: Passphrase | None = None) -> Database:
    """Open or create the database, migrated to the newest schema.

    Before a migration a copy of the file is kept beside it, named with `stamp`. Raises StoreFault
    where the file cannot be opened, is not a database of this program or of a newer version of it;
    DamagedStore where it is damaged.
    """
    with explained(path, passphrase):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(0o600)  # what a manager says in an interview is not for everybody to read
        connection = connect(path, passphrase)
        try:
            return _prepared(connection, path, stamp, passphrase)
        except BaseException:
            connection.close()
            raise


def _prepared(
    connection: sqlite3.Connection, path: Path, stamp: str, passphrase: Passphrase | None
) -> Database:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten at once
    db = Database(connection, execute_plugins=False)
    known = known_migrations()
    applied = _ours(connection, path)
    newer = sorted(applied - set(known))
    if newer:
        raise StoreFault(
            gettext(
                "{path} was written by a newer version of assess (it has {newer}); "
                "install that version to open it. Nothing was changed.",
                path=path,
                newer=", ".join(newer),
            )
        )
    if path.stat().st_size * (4 if passphrase else 1) <= CHECKED_AT_START:
        demand_whole(connection, path)
    if applied and set(known) - applied:
        kept = path.with_name(f"{path.name}.before-{known[-1]}-{stamp}")
        copy_whole(connection, path, kept, passphrase)
    if set(known) - applied:
        connection.execute("BEGIN IMMEDIATE")  # a second program that starts now waits here
        try:
            _ours(connection, path)
            migrations.apply(db)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        with suppress(*database_errors()):  # without room for it, the free pages stay
            connection.execute("VACUUM")  # what was in the tables of before is nowhere any more
    return db


def _ours(connection: sqlite3.Connection, path: Path) -> set[str]:
    """Give the migrations that a database has had; refuse the tables of another program."""
    applied = applied_migrations(connection)
    if not applied and Database(connection, execute_plugins=False).table_names():
        raise StoreFault(
            gettext("{path} is a database of another program; choose another file.", path=path)
        ).helped_by(Way.DATABASE)
    return applied


def applied_migrations(connection: sqlite3.Connection) -> set[str]:
    """Give the names of our migrations that a database has had; none: it is not ours."""
    db = Database(connection, execute_plugins=False)
    return {migration.name for migration in migrations.applied(db)}


def known_migrations() -> tuple[str, ...]:
    """Give the names of all our migrations, in their order."""
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        return tuple(migration.name for migration in migrations.pending(empty))


@cache
def expected_schema() -> Mapping[str, str]:
    """Give the definition of every table, index, view and trigger by its name, as we make them."""
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        migrations.apply(empty)
        rows = empty.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {str(name): str(sql) for name, sql in rows}
