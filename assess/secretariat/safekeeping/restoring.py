"""Restoring a backup of the secretariat into an empty database, and rehearsing that."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from pydantic import ValidationError

from assess.errors import AssessError
from assess.languages import gettext
from assess.secretariat.database.migration import refuse_newer, set_up, unreachable
from assess.secretariat.safekeeping.backup_file import (
    ACCOUNT,
    BackupAccount,
    CopiedTable,
    member_of,
)

_BLOCK = 2**20
_LARGEST_ACCOUNT = 2**20


def restore(administrator: str, source: Path) -> BackupAccount:
    """Restore a backup into an empty database, whole or not at all, and verify what is there.

    `administrator` is the address of a login that may make roles. An older schema is brought up to
    date afterwards. Raises AssessError where the database is not empty or the file is damaged.
    """
    with _opened(source) as packed:
        account = _account_in(packed, source)
        try:
            set_up(administrator, up_to=account.schema_version)
            with psycopg.connect(administrator) as rows:
                rows.execute("SET LOCAL ROLE assess_owner")
                rows.execute("SET LOCAL search_path = assess")
                _demand_empty(rows, account)
                for table in account.tables:
                    _fill(rows, packed, table, source)
                _verify(rows, account, source)
        except psycopg.OperationalError as error:
            raise unreachable(error) from error
        except psycopg.DatabaseError as error:
            raise _damaged(source) from error
    set_up(administrator)
    return account


def rehearse(administrator: str, source: Path) -> BackupAccount:
    """Restore a backup into a database that is made for it and dropped again."""
    name = f"assess_rehearsal_{secrets.token_hex(6)}"
    try:
        with psycopg.connect(administrator, autocommit=True) as rows:
            rows.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            try:
                return restore(make_conninfo(administrator, dbname=name), source)
            finally:
                rows.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    except psycopg.OperationalError as error:
        raise unreachable(error) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise AssessError(
            gettext("This login may not make a database, which a rehearsal needs.")
        ) from error


@contextmanager
def _opened(source: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(source) as packed:
            yield packed
    except BadZipFile as error:
        raise _damaged(source) from error
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=source, reason=error.strerror or error)
        ) from error


def _account_in(packed: ZipFile, source: Path) -> BackupAccount:
    try:
        with packed.open(ACCOUNT) as file:
            account = BackupAccount.model_validate_json(file.read(_LARGEST_ACCOUNT))
    except (KeyError, ValidationError) as error:
        raise AssessError(
            gettext("{path} is not a backup of a secretariat.", path=source)
        ) from error
    refuse_newer(account.schema_version)
    return account


def _demand_empty(rows: psycopg.Connection, account: BackupAccount) -> None:
    for table in account.tables:
        found = rows.execute(
            sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table.name))
        ).fetchone()
        if found is None or found[0]:
            raise AssessError(
                gettext("This database is not empty; a backup is restored into an empty one.")
            )


def _fill(rows: psycopg.Connection, packed: ZipFile, table: CopiedTable, source: Path) -> None:
    fields = sql.SQL(", ").join(map(sql.Identifier, table.columns))
    what = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), fields)
    digest = sha256()
    try:
        with rows.cursor() as cursor:
            with packed.open(member_of(table.name)) as file, cursor.copy(what) as copied:
                for block in _blocks(file):
                    digest.update(block)
                    copied.write(block)
            count = cursor.rowcount
    except (KeyError, BadZipFile, EOFError) as error:
        raise _damaged(source) from error
    if digest.hexdigest() != table.sha256 or count != table.rows:
        raise _damaged(source)


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _verify(rows: psycopg.Connection, account: BackupAccount, source: Path) -> None:
    """Hold the trail and the revisions against their hashes."""
    last = rows.execute("SELECT hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    wrong = rows.execute("SELECT first_audit_fault()").fetchone()
    altered = rows.execute(
        "SELECT count(*) FROM revision WHERE document IS NOT NULL AND sha256(document) <> sha256"
    ).fetchone()
    trail = bytes(last[0]).hex() if last else ""
    if trail != account.trail or wrong != (None,) or altered != (0,):
        raise _damaged(source)


def _damaged(source: Path) -> AssessError:
    return AssessError(
        gettext("{path} is damaged; nothing of it was restored. Take another backup.", path=source)
    )
