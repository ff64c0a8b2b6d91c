"""The question in the language of the manager, and with one key in that of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assess.core.case.assessment import Assessment, Details
from assess.languages.translation.look_up import translate_catalogue_from
from assess.locations import indicators_folder
from assess.workflow import Desk, change_details
from tests.tui.interview_keys import asking, keys, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]

ENGLISH, GERMAN, POLISH = "full-time equivalents", "Vollzeitäquivalente", "etatów przeliczeniowych"


@pytest.fixture(autouse=True)
def _translated() -> None:
    translate_catalogue_from(indicators_folder())


async def until_shown(pilot: Any, text: str) -> None:
    for _ in range(250):
        if text in shown(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(pilot.app))


async def test_one_key_shows_the_question_in_the_other_language_and_back(
    run: Run, desk: Desk, begun: Begun
) -> None:
    case = begun(asked_in="de")
    async with asking(run, case, "staff_fte") as pilot:
        assert GERMAN in shown(pilot.app)
        assert "[Deutsch]" in shown(pilot.app)
        await keys(pilot, "3", "<f7>")
        await until_shown(pilot, ENGLISH)
        text = shown(pilot.app)
        assert GERMAN not in text
        assert "[English]" in text
        await keys(pilot, ".5", "<f7>")
        await until_shown(pilot, GERMAN)
        await keys(pilot, "<enter>")
        await settled(pilot)
    answer = desk.store.assessment(case.case.id).answer("staff_fte")
    assert (answer.value, answer.asked_in) == (3.5, "de")


async def test_a_case_changes_its_language_in_the_middle(
    run: Run, desk: Desk, begun: Begun
) -> None:
    case = begun(asked_in="de")
    async with asking(run, case, "staff_fte") as pilot:
        await keys(pilot, "3", "<enter>", "<escape>")
        details = Details.model_validate({**dict(case.case.details), "asked_in": "pl"})
        await keys(pilot, "b", "i")
        change_details(desk, case.case, case.case.organisation, details)
        await keys(pilot, "<escape>")
        await until_shown(pilot, "[Polski]")
        assert GERMAN not in shown(pilot.app)


async def test_where_there_is_no_other_language_it_is_said(run: Run, begun: Begun) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await keys(pilot, "<f7>")
        assert "there is no other language here" in shown(pilot.app)
        assert ENGLISH in shown(pilot.app)
