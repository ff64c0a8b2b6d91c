"""Who asks: the signature is checked, the nonce spent, the right looked up, the trail written.

All of it is one transaction with what is asked for: where the connection breaks, nothing was done,
and the nonce is not spent either.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from assess.core.submission.role import Action, Role, may
from assess.exchange.submission.signed_request import (
    NONCE_HEADER,
    RequestSignature,
    is_signed_request,
    read_header,
)
from assess.languages import gettext
from assess.secretariat.database.pool import AsyncRows
from assess.secretariat.service.limits import body_of
from assess.secretariat.service.problem import Rejected
from assess.secretariat.service.running import Running


@dataclass
class Asking:
    """A request of a device that is known, within its transaction."""

    running: Running
    rows: AsyncRows
    content: bytes
    """The body, unpacked."""
    account: UUID
    device: UUID
    key: bytes
    name: str
    roles: tuple[Role, ...]
    countries: tuple[str, ...]
    parts: Mapping[str, str] = field(default_factory=dict)
    """What the path names: case, revision, question, id."""
    query: Mapping[str, str] = field(default_factory=dict)
    known_tag: str = ""
    """What the asker has already, as the header `If-None-Match` says it."""
    signature: str = ""
    """Over the document that is sent, as the header `Assess-Signature` says it."""
    case: str | None = None
    """Which case it is about, for the trail."""
    outcome: str = "done"
    events: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """What happened, to be told when all else is written: case, kind and body."""

    def tell(self, case: str, kind: str, **body: Any) -> None:
        """Note what happened to a case, for everybody who sees it."""
        self.events.append((case, kind, body))


Handler = Callable[[Asking], Awaitable[Response]]


class SignedEndpoint:
    """A handler behind the checks that every request of a device goes through."""

    def __init__(self, running: Running, action: Action | None, handler: Handler) -> None:
        """Take what the handler needs the right to; None: every known device may."""
        self._running = running
        self._action = action
        self._handler = handler

    async def __call__(self, request: Request) -> Response:
        """Answer a request; every answer brings the next nonce."""
        running = self._running
        running.limits.addresses.count(_address(request))
        came, content = await body_of(request)
        said = signature_of(request, came, running)
        running.limits.devices.count(said.key)
        nonce = running.nonces.raw(said.nonce)
        if nonce is None:
            raise no_nonce()
        async with running.pool.transaction() as rows:
            asking = await self._known(rows, request, content, said, nonce)
            try:
                response = await self._allowed(asking)
            except Rejected as rejected:
                asking.outcome = rejected.code
                asking.events.clear()
                response = rejected.response()
            await close_request(asking, self._action)
        response.headers[NONCE_HEADER] = running.nonces.make()
        return response

    async def _known(
        self,
        rows: AsyncRows,
        request: Request,
        content: bytes,
        said: RequestSignature,
        nonce: bytes,
    ) -> Asking:
        async with rows.pipeline():  # with what begins the transaction, in one go
            cursor = await rows.execute("SELECT * FROM begin_request(%s, %s)", (said.key, nonce))
        found = await cursor.fetchone()
        if found is None:
            raise Rejected(
                401,
                "device",
                gettext("This device is not known here, or it was revoked."),
            )
        if not found["is_fresh"]:
            raise no_nonce()
        return Asking(
            self._running,
            rows,
            content,
            found["account"],
            found["device"],
            said.key,
            found["name"],
            tuple(map(Role, found["roles"])),
            tuple(found["countries"]),
            parts=request.path_params,
            query=request.query_params,
            known_tag=request.headers.get("if-none-match", ""),
            signature=request.headers.get("assess-signature", ""),
            case=request.path_params.get("case"),
        )

    async def _allowed(self, asking: Asking) -> Response:
        if self._action is not None and not may(asking.roles, self._action):
            raise forbidden()
        return await self._handler(asking)


def no_nonce() -> Rejected:
    """Ask for the request again, with the nonce that comes with this answer."""
    return Rejected(
        401, "nonce", gettext("The request is to be signed with the nonce of this answer.")
    )


def forbidden() -> Rejected:
    """Refuse without saying whether there is such a case."""
    return Rejected(403, "forbidden", gettext("This account may not do that."))


def signature_of(request: Request, body: bytes, running: Running) -> RequestSignature:
    """Give the signature of a request that fits it; refuse any other."""
    header = request.headers.get("authorization", "")
    if not header:
        raise no_nonce()
    said = read_header(header)
    if said is None:
        raise Rejected(401, "signature", gettext("The signature of the request cannot be read."))
    host = request.headers.get("host", "")
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if host.lower() not in running.hosts or not is_signed_request(
        said, request.method, host, path, body
    ):
        raise Rejected(
            401,
            "signature",
            gettext(
                "The signature does not fit this request: the request was altered, or the "
                "signature belongs to another request."
            ),
        )
    return said


def _address(request: Request) -> bytes:
    return (request.client.host if request.client else "").encode()


async def close_request(asking: Asking, action: Action | None) -> None:
    """Tell what happened, write the trail, and commit: last, since others wait for its end."""
    from psycopg.types.json import Jsonb

    calls: list[str] = []
    values: list[Any] = []
    for case, kind, body in asking.events:
        calls.append("add_event(%s, %s, %s)")
        values += [case, kind, Jsonb(body)]
    if asking.case is not None or asking.outcome != "done":
        calls.append("add_audit(%s, %s, %s)")
        values += [action.value if action else "known", asking.case, asking.outcome]
    if calls:
        async with asking.rows.pipeline():
            await asking.rows.execute(f"SELECT {', '.join(calls)}".encode(), values)
            await asking.rows.commit()
