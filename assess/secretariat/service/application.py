"""The application: routes, what is told when something fails, the log, opening and closing."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assess.core.submission.exchanged import Health
from assess.languages import gettext
from assess.secretariat.database.pool import NO_DATABASE
from assess.secretariat.service.asking import SignedEndpoint
from assess.secretariat.service.enrolment import EnrolmentEndpoint
from assess.secretariat.service.nonce import LIFETIME
from assess.secretariat.service.openapi import description
from assess.secretariat.service.problem import Rejected
from assess.secretariat.service.routes import PATTERNS, SIGNED
from assess.secretariat.service.running import Running

_FORGETTING = 60
"""Every so many seconds nonces that would be too old are forgotten."""


def application(running: Running) -> Starlette:
    """Make the application of a service."""
    routes = [
        Route("/v1/health", HealthEndpoint(running), methods=["GET"]),
        Route("/v1/openapi.json", _openapi, methods=["GET"]),
        Route(
            "/v1/devices", CheckedEndpoint(running, EnrolmentEndpoint(running)), methods=["POST"]
        ),
    ]
    routes += [
        Route(
            route.path,
            CheckedEndpoint(running, SignedEndpoint(running, route.action, route.handler)),
            methods=[route.method],
            name=f"{route.method} {route.path}",
        )
        for route in SIGNED
    ]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await running.pool.open()
        forgetting = asyncio.create_task(_forget(running))
        try:
            yield
        finally:
            forgetting.cancel()
            await asyncio.gather(forgetting, return_exceptions=True)
            await running.pool.close()

    made = Starlette(
        routes=routes, lifespan=lifespan, exception_handlers={HTTPException: _no_route}
    )
    made.add_middleware(Logged, running=running)
    return made


class CheckedEndpoint:
    """An endpoint whose path is as it must be, and whose failures are said in a sentence."""

    def __init__(self, running: Running, endpoint: SignedEndpoint | EnrolmentEndpoint) -> None:
        """Take the endpoint."""
        self._running = running
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        running = self._running
        try:
            _demand_written(request.path_params)
            return await self._endpoint(request)
        except Rejected as rejected:
            return rejected.response(running.nonces.make() if rejected.status == 401 else None)
        except NO_DATABASE as error:
            running.log.failure(error)
            return Rejected(
                503, "busy", gettext("The service is busy; try again in a moment."), retry_after=1
            ).response()


class HealthEndpoint:
    """Tells those who watch whether the service and its database work."""

    def __init__(self, running: Running) -> None:
        """Take what the service holds."""
        self._running = running

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the database for its schema."""
        running = self._running
        version = 0
        try:
            async with running.pool.transaction() as rows:
                cursor = await rows.execute("SELECT max(number) AS newest FROM schema_version")
                row = await cursor.fetchone()
                version = int(row["newest"]) if row else 0
        except NO_DATABASE as error:
            running.log.failure(error)
        health = Health(ok=version > 0, schema_version=version, time=running.clock())
        response = Response(
            health.model_dump_json(), 200 if version else 503, media_type="application/json"
        )
        await response(scope, receive, send)


class Logged:
    """Writes a line for each request, and tells a client nothing of what went wrong inside."""

    def __init__(self, app: ASGIApp, running: Running) -> None:
        """Take the application within."""
        self._app = app
        self._running = running

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        log = self._running.log
        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            status = 499
        except Exception as error:  # noqa: BLE001  it is logged, and told without its text
            log.failure(error)
            if status == 0:
                status = 500
                failed = Rejected(500, "failed", gettext("The service failed; this was noted."))
                await failed.response()(scope, receive, noting)
        route = scope.get("route")
        log.write(
            "request",
            method=scope["method"],
            route=getattr(route, "path", ""),
            status=status,
            ms=round((time.monotonic() - began) * 1000, 1),
        )


def _demand_written(parts: dict[str, Any]) -> None:
    """Refuse a path whose parts are no ids or hashes."""
    if not all(re.fullmatch(PATTERNS[name], str(value)) for name, value in parts.items()):
        raise Rejected(404, "unknown", gettext("There is no such address."))


async def _no_route(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 405:
        return Rejected(
            405, "method", gettext("This address does not take this method.")
        ).response()
    return Rejected(404, "unknown", gettext("There is no such address.")).response()


async def _openapi(_: Request) -> Response:
    return JSONResponse(description())


async def _forget(running: Running) -> None:
    """Forget nonces that are too old to be used again."""
    while True:
        try:
            async with running.pool.transaction() as rows:
                await rows.execute(
                    "SELECT forget_spent_nonces(make_interval(secs => %s))", (LIFETIME * 2 + 60,)
                )
        except NO_DATABASE as error:
            running.log.failure(error)
        await asyncio.sleep(_FORGETTING)
