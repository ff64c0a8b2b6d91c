"""The newest snapshot of the table of peers or of the register, for every device that is known."""

from __future__ import annotations

from starlette.responses import Response

from assess.languages import gettext
from assess.secretariat.service.asking import Asking
from assess.secretariat.service.problem import Rejected


async def read_snapshot(asking: Asking) -> Response:
    """Give the newest snapshot of a kind, unless the asker has it already."""
    cursor = await asking.rows.execute(
        "SELECT number, encode(sha256, 'hex') AS name, content, signature FROM snapshot"
        " WHERE kind = %s ORDER BY number DESC LIMIT 1",
        (asking.parts["kind"],),
    )
    found = await cursor.fetchone()
    if found is None:
        raise Rejected(404, "unknown", gettext("Nothing of this kind was published yet."))
    tag = f'"{found["name"]}"'
    if asking.known_tag == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(
        bytes(found["content"]),
        media_type="application/json",
        headers={
            "ETag": tag,
            "Assess-Number": str(found["number"]),
            "Assess-Signature": bytes(found["signature"]).hex(),
        },
    )
