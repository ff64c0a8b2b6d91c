"""Proposing: whatever is taken or declined, in any order, nothing that was said gets lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.catalogue import load
from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal, Stance, says_a_value, stance
from assess.core.case.open_point import PointKind, open_points
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError, NotFound
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk, answer, begin, finish, remark
from assess.workflow.case.cases import listed, points_of
from assess.workflow.case.proposing import decline, proposals, propose, take, take_area
from tests.cases import full_case
from tests.notation import NOON, case_of

CATALOGUE = load(indicators_folder())
NAMES = ("staff_fte", "committed_total", "legal_form", "training_days")
VALUES: dict[str, tuple[Any, ...]] = {
    "staff_fte": (1, 2.5),
    "committed_total": (20, 30),
    "legal_form": ("association", "other"),
    "training_days": (1, 4),
}
NOTES = ("from the payroll", "ask again", "as told by the treasurer")
LINKS = tuple(Evidence(kind="link", location=f"https://{name}.example") for name in "abc")


@st.composite
def offers(draw: st.DrawFn) -> Proposal:
    """Give a proposal: a value, a status, or a remark alone."""
    name = draw(st.sampled_from(NAMES))
    status = draw(st.sampled_from([Status.ANSWERED] * 3 + [Status.DONT_KNOW, Status.NOT_REACHED]))
    return Proposal(
        question=name,
        status=status,
        value=draw(st.sampled_from(VALUES[name])) if status is Status.ANSWERED else None,
        note=draw(st.none() | st.sampled_from(NOTES)),
        evidence=tuple(draw(st.lists(st.sampled_from(LINKS), unique=True, max_size=2))),
        flag=draw(st.booleans()),
        source=draw(st.sampled_from(["a questionnaire", "another copy"])),
    )


@st.composite
def deeds(draw: st.DrawFn) -> tuple[str, Any]:
    """Give something that is done to a case with proposals."""
    kind = draw(
        st.sampled_from(["propose", "propose", "answer", "note", "take", "decline", "area"])
    )
    match kind:
        case "propose":
            return kind, draw(offers())
        case "answer":
            name = draw(st.sampled_from(NAMES))
            return kind, (name, draw(st.sampled_from(VALUES[name])))
        case "note":
            return kind, (draw(st.sampled_from(NAMES)), draw(st.sampled_from(NOTES)))
        case "area":
            return kind, draw(st.sampled_from([area.id for area in CATALOGUE.edition.areas]))
        case _:
            return kind, draw(st.integers(0, 9))


def done(desk: Desk, case: Assessment, deed: tuple[str, Any]) -> Assessment:
    kind, said = deed
    waiting = [one for found in proposals(desk, case).values() for one in found]
    match kind:
        case "propose":
            propose(desk, case, [said])
        case "answer":
            answer(desk, case, *said)
        case "note":
            remark(desk, case, said[0], note=said[1])
        case "take" if waiting:
            take(desk, case, waiting[said % len(waiting)])
        case "decline" if waiting:
            decline(desk, case, waiting[said % len(waiting)])
        case "area":
            take_area(desk, case, said)
        case _:
            pass
    return desk.store.assessment(case.case.id)


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk for all examples, each with a case of its own."""
    numbers = count(1)
    with Desk(
        newest=CATALOGUE,
        store=Store(tmp_path_factory.mktemp("any") / "any.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"case{next(numbers):04d}",
    ) as opened:
        yield opened


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds_done=st.lists(deeds(), min_size=3, max_size=12))
def test_taking_and_declining_in_any_order_loses_nothing(
    one_desk: Desk, deeds_done: list[tuple[str, Any]]
) -> None:
    desk, pattern = one_desk, case_of("Any Cluster")
    case = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
    for deed in deeds_done:
        before, history = case, desk.store.answers.history(case.case.id)
        case = done(desk, case, deed)
        assert desk.store.answers.history(case.case.id)[: len(history)] == history
        assert_kept(before, case, deed[0])
    for one in desk.store.proposals.history(case.case.id):
        assert_settled(one.decision, one.proposal, case, desk)


def assert_kept(before: Assessment, after: Assessment, kind: str) -> None:
    """A value is replaced by a wanted one only; notes, links and flags are only added to."""
    for name in NAMES:
        old, new = before.answer(name), after.answer(name)
        assert set(old.evidence) <= set(new.evidence)
        assert new.flag or not old.flag
        if kind != "note":
            assert (old.note or "") in (new.note or "")
        if kind in ("propose", "decline", "note"):
            assert (old.status, old.value) == (new.status, new.value)
        if kind == "area" and old.status is not Status.NOT_REACHED:
            assert (old.status, old.value) == (new.status, new.value)


def assert_settled(decision: str | None, proposal: Proposal, case: Assessment, desk: Desk) -> None:
    """What was taken is in the history with all it said; what waits, waits."""
    entries = desk.store.answers.history(case.case.id, proposal.question)
    if decision == "taken":
        assert any(says(entry, proposal) for entry in entries)
    elif decision is None and stance(proposal, case) is not Stance.CONFIRMED:
        assert proposal in proposals(desk, case)[proposal.question]


def says(entry: Answer, proposal: Proposal) -> bool:
    same = not says_a_value(proposal) or (entry.status, entry.value) == (
        proposal.status,
        proposal.value,
    )
    return (
        same
        and (proposal.note or "") in (entry.note or "")
        and set(proposal.evidence) <= set(entry.evidence)
        and (entry.flag or not proposal.flag)
    )


def offered(question: str, value: Any = None, source: str = "a file", **stated: Any) -> Proposal:
    return Proposal(question=question, value=value, source=source, **stated)


def test_what_agrees_is_not_kept_and_the_same_is_kept_once(desk: Desk, case: Assessment) -> None:
    case = answer(desk, case, "staff_fte", 2).assessment
    fresh = [offered("staff_fte", 2), offered("founded", "2009"), offered("founded", "2009")]
    assert propose(desk, case, fresh) == 1
    assert propose(desk, case, fresh) == 0
    assert propose(desk, case, [offered("founded", "2009", "elsewhere")]) == 1
    assert list(proposals(desk, case)) == ["founded"]


def test_nothing_is_proposed_for_an_unknown_question_or_a_finished_case(
    desk: Desk, case: Assessment
) -> None:
    with pytest.raises(NotFound, match="nothing was proposed"):
        propose(desk, case, [offered("founded", "2009"), offered("colour", "green")])
    assert not proposals(desk, case)
    propose(desk, case, [offered("founded", "2009")])
    (waiting,) = proposals(desk, case)["founded"]
    full = full_case(desk.newest).answers.values()
    desk.store.answers.add(
        case.case.id, [one for one in full if one.question != "founded"], at=NOON
    )
    not_said = Answer(question="founded", status=Status.DONT_KNOW)
    desk.store.answers.add(case.case.id, [not_said], at=NOON)
    finish(desk, desk.store.assessment(case.case.id))
    case = desk.store.assessment(case.case.id)
    for act in (take, decline):
        with pytest.raises(AssessError, match="reopen it"):
            act(desk, case, waiting)
    with pytest.raises(AssessError, match="reopen it"):
        propose(desk, case, [offered("steering", "broker")])


def test_a_proposal_that_the_checks_refuse_waits_on(desk: Desk, case: Assessment) -> None:
    propose(desk, case, [offered("strategy_reviewed", "2031")])
    (waiting,) = proposals(desk, case)["strategy_reviewed"]
    refused = take(desk, case, waiting)
    assert not refused.is_saved
    assert [one.kind for one in refused.findings] == ["hard"]
    assert proposals(desk, case)["strategy_reviewed"] == (waiting,)
    found = take_area(desk, case, "management")
    assert (found.taken, len(found.refused)) == (0, 1)
    assert found.refused[0].startswith("14 ")


def test_a_proposal_that_contradicts_an_answer_is_taken_and_open_at_both(
    desk: Desk, case: Assessment
) -> None:
    case = answer(desk, case, "committed_total", 20).assessment
    propose(desk, case, [offered("committed_written", 25)])
    (waiting,) = proposals(desk, case)["committed_written"]
    taken = take(desk, case, waiting)
    assert taken.is_saved
    assert [one.kind for one in taken.findings] == ["contradiction"]
    points = open_points(taken.assessment, desk.newest)
    assert [one.question for one in points if one.kind is PointKind.CONTRADICTION] == [
        "committed_total",
        "committed_written",
    ]


def test_what_somebody_changed_meanwhile_is_not_replaced_unseen(
    desk: Desk, case: Assessment
) -> None:
    propose(desk, case, [offered("staff_fte", 3)])
    (waiting,) = proposals(desk, case)["staff_fte"]
    answer(desk, case, "staff_fte", 2)
    overtaken = take(desk, case, waiting)
    assert overtaken.conflict is not None
    assert overtaken.conflict.value == 2
    assert proposals(desk, overtaken.assessment)["staff_fte"] == (waiting,)
    assert take(desk, overtaken.assessment, waiting).is_saved


def test_an_area_follows_the_routing_while_it_is_filled(desk: Desk, case: Assessment) -> None:
    propose(desk, case, [offered("governing_body", "no"), offered("body_meetings", 4)])
    found = take_area(desk, case, "management")
    assert found.taken == 1
    assert found.assessment.answer("body_meetings").status is Status.NOT_REACHED
    assert list(proposals(desk, found.assessment)) == ["body_meetings"]
    assert not [one for one in points_of(desk, found.assessment) if one.kind.value == "proposed"]


def test_of_two_proposals_for_one_blank_an_area_takes_the_first_and_shows_the_other(
    desk: Desk, case: Assessment
) -> None:
    propose(desk, case, [offered("founded", "2009", "a"), offered("founded", "2010", "b")])
    found = take_area(desk, case, "structure")
    assert (found.taken, found.differing) == (1, 1)
    assert found.assessment.value("founded") == "2009"
    assert [one.source for one in proposals(desk, found.assessment)["founded"]] == ["b"]


def test_how_many_wait_is_counted_where_cases_are_listed(desk: Desk, case: Assessment) -> None:
    propose(desk, case, [offered("founded", "2009"), offered("steering", "broker")])
    (one,) = listed(desk)
    assert one.proposals == 2
    for found in proposals(desk, case).values():
        decline(desk, case, found[0])
    assert next(iter(listed(desk))).proposals == 0
