"""Running the service until it is told to stop."""

from __future__ import annotations

import gc
import socket

import uvicorn

from assess.errors import AssessError
from assess.languages import gettext
from assess.secretariat.database.pool import DatabasePool, demand_fitting
from assess.secretariat.installation import Installation
from assess.secretariat.service.application import application
from assess.secretariat.service.running import Running

WAITING = 2048
"""So many connections wait until they are taken; 200 laptops may ask in one moment."""

_SECONDS_TO_FINISH = 20


def serve(installation: Installation, host: str, port: int, names: tuple[str, ...] = ()) -> None:
    """Answer on an address until the process is told to stop; what was begun is finished first.

    `names` are those by which the service is reached from outside, such as `assess.example.org`.
    """
    demand_fitting(installation.database)
    gc.collect()
    gc.freeze()  # what is loaded stays: it is not gone through again for each few requests
    try:
        listening = socket.create_server((host, port), backlog=WAITING)
    except OSError as error:
        raise AssessError(
            gettext(
                "The service cannot listen on {host}, port {port}: {reason}.",
                host=host,
                port=port,
                reason=error.strerror or error,
            )
        ) from error
    with listening:
        taken = listening.getsockname()[1]
        local = {f"{name}:{taken}" for name in (host, "localhost", "127.0.0.1")}
        running = Running(
            DatabasePool(installation.database),
            installation.key,
            installation.identity.recipient,
            hosts=frozenset({*local, *(name.lower() for name in names)}),
        )
        running.log.write("started", host=host, port=taken)
        uvicorn.Server(
            uvicorn.Config(
                application(running),
                log_level="warning",
                access_log=False,
                server_header=False,
                lifespan="on",
                proxy_headers=False,
                timeout_graceful_shutdown=_SECONDS_TO_FINISH,
            )
        ).run([listening])
        running.log.write("stopped")
