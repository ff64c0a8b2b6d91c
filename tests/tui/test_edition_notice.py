"""Every screen of a case says the edition with which it was begun, not the newest one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from assess.locations import demonstration_files, indicators_folder
from assess.tui.advice.results import ResultsScreen
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.case.open_points import OpenPointsScreen
from assess.tui.case.organisation import OrganisationScreen
from assess.tui.frame.host import host
from assess.tui.label.label import LabelScreen
from assess.tui.report.report import ReportScreen
from assess.workflow import Desk, open_desk
from assess.workflow.program.demonstration import demonstrate
from tests.cli.test_two_catalogues import STRANGE, strange_folder
from tests.notation import case_of
from tests.slowly import a_few
from tests.tui.interview_keys import keys, settled
from tests.tui.pace import done_apart
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
        await done_apart(pilot)
        assert "catalogue 2026.1" in shown(pilot.app)
        assert f"catalogue {newest}" not in shown(pilot.app)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "about"),
    a_few(
        [
            (ResultsScreen, "nullfjord"),
            (OpenPointsScreen, "ninguna"),
            (OrganisationScreen, "ninguna"),
            (LabelScreen, "nullfjord"),
            (ReportScreen, "nullfjord"),
            (InterviewScreen, "ninguna"),
        ],
        1,
        4,
    ),
)
async def test_no_word_of_another_catalogue_is_on_a_screen_of_a_case(
    run: Callable[..., Any], make: Callable[[str], Screen[Any]], about: str, tmp_path: Path
) -> None:
    today = date(2026, 11, 22)
    database, shipped = tmp_path / "assess.db", indicators_folder()
    demonstrate(database, shipped, demonstration_files(), today=today)
    strange = strange_folder(tmp_path / "strange")
    seen = []
    for folder in (shipped, strange):

        def opened(folder: Path = folder) -> Desk:
            return open_desk(database, folder, shipped=shipped, today=today)

        async with run(open_desk=opened, size=(120, 40)) as pilot:
            await pilot.pause()
            assert (STRANGE in shown(pilot.app)) is (folder is strange)  # about no case
            await pilot.app.push_screen(make(about))
            await done_apart(pilot)
            seen.append(shown(pilot.app))
    assert STRANGE not in seen[1]
    assert seen[0] == seen[1]


WALK = (
    *("n", "g", "h", "e", "i", "o", "r", "l", "a", "p", "f1"),
    *("full_stop", "v", "w", "z", "s", "x"),
)
"""Keys of the interview that show something of a case and change nothing."""


@pytest.mark.slow
async def test_no_word_of_another_catalogue_is_in_an_interview_its_dialogs_and_panes(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    today = date(2026, 11, 22)
    database, shipped = tmp_path / "assess.db", indicators_folder()
    demonstrate(database, shipped, demonstration_files(), today=today)
    strange = strange_folder(tmp_path / "strange")

    def opened() -> Desk:
        return open_desk(database, strange, shipped=shipped, today=today)

    seen: list[str] = []
    async with run(open_desk=opened, size=(120, 40)) as pilot:
        await pilot.pause()
        assert STRANGE in shown(pilot.app)  # about no case
        for key in WALK:
            host(pilot.app).open_interview("ninguna", "committed_total")
            await settled(pilot)
            await keys(pilot, "<escape>", f"<{key}>")
            await done_apart(pilot)
            seen.append(shown(pilot.app))
            while len(pilot.app.screen_stack) > 2:  # back to the list of cases
                pilot.app.pop_screen()
                await pilot.pause()
    assert [text for text in seen if STRANGE in text] == []
    assert len(set(seen)) > len(WALK) // 2, "the keys lead somewhere"


async def test_a_copy_under_another_edition_is_told_from_its_original(
    run: Callable[..., Any], new_desk: Callable[..., Desk]
) -> None:
    with new_desk(shipped_indicators=indicators_folder()) as desk:
        for place, edition in enumerate(("2026.1", "2026.2")):
            case = case_of("Fjord Energy").model_copy(
                update={"catalogue": edition, "id": f"case000{place}"}
            )
            desk.store.cases.add(case, by="Ada Expert")
        desk.store.cases.add(
            case_of("Alone").model_copy(update={"id": "case0009"}), by="Ada Expert"
        )
    async with run(
        open_desk=lambda: new_desk(shipped_indicators=indicators_folder()), size=(120, 40)
    ) as pilot:
        await done_apart(pilot)
        for edition in ("2026.1", "2026.2"):
            assert f"{edition} · Fjord Energy" in shown(pilot.app)
        assert "· Alone" not in shown(pilot.app)
