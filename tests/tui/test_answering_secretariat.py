"""What the secretariat asks is answered on the screen, and goes with the next sending."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from assess.core.case.assessment import Assessment
from assess.core.submission.exchanged import InboxItem, ItemKind
from assess.tui.case.interview.interview import InterviewScreen
from assess.workflow import Desk
from assess.workflow.submission.receiving import questions_of, take_items
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


def ask(desk: Desk, case: str, number: int, question: str | None, text: str) -> str:
    """Have something come that the secretariat asks; give its id."""
    name = str(uuid4())
    body = {"id": name, "revision": "0" * 64, "text": text}
    if question is not None:
        body["question"] = question
    item = InboxItem(
        number=number, case=case, kind=ItemKind.QUESTION, at=desk.now, by="Rita", body=body
    )
    take_items(desk, [item])
    return name


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_question_is_answered_from_the_open_points(
    run: Run, begun: Begun, desk: Desk, size: tuple[int, int]
) -> None:
    case = begun().case
    whole = ask(desk, case.id, 1, None, "Is the name right?")
    founded = ask(desk, case.id, 2, "founded", "By which act?")
    async with run(size=size) as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        assert "Rita asks: By which act?" in shown(pilot.app)
        assert "Answer the secretariat" in shown(pilot.app)
        await pilot.press("home", "less_than_sign")
        await pilot.pause()
        assert "By which act?" in shown(pilot.app)
        await pilot.press(*"notary", "ctrl+s")
        await pilot.pause()
        assert "By which act?" not in shown(pilot.app)
        waiting = desk.store.submissions.waiting_answers()
        assert [(each.question, each.text) for each in waiting] == [(founded, "notary")]
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert "Is the name right?" in shown(pilot.app)
        await pilot.press(*"yes", "ctrl+s")
        await pilot.pause()
        assert "Answer the secretariat" not in shown(pilot.app)
    answered = {asked.id: asked.answers for asked in questions_of(desk, case.id)}
    assert answered == {founded: ("notary",), whole: ("yes",)}


async def test_an_empty_answer_is_refused_and_what_was_typed_is_kept(
    run: Run, begun: Begun, desk: Desk
) -> None:
    case = begun().case
    ask(desk, case.id, 1, "founded", "By which act?")
    async with run(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("less_than_sign")
        await pilot.pause()
        await pilot.press("space", "ctrl+s")
        await pilot.pause()
        assert "is empty" in shown(pilot.app)
        await pilot.press(*"half", "escape")
        await pilot.pause()
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert "half" in shown(pilot.app)
    assert desk.store.submissions.waiting_answers() == ()


async def test_a_question_is_answered_in_the_interview(run: Run, begun: Begun, desk: Desk) -> None:
    case = begun().case
    founded = ask(desk, case.id, 1, "founded", "By which act?")
    async with run(size=(80, 24)) as pilot:
        await pilot.pause()
        pilot.app.push_screen(InterviewScreen(case.id, "founded"))
        await pilot.pause()
        await pilot.press("escape", "less_than_sign")
        await pilot.pause()
        assert "By which act?" in shown(pilot.app)
        await pilot.press(*"notary", "ctrl+s")
        await pilot.pause()
        await pilot.press("escape", "less_than_sign")
        await pilot.pause()
        assert "No question of the secretariat is open" in shown(pilot.app)
    assert [each.question for each in desk.store.submissions.waiting_answers()] == [founded]
