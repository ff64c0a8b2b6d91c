"""Review over the line: the queue, the course of a case, four eyes, and what was seen."""

from __future__ import annotations

from uuid import UUID, uuid4

import psycopg
import pytest

from assess.core.submission.course import COURSE, CaseState, Needed, ReviewStep
from assess.core.submission.exchanged import AskedQuestion, BoundStep, DeclaredInterest
from assess.core.submission.revision import CaseRevision
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import RefusedByService, ServiceClient
from tests.secretariat.conftest import TestDatabase
from tests.secretariat.service import RunningService, revision, steps

FIRST = revision("abc", steps("a"))
SECOND = revision("abc", steps("a", "b"))


def take(
    client: ServiceClient, step: ReviewStep, seen: CaseRevision = FIRST, name: UUID | None = None
) -> str:
    """Take a step with all that it can need, and give the state behind it."""
    decided = BoundStep(
        revision=seen.name,
        reason="So." if COURSE[step].needed is Needed.REASON else None,
        level="Silver" if COURSE[step].needed is Needed.LEVEL else None,
    )
    return client.take_step(seen.case, step, name or uuid4(), decided).state


def refusal(client: ServiceClient, step: ReviewStep, seen: CaseRevision = FIRST) -> tuple[int, str]:
    """Give why a step is refused."""
    with pytest.raises(RefusedByService) as refused:
        take(client, step, seen)
    return refused.value.status, refused.value.code


def test_a_case_goes_its_whole_way_and_a_fifth_sees_nothing(service: RunningService) -> None:
    ada, eve = service.member("Ada"), service.member("Eve")
    cora = service.member("Cora", Role.COORDINATOR, countries=("NOR",))
    rita, bo = service.member("Rita", Role.REVIEWER), service.member("Bo", Role.BOARD)
    assert ada.send(FIRST).state == "submitted"
    assert refusal(rita, ReviewStep.BEGUN) == (409, "national")
    assert take(cora, ReviewStep.BEGUN) == "national_check"
    assert refusal(rita, ReviewStep.RETURNED) == (409, "national")
    assert take(cora, ReviewStep.RETURNED) == "returned"
    assert ada.send(SECOND).state == "submitted"
    assert refusal(cora, ReviewStep.BEGUN) == (409, "changed")
    assert take(cora, ReviewStep.BEGUN, SECOND) == "national_check"
    assert refusal(rita, ReviewStep.ACCEPTED, SECOND) == (409, "state")
    assert take(cora, ReviewStep.PASSED, SECOND) == "central_check"
    assert take(rita, ReviewStep.ACCEPTED, SECOND) == "accepted"
    assert take(rita, ReviewStep.PROPOSED, SECOND) == "label_proposed"
    assert take(bo, ReviewStep.AWARDED, SECOND) == "decided"
    seen = [item.body.get("step") for item in ada.inbox(0).items if item.kind.value == "decision"]
    taken = ("begun", "returned", "begun", "passed", "accepted", "proposed", "awarded")
    assert tuple(seen) == taken
    kinds = [(entry.kind, entry.by) for entry in rita.review("abc").entries]
    assert kinds[0] == ("begun", "Cora")
    assert kinds[-1] == ("awarded", "Bo")
    assert eve.inbox(0).items == ()
    for asked in (lambda: eve.case("abc"), lambda: eve.review("abc"), eve.queue):
        with pytest.raises(RefusedByService) as refused:
            asked()
        assert refused.value.status == 403


def test_what_was_not_seen_is_not_decided(service: RunningService) -> None:
    """The board saw one revision and another arrived: the approval ends."""
    ada, rita = service.member("Ada"), service.member("Rita", Role.REVIEWER)
    bo = service.member("Bo", Role.BOARD)
    ada.send(FIRST)
    for step in (ReviewStep.BEGUN, ReviewStep.ACCEPTED, ReviewStep.PROPOSED):
        take(rita, step)
    ada.send(SECOND)
    assert refusal(bo, ReviewStep.AWARDED) == (409, "changed")
    assert refusal(bo, ReviewStep.AWARDED, SECOND) == (409, "state")
    assert ada.case("abc").state == "submitted"
    ada.send(revision("abc", steps("a", "c")))
    assert refusal(rita, ReviewStep.BEGUN, SECOND) == (409, "forked")


@pytest.mark.parametrize(
    "part", ["sent", "assigned", "interest", "interest in another case of it", "accepted"]
)
def test_who_has_a_part_decides_nothing(service: RunningService, part: str) -> None:
    service.account("Bo", Role.BOARD, Role.EXPERT, Role.REVIEWER)
    bo, rita = service.laptop("Bo"), service.member("Rita", Role.REVIEWER)
    ada = service.member("Ada")
    if part == "sent":
        bo.send(FIRST)
    else:
        ada.send(FIRST)
    if part == "assigned":
        wanted = {expert.name: expert.id for expert in rita.experts().experts}["Bo"]
        assert rita.assign("abc", wanted).is_new
        assert not rita.assign("abc", wanted).is_new
    elif part == "interest":
        bo.declare_interest("abc", uuid4(), DeclaredInterest(text="I advise it."))
    elif part.startswith("interest"):
        other = revision("old", steps("o", case="old"))
        other.document["file"]["organisation"]["name"] = "CLUSTER  abc"
        ada.send(again(other))
        bo.declare_interest("old", uuid4(), DeclaredInterest(text="I advise it."))
    take(rita, ReviewStep.BEGUN)
    if part != "accepted":
        assert refusal(bo, ReviewStep.ACCEPTED) == (409, "four_eyes")
        assert bo.review("abc").is_barred
        assert {case.case: case.is_barred for case in bo.queue().cases}["abc"]
        assert not rita.review("abc").is_barred
    take(bo if part == "accepted" else rita, ReviewStep.ACCEPTED)
    take(rita, ReviewStep.PROPOSED)
    assert refusal(bo, ReviewStep.AWARDED) == (409, "four_eyes")
    assert take(service.member("Beth", Role.BOARD), ReviewStep.AWARDED) == "decided"


def again(made: CaseRevision) -> CaseRevision:
    """Give the revision of a document that was changed."""
    from assess.core.record.canonical import canonical

    return CaseRevision(canonical(made.document), made.document)


def test_a_step_that_is_sent_twice_is_taken_once(service: RunningService) -> None:
    service.member("Ada").send(FIRST)
    rita = service.member("Rita", Role.REVIEWER)
    name = uuid4()
    decided = BoundStep(revision=FIRST.name)
    assert rita.take_step("abc", ReviewStep.BEGUN, name, decided).is_new
    assert not rita.take_step("abc", ReviewStep.BEGUN, name, decided).is_new
    with pytest.raises(RefusedByService) as refused:
        rita.take_step("abc", ReviewStep.ACCEPTED, name, decided)
    assert refused.value.code == "id"


@pytest.mark.parametrize(
    "step", [step for step in ReviewStep if COURSE[step].needed is Needed.REASON]
)
def test_what_needs_a_reason_has_one(service: RunningService, step: ReviewStep) -> None:
    ada = service.member("Ada")
    ada.send(FIRST)
    client = {"withdrawn": ada}.get(step) or service.member("Bo", Role.BOARD, Role.REVIEWER)
    with pytest.raises(RefusedByService) as refused:
        client.take_step("abc", step, uuid4(), BoundStep(revision=FIRST.name))
    assert refused.value.code == "reason"
    assert ada.case("abc").state == "submitted"


def test_the_queue_is_by_age_state_and_country(service: RunningService) -> None:
    ada, rita = service.member("Ada"), service.member("Rita", Role.REVIEWER)
    cora = service.member("Cora", Role.COORDINATOR, countries=("SWE",))
    for name in ("one", "two", "three"):
        ada.send(revision(name, steps(name, case=name)))
    take(rita, ReviewStep.BEGUN, revision("one", steps("one", case="one")))
    rita.ask_question(
        "two",
        uuid4(),
        AskedQuestion(revision=revision("two", steps("two", case="two")).name, text="Why?"),
    )
    queue = rita.queue()
    assert [case.case for case in queue.cases] == ["two", "three", "one"]
    assert [case.open_questions for case in queue.cases] == [1, 0, 0]
    assert (queue.total, queue.after) == (3, None)
    assert [case.case for case in rita.queue(CaseState.CENTRAL_CHECK).cases] == ["one"]
    assert rita.queue(country="SWE").total == 0
    assert cora.queue().total == 0
    first = queue.cases[0]
    later = rita.queue(after=f"{first.state_since.isoformat()}~{first.case}")
    assert [case.case for case in later.cases] == ["three", "one"]
    for wrong in ({"state": "lost"}, {"after": "yesterday"}):
        with pytest.raises(RefusedByService) as refused:
            rita.queue(**wrong)
        assert refused.value.status == 422


def test_the_board_decides_in_the_register_and_in_the_trail(
    service: RunningService, database: TestDatabase
) -> None:
    service.member("Ada").send(FIRST)
    rita, bo = service.member("Rita", Role.REVIEWER), service.member("Bo", Role.BOARD)
    for step in (ReviewStep.BEGUN, ReviewStep.ACCEPTED, ReviewStep.PROPOSED):
        take(rita, step)
    take(bo, ReviewStep.AWARDED)
    with psycopg.connect(database.admin, options="-c search_path=assess") as rows:
        entries = [row[0] for row in rows.execute("SELECT body FROM register_entry")]
        trail = rows.execute("SELECT action, outcome FROM audit WHERE case_id = 'abc'").fetchall()
        fault = rows.execute("SELECT first_audit_fault()").fetchone()
    assert entries == [
        {
            "kind": "awarded",
            "organisation": "Cluster abc",
            "country": "NOR",
            "level": "Silver",
            "revision": FIRST.name,
        }
    ]
    assert trail[1:] == [
        ("check", "begun"),
        ("accept", "accepted"),
        ("accept", "proposed"),
        ("decide", "awarded"),
    ]
    assert fault == (None,)
