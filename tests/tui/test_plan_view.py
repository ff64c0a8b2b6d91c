"""The action plan and the message among the results: filled in, kept, and gone on with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from assess.core.case.assessment import Assessment
from assess.tui.advice.results import ResultsScreen
from assess.tui.dialog.ask import AskScreen
from assess.workflow import Desk, answer
from assess.workflow.advice import planning
from assess.workflow.advice.results import results
from assess.workflow.report.key_message import board_message
from tests.tui.screen_text import account, shown, type_in
from tests.tui.test_results import open_results

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def choose_state(pilot: Pilot[Any], word: str) -> None:
    """Go from the first line of the form to that of the state, and choose one."""
    await pilot.press(*["tab"] * 5, "ctrl+u")
    await type_in(pilot, word)
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.slow
async def test_what_is_agreed_is_filled_in_on_the_screen(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered()
    first = results(desk, case).plan[0]
    async with run() as pilot:
        rows = await open_results(pilot, "4")
        assert rows.chosen == f"now:{first.key}"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("tab")
        await type_in(pilot, "Ada Berg")
        await pilot.press("tab")
        await type_in(pilot, "soon")
        await pilot.press("ctrl+s")
        assert "'soon' is not one month; write it like 2027-03." in shown(pilot.app)
        assert desk.store.plans.history(case.case.id) == ()
        await pilot.press("ctrl+u")
        await type_in(pilot, "March 2027")
        await pilot.press("ctrl+s")
        await pilot.pause()
        text = shown(pilot.app)
        assert "Ada Berg" in text
        assert "2027-03" in text
        assert "Agreed on 1 of" in text
    entry = desk.store.plans.of(case.case.id)[first.key]
    assert (entry.owner, entry.due, entry.first_step, entry.measure) == (
        *("Ada Berg", "2027-03"),
        *(None, None),
    )
    assert entry.task
    assert entry.step


async def test_a_form_that_is_left_as_it_is_agrees_on_nothing(
    run: Run, answered: Begun, desk: Desk
) -> None:
    case = answered()
    async with run() as pilot:
        await open_results(pilot, "4", "enter", "ctrl+s")
    assert desk.store.plans.history(case.case.id) == ()


async def test_what_is_dropped_needs_a_reason(run: Run, answered: Begun, desk: Desk) -> None:
    case = answered()
    async with run() as pilot:
        await open_results(pilot, "4", "enter")
        await choose_state(pilot, "dropped")
        await pilot.press("ctrl+s")
        assert "Say why it was dropped" in shown(pilot.app)
        await type_in(pilot, "no money")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "dropped" in shown(pilot.app)
    (entry,) = desk.store.plans.history(case.case.id)
    assert (entry.state, entry.reason) == ("dropped", "no money")


@pytest.mark.slow
async def test_the_next_round_begins_with_what_became_of_the_plan(
    run: Run, begun: Begun, answered: Begun, desk: Desk
) -> None:
    earlier = begun("Fjord Energy Cluster", interview="2024-10-02")
    earlier = answer(desk, earlier, "role_written", "no").assessment
    for name in ("governing_body", "industry_in_body", "rules_written"):
        earlier = answer(desk, earlier, name, "no").assessment
    plan = planning.plan_of(desk, earlier)
    line = next(each for each in plan.lines if each.measure.startswith("roles_and_governing_body"))
    planning.agree(desk, plan, line, {"owner": "Board", "aim": "2", "state": "under way"})
    case = answered("Fjord Energy Cluster")
    async with run(size=(120, 40)) as pilot:
        await pilot.pause()
        pilot.app.push_screen(ResultsScreen(case.case.id))
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        text = shown(pilot.app)
        assert text.index("What became of the plan of the last round") < text.index("This round")
        said = " ".join(account(pilot.app).replace("\u00a0", " ").split())
        assert "in the desired direction" in said
        assert "The aim of 2 of 4 elements is reached." in said
        await pilot.press("enter")
        await pilot.pause()
        await choose_state(pilot, "done")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert desk.store.plans.of(earlier.case.id)[line.key].state == "done"
    assert desk.store.plans.of(case.case.id) == {}


async def test_the_message_is_edited_and_restored(run: Run, answered: Begun, desk: Desk) -> None:
    case = answered()
    async with run() as pilot:
        await open_results(pilot, "5")
        assert "manages a cluster" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        await type_in(pilot, "In short. ")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "In short." in shown(pilot.app)
        assert board_message(desk, case).is_edited
        await pilot.press("u")
        await pilot.pause()
        assert "In short." not in shown(pilot.app)
        assert not board_message(desk, case).is_edited
        await pilot.press("x")
        await pilot.pause()
        assert "the message is hidden" in shown(pilot.app)
        assert "manages a cluster" not in shown(pilot.app)


async def test_one_key_accepts_all_as_they_are(run: Run, answered: Begun, desk: Desk) -> None:
    case = answered()
    async with run() as pilot:
        await open_results(pilot, "2", "d", "m")
    found = results(desk, desk.store.assessment(case.case.id))
    states = {each.state for each in (*found.recommendations, *found.strengths)}
    assert states == {"accepted", "dropped"}
