"""Revisions of cases: what is sent, how it stands to what is here, and what is read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assess.core.record.canonical import canonical
from assess.core.submission.exchanged import (
    CaseView,
    Receipt,
    Received,
    RevisionHead,
    RevisionStanding,
)
from assess.core.submission.revision import CaseRevision, read_revision
from assess.core.submission.standing import standing_of, steps_in
from assess.languages import gettext
from assess.secretariat.service.asking import Asking, forbidden
from assess.secretariat.service.problem import Rejected
from assess.signature import is_signed

LARGE = 64_000
"""Bytes of a document whose reading would keep others waiting."""

_AGAIN_CHECKED = {"accepted", "returned", "label_proposed", "national_check", "central_check"}
"""The states that a new revision takes back: what was seen is no longer what is there."""


async def send_revision(asking: Asking) -> Response:
    """Take a revision; who may is checked before anything is said of the case."""
    case = asking.request.path_params["case"]
    name = asking.request.path_params["revision"]
    await asking.rows.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 8242))", (case,))
    here = await _case_row(asking, case)
    revision, signature = await _read(asking, case, name)
    if here is None:
        await _open(asking, revision)
    elif here["erased_at"] is not None:
        raise Rejected(410, "erased", gettext("This case was erased; nothing of it is kept."))
    elif not await _is_assigned(asking, case):
        raise forbidden()
    heads = await heads_of(asking, case)
    known = await _revision_row(asking, name)
    standing = await _standing(asking, revision, heads, is_known=known is not None)
    if known is None and standing is not RevisionStanding.BEHIND:
        known = await _keep(asking, revision, signature, standing, heads)
        heads = await heads_of(asking, case)
    received = Received(
        standing=standing,
        state=await _state(asking, case),
        heads=heads,
        receipt=receipt_of(asking, known) if known else None,
    )
    asking.outcome = standing.value
    return Response(received.model_dump_json(), _STATUS[standing], media_type="application/json")


_STATUS = {
    RevisionStanding.FIRST: 201,
    RevisionStanding.EXTENDS: 201,
    RevisionStanding.KNOWN: 200,
    RevisionStanding.BEHIND: 409,
    RevisionStanding.FORKED: 409,
}


async def _read(asking: Asking, case: str, name: str) -> tuple[CaseRevision, bytes]:
    """Read the document, and check that it is what its name and its signature say."""
    content = asking.content
    try:
        if len(content) > LARGE:
            revision = await run_in_threadpool(read_revision, content)
        else:
            revision = read_revision(content)
        steps_in(revision.document)
    except (ValueError, RecursionError) as error:
        raise Rejected(
            422,
            "document",
            gettext("The document is no revision of a case that this service can read."),
        ) from error
    if revision.case != case or revision.name != name:
        raise Rejected(422, "name", gettext("The document is not the one that the address names."))
    try:
        signature = bytes.fromhex(asking.request.headers.get("assess-signature", ""))
    except ValueError:
        signature = b""
    if not is_signed(revision.content, signature, asking.key):
        raise Rejected(
            422, "signature", gettext("The document is not signed by the device that sends it.")
        )
    return revision, signature


async def _open(asking: Asking, revision: CaseRevision) -> None:
    """Make the case; where it is somebody else's, nothing is said of it."""
    stated = revision.file.get("organisation")
    organisation = stated if isinstance(stated, dict) else {}
    cursor = await asking.rows.execute(
        "SELECT open_case(%s, %s, %s) AS is_made",
        (revision.case, str(organisation.get("country", "")), str(organisation.get("name", ""))),
    )
    row = await cursor.fetchone()
    if row is None or not row["is_made"]:
        raise forbidden()


async def _standing(
    asking: Asking, revision: CaseRevision, heads: tuple[RevisionHead, ...], *, is_known: bool
) -> RevisionStanding:
    """Tell how a revision stands to the heads, by its own record and, if need be, by theirs."""
    others: list[dict[str, Any]] = []
    steps = steps_in(revision.document)
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
    name = bytes.fromhex(revision.name)
    cursor = await asking.rows.execute(
        "INSERT INTO revision (sha256, case_id, number, head, entries, catalogue, language,"
        " public_key, signature, account, device, document)"
        " SELECT %s, %s, count(*) + 1, %s, %s, %s, %s, %s, %s, %s, %s, %s"
        " FROM revision WHERE case_id = %s"
        " RETURNING sha256, case_id, head, received_at",
        (
            name,
            revision.case,
            bytes.fromhex(revision.head),
            len(steps_in(revision.document)),
            revision.document["catalogue"],
            revision.document["language"],
            asking.key,
            signature,
            asking.account,
            asking.device,
            revision.content,
            revision.case,
        ),
    )
    kept = await cursor.fetchone()
    if kept is None:
        raise RuntimeError(revision.name)
    if standing is not RevisionStanding.FORKED:
        await asking.rows.execute("DELETE FROM case_head WHERE case_id = %s", (revision.case,))
        await _take_back(asking, revision.case)
    await asking.rows.execute(
        "INSERT INTO case_head (case_id, sha256, head) VALUES (%s, %s, %s)",
        (revision.case, name, bytes.fromhex(revision.head)),
    )
    kind = (
        "forked"
        if standing is RevisionStanding.FORKED
        else "merged"
        if len(heads) > 1
        else "received"
    )
    asking.tell(revision.case, kind, revision=revision.name, head=revision.head)
    return dict(kept)


async def _take_back(asking: Asking, case: str) -> None:
    """A new revision takes an approval back."""
    cursor = await asking.rows.execute(
        'UPDATE "case" SET state = %s, state_since = now()'
        " WHERE id = %s AND state = ANY (%s) RETURNING state",
        ("submitted", case, list(_AGAIN_CHECKED)),
    )
    if await cursor.fetchone() is not None:
        asking.tell(case, "state", state="submitted")


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
        (bytes.fromhex(asking.request.path_params["revision"]), row["id"]),
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
    row = await _case_row(asking, asking.request.path_params["case"])
    if row is None:
        raise forbidden()
    if row["erased_at"] is not None:
        raise Rejected(410, "erased", gettext("This case was erased; nothing of it is kept."))
    return row


async def heads_of(asking: Asking, case: str) -> tuple[RevisionHead, ...]:
    """Give the revisions of a case that no other extends, in order of arrival."""
    cursor = await asking.rows.execute(
        "SELECT r.sha256, r.head, r.received_at, r.account"
        " FROM case_head h JOIN revision r ON r.sha256 = h.sha256"
        " WHERE h.case_id = %s ORDER BY r.number",
        (case,),
    )
    return tuple(
        RevisionHead(
            revision=bytes(row["sha256"]).hex(),
            head=bytes(row["head"]).hex(),
            received_at=row["received_at"],
            account=row["account"],
        )
        for row in await cursor.fetchall()
    )


def receipt_of(asking: Asking, row: dict[str, Any]) -> Receipt:
    """Give the signed receipt of a revision that is kept."""
    return signed_receipt(
        asking,
        row["case_id"],
        bytes(row["sha256"]).hex(),
        bytes(row["head"]).hex(),
        row["received_at"],
    )


def signed_receipt(asking: Asking, case: str, revision: str, head: str, at: datetime) -> Receipt:
    """Sign that a revision was received, and when."""
    moment = at.astimezone(UTC).isoformat()
    said = {"at": moment, "case": case, "head": head, "revision": revision}
    signature = asking.running.key.sign(canonical(said)).hex()
    return Receipt(case=case, revision=revision, head=head, at=moment, signature=signature)


async def _case_row(asking: Asking, case: str) -> dict[str, Any] | None:
    cursor = await asking.rows.execute(
        'SELECT id, country, state, state_since, erased_at FROM "case" WHERE id = %s', (case,)
    )
    return await cursor.fetchone()


async def _is_assigned(asking: Asking, case: str) -> bool:
    cursor = await asking.rows.execute("SELECT %s IN (SELECT my_cases()) AS is_mine", (case,))
    row = await cursor.fetchone()
    return row is not None and bool(row["is_mine"])


async def _state(asking: Asking, case: str) -> str:
    row = await _case_row(asking, case)
    return str(row["state"]) if row else ""


async def _revision_row(asking: Asking, name: str) -> dict[str, Any] | None:
    cursor = await asking.rows.execute(
        "SELECT sha256, case_id, head, received_at FROM revision WHERE sha256 = %s",
        (bytes.fromhex(name),),
    )
    return await cursor.fetchone()


async def _document(asking: Asking, name: str) -> dict[str, Any]:
    cursor = await asking.rows.execute(
        "SELECT document FROM revision WHERE sha256 = %s", (bytes.fromhex(name),)
    )
    row = await cursor.fetchone()
    return dict(json.loads(bytes(row["document"]))) if row else {}
