"""Rounds: the last case of an organisation, and its answers taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.errors import NotFound
from assess.languages.message import say
from assess.workflow import Desk, answer, begin, finish, remark
from assess.workflow.advice.results import results
from assess.workflow.case.evidence import add_link
from assess.workflow.case.rounds import as_proposal, last_round, take_last, take_last_of_area
from assess.workflow.report.reporting import draft_report
from tests.notation import NOON, case_of

Begun = Callable[..., Assessment]


@pytest.fixture
def begun(desk: Desk) -> Begun:
    """Begin a case of one organisation on a day."""

    def begin_on(day: str, name: str = "Fjord Energy Cluster", *, done: bool = False) -> Assessment:
        pattern = case_of(name, interview=day)
        case = desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)
        if done:
            names = [one.name for one in desk.newest.questions.values() if one.required]
            answers = [Answer(question=name, status=Status.DONT_KNOW) for name in names]
            desk.store.answers.add(case.case.id, answers, at=NOON)
            finish(desk, desk.store.assessment(case.case.id))
        return desk.store.assessment(case.case.id)

    return begin_on


def test_the_last_round_is_the_newest_earlier_case_of_the_same_organisation(
    desk: Desk, begun: Begun
) -> None:
    first, second = begun("2022-05-01"), begun("2024-05-01")
    now, later = begun("2026-11-02"), begun("2027-01-10")
    begun("2025-05-01", "Fjord Energy Cluste")
    assert last_round(desk, first) is None
    for case, expected in ((second, first), (now, second), (later, now)):
        found = last_round(desk, case)
        assert found is not None
        assert found.case.id == expected.case.id


def test_a_finished_round_counts_before_one_that_was_given_up(desk: Desk, begun: Begun) -> None:
    finished = begun("2022-05-01", done=True)
    begun("2024-05-01")
    found = last_round(desk, begun("2026-11-02"))
    assert found is not None
    assert found.case.id == finished.case.id


def test_of_the_last_round_only_what_was_said_is_taken_over(desk: Desk, begun: Begun) -> None:
    last = answer(desk, begun("2024-05-01"), "staff_fte", 2).assessment
    last = remark(desk, last, "staff_fte", note="two are seconded", flag=True).assessment
    last = add_link(desk, last, "staff_fte", "https://staff.example").assessment
    now = begun("2026-11-02")
    now = remark(desk, now, "staff_fte", note="asked twice").assessment
    proposal = as_proposal(last, "staff_fte")
    assert proposal is not None
    assert say(proposal.source) == "the last round, 1 May 2024"
    taken = take_last(desk, now, last, "staff_fte").assessment.answer("staff_fte")
    assert (taken.value, taken.note, taken.flag, taken.evidence) == (2, "asked twice", False, ())
    assert desk.store.proposals.history(now.case.id) == ()


def test_an_area_takes_over_what_is_blank_and_leaves_the_rest(desk: Desk, begun: Begun) -> None:
    last = begun("2024-05-01")
    for name, value in (("founded", "2009"), ("committed_total", 40), ("staff_fte", 2)):
        last = answer(desk, last, name, value).assessment
    now = answer(desk, begun("2026-11-02"), "committed_total", 55).assessment
    found = take_last_of_area(desk, now, last, "structure")
    assert (found.taken, found.differing) == (1, 0)
    held = desk.store.assessment(now.case.id)
    assert {name: one.value for name, one in held.answers.items()} == {
        "founded": "2009",
        "committed_total": 55,
    }


@pytest.mark.parametrize(
    ("question", "said"), [("colour", "no question 'colour'"), ("steering", "was not answered")]
)
def test_what_was_not_said_cannot_be_taken_over(
    desk: Desk, begun: Begun, question: str, said: str
) -> None:
    last, now = begun("2024-05-01"), begun("2026-11-02")
    with pytest.raises(NotFound, match=said):
        take_last(desk, now, last, question)


def test_results_and_report_stand_beside_the_last_round(desk: Desk, begun: Begun) -> None:
    last = answer(desk, begun("2024-05-01"), "committed_total", 40).assessment
    alone = results(desk, last)
    assert alone.rounds is None
    now = answer(desk, begun("2026-11-02"), "committed_total", 55).assessment
    rounds = results(desk, now).rounds
    assert rounds is not None
    assert (rounds.case, rounds.day, rounds.is_finished) == (
        last.case.id,
        date(2024, 5, 1),
        False,
    )
    assert [say(one.shown) for one in rounds.changes if one.number == 5] == ["+15 participants"]
    report = draft_report(desk, now)
    assert "It was not finished" in report.summary.changes[0]
    assert report.last_round is not None
    assert draft_report(desk, last).last_round is None
