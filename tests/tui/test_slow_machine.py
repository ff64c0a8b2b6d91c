"""On a machine that lags, what is typed ahead is neither lost nor given to another question."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.events import Key

from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.question import SelectOneQuestion
from assess.tui.app import AssessApp
from assess.tui.case.home import HomeScreen
from assess.tui.case.interview.interview import InterviewScreen
from assess.workflow import Desk
from tests.tui.interview_keys import asking, interview, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]

SHARES = {"industry": 60, "research": 30, "public": 10}
TYPED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("<escape>g11<enter>3<enter>", {"involvement": 3}),
    ("24<enter>30<enter>", {"staff_fte": 24, "staff_headcount": 30}),
    ("<escape>g3<enter>1<enter>60<enter>30<enter>10<enter>", {"driving_forces": SHARES}),
    ("<escape>g12<enter>sd", {"staff_fte": Status.DONT_KNOW}),
    ("<escape>thi<escape>", {"staff_fte.note": "hi"}),
    ("<escape>g2<enter>4", {"legal_form": "foundation"}),
    ("<escape>sano staff<enter>", {"legal_form": Status.NOT_APPLICABLE}),
    ("<escape>g12<enter><escape>sfx<escape>a120<enter><escape><escape>", {}),
    ("<escape>u", {"legal_form": "foundation"}),
)
"""What is typed, piece by piece, and what the case holds because of it."""


@asynccontextmanager
async def lagging(seed: int) -> AsyncIterator[None]:
    """Let everything stand still at random moments, for up to 300 ms."""
    chance = random.Random(seed)  # noqa: S311  moments, not secrets

    async def lag() -> None:
        while True:
            await asyncio.sleep(chance.uniform(0, 0.05))
            time.sleep(chance.uniform(0, 0.3))  # noqa: ASYNC251  this is what a slow machine does

    lags = asyncio.create_task(lag())
    try:
        yield
    finally:
        lags.cancel()


def presses(text: str) -> list[Key]:
    """Give the keys of a text, with the names of others in angle brackets."""
    pressed: list[Key] = []
    while text:
        name, text = text[1:].split(">", 1) if text.startswith("<") else (text[0], text[1:])
        key = {" ": "space"}.get(name, name)
        pressed.append(Key(key, name if len(name) == 1 else None))
    return pressed


def held(assessment: Assessment, name: str) -> object:
    """Give what a case holds of a question: a note, a value, or why there is none."""
    question, _, kind = name.partition(".")
    answer = assessment.answer(question)
    if kind:
        return answer.note
    return answer.value if answer.status is Status.ANSWERED else answer.status


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_the_record_is_what_was_typed_however_slow_the_machine_is(
    run: Run, begun: Begun, desk: Desk, seed: int
) -> None:
    case = begun()
    async with asking(run, case, "legal_form") as pilot, lagging(seed):
        for text, _ in TYPED:
            for key in presses(text):
                pilot.app.post_message(key)
        await pilot.pause()
        assert isinstance(pilot.app, AssessApp)
        while pilot.app.has_keys_waiting:  # noqa: ASYNC110  nothing tells when all are dealt with
            await asyncio.sleep(0.01)
        for _ in range(3):
            await settled(pilot)
        after = desk.store.assessment(case.case.id)
        expected = {name: value for _, part in TYPED for name, value in part.items()}
        initiated_by = desk.newest.questions["initiated_by"]
        assert isinstance(initiated_by, SelectOneQuestion)
        expected["initiated_by"] = initiated_by.choices[0].name
        assert {name: held(after, name) for name in expected} == expected
        assert set(after.answers) == {name.partition(".")[0] for name in expected}
        screen = interview(pilot)
        assert screen.indicator is not None
        laid = {question.posed.name for question in screen.card.questions}
        assert laid == {question.name for question in screen.indicator.questions}
        assert str(screen.indicator.number) in screen._widgets.title.number.plain.split()


@pytest.mark.slow
async def test_the_title_is_that_of_the_questions_below_it_at_every_moment(
    run: Run, begun: Begun
) -> None:
    async with asking(run, begun(), "legal_form") as pilot:
        screen = interview(pilot)
        differing: list[tuple[str, int]] = []
        is_over = False

        async def watch() -> None:
            while not is_over:
                title = screen._widgets.title
                number = screen.card._stack.number
                if str(number) not in title.number.plain.split():
                    differing.append((title.title.plain, number))
                await asyncio.sleep(0)

        watching = asyncio.create_task(watch())
        for number in (12, 3, 26, 19, 3):
            screen.run_worker(screen.parts.navigator.go_to_indicator(number))
        for _ in range(5):
            await settled(pilot)
        is_over = True
        await watching
        assert differing == []
        assert screen.card._stack.number == 3


@pytest.mark.slow
async def test_the_list_of_cases_shows_a_case_as_it_was_left(run: Run, begun: Begun) -> None:
    case = begun()
    async with run(case=case.case.id, size=(120, 30)) as pilot:
        for _ in range(3):
            await settled(pilot)
        assert isinstance(pilot.app.screen, InterviewScreen)
        interview(pilot).parts.focus.to_question("founded")
        for key in presses("2009<enter><enter>"):
            pilot.app.post_message(key)
        await settled(pilot)
        for key in presses("<escape>q"):
            pilot.app.post_message(key)
        for _ in range(3):
            await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "1/36" in shown(pilot.app)
