"""What is offered in the interview: proposals side by side, and what the last round said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App

from assess.core.case.answer import Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.tui.case.card.proposed import Proposed
from assess.workflow import Desk, answer
from assess.workflow.case.answering import drafts
from assess.workflow.case.proposing import proposals, propose
from tests.slowly import a_few
from tests.tui.conftest import Running
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown as shown_as_drawn

Run = Callable[..., Running]
Begun = Callable[..., Assessment]

SOURCE = "the questionnaire of [b]Monday[/b]"


def shown(app: App[Any]) -> str:
    return shown_as_drawn(app).replace("\N{NO-BREAK SPACE}", " ")


def offer(desk: Desk, case: Assessment, **values: Any) -> None:
    propose(
        desk,
        case,
        [Proposal(question=name, value=value, source=SOURCE) for name, value in values.items()],
    )


async def test_what_differs_stands_side_by_side_until_it_is_taken(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = answer(desk, begun(), "committed_total", 70).assessment
    link = Evidence(kind="link", location="https://list.example")
    noted = Proposal(
        question="committed_total", value=73, note="by the list", evidence=(link,), source=SOURCE
    )
    propose(desk, case, [noted])
    async with asking(run, case, "committed_total") as pilot:
        said = shown(pilot.app)
        assert f"differs from the proposed answer · {SOURCE}" in said
        assert "70 participants                      73 participants" in said
        assert desk.store.assessment(case.case.id) == case
        await keys(pilot, "<escape>", "c")
        assert "✓ accepted" in shown(pilot.app)
        assert "differs from the proposed answer" not in shown(pilot.app)
        assert "c Accept" not in shown(pilot.app)
        given = desk.store.assessment(case.case.id).answer("committed_total")
        assert (given.value, given.note, given.evidence) == (73, "by the list", (link,))
        await keys(pilot, "u")
        assert "differs from the proposed answer" in shown(pilot.app)
        back = desk.store.assessment(case.case.id).answer("committed_total")
        assert (back.value, back.note) == (70, None)


async def test_a_proposed_note_is_hidden_while_others_look_at_the_screen(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    propose(desk, case, [Proposal(question="staff_fte", value=2, note="in debt", source="a copy")])
    async with asking(run, case, "staff_fte") as pilot:
        assert "in debt" in shown(pilot.app)
        await keys(pilot, "<escape>", "x")
        assert "in debt" not in shown(pilot.app)
        assert "2 FTE" in shown(pilot.app)
        await keys(pilot, "c")
    assert desk.store.assessment(case.case.id).answer("staff_fte").note == "in debt"


async def test_what_is_declined_does_not_come_back(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun()
    offer(desk, case, steering="broker")
    async with asking(run, case, "steering") as pilot:
        assert "proposed answer" in shown(pilot.app)
        assert "d Decline" in shown(pilot.app)
        await keys(pilot, "d")
        assert "proposed answer" not in shown(pilot.app)
        assert "d Decline" not in shown(pilot.app)
    assert not proposals(desk, case)
    assert "steering" not in desk.store.assessment(case.case.id).answers


async def test_one_key_fills_the_blanks_of_the_area_and_no_more(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = answer(desk, begun(), "committed_total", 70).assessment
    offer(desk, case, founded="2009-05", committed_total=73, regional_companies=9, steering="mixed")
    async with asking(run, case, "founded") as pilot:
        await keys(pilot, "<alt+m>")
        await settled(pilot)
        assert "2 unanswered questions of the area now have the proposed answers" in shown(
            pilot.app
        )
        assert "1 differs from the answer; both are kept side by side" in " ".join(
            shown(pilot.app).split()
        )
    now = desk.store.assessment(case.case.id)
    assert {name: one.value for name, one in now.answers.items()} == {
        "founded": "2009-05",
        "committed_total": 70,
        "regional_companies": 9,
    }


@pytest.mark.slow
async def test_taking_over_needs_no_other_key_while_typing_and_keeps_what_is_typed(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    offer(desk, case, specialisation_text="Wave energy")
    async with asking(run, case, "specialisation_text") as pilot:
        await keys(pilot, "cd")
        assert not desk.store.assessment(case.case.id).answers
        await keys(pilot, "<alt+c>")
        await settled(pilot)
        history = [
            one.value for one in desk.store.answers.history(case.case.id, "specialisation_text")
        ]
        assert history == ["cd", "Wave energy"]


async def test_what_the_checks_refuse_is_not_taken_and_says_why(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun()
    offer(desk, case, founded="2031")
    async with asking(run, case, "founded", size=(100, 40)) as pilot:
        await keys(pilot, "<alt+c>")
        await settled(pilot)
        said = " ".join(shown(pilot.app).split())
        assert "The proposal cannot be accepted: 2031 is after the interview" in said
        assert interview(pilot).query_one(Proposed).display
    assert "founded" not in desk.store.assessment(case.case.id).answers
    assert not drafts(desk, case)


async def test_the_last_round_stands_beside_the_question_and_is_taken_by_a_key(
    run: Run, begun: Begun, desk: Desk
) -> None:
    earlier = begun(interview="2024-10-02")
    for name, value in (("founded", "2009-05"), ("legal_form", "association"), ("staff_fte", 2)):
        earlier = answer(desk, earlier, name, value).assessment
    now = answer(desk, begun(), "staff_fte", 2.5).assessment
    async with asking(run, now, "staff_fte", size=(120, 40)) as pilot:
        assert "Last round 2024" in shown(pilot.app)
        assert "2 FTE" in shown(pilot.app)
        assert "changed" in shown(pilot.app)
        assert "c Accept" not in shown(pilot.app)  # an answer is not replaced by one key
        await keys(pilot, "<escape>")
        await keys(pilot, "g", "2", "<enter>")
        await settled(pilot)
        assert "Association" in shown(pilot.app)
        assert "c gives the same answer" in shown(pilot.app)
        await keys(pilot, "m")
        await settled(pilot)
        assert "2 unanswered questions of the area were answered as in the last round" in shown(
            pilot.app
        )
    held = desk.store.assessment(now.case.id)
    assert held.value("founded") == "2009-05"
    assert held.value("legal_form") == "association"
    assert held.value("staff_fte") == 2.5


@pytest.mark.slow
async def test_without_a_last_round_nothing_is_said_of_one(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "staff_fte", size=(120, 40)) as pilot:
        assert "Last round" not in shown(pilot.app)
        assert "c Accept" not in shown(pilot.app)
        before = interview(pilot).session.assessment
        await keys(pilot, "<escape>", "cdm")
        assert interview(pilot).session.assessment == before


@pytest.mark.parametrize("width", a_few([80, 100], 1))
async def test_a_long_answer_is_shown_in_lines_and_a_short_one_in_columns(
    run: Run, begun: Begun, desk: Desk, width: int
) -> None:
    case = answer(desk, begun(), "specialisation_text", "Wave energy " * 6).assessment
    offer(desk, case, specialisation_text="Tidal energy " * 6)
    async with asking(run, case, "specialisation_text", size=(width, 30)) as pilot:
        assert "here  Wave energy Wave" in shown(pilot.app)
        assert "proposed  Tidal energy" in shown(pilot.app)
