"""A case is erased from the list of cases, after the account and a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.widgets import Input

from assess.core.case.assessment import Assessment
from assess.tui.app import AssessApp
from assess.tui.case.home import HomeScreen
from assess.workflow import Desk, answer
from assess.workflow.case.cases import cases
from tests.tui.screen_text import shown
from tests.tui.test_home import settled

Run = Callable[..., Any]


def begin_to_erase(app: AssessApp) -> None:
    commands = app.get_system_commands(app.screen)
    next(command for command in commands if command.title == "Erase the case").callback()


async def test_a_case_is_erased_after_the_account_a_question_and_the_ground(
    run: Run, begun: Callable[..., Assessment], desk: Desk
) -> None:
    answer(desk, begun(), "founded", "2009")
    begun("Other Cluster")
    async with run(size=(100, 40)) as pilot:
        table = await settled(pilot)
        while table.about() and "Fjord" not in str(table.about()):
            await pilot.press("down")
            await pilot.pause()
        begin_to_erase(pilot.app)
        await pilot.pause()
        said = " ".join(shown(pilot.app).split())
        assert "Erase this case: Fjord Energy Cluster?" in said
        assert "1 answer with its value" in said
        assert "the hashes of all entries" in said
        await pilot.press("enter")
        await pilot.pause()
        assert len(cases(desk)) == 2, "Enter alone changes nothing"
        begin_to_erase(pilot.app)
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "needs its ground" in " ".join(shown(pilot.app).split())
        for field, text in zip(pilot.app.screen.query(Input), ("Request", "Bo"), strict=True):
            field.value = text
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        said = shown(pilot.app)
        assert "The case was erased" in " ".join(said.split())
        assert "Fjord" not in said
        assert "Other Cluster" in said


async def test_without_a_case_the_palette_does_not_offer_it(run: Run) -> None:
    async with run() as pilot:
        await settled(pilot)
        commands = pilot.app.get_system_commands(pilot.app.screen)
        assert "Erase the case" not in {command.title for command in commands}
