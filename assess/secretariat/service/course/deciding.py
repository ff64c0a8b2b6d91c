"""Steps on a case, each bound to the revision that was seen; interests, and who has the case."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from starlette.responses import Response

from assess.core.submission.course import COURSE, CaseState, Course, Needed, ReviewStep
from assess.core.submission.exchanged import BoundStep, DeclaredInterest, Noted, StepTaken
from assess.core.submission.role import Role
from assess.languages import gettext
from assess.secretariat.service.asking import Asking, Handler
from assess.secretariat.service.cases import heads_of, visible_case
from assess.secretariat.service.problem import Rejected
from assess.secretariat.service.review import body_as


def taking(step: ReviewStep) -> Handler:
    """Give the handler that takes a step."""
    return partial(_take, step)


async def _take(step: ReviewStep, asking: Asking) -> Response:
    decided = body_as(BoundStep, asking.content)
    course = COURSE[step]
    _demand_said(step, course, decided)
    await asking.rows.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 8242))", (asking.parts["case"],)
    )
    row = await visible_case(asking)
    name = UUID(str(asking.parts["id"]))
    if await _is_taken(asking, name, step, decided):
        asking.outcome = "known"
        return _answer(StepTaken(id=name, is_new=False, state=row["state"]), 200)
    await _demand_seen(asking, row["id"], decided.revision)
    if CaseState(row["state"]) not in course.before:
        raise Rejected(
            409,
            "state",
            gettext(
                "The case is in the state {state}, in which this step is not taken.",
                state=row["state"],
            ),
        )
    after = await _after(asking, step, row)
    await _demand_four_eyes(asking, step, row["id"])
    await _keep(asking, name, step, decided, row["id"])
    await asking.rows.execute(
        'UPDATE "case" SET state = %s, state_since = now() WHERE id = %s', (after.value, row["id"])
    )
    if course.after is CaseState.DECIDED:
        await asking.rows.execute("SELECT enter_decision(%s)", (name,))
    asking.outcome = step.value
    said = decided.model_dump(mode="json", exclude_none=True)
    asking.tell(
        row["id"], "decision", id=str(name), by=asking.name, step=step.value, state=after, **said
    )
    return _answer(StepTaken(id=name, is_new=True, state=after.value), 201)


def _demand_said(step: ReviewStep, course: Course, decided: BoundStep) -> None:
    if course.needed is Needed.REASON and decided.reason is None:
        raise Rejected(422, "reason", gettext("The step {step} needs a reason.", step=step.value))
    if course.needed is Needed.LEVEL and decided.level is None:
        raise Rejected(422, "level", gettext("The step {step} needs a level.", step=step.value))


async def _is_taken(asking: Asking, name: UUID, step: ReviewStep, decided: BoundStep) -> bool:
    """Tell whether the same was sent before; refuse another step of the same id."""
    cursor = await asking.rows.execute(
        "SELECT case_id = %s AND kind = %s AND sha256 = %s AND account = %s"
        " AND reason IS NOT DISTINCT FROM %s AND level IS NOT DISTINCT FROM %s AS is_same"
        " FROM decision WHERE id = %s",
        (
            asking.case,
            step.value,
            bytes.fromhex(decided.revision),
            asking.account,
            decided.reason,
            decided.level,
            name,
        ),
    )
    found = await cursor.fetchone()
    if found is None:
        return False
    if not found["is_same"]:
        raise Rejected(
            409, "id", gettext("This id was used for another text already; use a new id.")
        )
    return True


async def _demand_seen(asking: Asking, case: str, revision: str) -> None:
    """Refuse a step on what is no longer there: a newer revision, or two copies side by side."""
    heads = await heads_of(asking, case)
    if len(heads) > 1:
        raise Rejected(
            409,
            "forked",
            gettext("There are two copies of this case; its experts bring them together first."),
        )
    if [head.revision for head in heads] != [revision]:
        raise Rejected(
            409,
            "changed",
            gettext("The case was changed after it was read; read it again before you decide."),
        )


async def _after(asking: Asking, step: ReviewStep, row: dict[str, Any]) -> CaseState:
    """Give the state behind a step; a country's coordinator checks its cases first."""
    after = COURSE[step].after
    is_coordinator = Role.COORDINATOR in asking.roles and row["country"] in asking.countries
    if step is ReviewStep.BEGUN:
        if is_coordinator:
            return CaseState.NATIONAL_CHECK
        cursor = await asking.rows.execute(
            "SELECT has_coordinator(%s) AS is_first", (row["country"],)
        )
        found = await cursor.fetchone()
        if found is None or found["is_first"]:
            raise _of_coordinator()
    is_national = CaseState(row["state"]) is CaseState.NATIONAL_CHECK
    if is_national and not is_coordinator and step is not ReviewStep.WITHDRAWN:
        raise _of_coordinator()
    if not is_national and step is ReviewStep.RETURNED and Role.REVIEWER not in asking.roles:
        raise Rejected(
            409, "state", gettext("This case was passed on; the reviewers check it now.")
        )
    return after


def _of_coordinator() -> Rejected:
    return Rejected(
        409, "national", gettext("The coordinator of the country checks this case first.")
    )


async def _demand_four_eyes(asking: Asking, step: ReviewStep, case: str) -> None:
    """Refuse who has a part in the case, or an interest in its organisation, or accepted it."""
    if step is ReviewStep.WITHDRAWN:
        return
    if await is_barred(asking, case):
        raise Rejected(
            409,
            "four_eyes",
            gettext(
                "This account has a part in the case or an interest in its organisation; "
                "somebody else takes this step."
            ),
        )
    if COURSE[step].after is CaseState.DECIDED:
        cursor = await asking.rows.execute(
            "SELECT 1 FROM decision WHERE case_id = %s AND account = %s"
            " AND kind IN ('passed', 'accepted', 'proposed')",
            (case, asking.account),
        )
        if await cursor.fetchone() is not None:
            raise Rejected(
                409,
                "four_eyes",
                gettext("This account checked the case; somebody else decides on the label."),
            )


async def is_barred(asking: Asking, case: str) -> bool:
    """Tell whether who asks may take no step, for a part or an interest."""
    cursor = await asking.rows.execute("SELECT has_part_in(%s) AS has_part", (case,))
    row = await cursor.fetchone()
    return row is None or bool(row["has_part"])


async def _keep(
    asking: Asking, name: UUID, step: ReviewStep, decided: BoundStep, case: str
) -> None:
    await asking.rows.execute(
        "INSERT INTO decision (id, case_id, sha256, kind, reason, level, account, device)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
        (
            name,
            case,
            bytes.fromhex(decided.revision),
            step.value,
            decided.reason,
            decided.level,
            asking.account,
            asking.device,
        ),
    )


async def declare(asking: Asking) -> Response:
    """Declare an interest in the organisation of a case; it is never taken back."""
    declared = body_as(DeclaredInterest, asking.content)
    row = await visible_case(asking)
    name = UUID(str(asking.parts["id"]))
    body = declared.model_dump(mode="json")
    cursor = await asking.rows.execute(
        "INSERT INTO interest (id, case_id, account, device, body) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        (name, row["id"], asking.account, asking.device, Jsonb(body)),
    )
    is_new = cursor.rowcount == 1
    if not is_new:
        cursor = await asking.rows.execute(
            "SELECT 1 FROM interest WHERE id = %s AND case_id = %s AND account = me()"
            " AND body = %s",
            (name, row["id"], Jsonb(body)),
        )
        if await cursor.fetchone() is None:
            raise Rejected(
                409, "id", gettext("This id was used for another text already; use a new id.")
            )
    return _answer(Noted(id=name, is_new=is_new), 201 if is_new else 200)


async def assign(asking: Asking) -> Response:
    """Assign a case to an expert of its country, who then sees it and may send it."""
    row = await visible_case(asking)
    expert = UUID(str(asking.parts["id"]))
    cursor = await asking.rows.execute(
        "SELECT assign_case(%s, %s) AS is_new, name_of(%s) AS name", (row["id"], expert, expert)
    )
    found = await cursor.fetchone()
    if found is None or found["is_new"] is None:
        raise Rejected(
            404, "unknown", gettext("There is no such expert to whom this case can be assigned.")
        )
    if found["is_new"]:
        asking.tell(row["id"], "assigned", by=asking.name, expert=found["name"])
    return _answer(Noted(id=expert, is_new=found["is_new"]), 201 if found["is_new"] else 200)


def _answer(said: StepTaken | Noted, status: int) -> Response:
    return Response(said.model_dump_json(), status, media_type="application/json")
