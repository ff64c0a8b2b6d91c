"""The service's connections: each transaction says who asks, or sees nothing."""

from __future__ import annotations

import selectors
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout, TooManyRequests

from assess.errors import AssessError
from assess.languages import gettext
from assess.secretariat.database.migration import NEWEST, refuse_newer, unreachable

AsyncRows = AsyncConnection[DictRow]

NO_DATABASE = (psycopg.OperationalError, PoolTimeout, TooManyRequests)
"""The database is away, restarting, or asked too much: the same request may be tried again."""


class DatabasePool:
    """Connections of the service; a broken one is replaced before anybody gets it."""

    def __init__(self, database: str, *, size: int = 12, waiting: int = 1000) -> None:
        """Take the address of the service's login; nothing is opened yet."""
        self._pool: AsyncConnectionPool[AsyncRows] = AsyncConnectionPool(
            database,
            connection_class=AsyncConnection[DictRow],
            kwargs={
                "row_factory": dict_row,
                "options": "-c search_path=assess -c statement_timeout=20000 -c lock_timeout=15000"
                " -c idle_in_transaction_session_timeout=30000",
            },
            min_size=2,
            max_size=size,
            max_waiting=waiting,
            timeout=20,
            check=_check,
            open=False,
        )

    async def open(self) -> None:
        """Open the connections."""
        await self._pool.open()

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncRows]:
        """Give a connection within a transaction, which an error takes back."""
        async with self._pool.connection() as connection:
            yield connection


async def _check(connection: AsyncRows) -> None:
    """Find a connection that broke while it was idle, without asking over it for each request.

    While nothing is asked nothing is said: what can be read is a farewell, or the end of the line.
    """
    with selectors.DefaultSelector() as line:
        line.register(connection.fileno(), selectors.EVENT_READ)
        if line.select(0):
            await AsyncConnectionPool.check_connection(connection)


def demand_fitting(database: str) -> None:
    """Refuse a database whose schema is not the one of this program, or a login that owns it."""
    try:
        with psycopg.connect(database, options="-c search_path=assess") as connection:
            version = _version(connection)
            owner = connection.execute(
                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError as error:
        raise unreachable(error) from error
    refuse_newer(version)
    if version < NEWEST:
        raise AssessError(
            gettext(
                "The secretariat's database has schema {version}, and this program needs {newest}: "
                "`assess secretariat init` brings it there.",
                version=version,
                newest=NEWEST,
            )
        )
    if owner is None or owner[0]:
        raise AssessError(
            gettext(
                "The service must not work with a login that bypasses row-level security; "
                "`assess secretariat init` made one that does not."
            )
        )


def _version(connection: psycopg.Connection[Any]) -> int:
    try:
        row = connection.execute("SELECT coalesce(max(number), 0) FROM schema_version").fetchone()
    except (psycopg.errors.UndefinedTable, psycopg.errors.InsufficientPrivilege):
        connection.rollback()
        return 0
    return int(row[0]) if row else 0
