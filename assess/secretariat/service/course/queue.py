"""The queue of cases by state, country and age, and a case with all that was said and decided."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, LiteralString

from starlette.responses import Response

from assess.core.submission.course import CaseState
from assess.core.submission.exchanged import (
    AssignableExpert,
    AssignableExperts,
    CaseReview,
    Queue,
    QueuedCase,
    ReviewEntry,
)
from assess.languages import gettext
from assess.secretariat.service.asking import Asking
from assess.secretariat.service.cases import heads_of, visible_case
from assess.secretariat.service.course.deciding import is_barred
from assess.secretariat.service.problem import Rejected

PAGE = 200
"""So many cases come at once."""

_WANTED: LiteralString = (
    "erased_at IS NULL AND (%(state)s::text IS NULL OR state = %(state)s)"
    " AND (%(country)s::text IS NULL OR country = %(country)s)"
)

_QUEUE: LiteralString = (
    "SELECT c.*, (SELECT count(*) FROM case_head h WHERE h.case_id = c.id) AS copies,"  # noqa: S608  our own words
    " (SELECT count(*) FROM question q WHERE q.case_id = c.id AND q.kind = 'question'"
    " AND NOT EXISTS (SELECT FROM question e WHERE e.parent = q.id AND e.kind = 'closing'))"
    " AS open_questions, has_part_in(c.id) AS has_part"
    ' FROM (SELECT id, organisation, country, state, state_since FROM "case" WHERE '
    + _WANTED
    + " AND (%(since)s::timestamptz IS NULL OR (state_since, id) > (%(since)s, %(last)s))"
    " ORDER BY state_since, id LIMIT %(most)s) AS c ORDER BY c.state_since, c.id"
)

_ENTRIES: LiteralString = (
    "SELECT id, kind, at, name_of(account) AS by, encode(sha256, 'hex') AS revision, parent, body"
    " FROM question WHERE case_id = %(case)s"
    " UNION ALL SELECT id, kind, at, name_of(account), encode(sha256, 'hex'), NULL,"
    " jsonb_strip_nulls(jsonb_build_object('reason', reason, 'level', level))"
    " FROM decision WHERE case_id = %(case)s"
    " UNION ALL SELECT id, 'interest', at, name_of(account), NULL, NULL, body"
    " FROM interest WHERE case_id = %(case)s ORDER BY at, id"
)


async def read_queue(asking: Asking) -> Response:
    """Give a page of the queue, those that wait longest first."""
    state, country = asking.query.get("state"), asking.query.get("country")
    if state is not None and state not in set(CaseState):
        raise Rejected(422, "state", gettext("There is no such state of a case."))
    since, last = _cursor(asking.query.get("after"))
    wanted: dict[str, Any] = {"state": state, "country": country}
    cursor = await asking.rows.execute(
        _QUEUE, {**wanted, "since": since, "last": last, "most": PAGE + 1}
    )
    found = await cursor.fetchall()
    counted = await asking.rows.execute(
        'SELECT count(*) AS total FROM "case" WHERE ' + _WANTED,  # noqa: S608  our own words
        wanted,
    )
    total = await counted.fetchone()
    page = found[:PAGE]
    queue = Queue(
        cases=tuple(map(_queued, page)),
        total=total["total"] if total else 0,
        after=_written(page[-1]) if len(found) > PAGE else None,
        time=asking.running.clock(),
    )
    await asking.rows.execute("SELECT add_audit('queue', NULL, 'done')")
    return Response(queue.model_dump_json(), media_type="application/json")


def _queued(row: dict[str, Any]) -> QueuedCase:
    return QueuedCase(
        case=row["id"],
        organisation=row["organisation"],
        country=row["country"],
        state=row["state"],
        state_since=row["state_since"],
        copies=row["copies"],
        open_questions=row["open_questions"],
        is_barred=row["has_part"],
    )


def _written(row: dict[str, Any]) -> str:
    return f"{row['state_since'].astimezone(UTC).isoformat()}~{row['id']}"


def _cursor(text: str | None) -> tuple[datetime | None, str]:
    if text is None:
        return None, ""
    moment, _, last = text.partition("~")
    try:
        since = datetime.fromisoformat(moment)
    except ValueError as error:
        raise _no_cursor() from error
    if since.tzinfo is None or not last or "\0" in last:
        raise _no_cursor()
    return since, last


def _no_cursor() -> Rejected:
    return Rejected(422, "cursor", gettext("The place after which to ask is none of this queue."))


async def read_review(asking: Asking) -> Response:
    """Show a case with its stream of review, who has it, and other cases of its organisation."""
    case = (await visible_case(asking))["id"]
    cursor = await asking.rows.execute(
        "SELECT c.*, (SELECT coalesce(array_agg(name_of(a.account) ORDER BY a.made_at), '{}')"
        " FROM assignment a WHERE a.case_id = c.id AND a.ended_at IS NULL) AS experts"
        ' FROM "case" c WHERE c.id = %s',
        (case,),
    )
    row = await cursor.fetchone()
    if row is None:
        raise RuntimeError(case)
    entries = await asking.rows.execute(_ENTRIES, {"case": case})
    review = CaseReview(
        case=case,
        organisation=row["organisation"],
        country=row["country"],
        state=row["state"],
        state_since=row["state_since"],
        heads=await heads_of(asking, case),
        entries=tuple(ReviewEntry.model_validate(each) for each in await entries.fetchall()),
        experts=tuple(row["experts"]),
        earlier=await _earlier(asking, row),
        is_barred=await is_barred(asking, case),
    )
    return Response(review.model_dump_json(exclude_none=True), media_type="application/json")


async def _earlier(asking: Asking, row: dict[str, Any]) -> tuple[str, ...]:
    """Give the other cases of an organisation, the newest first."""
    cursor = await asking.rows.execute(
        'SELECT id FROM "case" WHERE country = %s AND organisation_key = %s AND id <> %s'
        " AND erased_at IS NULL ORDER BY made_at DESC",
        (row["country"], row["organisation_key"], row["id"]),
    )
    return tuple(each["id"] for each in await cursor.fetchall())


async def read_experts(asking: Asking) -> Response:
    """Give the experts to whom who asks can assign cases."""
    cursor = await asking.rows.execute("SELECT * FROM experts()")
    found = AssignableExperts(
        experts=tuple(AssignableExpert.model_validate(row) for row in await cursor.fetchall())
    )
    return Response(found.model_dump_json(), media_type="application/json")
