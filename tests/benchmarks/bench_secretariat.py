"""How the service of the secretariat holds under load, beside a bare insert in the same run.

`python tests/benchmarks/bench_secretariat.py [CASES]` starts a PostgreSQL of its own, and the
service as a process: 200 laptops ask in one moment, 40 send at once, CASES cases (1300) are sent.
Then an application of Starlette and psycopg that only inserts the same bytes takes as many.
"""

from __future__ import annotations

import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

import psycopg
import uvicorn
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assess.core.record.entry import RecordEntry
from assess.core.record.past import step_of
from assess.core.submission.revision import CaseRevision, revision_of
from assess.core.submission.role import Role
from assess.exchange.case.case_file_fields import VERSION
from assess.exchange.case.record_section import as_filed
from assess.exchange.submission.service_client import ServiceClient
from assess.secretariat import keeping
from assess.secretariat.database.embedded import embedded_server
from assess.secretariat.installation import install
from assess.signature import SigningKey, load_or_make_key

SENDERS, LAPTOPS = 40, 200
ROOT = Path(__file__).resolve().parents[2]


def case(name: str, version: int = 1) -> CaseRevision:
    """Give a revision of an interview: 150 answers, each entered with its salts and chained.

    It is larger than a case file by the record, which the service works out anew.
    """
    record: list[RecordEntry] = []
    answers = []
    for number in range(149 + version):
        said = {"question": f"q{number}", "status": "answered", "value": number * 1.5}
        record.append(
            RecordEntry(
                case=name,
                kind="answer",
                at="2026-11-02T10:00:00+00:00",
                before=record[-1].hash if record else "",
                fields=said,
                seed=sha256(f"{name} {number}".encode()).hexdigest()[:32],
            )
        )
        answers.append(said)
    file = {
        "format": "assess-case",
        "version": VERSION,
        "catalogue": "2026.2",
        "organisation": {"name": f"Cluster {name}", "country": "NOR"},
        "case": {"id": name},
        "answers": answers,
        "record": [
            as_filed(entry).model_dump(mode="json", exclude_defaults=True) for entry in record
        ],
    }
    return revision_of(name, [step_of(entry) for entry in record], "en", file)


@contextmanager
def process(*words: str, port: int) -> Iterator[None]:
    """Run a program until the block ends."""
    with subprocess.Popen(
        [sys.executable, *words],
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as running:
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        try:
            yield
        finally:
            running.terminate()
            running.wait()


def free_port() -> int:
    """Give a port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def timed(work: list[Callable[[], object]], at_once: int) -> tuple[float, list[float], int]:
    """Do everything, so many at once; give the seconds, those of each, and how many failed."""

    def measure(each: Callable[[], object]) -> tuple[float, bool]:
        began = time.perf_counter()
        try:
            each()
        except Exception as error:  # noqa: BLE001  it is counted
            print(type(error).__name__, str(error)[:100])
            return time.perf_counter() - began, False
        return time.perf_counter() - began, True

    began = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        done = list(pool.map(measure, work))
    return time.perf_counter() - began, [each for each, _ in done], sum(not ok for _, ok in done)


def say(what: str, seconds: float, each: list[float], failed: int) -> None:
    """Print a line."""
    p99 = sorted(each)[int(len(each) * 0.99) - 1]
    print(
        f"{what:44} {len(each):5} in {seconds:6.1f} s, {len(each) / seconds:6.0f}/s, "
        f"median {statistics.median(each) * 1000:5.0f} ms, p99 {p99 * 1000:5.0f} ms, "
        f"{failed} failed"
    )


def run_bare(database: str, port: int) -> None:
    """Run an application that only inserts what comes."""
    pool = AsyncConnectionPool(database, min_size=2, max_size=12, open=False)

    async def put(request: Request) -> Response:
        content = await request.body()
        async with pool.connection() as rows:
            await rows.execute(
                "INSERT INTO bare VALUES (%s, %s)", (request.path_params["name"], content)
            )
        return Response("{}", 201)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.open()
        yield
        await pool.close()

    app = Starlette(routes=[Route("/{name}", put, methods=["PUT"])], lifespan=lifespan)
    uvicorn.run(app, port=port, log_level="critical", backlog=2048)


def main() -> None:
    """Measure."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1300
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    with (
        tempfile.TemporaryDirectory() as folder,
        embedded_server(Path(tempfile.mkdtemp()) / "postgresql", is_kept=False) as server,
    ):
        office = Path(folder) / "office"
        installation, _, _ = install(server, office)
        port = free_port()
        words = ("secretariat", "serve", "--port", str(port), "--folder", str(office))
        with process("-m", "assess", *words, port=port):
            keys = enrolled(installation.database, server, Path(folder))
            signed = measure(f"http://127.0.0.1:{port}", keys, cases)
        with psycopg.connect(server) as rows:
            rows.execute("CREATE TABLE bare (name text PRIMARY KEY, content bytea)")
        with process(__file__, "bare", server, str(other := free_port()), port=other):
            sent = [case(f"bare-{number}") for number in range(cases)]
            bare = timed([bare_put(other, each) for each in sent], SENDERS)
            say(f"bare insert of {len(sent[0].content)} bytes, 40 at once", *bare)
        print(f"ratio {signed / bare[0]:.1f}")


def enrolled(database: str, server: str, folder: Path) -> list[SigningKey]:
    """Give the keys of laptops, each of an account of its own."""
    keys = []
    for number in range(LAPTOPS):
        key, _ = load_or_make_key(folder / f"{number}.pem")
        keys.append(key)
    with keeping.office(database) as rows:
        accounts = [
            keeping.make_account(rows, f"Expert {number}", (Role.EXPERT,))
            for number in range(LAPTOPS)
        ]
    with psycopg.connect(server) as rows:  # so many enrolments at once would be refused
        rows.cursor().executemany(
            "INSERT INTO assess.device (id, account, public_key, name)"
            " VALUES (%s, %s, %s, 'laptop')",
            [(uuid4(), each, key.public) for each, key in zip(accounts, keys, strict=True)],
        )
    return keys


def measure(url: str, keys: list[SigningKey], cases: int) -> float:
    """Measure the service; give the seconds in which all cases were sent."""
    clients = [ServiceClient(url, key) for key in keys]

    def inbox(client: ServiceClient) -> Callable[[], object]:
        return lambda: client.inbox(0)

    say("200 laptops ask in one moment", *timed([inbox(each) for each in clients], LAPTOPS))
    say("200 laptops ask again", *timed([inbox(each) for each in clients], LAPTOPS))
    parts = [
        [case(f"case-{number}") for number in range(start, cases, SENDERS)]
        for start in range(SENDERS)
    ]
    each: list[float] = []

    def send_all(client: ServiceClient, part: list[CaseRevision]) -> Callable[[], object]:
        def run() -> None:
            for sent in part:
                began = time.perf_counter()
                client.send(sent)
                each.append(time.perf_counter() - began)

        return run

    work = [send_all(client, part) for client, part in zip(clients, parts, strict=False)]
    seconds, _, failed = timed(work, SENDERS)
    say(f"{cases} cases sent, 40 at once", seconds, each, failed)
    longer = [case(f"case-{number}", 2) for number in range(SENDERS)]
    both = [send_all(client, [sent]) for client, sent in zip(clients, longer, strict=False)]
    both += [inbox(client) for client in clients[SENDERS:]]
    say("40 send and 160 ask in one moment", *timed(both, LAPTOPS))
    for client in clients:
        client.close()
    return seconds


def bare_put(port: int, sent: CaseRevision) -> Callable[[], object]:
    """Give what sends a document to the bare application."""

    def run() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("PUT", f"/{sent.name}", sent.content)
        assert connection.getresponse().status == 201
        connection.close()

    return run


if __name__ == "__main__":
    if sys.argv[1:2] == ["bare"]:
        run_bare(sys.argv[2], int(sys.argv[3]))
    else:
        main()
