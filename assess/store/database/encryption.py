"""An encrypted database in the place of one that is not; every row is compared before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from assess.errors import AssessError, StoreFault
from assess.languages import gettext
from assess.store.database.connection import (
    Passphrase,
    connect,
    connect_cipher,
    demand_cipher,
    is_encrypted,
)
from assess.store.database.fault_text import demand_whole, explained
from assess.store.database.file_replacement import replacing
from assess.store.database.opening import applied_migrations

_TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table'"


def encrypt(database: Path, passphrase: Passphrase, *, now: datetime) -> Path:
    """Encrypt a database; give the file in which the one that is not encrypted is kept.

    Nobody else can write meanwhile, nor afterwards to the file that is kept.
    """
    demand_possible(database)
    kept = database.with_name(f"{database.name}.before-encryption-{now:%Y%m%d-%H%M%S}")
    with replacing(database, kept, None) as new:
        with explained(database), closing(connect_cipher(database)) as plain:
            if not applied_migrations(plain):
                raise StoreFault(
                    gettext(
                        "{path} is not a database of assess. Nothing was changed.",
                        path=database,
                    )
                )
            demand_whole(plain, database, thorough=True)
            plain.execute("ATTACH ? AS sealed KEY ?", (str(new), passphrase.new_key()))
            plain.execute("SELECT sqlcipher_export('sealed')")
            _demand_equal(plain, database)
        with explained(new, passphrase), closing(connect(new, passphrase)) as sealed:
            demand_whole(sealed, new, thorough=True)
    return kept


def demand_possible(database: Path) -> None:
    """Refuse what is encrypted already, and do so before anybody is asked for a passphrase."""
    if is_encrypted(database):
        raise AssessError(
            gettext("{path} is encrypted already. Nothing was changed.", path=database)
        )
    demand_cipher(database)


def _demand_equal(connection: sqlite3.Connection, database: Path) -> None:
    """Raise StoreFault where a table of the encrypted database is not the same as its model."""
    for (table,) in connection.execute(_TABLES).fetchall():
        counts = [
            connection.execute(f'SELECT count(*) FROM {side}."{table}"').fetchone()[0]  # noqa: S608  our own names
            for side in ("main", "sealed")
        ]
        differing = connection.execute(
            f'SELECT 1 FROM (SELECT * FROM main."{table}" EXCEPT SELECT * FROM sealed."{table}")'  # noqa: S608  our own names
        ).fetchone()
        if counts[0] != counts[1] or differing:
            raise StoreFault(
                gettext(
                    "{path}: the encrypted copy of {table} differs. Nothing was changed.",
                    path=database,
                    table=table,
                )
            )
