"""Going to a number: the answer is given once, however quickly the keys come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assess.core.case.assessment import Assessment
from assess.tui.case.dialog.go_to import GoToScreen
from assess.tui.widgets.text_input import Line
from assess.workflow import Desk, answer
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown
from tests.tui.test_in_order import burst


async def test_an_enter_right_behind_the_number_does_not_leave_the_interview(
    run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun()) as pilot:
        await keys(pilot, "<ctrl+g>")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, GoToScreen)
        line = screen.query_one(Line)
        line.post_message(Line.Changed(line, "7"))
        line.post_message(Line.Submitted(line, "7"))
        await settled(pilot)
        await settled(pilot)
        indicator = interview(pilot).indicator
        assert indicator is not None
        assert indicator.number == 7


async def test_an_answered_indicator_is_changed_only_from_within_and_says_how(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk
) -> None:
    case = answer(desk, begun(), "founded", "2009-05").assessment
    async with asking(run, case, "legal_form") as pilot:
        await keys(pilot, "<escape>", "g")
        await settled(pilot)
        await keys(pilot, "1", "<enter>")
        await settled(pilot)
        await keys(pilot, "2")
        hint = "nothing changed · Enter goes to the answer"
        assert hint in shown(pilot.app)
        assert desk.store.assessment(case.case.id) == case
        await keys(pilot, "<enter>", "2010", "<enter>")
        await settled(pilot)
        assert hint not in shown(pilot.app)
        assert desk.store.assessment(case.case.id).value("founded") == "2010"


async def test_what_is_typed_ahead_goes_to_the_indicator_that_is_gone_to(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk
) -> None:
    case = begun()
    async with asking(run, case, "legal_form") as pilot:
        burst(pilot.app, "g", "1", "1", "enter", "3", "enter", "2", "4", "enter")
        await settled(pilot)
        await settled(pilot)
        held = desk.store.assessment(case.case.id)
        assert {name: given.value for name, given in held.answers.items()} == {
            "involvement": 3,
            "staff_fte": 24,
        }


async def test_a_digit_answers_the_choice_to_which_one_jumped(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk
) -> None:
    case = answer(desk, begun(), "legal_form", "foundation").assessment
    case = answer(desk, case, "involvement", 1).assessment
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "<escape>", "g", "11", "<enter>")
        await settled(pilot)
        await keys(pilot, "3")
        assert desk.store.assessment(case.case.id).value("involvement") == 3
        await keys(pilot, "n")
        assert interview(pilot).current == "staff_fte"


async def test_a_grid_begins_in_its_first_row_after_a_jump(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk
) -> None:
    case = begun()
    number = desk.newest.indicator_of("planning").number
    async with asking(run, case, "legal_form") as pilot:
        burst(pilot.app, "g", *str(number), "enter", "3")
        await settled(pilot)
        await settled(pilot)
        await keys(pilot, "<alt+n>")
        assert desk.store.drafts.of(case.case.id) == {"planning": '{"strategy_process": "3"}'}
