"""Taking sealed files in, beside the database: by the same rules as over the line."""

from __future__ import annotations

import asyncio
import json
import secrets
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from assess.core.submission.exchanged import (
    Answered,
    Enrolled,
    InboxItem,
    ItemKind,
    RevisionStanding,
)
from assess.core.submission.role import Action, Role, may
from assess.errors import AssessError
from assess.exchange.submission.sealed_file import (
    MOST_BYTES,
    ReturnFile,
    SealedFile,
    SealedRevision,
    TakenRevision,
    demand_signed,
    seal,
    unseal,
)
from assess.files import content_of, write_whole
from assess.languages import gettext
from assess.secretariat.database.pool import AsyncRows, DatabasePool, demand_fitting
from assess.secretariat.installation import Installation
from assess.secretariat.service import review
from assess.secretariat.service.asking import Asking, close_request, forbidden
from assess.secretariat.service.cases import receive
from assess.secretariat.service.enrolment import code_hash
from assess.secretariat.service.inbox import PAGE, items_after
from assess.secretariat.service.problem import Rejected
from assess.secretariat.service.running import Running

_WITH_COPIES = {ItemKind.RECEIVED, ItemKind.FORKED, ItemKind.MERGED, ItemKind.ASSIGNED}
"""What happened to a case of which another device may have sent a copy."""

_LACKING = {RevisionStanding.FORKED, RevisionStanding.BEHIND}
"""How a revision stands where the device that sent it lacks something."""


class TakenFile(NamedTuple):
    """What became of a file, and the one that goes back."""

    path: Path
    name: str
    """Of the account."""
    revisions: tuple[TakenRevision, ...]
    answers: int
    back: Path


def take(installation: Installation, path: Path, folder: Path | None = None) -> TakenFile:
    """Take a file in, and write the one that goes back beside it or into a folder.

    Raises AssessError where it is not signed by a device that is known, or is meant for another.
    """
    demand_fitting(installation.database)
    try:
        content = content_of(path, MOST_BYTES + 1)
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    said, signed, signature = unseal(SealedFile, content, installation.identity.secret, path.name)
    demand_signed(signed, signature, said.key, path.name)
    if said.to != installation.key.public.hex():
        raise AssessError(gettext("{name} is meant for another secretariat.", name=path.name))
    back, recipient, name = asyncio.run(_take(installation, said, path.name))
    target = (folder or path.parent) / f"{path.name.removesuffix('.age')}.inbox.age"
    write_whole(target, seal(back, installation.key, recipient), is_private=True)
    return TakenFile(path, name, back.revisions, len(back.answers), target)


async def _take(
    installation: Installation, said: SealedFile, name: str
) -> tuple[ReturnFile, str, str]:
    pool = DatabasePool(installation.database, size=2)
    running = Running(pool, installation.key, installation.identity.recipient, hosts=frozenset())
    key = bytes.fromhex(said.key)
    await pool.open()
    try:
        if said.enrolment is not None:
            async with pool.transaction() as rows:
                await rows.execute(
                    "SELECT enrol(%s, %s, %s, %s, %s)",
                    (
                        code_hash(said.enrolment.code),
                        uuid4(),
                        key,
                        said.enrolment.recipient,
                        said.enrolment.name,
                    ),
                )
        taken = [await _revision(running, key, each, name) for each in said.revisions]
        answers = []
        for answer in said.answers:
            asking_for = {"case": answer.case, "question": answer.question, "id": answer.id}
            body = Answered(revision=answer.revision, text=answer.text).model_dump_json().encode()
            async with pool.transaction() as rows:
                asking = await _asking(running, rows, key, name, content=body, parts=asking_for)
                if await _is_kept(asking):
                    answers.append(answer.id)
        async with pool.transaction() as rows:
            asking = await _asking(running, rows, key, name)
            items: tuple[InboxItem, ...] = ()
            if may(asking.roles, Action.INBOX):
                items = (await items_after(asking, said.cursor))[:PAGE]
            for case in sorted({item.case for item in items}):
                await rows.execute("SELECT add_audit('inbox', %s, 'done')", (case,))
            copies = await _copies(asking, taken, items)
            found = await rows.execute("SELECT recipient FROM device WHERE id = my_device()")
            row = await found.fetchone()
    finally:
        await pool.close()
    recipient = row["recipient"] if row else None
    if recipient is None:
        raise AssessError(
            gettext(
                "{name} comes from a device without a key for files; the device needs a new code.",
                name=name,
            )
        )
    back = ReturnFile(
        to=said.key,
        enrolled=Enrolled(
            account=asking.account,
            device=asking.device,
            name=asking.name,
            service_key=running.key.public.hex(),
            recipient=running.recipient,
        ),
        revisions=tuple(taken),
        answers=tuple(answers),
        items=items,
        cursor=items[-1].number if items else said.cursor,
        copies=copies,
    )
    return back, recipient, asking.name


async def _copies(
    asking: Asking, taken: list[TakenRevision], items: tuple[InboxItem, ...]
) -> tuple[str, ...]:
    """Give what others sent of the cases that the file is about, as far as this account sees it."""
    if not may(asking.roles, Action.READ):
        return ()
    cases = {item.case for item in items if item.kind in _WITH_COPIES}
    cases |= {
        each.case
        for each in taken
        if each.received is not None and each.received.standing in _LACKING
    }
    cursor = await asking.rows.execute(
        "SELECT r.case_id, r.document FROM case_head h JOIN revision r ON r.sha256 = h.sha256"
        " WHERE h.case_id = ANY (%s) AND r.device <> my_device() AND r.document IS NOT NULL"
        " ORDER BY r.case_id, r.number",
        (sorted(cases),),
    )
    found = await cursor.fetchall()
    for case in sorted({row["case_id"] for row in found}):
        await asking.rows.execute("SELECT add_audit('read', %s, 'done')", (case,))
    return tuple(bytes(row["document"]).decode() for row in found)


async def _asking(
    running: Running,
    rows: AsyncRows,
    key: bytes,
    name: str,
    *,
    content: bytes = b"",
    parts: dict[str, str] | None = None,
    signature: str = "",
) -> Asking:
    cursor = await rows.execute(
        "SELECT * FROM begin_request(%s, %s)", (key, secrets.token_bytes(16))
    )
    found = await cursor.fetchone()
    if found is None:
        raise AssessError(
            gettext("{name} comes from a device that is not known or was revoked.", name=name)
        )
    return Asking(
        running,
        rows,
        content,
        found["account"],
        found["device"],
        key,
        found["name"],
        tuple(map(Role, found["roles"])),
        tuple(found["countries"]),
        parts=parts or {},
        signature=signature,
        case=(parts or {}).get("case"),
    )


async def _revision(
    running: Running, key: bytes, sealed: SealedRevision, name: str
) -> TakenRevision:
    case = sealed.case
    async with running.pool.transaction() as rows:
        asking = await _asking(
            running,
            rows,
            key,
            name,
            content=sealed.document.encode(),
            parts={"case": case, "revision": sealed.revision},
            signature=sealed.signature,
        )
        try:
            if not may(asking.roles, Action.SEND):
                raise forbidden()
            received = await receive(asking)
        except Rejected as rejected:
            asking.outcome = rejected.code
            asking.events.clear()
            taken = TakenRevision(case=case, revision=sealed.revision, refusal=rejected.message)
        else:
            taken = TakenRevision(case=case, revision=sealed.revision, received=received)
        await close_request(asking, Action.SEND)
    return taken


async def _is_kept(asking: Asking) -> bool:
    """Keep an answer; one to a question that is closed goes nowhere, and waits no longer."""
    try:
        if not may(asking.roles, Action.ANSWER):
            raise forbidden()
        response = await review.answer(asking)
        is_kept = response.status_code in (200, 201)
    except Rejected as rejected:
        asking.outcome = rejected.code
        asking.events.clear()
        is_kept = rejected.code == "closed"
    await close_request(asking, Action.ANSWER)
    return is_kept


def card(installation: Installation) -> bytes:
    """Give what a laptop needs that reaches this secretariat by files."""
    from assess.exchange.submission.sealed_file import SecretariatCard

    said = SecretariatCard(
        service_key=installation.key.public.hex(), recipient=installation.identity.recipient
    )
    return (json.dumps(said.model_dump(), indent=2) + "\n").encode()
