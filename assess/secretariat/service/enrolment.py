"""A device makes itself known, once, by the code that its account was given."""

from __future__ import annotations

from hashlib import sha256
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from assess.core.submission.exchanged import Enrolled, Enrolment, KnownDevice
from assess.exchange.submission.signed_request import NONCE_HEADER
from assess.languages import gettext
from assess.secretariat.service.asking import Asking, no_nonce, signature_of
from assess.secretariat.service.limits import body_of
from assess.secretariat.service.problem import Rejected
from assess.secretariat.service.review import body_as
from assess.secretariat.service.running import Running


class EnrolmentEndpoint:
    """Takes a code, and the key that signed the request with it."""

    def __init__(self, running: Running) -> None:
        """Take what the service holds."""
        self._running = running

    async def __call__(self, request: Request) -> Response:
        """Add the device; a code that is wrong, used or too old is refused alike."""
        running = self._running
        came, content = await body_of(request)
        said = signature_of(request, came, running)
        if running.nonces.raw(said.nonce) is None:
            raise no_nonce()
        running.limits.enrolments.count((request.client.host if request.client else "").encode())
        asked = body_as(Enrolment, content)
        async with running.pool.transaction() as rows:
            cursor = await rows.execute(
                "SELECT * FROM enrol(%s, %s, %s, %s, %s)",
                (code_hash(asked.code), uuid4(), said.key, asked.recipient, asked.name),
            )
            found = await cursor.fetchone()
            await rows.execute(
                "SELECT add_audit('enrol', NULL, %s)",
                (str(found["device"]) if found else "refused",),
            )
        if found is None:
            raise Rejected(
                403, "code", gettext("The code is not right, or was used, or is too old.")
            )
        enrolled = Enrolled(
            account=found["account"],
            device=found["device"],
            name=found["name"],
            service_key=running.key.public.hex(),
            recipient=running.recipient,
        )
        return Response(
            enrolled.model_dump_json(),
            201,
            {NONCE_HEADER: running.nonces.make()},
            media_type="application/json",
        )


def code_hash(code: str) -> bytes:
    """Give what is kept of a code: it has 100 bits of chance, so no salt is needed."""
    return sha256(b"assess-enrolment-1\n" + code.encode()).digest()


async def read_me(asking: Asking) -> Response:
    """Tell a device how it is known."""
    known = KnownDevice(
        account=asking.account,
        device=asking.device,
        name=asking.name,
        roles=asking.roles,
        countries=asking.countries,
        time=asking.running.clock(),
    )
    return Response(known.model_dump_json(), media_type="application/json")
