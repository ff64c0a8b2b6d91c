"""Running the service until it is told to stop."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import uvicorn

from assess.errors import AssessError
from assess.languages import gettext
from assess.secretariat.database.pool import DatabasePool, demand_fitting
from assess.secretariat.installation import Installation
from assess.secretariat.service.application import application
from assess.secretariat.service.request_log import RequestLog
from assess.secretariat.service.running import Running

WAITING = 2048
"""So many connections wait until they are taken; 200 laptops may ask in one moment."""

_SECONDS_TO_FINISH = 20
_SECONDS_BETWEEN_LOOKS = 0.01


def serve(installation: Installation, host: str, port: int, names: tuple[str, ...] = ()) -> None:
    """Answer on an address until the process is told to stop; what was begun is finished first.

    `names` are those by which the service is reached from outside, such as `assess.example.org`.
    """
    demand_fitting(installation.database)
    gc.collect()
    gc.freeze()  # what is loaded stays: it is not gone through again for each few requests
    with _listening(host, port) as listening:
        taken = listening.getsockname()[1]
        running = _running(installation, host, taken, names)
        running.log.write("started", host=host, port=taken)
        _server(running).run([listening])
        running.log.write("stopped")


@contextmanager
def serving_apart(installation: Installation, log: TextIO) -> Iterator[str]:
    """Answer on this machine in a thread of its own, on a free port; give the address."""
    demand_fitting(installation.database)
    host = "127.0.0.1"
    with _listening(host, 0) as listening:
        port = listening.getsockname()[1]
        server = _server(_running(installation, host, port, (), RequestLog(log)))
        thread = threading.Thread(target=server.run, args=([listening],), name="service")
        thread.start()
        try:
            while not server.started and thread.is_alive():
                thread.join(_SECONDS_BETWEEN_LOOKS)
            yield f"http://{host}:{port}"
        finally:
            server.should_exit = True
            thread.join(_SECONDS_TO_FINISH)


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=WAITING)
    except OSError as error:
        raise AssessError(
            gettext(
                "The service cannot listen on {host}, port {port}: {reason}.",
                host=host,
                port=port,
                reason=error.strerror or error,
            )
        ) from error


def _running(
    installation: Installation,
    host: str,
    port: int,
    names: tuple[str, ...],
    log: RequestLog | None = None,
) -> Running:
    local = {f"{name}:{port}" for name in (host, "localhost", "127.0.0.1")}
    return Running(
        DatabasePool(installation.database),
        installation.key,
        installation.identity.recipient,
        hosts=frozenset({*local, *(name.lower() for name in names)}),
        log=log or RequestLog(),
    )


def _server(running: Running) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            application(running),
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="on",
            proxy_headers=False,
            timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        )
    )
