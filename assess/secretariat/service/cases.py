"""Revisions of cases: what is sent, how it stands to what is here, and what is read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, LiteralString

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assess.core.record.canonical import canonical
from assess.core.record.past import PastStep
from assess.core.submission.exchanged import (
    CaseView,
    Receipt,
    Received,
    RevisionHead,
    RevisionStanding,
)
from assess.core.submission.revision import CaseRevision, read_revision
from assess.core.submission.standing import standing_of, steps_in
from assess.core.text.name import identity_key
from assess.exchange.submission.verified_record import verified_steps
from assess.languages import gettext
from assess.secretariat.service.asking import Asking, forbidden
from assess.secretariat.service.problem import Rejected
from assess.signature import is_signed

LARGE = 250_000
"""Bytes of a document whose reading, a hundredth of a second, would keep others waiting.

What is smaller is read at once: threads that all want the interpreter make everybody slower.
"""

_AGAIN_CHECKED = {"accepted", "returned", "label_proposed", "national_check", "central_check"}
"""The states that a new revision takes back: what was seen is no longer what is there."""


async def send_revision(asking: Asking) -> Response:
    """Take a revision; who may is checked before anything is said of the case."""
    received = await receive(asking)
    return Response(
        received.model_dump_json(), _STATUS[received.standing], media_type="application/json"
    )


async def receive(asking: Asking) -> Received:
    """Take a revision, whichever way it came."""
    case, name = asking.parts["case"], asking.parts["revision"]
    here = await _look(asking, case, name)
    revision, steps, signature = await _read(asking, case, name)
    if here is None:
        await _open(asking, revision)
    elif here["erased_at"] is not None:
        raise erased()
    elif not here["is_mine"]:
        raise forbidden()
    state = here["state"] if here else "submitted"
    heads = _heads(here["heads"] if here else [])
    known = here if here and here["sha256"] is not None else None
    standing = await _standing(asking, revision, steps, heads, is_known=known is not None)
    if known is None and standing is not RevisionStanding.BEHIND:
        known = await _keep(asking, revision, signature, standing, heads)
        state = known["moved"] or state
        new = RevisionHead(
            revision=revision.name,
            head=revision.head,
            received_at=known["received_at"],
            account=asking.account,
        )
        heads = (*heads, new) if standing is RevisionStanding.FORKED else (new,)
    asking.outcome = standing.value
    receipt = signed_receipt(asking, revision, known["received_at"]) if known else None
    return Received(standing=standing, state=state, heads=heads, receipt=receipt)


async def _look(asking: Asking, case: str, name: str) -> dict[str, Any] | None:
    """Look at a case, its heads and the revision of that name, once nobody else sends it.

    The lock is a statement before: one that waits for it would see what was there when it began.
    """
    async with asking.rows.pipeline():
        await asking.rows.execute(_LOCK, (case,))
        cursor = await asking.rows.execute(_LOOK, (case, bytes.fromhex(name), case))
    return await cursor.fetchone()


_LOCK: LiteralString = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 8242))"

_HEADS: LiteralString = (
    "SELECT encode(r.sha256, 'hex') AS revision, encode(r.head, 'hex') AS head, r.received_at,"
    " r.account, r.number FROM case_head h JOIN revision r ON r.sha256 = h.sha256"
    " WHERE h.case_id = %s"
)
"""The revisions of a case that no other extends."""

_LOOK: LiteralString = (
    "SELECT c.state, c.erased_at, c.id IN (SELECT my_cases()) AS is_mine, r.sha256, r.received_at,"  # noqa: S608  our own words
    " coalesce((SELECT json_agg(h ORDER BY h.number) FROM (" + _HEADS + ") AS h), '[]') AS heads"
    ' FROM "case" c LEFT JOIN revision r ON r.sha256 = %s AND r.case_id = c.id WHERE c.id = %s'
)


def _heads(rows: list[dict[str, Any]]) -> tuple[RevisionHead, ...]:
    fields = RevisionHead.model_fields
    return tuple(RevisionHead.model_validate({name: row[name] for name in fields}) for row in rows)


def erased() -> Rejected:
    """Say that nothing of a case is kept."""
    return Rejected(410, "erased", gettext("This case was erased; nothing of it is kept."))


_STATUS = {
    RevisionStanding.FIRST: 201,
    RevisionStanding.EXTENDS: 201,
    RevisionStanding.KNOWN: 200,
    RevisionStanding.BEHIND: 409,
    RevisionStanding.FORKED: 409,
}


def _proven(content: bytes) -> tuple[CaseRevision, list[PastStep]]:
    """Read a document, and work out its record anew."""
    revision = read_revision(content)
    return revision, verified_steps(revision)


async def _read(asking: Asking, case: str, name: str) -> tuple[CaseRevision, list[PastStep], bytes]:
    """Read the document, and check that it is what its name, record and signature say."""
    content = asking.content
    try:
        if len(content) > LARGE:
            revision, steps = await run_in_threadpool(_proven, content)
        else:
            revision, steps = _proven(content)
    except (ValueError, RecursionError) as error:
        raise Rejected(
            422,
            "document",
            gettext("The document is no revision of a case that this service can read."),
        ) from error
    if revision.case != case or revision.name != name:
        raise Rejected(422, "name", gettext("The document is not the one that the address names."))
    try:
        signature = bytes.fromhex(asking.signature)
    except ValueError:
        signature = b""
    if not is_signed(revision.content, signature, asking.key):
        raise Rejected(
            422, "signature", gettext("The document is not signed by the device that sends it.")
        )
    return revision, steps, signature


async def _open(asking: Asking, revision: CaseRevision) -> None:
    """Make the case; where it is somebody else's, nothing is said of it."""
    stated = revision.file.get("organisation")
    organisation = stated if isinstance(stated, dict) else {}
    name = str(organisation.get("name", ""))
    cursor = await asking.rows.execute(
        "SELECT open_case(%s, %s, %s, %s) AS is_made",
        (revision.case, str(organisation.get("country", "")), name, identity_key(name)),
    )
    row = await cursor.fetchone()
    if row is None or not row["is_made"]:
        raise forbidden()


async def _standing(
    asking: Asking,
    revision: CaseRevision,
    steps: list[PastStep],
    heads: tuple[RevisionHead, ...],
    *,
    is_known: bool,
) -> RevisionStanding:
    """Tell how a revision stands to the heads, by its own record and, if need be, by theirs."""
    others: list[dict[str, Any]] = []
    found = standing_of(revision.head, steps, [head.head for head in heads])
    if found is RevisionStanding.FORKED:
        others = [await _document(asking, head.revision) for head in heads]
        found = standing_of(
            revision.head, steps, [head.head for head in heads], [steps_in(each) for each in others]
        )
    if not is_known:
        return found
    is_head = any(head.revision == revision.name for head in heads)
    return RevisionStanding.FORKED if is_head and len(heads) > 1 else RevisionStanding.KNOWN


async def _keep(
    asking: Asking,
    revision: CaseRevision,
    signature: bytes,
    standing: RevisionStanding,
    heads: tuple[RevisionHead, ...],
) -> dict[str, Any]:
    """Keep a revision; where it extends the heads it takes their place, and an approval back."""
    is_fork = standing is RevisionStanding.FORKED
    cursor = await asking.rows.execute(
        "WITH kept AS (INSERT INTO revision (sha256, case_id, number, head, entries, catalogue,"
        " language, public_key, signature, account, device, document)"
        " SELECT %(name)s, %(case)s, count(*) + 1, %(head)s, %(entries)s, %(catalogue)s,"
        " %(language)s, %(key)s, %(signature)s, %(account)s, %(device)s, %(document)s"
        " FROM revision WHERE case_id = %(case)s RETURNING received_at),"
        " gone AS (DELETE FROM case_head WHERE case_id = %(case)s AND NOT %(fork)s),"
        " added AS (INSERT INTO case_head (case_id, sha256, head)"
        " VALUES (%(case)s, %(name)s, %(head)s)),"
        " moved AS (UPDATE \"case\" SET state = 'submitted', state_since = now()"
        " WHERE id = %(case)s AND NOT %(fork)s AND state = ANY (%(checked)s) RETURNING state)"
        " SELECT kept.received_at, (SELECT state FROM moved) AS moved FROM kept",
        {
            "name": bytes.fromhex(revision.name),
            "case": revision.case,
            "head": bytes.fromhex(revision.head),
            "entries": len(revision.document["record"]),
            "catalogue": revision.document["catalogue"],
            "language": revision.document["language"],
            "key": asking.key,
            "signature": signature,
            "account": asking.account,
            "device": asking.device,
            "document": revision.content,
            "fork": is_fork,
            "checked": list(_AGAIN_CHECKED),
        },
    )
    kept = await cursor.fetchone()
    if kept is None:
        raise RuntimeError(revision.name)
    kind = "forked" if is_fork else "merged" if len(heads) > 1 else "received"
    asking.tell(revision.case, kind, revision=revision.name, head=revision.head)
    if kept["moved"]:
        asking.tell(revision.case, "state", state=kept["moved"])
    return kept


async def read_case(asking: Asking) -> Response:
    """Show where a case stands."""
    row = await visible_case(asking)
    view = CaseView(
        case=row["id"],
        country=row["country"],
        state=row["state"],
        state_since=row["state_since"],
        heads=await heads_of(asking, row["id"]),
    )
    return Response(view.model_dump_json(), media_type="application/json")


async def read_one_revision(asking: Asking) -> Response:
    """Give the document of a revision, as it was sent, with its signature beside it."""
    row = await visible_case(asking)
    cursor = await asking.rows.execute(
        "SELECT document, public_key, signature FROM revision WHERE sha256 = %s AND case_id = %s",
        (bytes.fromhex(asking.parts["revision"]), row["id"]),
    )
    found = await cursor.fetchone()
    if found is None or found["document"] is None:
        raise Rejected(404, "unknown", gettext("There is no such revision of this case."))
    return Response(
        bytes(found["document"]),
        media_type="application/json",
        headers={
            "Assess-Signature": bytes(found["signature"]).hex(),
            "Assess-Key": bytes(found["public_key"]).hex(),
        },
    )


async def visible_case(asking: Asking) -> dict[str, Any]:
    """Give the row of the case that is asked for; a case that is not seen is refused unnamed."""
    row = await _case_row(asking, asking.parts["case"])
    if row is None:
        raise forbidden()
    if row["erased_at"] is not None:
        raise erased()
    return row


async def heads_of(asking: Asking, case: str) -> tuple[RevisionHead, ...]:
    """Give the revisions of a case that no other extends, in order of arrival."""
    cursor = await asking.rows.execute(_HEADS + " ORDER BY r.number", (case,))
    return _heads(await cursor.fetchall())


def signed_receipt(asking: Asking, revision: CaseRevision, at: datetime) -> Receipt:
    """Sign that a revision was received, and when."""
    moment = at.astimezone(UTC).isoformat()
    said = {"at": moment, "case": revision.case, "head": revision.head, "revision": revision.name}
    signature = asking.running.key.sign(canonical(said)).hex()
    return Receipt(
        case=revision.case,
        revision=revision.name,
        head=revision.head,
        at=moment,
        signature=signature,
    )


async def _case_row(asking: Asking, case: str) -> dict[str, Any] | None:
    cursor = await asking.rows.execute(
        'SELECT id, country, state, state_since, erased_at FROM "case" WHERE id = %s', (case,)
    )
    return await cursor.fetchone()


async def _document(asking: Asking, name: str) -> dict[str, Any]:
    cursor = await asking.rows.execute(
        "SELECT document FROM revision WHERE sha256 = %s", (bytes.fromhex(name),)
    )
    row = await cursor.fetchone()
    return dict(json.loads(bytes(row["document"]))) if row else {}
