"""A service that answers on this machine, and laptops that ask it."""

from __future__ import annotations

import io
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assess.core.record.entry import RecordEntry
from assess.core.record.past import step_of
from assess.core.submission.exchanged import Enrolment
from assess.core.submission.revision import CaseRevision, revision_of
from assess.core.submission.role import Role
from assess.exchange.case.case_file_fields import VERSION
from assess.exchange.case.record_section import as_filed
from assess.exchange.submission.service_client import ServiceClient
from assess.secretariat import keeping
from assess.secretariat.database.pool import DatabasePool
from assess.secretariat.service.application import application
from assess.secretariat.service.request_log import RequestLog
from assess.secretariat.service.running import Running, ServiceLimits, usual_limits
from assess.signature import SigningKey, load_or_make_key


@dataclass
class RunningService:
    """A service with the database that it works with."""

    url: str
    database: str
    running: Running
    log: io.StringIO
    folder: Path
    clients: list[ServiceClient] = field(default_factory=list)
    cut_answers: int = 0
    """So many requests are done, and their answers lost."""
    refusing: bool = False
    """As a network that is away: every connection is cut before anything is read."""

    def key(self, name: str) -> SigningKey:
        """Give the key of a device, made where there is none."""
        return load_or_make_key(self.folder / f"{name}.pem")[0]

    def client(self, name: str) -> ServiceClient:
        """Give a client with the key of a device, enrolled or not."""
        made = ServiceClient(self.url, self.key(name), patience=20)
        self.clients.append(made)
        return made

    def account(self, name: str, *roles: Role, countries: tuple[str, ...] = ()) -> None:
        """Make an account."""
        with keeping.office(self.database) as rows:
            keeping.make_account(rows, name, roles or (Role.EXPERT,), countries)

    def code(self, name: str) -> str:
        """Make a code for an account."""
        with keeping.office(self.database) as rows:
            return keeping.invite(rows, keeping.account_called(rows, name).id)

    def laptop(self, name: str, account: str | None = None) -> ServiceClient:
        """Give the client of a device that is enrolled for an account."""
        client = self.client(name)
        client.enrol(Enrolment(code=self.code(account or name), name=name))
        return client

    def member(self, name: str, *roles: Role, countries: tuple[str, ...] = ()) -> ServiceClient:
        """Make an account, and give the client of its device."""
        self.account(name, *roles, countries=countries)
        return self.laptop(name)

    def lines(self) -> list[dict[str, Any]]:
        """Give what was logged."""
        return [json.loads(line) for line in self.log.getvalue().splitlines()]


class CutLine:
    """The line to the service, which can be cut before a request is read or an answer sent."""

    def __init__(self, app: ASGIApp, service: RunningService) -> None:
        """Take the application at its end."""
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes, unless the line is cut."""
        service = self._service
        if scope["type"] != "http" or not (service.refusing or service.cut_answers):
            await self._app(scope, receive, send)
            return
        if not service.refusing:
            service.cut_answers -= 1
            await self._app(scope, receive, _lost)
        headers = [(b"content-length", b"1000")]  # which never come: the line is closed
        await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _lost(_: Message) -> None:
    """Lose what would be sent."""


@contextmanager
def running_service(
    database: str, folder: Path, *, limits: ServiceLimits | None = None
) -> Iterator[RunningService]:
    """Run a service in a thread, on a port that is free."""
    folder.mkdir(parents=True, exist_ok=True)
    key, _ = load_or_make_key(folder / "service-key.pem")
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listening:
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        log = io.StringIO()
        running = Running(
            DatabasePool(database),
            key,
            recipient="age1test",
            hosts=frozenset({host}),
            limits=limits or usual_limits(),
            log=RequestLog(log),
        )
        service = RunningService(f"http://{host}", database, running, log, folder)
        line = CutLine(application(running), service)
        server = uvicorn.Server(uvicorn.Config(line, log_level="critical", lifespan="on"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started and thread.is_alive():
            thread.join(0.01)
        try:
            yield service
        finally:
            for client in service.clients:
                client.close()
            server.should_exit = True
            thread.join(20)


def steps(
    *names: str, case: str = "abc", merges: dict[str, list[RecordEntry]] | None = None
) -> list[RecordEntry]:
    """Give the entries of a record, called so; some merge the record of another copy."""
    found: list[RecordEntry] = []
    before = ""
    for name in names:
        brought = (merges or {}).get(name, [])
        found += [entry for entry in brought if entry not in found]
        entry = RecordEntry(
            case=case,
            kind="merged" if brought else "details",
            at="2026-11-02T10:00:00+00:00",
            before=before,
            fields={"name": name, **({"other": brought[-1].hash} if brought else {})},
            seed=sha256(name.encode()).hexdigest()[:32],
        )
        found.append(entry)
        before = entry.hash
    return found


def revision(case: str, record: list[RecordEntry], **answers: Any) -> CaseRevision:
    """Give a revision of a case with that record."""
    file = {
        "format": "assess-case",
        "version": VERSION,
        "catalogue": "2026.2",
        "organisation": {"name": f"Cluster {case}", "country": "NOR"},
        "case": {"id": case},
        "answers": [{"question": name, "value": value} for name, value in answers.items()],
        "record": [
            as_filed(entry).model_dump(mode="json", exclude_defaults=True) for entry in record
        ],
    }
    return revision_of(case, [step_of(entry) for entry in record], "en", file)
