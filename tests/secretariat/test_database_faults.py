"""Faults of the database: PostgreSQL crashes and starts again, and its disk is full."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from assess.core.submission.exchanged import RevisionStanding
from assess.core.submission.revision import CaseRevision
from assess.errors import Unreachable
from assess.exchange.submission.service_client import ServiceClient
from assess.secretariat.database.embedded import embedded_server
from assess.secretariat.database.migration import make_login, set_up
from tests.secretariat.conftest import PASSWORD, TestDatabase
from tests.secretariat.service import RunningService, revision, running_service, steps
from tests.secretariat.test_faults import kept

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it takes limits of processes"),
]

_BACKENDS = (
    "SELECT pid FROM pg_stat_activity WHERE usename = 'service' AND datname = current_database()"
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """The folder of a PostgreSQL of the test's own, whose faults disturb no other test."""
    folder = Path(tempfile.gettempdir()) / f"assess-tests-postgresql-own-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as for the server that the tests share
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


def ready(address: str) -> TestDatabase:
    """Set up the database of a server that is new."""
    set_up(address)
    make_login(address, "service", "assess_service", PASSWORD)
    return TestDatabase(address, "postgres")


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Have what is started meanwhile write no file above a size, as on a disk that is full."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def backends(database: TestDatabase) -> list[int]:
    """Give the processes of PostgreSQL that work for the service."""
    with psycopg.connect(database.admin, autocommit=True) as rows:
        return [int(row[0]) for row in rows.execute(_BACKENDS)]


def test_a_database_that_crashes_and_starts_again_loses_nothing(
    folder: Path, tmp_path: Path
) -> None:
    """PostgreSQL ends all of its processes when one of them is killed, and recovers."""
    with embedded_server(folder, is_kept=False) as address:
        database = ready(address)
        with running_service(database.service, tmp_path / "service") as service:
            _crash_under_load(service, database)


def _crash_under_load(service: RunningService, database: TestDatabase) -> None:
    service.account("Ada")
    service.laptop("0", "Ada")
    told: list[str] = []
    is_over = threading.Event()

    def work(number: int) -> int:
        client = ServiceClient(service.url, service.key("0"), patience=10)
        sent = 0
        while not is_over.is_set():
            name = f"r{number}-{sent}"
            made = revision(name, steps("a", case=name), text="x" * 5000)
            try:
                assert client.send(made).receipt is not None
            except Unreachable:
                time.sleep(0.05)
                continue
            told.append(made.name)
            sent += 1
        client.close()
        return sent

    with ThreadPoolExecutor(4) as pool:
        workers = [pool.submit(work, number) for number in range(4)]
        for _ in range(5):
            time.sleep(1)
            for _ in range(100):
                try:
                    os.kill(backends(database)[0], signal.SIGKILL)
                    break
                except (psycopg.OperationalError, IndexError, ProcessLookupError):
                    time.sleep(0.1)  # it is still recovering from the last time
        time.sleep(1)
        is_over.set()
        sent = sum(worker.result() for worker in workers)
    revisions, cases = kept(database.admin)
    with psycopg.connect(database.admin) as rows:
        names = {row[0].hex() for row in rows.execute("SELECT sha256 FROM assess.revision")}
    assert set(told) <= names
    assert len(told) == sent > 5
    assert sent <= revisions == cases <= sent + 4  # an answer may be lost with the last crash


def test_a_disk_that_is_full_keeps_half_of_nothing_and_a_restart_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    with files_up_to(20 * 2**20), embedded_server(folder) as address:
        database = ready(address)
    sent = [
        revision(f"d{number}", steps("a", case=f"d{number}"), text=os.urandom(1_500_000).hex())
        for number in range(16)  # which PostgreSQL can pack to half
    ]
    with running_service(database.service, tmp_path / "service") as service:
        with files_up_to(20 * 2**20), embedded_server(folder):
            ada = service.member("Ada")
            done = _sent_until_full(ada, sent)
            assert 3 < done < 16
            assert kept(database.admin) == (done, done)
        with embedded_server(folder, is_kept=False):
            standing = _sent_at_last(ada, sent[done])
            assert standing in (RevisionStanding.FIRST, RevisionStanding.KNOWN)
            assert kept(database.admin) == (done + 1, done + 1)
        assert "File too large" not in service.log.getvalue()


def _sent_at_last(client: ServiceClient, sent: CaseRevision) -> RevisionStanding:
    """Send until the service has its database again."""
    for _ in range(60):
        try:
            return client.send(sent).standing
        except Unreachable:
            time.sleep(0.5)
    return client.send(sent).standing


def _sent_until_full(client: ServiceClient, sent: list[CaseRevision]) -> int:
    """Send until the service says that it is busy, which lets a laptop wait; give how many went."""
    for done, each in enumerate(sent):
        try:
            client.send(each)
        except Unreachable as error:
            assert "busy" in str(error)  # noqa: PT017  of the first that is refused
            return done
    return len(sent)
