"""Every screen of a case says the edition with which it was begun, not the newest one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from assess.locations import indicators_folder
from assess.tui.advice.results import ResultsScreen
from assess.tui.case.open_points import OpenPointsScreen
from assess.tui.case.organisation import OrganisationScreen
from assess.tui.label.label import LabelScreen
from assess.tui.report.report import ReportScreen
from assess.workflow import Desk
from tests.notation import case_of
from tests.slowly import a_few
from tests.tui.screen_text import shown


@pytest.mark.parametrize(
    "make",
    a_few([ResultsScreen, OpenPointsScreen, OrganisationScreen, LabelScreen, ReportScreen], 1, 4),
)
async def test_a_screen_names_the_edition_of_its_case(
    run: Callable[..., Any],
    new_desk: Callable[..., Desk],
    make: Callable[[str], Screen[Any]],
) -> None:
    def opened() -> Desk:
        return new_desk(shipped_indicators=indicators_folder())

    with opened() as desk:
        newest = desk.newest.edition.id
        case = case_of("Fjord Energy").model_copy(update={"catalogue": "2026.1"})
        desk.store.cases.add(case, by="Ada Expert")
    assert newest != "2026.1"
    async with run(open_desk=opened, size=(120, 40)) as pilot:
        await pilot.pause()
        assert f"catalogue {newest}" in shown(pilot.app)
        await pilot.app.push_screen(make(case.id))
        await pilot.pause()
        assert "catalogue 2026.1" in shown(pilot.app)
        assert f"catalogue {newest}" not in shown(pilot.app)
