"""How long the staff wait: a queue of 10,000 cases, and a case opened, while 40 laptops send.

`python tests/benchmarks/bench_review.py [CASES]` starts a PostgreSQL of its own, and the service as
a process. A case is opened as the screen does it: read, checked, beside its last round.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from uuid import uuid4

import psycopg

from assess.core.submission.kept import SecretariatConnection
from assess.core.submission.revision import CaseRevision
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import ServiceClient
from assess.locations import demonstration_files, indicators_folder
from assess.secretariat import keeping
from assess.secretariat.database.embedded import embedded_server
from assess.secretariat.installation import install
from assess.signature import SigningKey, load_or_make_key
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.program.demonstration import demonstrate
from assess.workflow.submission.reviewing import review_office
from assess.workflow.submission.sending import revision_for
from tests.benchmarks.bench_secretariat import case, enrolled, free_port, process

SENDERS = 40
TIMES = 20
MOST = 12
"""So many cases each laptop sends at most, one in five seconds."""

_FILL = (
    'INSERT INTO "case" (id, country, organisation, organisation_key, state_since)'
    " SELECT 'fill' || n, 'NOR', 'Cluster ' || n, 'cluster ' || n, now() - n * interval '1 minute'"
    " FROM generate_series(1, %s) n"
)


def say(what: str, seconds: list[float]) -> None:
    """Print a line."""
    print(f"{what:44} median {median(seconds) * 1000:5.0f} ms, worst {max(seconds) * 1000:5.0f} ms")


def timed(act: Callable[[], object]) -> list[float]:
    """Do something several times, once unmeasured before."""
    act()
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return found


@contextmanager
def senders(url: str, keys: list[SigningKey]) -> Iterator[None]:
    """Have 40 laptops send a case every five seconds."""
    is_over = threading.Event()

    def send(key: SigningKey, sent: list[CaseRevision]) -> None:
        client = ServiceClient(url, key)
        for each in sent:
            if is_over.wait(5):
                break
            client.send(each)
        client.close()

    threads = [
        threading.Thread(
            target=send, args=(key, [case(f"sent-{number}-{each}") for each in range(MOST)])
        )
        for number, key in enumerate(keys[:SENDERS])
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def reviewer(database: str, url: str, folder: Path) -> Desk:
    """Give the desk of a reviewer, and have the demonstration's cases at the secretariat."""
    key, _ = load_or_make_key(folder / "reviewer.pem")
    with keeping.office(database) as rows:
        made = keeping.make_account(rows, "Rita", (Role.REVIEWER, Role.EXPERT))
        code = keeping.invite(rows, made)
    demonstrate(folder / "assess.db", indicators_folder(), demonstration_files())
    desk = open_desk(folder / "assess.db", indicators_folder())
    client = ServiceClient(url, key)
    from assess.core.submission.exchanged import Enrolment

    client.enrol(Enrolment(code=code, name="bench"))
    for each in desk.store.cases.all():
        client.send(revision_for(desk, desk.store.assessment(each.id)))
    client.close()
    known = SecretariatConnection(
        url=url,
        account=str(uuid4()),
        device="",
        name="Rita",
        service_key="",
        recipient="",
        key_file=str(folder / "reviewer.pem"),
    )
    desk.store.submissions.connect(known)
    return desk


def main() -> None:
    """Measure."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with (
        tempfile.TemporaryDirectory() as folder,
        embedded_server(Path(tempfile.mkdtemp()) / "postgresql", is_kept=False) as server,
    ):
        office = Path(folder) / "office"
        installation, _, _ = install(server, office)
        port = free_port()
        words = ("secretariat", "serve", "--port", str(port), "--folder", str(office))
        url = f"http://127.0.0.1:{port}"
        with process("-m", "assess", *words, port=port):
            keys = enrolled(installation.database, server, Path(folder))
            with psycopg.connect(server, options="-c search_path=assess") as rows:
                rows.execute(_FILL, (cases,))
            with reviewer(installation.database, url, Path(folder)) as desk:
                measure(desk, f"of {cases}")
                with senders(url, keys):
                    measure(desk, f"of {cases}, 40 send")


def measure(desk: Desk, what: str) -> None:
    """Measure the queue and an opened case."""
    with review_office(desk) as office:
        say(f"first page of the queue {what}", timed(office.queue))
        say(f"a case opened {what}", timed(lambda: office.open("ninguna")))


if __name__ == "__main__":
    main()
