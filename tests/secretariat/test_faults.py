"""Faults: cut lines, the same thing a hundred times, restarts, kills, wrong clocks."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from assess.core.submission.exchanged import Enrolment, RevisionStanding
from assess.core.submission.role import Role
from assess.errors import AssessError, Unreachable
from assess.exchange.submission.service_client import ServiceClient
from assess.secretariat import keeping
from assess.secretariat.installation import install
from assess.signature import load_or_make_key
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.cut_line import ENDLESS, line_to
from tests.secretariat.service import RunningService, revision, steps

EXPERT = (Role.EXPERT,)


def kept(database: str) -> tuple[int, int]:
    """Count revisions and cases, as they are in the database."""
    with psycopg.connect(database, options="-c search_path=assess") as rows:
        found = rows.execute(
            'SELECT (SELECT count(*) FROM revision), (SELECT count(*) FROM "case")'
        )
        row = found.fetchone()
        fault = rows.execute("SELECT first_audit_fault()").fetchone()
    assert fault == (None,)
    assert row is not None
    return int(row[0]), int(row[1])


def test_a_revision_that_is_sent_many_times_at_once_is_there_once(
    service: RunningService, database: TestDatabase
) -> None:
    service.account("Ada")
    service.laptop("0", "Ada")
    sent = revision("abc", steps("a"))
    key = service.key("0")
    clients = [ServiceClient(service.url, key) for _ in range(100)]

    def send(client: ServiceClient) -> RevisionStanding:
        try:
            return client.send(sent).standing
        finally:
            client.close()

    with ThreadPoolExecutor(100) as pool:
        standings = Counter(pool.map(send, clients))
    assert standings == {RevisionStanding.FIRST: 1, RevisionStanding.KNOWN: 99}
    assert kept(database.admin) == (1, 1)


def test_an_answer_that_is_lost_is_given_again(
    service: RunningService, database: TestDatabase
) -> None:
    ada = service.member("Ada")
    sent = revision("abc", steps("a"))
    ada.me()  # which brings a nonce
    service.cut_answers = 2  # the client tries a kept connection twice
    with pytest.raises(Unreachable):
        ada.send(sent)
    again = ada.send(sent)
    assert again.standing is RevisionStanding.KNOWN
    assert again.receipt is not None
    assert kept(database.admin) == (1, 1)


@pytest.mark.parametrize("part", ["nothing", "half a head", "a head", "half a body"])
def test_a_line_that_is_cut_while_sending_leaves_nothing(
    service: RunningService, database: TestDatabase, part: str
) -> None:
    ada = service.member("Ada")
    sent = revision("abc", steps("a"), text="x" * 20_000)
    head = (
        f"PUT /v1/cases/abc/revisions/{sent.name} HTTP/1.1\r\nHost: {service.url[7:]}\r\n"
        f"Content-Length: {len(sent.content)}\r\nAuthorization: x\r\n\r\n"
    ).encode()
    said = {
        "nothing": b"",
        "half a head": head[:50],
        "a head": head,
        "half a body": head + sent.content[:10_000],
    }[part]
    host, _, port = service.url[7:].partition(":")
    for is_hard in (False, True):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(said)
            if is_hard:  # the connection is reset, not closed
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert kept(database.admin) == (0, 0)
    assert ada.send(sent).standing is RevisionStanding.FIRST


def test_a_line_that_is_cut_in_any_phase_loses_nothing_and_doubles_nothing(
    service: RunningService, database: TestDatabase
) -> None:
    """In either direction, from the first byte to the last: sent again, it is there once."""
    service.member("Ada")
    with line_to(service.url[7:]) as line:
        service.running.hosts |= {line.host}

        def send(number: int) -> RevisionStanding:
            name = f"cut-{number}"
            made = revision(name, steps("a", case=name), text="x" * 3000)
            client = ServiceClient(f"http://{line.host}", service.key("Ada"), patience=20)
            try:
                return client.send(made).standing
            finally:
                client.close()

        assert send(0) is RevisionStanding.FIRST
        up, down = line.went
        cuts = [
            (direction, part * whole // 8)
            for direction, whole in (("up", up), ("down", down))
            for part in range(8)
        ]
        cuts += [("up", up - 1), ("down", down - 1)]
        outcomes = Counter[str]()
        for number, (direction, left) in enumerate(cuts, 1):
            line.up = line.down = ENDLESS
            setattr(line, direction, left)
            with pytest.raises(Unreachable):
                send(number)
            line.up = line.down = ENDLESS
            outcomes[send(number).value] += 1
    assert kept(database.admin) == (len(cuts) + 1, len(cuts) + 1)
    assert set(outcomes) == {"first", "known"}


@pytest.mark.slow
def test_connections_of_the_database_that_break_are_replaced(
    service: RunningService, database: TestDatabase
) -> None:
    """As after a restart of PostgreSQL: every connection is gone."""
    ada = service.member("Ada")
    for number in range(3):
        ada.send(revision(f"case-{number}", steps("a", case=f"case-{number}")))
        with psycopg.connect(database.admin, autocommit=True) as rows:
            rows.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'service'"
                " AND datname = current_database()"
            )
    assert kept(database.admin) == (3, 3)


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_that_is_wrong_stops_nothing(service: RunningService, days: int) -> None:
    """The nonces are the service's own; the laptop's clock decides nothing."""
    service.running.clock = lambda: datetime.now(UTC) + timedelta(days=days)
    ada = service.member("Ada")
    sent = ada.send(revision("abc", steps("a")))
    assert sent.standing is RevisionStanding.FIRST
    told = ada.inbox(0).time
    assert abs((told - datetime.now(UTC)).total_seconds() - days * 86400) < 60


def test_no_answer_of_a_case_is_in_a_log(service: RunningService) -> None:
    ada = service.member("Ada")
    secret = "Nobody-may-read-this"
    ada.send(revision("abc", steps("a"), text=secret))
    ada.ask("PUT", f"/v1/cases/abc/questions/{secret}", secret.encode())
    ada.ask("PUT", f"/v1/cases/abc/revisions/{'0' * 64}", f'{{"a":"{secret}"}}'.encode())
    with psycopg.connect(service.database) as rows:
        rows.execute("SELECT 1")
    assert secret not in service.log.getvalue()
    assert "Cluster abc" not in service.log.getvalue()
    assert {line["what"] for line in service.lines()} == {"request"}


def test_what_fails_inside_is_told_without_its_text(
    service: RunningService, database: TestDatabase
) -> None:
    ada = service.member("Ada")
    with psycopg.connect(database.admin) as rows:
        rows.execute("DROP FUNCTION assess.add_audit")
    ada.me()
    answer = ada._with_nonce("GET", "/v1/cases/abc", b"", {})
    assert answer.status == 500
    assert b"add_audit" not in answer.content
    assert b"Traceback" not in answer.content
    assert any(line["what"] == "error" for line in service.lines())


@contextmanager
def served(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the service as a process of its own, which is killed in the end."""
    program = "from assess.cli import main; main()"
    words = ["secretariat", "serve", "--port", str(port), "--folder", str(folder)]
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize("kills", [1, pytest.param(50, marks=pytest.mark.slow)])
def test_a_service_that_is_killed_again_and_again_loses_nothing(
    database: TestDatabase, tmp_path: Path, kills: int
) -> None:
    """SIGKILL again and again under load: what a laptop was told is there."""
    folder, port = tmp_path / "office", _free_port()
    installation, _, _ = install(database.admin, folder)
    keys = [load_or_make_key(tmp_path / f"{name}.pem")[0] for name in range(4)]
    url = f"http://127.0.0.1:{port}"
    with served(folder, port):
        for number, key in enumerate(keys):
            with keeping.office(installation.database) as rows:
                code = keeping.invite(rows, keeping.make_account(rows, f"A{number}", EXPERT))
            client = ServiceClient(url, key)
            client.enrol(Enrolment(code=code, name="laptop"))
            client.close()
    told: list[str] = []
    is_over = threading.Event()

    def work(number: int) -> int:
        client = ServiceClient(url, keys[number], patience=5)
        sent = 0
        while not is_over.is_set():
            case = f"k{number}-{sent}"
            made = revision(case, steps("a", case=case), text="x" * 5000)
            try:
                received = client.send(made)
            except AssessError:
                time.sleep(0.05)
                continue
            assert received.receipt is not None
            told.append(made.name)
            sent += 1
        client.close()
        return sent

    with ThreadPoolExecutor(4) as pool:
        workers = [pool.submit(work, number) for number in range(4)]
        for _ in range(kills):
            before = len(told)
            with served(folder, port) as process:
                for _ in range(1200):  # until something is told, whatever else the machine does
                    if len(told) > before:
                        break
                    time.sleep(0.05)
                os.kill(process.pid, signal.SIGKILL)
        is_over.set()
        sent = sum(worker.result() for worker in workers)
    revisions, cases = kept(database.admin)
    with psycopg.connect(database.admin) as found:
        names = {row[0].hex() for row in found.execute("SELECT sha256 FROM assess.revision")}
    assert set(told) <= names
    assert len(told) == sent >= kills
    assert sent <= revisions == cases <= sent + 4  # an answer may be lost with the last kill
