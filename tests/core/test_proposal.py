"""Proposals and rounds: what differs, and what changed since the last time."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.answer import Answer
from assess.core.case.history.last_round import Since, since
from assess.core.case.history.proposal import (
    Proposal,
    Stance,
    open_proposals,
    proposed_by,
    stance,
    taken,
)
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.measure_change import changes
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.notation import answered


@pytest.mark.parametrize(
    ("there", "proposed", "expected"),
    [
        ({}, {"value": 73}, Stance.BLANK),
        ({"committed_total": 73}, {"value": 73}, Stance.CONFIRMED),
        ({"committed_total": 73}, {"value": 74}, Stance.DIFFERS),
        ({"committed_total": 73}, {"status": "dont_know"}, Stance.DIFFERS),
        ({"committed_total": "!dont_know"}, {"status": "dont_know"}, Stance.CONFIRMED),
        ({"committed_total": "!dont_know"}, {"value": 73}, Stance.DIFFERS),
    ],
)
def test_a_proposal_fills_a_blank_agrees_or_differs(
    there: dict[str, Any], proposed: dict[str, Any], expected: Stance
) -> None:
    proposal = Proposal.model_validate(
        {"question": "committed_total", "source": "file", **proposed}
    )
    assert stance(proposal, answered(**there)) is expected


def test_the_order_of_several_choices_says_nothing() -> None:
    proposal = Proposal(question="reach", value=["global", "local"], source="file")
    assert stance(proposal, answered(reach=["local", "global"])) is Stance.CONFIRMED


def test_only_what_says_something_is_proposed() -> None:
    answers = [
        Answer(question="founded", status=Status.ANSWERED, value="2009", note="from the statutes"),
        Answer(question="staff_fte", note="ask again"),
        Answer(question="revenue"),
        Answer(question="reach", status=Status.SKIPPED),
    ]
    found = proposed_by(answers, "round of 2024")
    assert [(one.question, one.note, one.source) for one in found] == [
        ("founded", "from the statutes", "round of 2024"),
        ("staff_fte", "ask again", "round of 2024"),
    ]


def test_a_note_or_evidence_that_is_not_there_yet_waits_although_the_value_agrees() -> None:
    there = answered(staff_fte=2)
    same = Proposal(question="staff_fte", value=2, source="file")
    noted = same.model_copy(update={"note": "payroll"})
    assert stance(same, there) is Stance.CONFIRMED
    assert stance(noted, there) is Stance.DIFFERS
    after = taken(noted, there.answer("staff_fte"))
    assert (after.value, after.note) == (2, "payroll")
    assert stance(noted, there.with_answer(after)) is Stance.CONFIRMED
    more = taken(noted.model_copy(update={"note": "annual report"}), after)
    assert more.note == "payroll\nannual report"


def test_what_agrees_does_not_wait() -> None:
    proposals = [
        Proposal(question="founded", value="2009", source="a"),
        Proposal(question="founded", value="2010", source="b"),
        Proposal(question="staff_fte", value=2, source="a"),
    ]
    waiting = open_proposals(proposals, answered(founded="2009", staff_fte=2))
    assert {name: [one.source for one in found] for name, found in waiting.items()} == {
        "founded": ["b"]
    }


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"staff_fte": 2}, {}, Since.OPEN),
        ({}, {"staff_fte": 2}, Since.NEW),
        ({"staff_fte": 2}, {"staff_fte": 2.0}, Since.UNCHANGED),
        ({"staff_fte": 2}, {"staff_fte": 3}, Since.CHANGED),
        ({"staff_fte": 2}, {"staff_fte": "!refused"}, Since.CHANGED),
    ],
)
def test_an_answer_is_unchanged_changed_or_new(
    before: dict[str, Any], now: dict[str, Any], expected: Since
) -> None:
    assert since("staff_fte", answered(**now), answered(**before)) is expected


def test_changes_of_measures_have_a_difference_or_from_and_to(catalogue: Catalogue) -> None:
    before = answered(committed_total=50, committed_written=25, steering="central", staff_fte=2)
    now = answered(committed_total=60, committed_written=36, steering="broker", staff_fte=2)
    found = {
        one.measure: one
        for one in changes(score(now, catalogue), score(before, catalogue), catalogue)
    }
    assert say(found["committed_participants"].shown) == "+10 participants"
    assert say(found["written_share"].shown) == "+10 percentage points"
    assert found["steering"].difference is None
    assert say(found["steering"].shown).startswith("from ")
    assert "staff_fte" not in found


def test_what_has_no_value_in_one_round_is_no_change(catalogue: Catalogue) -> None:
    before = answered(committed_total="!refused")
    now = answered(committed_total=60)
    assert changes(score(now, catalogue), score(before, catalogue), catalogue) == ()


def test_a_proposal_that_says_nothing_does_not_wait() -> None:
    empty = Proposal(question="staff_fte", status=Status.NOT_REACHED, source="file")
    assert stance(empty, answered()) is Stance.CONFIRMED
    assert stance(empty, answered(staff_fte=2)) is Stance.CONFIRMED
    noted = empty.model_copy(update={"note": "ask again"})
    assert stance(noted, answered()) is Stance.BLANK
