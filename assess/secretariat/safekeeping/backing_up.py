"""A backup of the secretariat's database while it is in use: one moment of all tables."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import psycopg
from psycopg import sql

from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext
from assess.secretariat.database.migration import unreachable, version_of
from assess.secretariat.safekeeping.backup_file import (
    ACCOUNT,
    BackupAccount,
    CopiedTable,
    member_of,
)

_PASSING = frozenset({"schema_version", "spent_nonce"})
"""Tables of which nothing is kept: the account says the schema, and a nonce lives for minutes."""


def back_up(
    database: str, target: Path, *, force: bool = False, role: str | None = None
) -> BackupAccount:
    """Write all tables as they are at one moment; nobody who works meanwhile waits for it.

    `database` is the address of the login for backups, or of another that may take a `role` which
    sees all rows. Raises AssessError where the database
    cannot be reached or the file cannot be written; then nothing is there that was not before.
    """
    refuse_existing(target, force=force)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            half = Path(folder) / target.name
            half.touch(mode=0o600)
            with psycopg.connect(database, options="-c search_path=assess") as rows:
                rows.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                rows.read_only = True
                if role is not None:
                    rows.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
                account = _write(rows, half, Path(folder))
            half.replace(target)
    except psycopg.OperationalError as error:
        raise unreachable(error) from error
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.", path=target, reason=error.strerror or error
            )
        ) from error
    return account


def _write(rows: psycopg.Connection, half: Path, folder: Path) -> BackupAccount:
    made_at = datetime.now(UTC)
    version = version_of(rows)
    last = rows.execute("SELECT hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    tables = [_copy(rows, name, folder) for name in tables_in_order(rows)]
    account = BackupAccount(
        made_at=made_at,
        schema_version=version,
        trail=bytes(last[0]).hex() if last else "",
        tables=tuple(tables),
    )
    with ZipFile(half, "w", ZIP_DEFLATED) as packed:
        packed.writestr(ACCOUNT, account.model_dump_json(indent=2) + "\n")
        for table in tables:
            packed.write(folder / member_of(table.name), member_of(table.name))
    return account


def _copy(rows: psycopg.Connection, name: str, folder: Path) -> CopiedTable:
    columns = columns_of(rows, name)
    fields = sql.SQL(", ").join(map(sql.Identifier, columns))
    what = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(name), fields)
    digest = sha256()
    with rows.cursor() as cursor:
        with (folder / member_of(name)).open("wb") as file, cursor.copy(what) as copied:
            for block in copied:
                digest.update(block)
                file.write(block)
        count = cursor.rowcount
    return CopiedTable(name=name, columns=columns, rows=count, sha256=digest.hexdigest())


def tables_in_order(rows: psycopg.Connection) -> tuple[str, ...]:
    """Give the tables of which something is kept, each behind those that it refers to."""
    names = rows.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'assess'").fetchall()
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for (name,) in sorted(names):
        if name not in _PASSING:
            sorter.add(name)
    found = rows.execute(
        "SELECT f.relname, t.relname FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid"
        " JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace n ON n.oid = c.connamespace"
        " WHERE c.contype = 'f' AND n.nspname = 'assess' AND f.oid <> t.oid"
    )
    for table, other in found.fetchall():
        sorter.add(table, other)
    return tuple(sorter.static_order())


def columns_of(rows: psycopg.Connection, table: str) -> tuple[str, ...]:
    """Give the columns of a table."""
    found = rows.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = 'assess' AND table_name = %s ORDER BY ordinal_position",
        (table,),
    )
    return tuple(name for (name,) in found.fetchall())
