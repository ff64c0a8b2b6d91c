"""The stream of review: questions and suggestions on answers, what is answered, what is closed.

Everything has a name made by who sends it, so what is sent twice is there once.
"""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from psycopg.types.json import Jsonb
from pydantic import ValidationError
from starlette.responses import Response

from assess.core.submission.exchanged import Answered, AskedQuestion, Noted
from assess.core.text.value import Value
from assess.languages import gettext
from assess.secretariat.service.asking import Asking, forbidden
from assess.secretariat.service.cases import visible_case
from assess.secretariat.service.problem import Rejected

V = TypeVar("V", bound=Value)


async def ask(asking: Asking) -> Response:
    """Ask a question on an answer."""
    asked = body_as(AskedQuestion, asking.content)
    return await _keep(asking, "question", asked.revision, _body(asked), parent=None)


async def suggest(asking: Asking) -> Response:
    """Suggest an answer; it arrives as a proposal."""
    asked = body_as(AskedQuestion, asking.content)
    return await _keep(asking, "suggestion", asked.revision, _body(asked), parent=None)


async def answer(asking: Asking) -> Response:
    """Answer a question."""
    return await _reply(asking, "answer")


async def close(asking: Asking) -> Response:
    """Close a question; only who asked it may."""
    return await _reply(asking, "closing")


async def _reply(asking: Asking, kind: str) -> Response:
    answered = body_as(Answered, asking.content)
    await visible_case(asking)
    parent = _id(asking, "question")
    cursor = await asking.rows.execute(
        "SELECT q.account, EXISTS (SELECT FROM question c WHERE c.parent = q.id"
        " AND c.kind = 'closing') AS is_closed"
        " FROM question q WHERE q.id = %s AND q.case_id = %s AND q.parent IS NULL",
        (parent, asking.case),
    )
    question = await cursor.fetchone()
    if question is None:
        raise Rejected(404, "unknown", gettext("There is no such question on this case."))
    if kind == "closing" and question["account"] != asking.account:
        raise forbidden()
    if question["is_closed"] and not await _is_known(asking, _id(asking, "id")):
        raise Rejected(409, "closed", gettext("The question is closed already."))
    return await _keep(asking, kind, answered.revision, _body(answered), parent=parent)


async def _keep(
    asking: Asking, kind: str, revision: str, body: dict[str, Any], *, parent: UUID | None
) -> Response:
    row = await visible_case(asking)
    name = _id(asking, "id")
    cursor = await asking.rows.execute(
        "SELECT 1 FROM revision WHERE sha256 = %s AND case_id = %s",
        (bytes.fromhex(revision), row["id"]),
    )
    if await cursor.fetchone() is None:
        raise Rejected(404, "unknown", gettext("There is no such revision of this case."))
    cursor = await asking.rows.execute(
        "INSERT INTO question (id, case_id, sha256, kind, parent, body, account, device)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (
            name,
            row["id"],
            bytes.fromhex(revision),
            kind,
            parent,
            Jsonb(body),
            asking.account,
            asking.device,
        ),
    )
    is_new = cursor.rowcount == 1
    if not is_new and not await _is_same(asking, name, kind, body):
        raise Rejected(
            409, "id", gettext("This id was used for another text already; use a new id.")
        )
    if is_new:
        about = {"parent": str(parent)} if parent else {}
        asking.tell(
            row["id"], kind, id=str(name), by=asking.name, revision=revision, **about, **body
        )
    asking.outcome = "new" if is_new else "known"
    noted = Noted(id=name, is_new=is_new)
    return Response(noted.model_dump_json(), 201 if is_new else 200, media_type="application/json")


async def _is_same(asking: Asking, name: UUID, kind: str, body: dict[str, Any]) -> bool:
    cursor = await asking.rows.execute(
        "SELECT 1 FROM question WHERE id = %s AND kind = %s AND case_id = %s AND account = %s"
        " AND body = %s",
        (name, kind, asking.case, asking.account, Jsonb(body)),
    )
    return await cursor.fetchone() is not None


async def _is_known(asking: Asking, name: UUID) -> bool:
    cursor = await asking.rows.execute("SELECT 1 FROM question WHERE id = %s", (name,))
    return await cursor.fetchone() is not None


def _id(asking: Asking, name: str) -> UUID:
    return UUID(str(asking.parts[name]))


def _body(said: Value) -> dict[str, Any]:
    return said.model_dump(mode="json", exclude={"revision"}, exclude_none=True)


def body_as(model: type[V], content: bytes) -> V:
    """Read the body of a request; what is wrong is said by its place, never quoted."""
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        places = sorted({".".join(map(str, fault["loc"])) or "-" for fault in error.errors()})
        raise Rejected(
            422,
            "body",
            gettext(
                "The body of the request has another form than is asked for, at {places}.",
                places=", ".join(places)[:300],
            ),
        ) from error
