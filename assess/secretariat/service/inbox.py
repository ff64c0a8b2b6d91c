"""The inbox: what happened to the cases that somebody sees, after a number that they have."""

from __future__ import annotations

from starlette.responses import Response

from assess.core.submission.exchanged import Inbox, InboxItem
from assess.languages import gettext
from assess.secretariat.service.asking import Asking
from assess.secretariat.service.problem import Rejected

PAGE = 200
"""So many items come at once."""

_MOST = 2**62


async def read_inbox(asking: Asking) -> Response:
    """Give what happened after a number, oldest first, and what was read to the trail."""
    after = asking.query.get("after", "0")
    if not after.isdecimal() or not after.isascii() or int(after) > _MOST:
        raise Rejected(
            422, "cursor", gettext("The number after which to ask is not a whole number.")
        )
    found = await items_after(asking, int(after))
    page = found[:PAGE]
    inbox = Inbox(
        items=page,
        cursor=page[-1].number if page else int(after),
        is_all=len(found) <= PAGE,
        time=asking.running.clock(),
    )
    for case in sorted({item.case for item in page}):
        await asking.rows.execute("SELECT add_audit('inbox', %s, 'done')", (case,))
    return Response(inbox.model_dump_json(exclude_none=True), media_type="application/json")


async def items_after(asking: Asking, number: int) -> tuple[InboxItem, ...]:
    """Give the items of a page, and one more if there is one."""
    cursor = await asking.rows.execute(
        "SELECT e.number, e.case_id, e.kind, e.at, e.body"
        " FROM event e WHERE e.number > %s ORDER BY e.number LIMIT %s",
        (number, PAGE + 1),
    )
    return tuple(
        InboxItem(
            number=row["number"],
            case=row["case_id"],
            kind=row["kind"],
            at=row["at"],
            by=row["body"].get("by"),
            body={name: value for name, value in row["body"].items() if name != "by"},
        )
        for row in await cursor.fetchall()
    )
