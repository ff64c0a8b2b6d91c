"""A real PostgreSQL for the tests: one server for a run, a database of its own for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from assess.secretariat.database.embedded import embedded_server
from assess.secretariat.database.migration import make_login, set_up
from tests.secretariat.service import RunningService, running_service

PASSWORD = "of the tests"


def _folder() -> Path:
    """Give the folder of the server: one for a run, which all its processes know.

    It is not among pytest's folders: as root the server is a user of its own, whom another run of
    pytest would lock out of them.
    """
    place, begin = Path(tempfile.gettempdir()), "assess-tests-postgresql-"
    for left in place.glob(f"{begin}*"):
        if time.time() - left.stat().st_mtime > 24 * 3600:
            shutil.rmtree(left, ignore_errors=True)
    return place / f"{begin}{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an administrator of a server; all processes of a run share it."""
    with embedded_server(_folder(), is_kept=False) as address:
        with psycopg.connect(address, autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
            _make_template(connection, address)
        yield address


def _make_template(connection: psycopg.Connection, address: str) -> None:
    connection.execute("SELECT pg_advisory_lock(77)")
    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'template'").fetchone()
    if known is None:
        connection.execute("CREATE DATABASE making")
        set_up(named(address, "making"))
        make_login(address, "service", "assess_service", PASSWORD)
        make_login(address, "backup", "assess_backup", PASSWORD)
        connection.execute("ALTER DATABASE making RENAME TO template")
    connection.execute("SELECT pg_advisory_unlock(77)")


def named(address: str, database: str, login: str = "postgres") -> str:
    """Give the address of another database of a server, for another login."""
    return psycopg.conninfo.make_conninfo(address, dbname=database, user=login, password=PASSWORD)


class TestDatabase:
    """A database with the newest schema and nothing in it."""

    __test__ = False

    def __init__(self, address: str, name: str) -> None:
        """Take the address of the server's administrator."""
        self.admin = named(address, name)
        self.service = named(address, name, "service")
        self.backup = named(address, name, "backup")


@pytest.fixture
def database(postgresql: str, request: pytest.FixtureRequest) -> Iterator[TestDatabase]:
    """A database of the test's own."""
    name = f"t{abs(hash(request.node.nodeid)):x}_{os.getpid()}"
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template'.encode())
        yield TestDatabase(postgresql, name)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture
def service(database: TestDatabase, tmp_path: Path) -> Iterator[RunningService]:
    """A service that answers on this machine."""
    with running_service(database.service, tmp_path / "service") as running:
        yield running
