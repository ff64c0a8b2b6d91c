"""The register by keyboard: a list comes in; labels are filtered, sorted, asked for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.published_list.row import ListedRow
from assess.core.register.record import Listing
from assess.tui.dialog.ask import AskScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.register.bar import bar
from assess.tui.register.label_table import LabelTable
from assess.tui.register.register import RegisterScreen
from assess.workflow import Desk
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.register import record_label, register_of, statuses
from assess.workflow.register.search import RegisterSearch
from tests.searches import FIRST, fill
from tests.tui.pace import done_apart
from tests.tui.screen_text import account, shown, type_in

Run = Callable[..., Any]

LIST = """Name;Comparative portfolio;www;Label valid until;Country
Beta Cluster;ICT;www.beta.example;2027/03/31;Malta
Alfa Cluster;Construction;;2026/02/28;Norway
;ICT;;2026/02/28;Norway
"""


def words(pilot: Pilot[Any]) -> str:
    """Give what is shown, as one line of words."""
    return " ".join(shown(pilot.app).replace("│", " ").split())


async def open_register(pilot: Pilot[Any]) -> RegisterScreen:
    """Go to the register from Home."""
    await pilot.pause()
    await pilot.press("g")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, RegisterScreen)
    return screen


def names(screen: RegisterScreen) -> list[str]:
    """Give the organisations in the order in which they stand."""
    rows = screen.query_one(LabelTable).rows
    return [str(row.cells[0]) for row in rows]


async def test_a_list_comes_in_and_what_cannot_be_read_is_said(
    run: Run, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    async with run() as pilot:
        screen = await open_register(pilot)
        assert "The register has no label yet." in words(pilot)
        await pilot.press("plus")
        await pilot.pause()
        asked = pilot.app.screen
        assert isinstance(asked, AskScreen)
        await type_in(pilot, str(path))
        await pilot.press("enter")
        await type_in(pilot, "Atlantis")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "This is not a country" in words(pilot)
        pilot.app.screen.query(Input)[1].value = ""
        await pilot.press("ctrl+s")
        await done_apart(pilot)
        assert isinstance(pilot.app.screen, ChooseScreen)
        assert "3 rows: 2 imported, 1 rejected." in words(pilot)
        assert "line 4: the name is missing" in words(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert names(screen) == ["Beta Cluster", "Alfa Cluster"]
        assert len(desk.store.register.all()) == 2


@pytest.fixture
def held(desk: Desk) -> None:
    """A register of three labels."""
    for name, country, level, until in (
        ("Beta Cluster", "MLT", "Bronze", date(2027, 3, 31)),
        ("Alfa Cluster", "NOR", "Bronze", date(2026, 2, 28)),
        ("Gamma Cluster", "NOR", "Gold", date(2028, 5, 31)),
    ):
        told = {"place": "told", "text": name, "name": name, "country": country, "level": level}
        row = {**told, "portfolio": "ICT", "website": None, "valid_until": until}
        record_label(desk, ListedRow.model_validate(row), on=date(2025, 3, 3), by="Board")


@pytest.mark.usefixtures("held")
async def test_labels_are_filtered_sorted_and_asked_for_a_day(run: Run) -> None:
    async with run(size=(120, 40)) as pilot:
        screen = await open_register(pilot)
        assert "3 labels, 2 valid" in words(pilot)
        assert names(screen) == ["Beta Cluster", "Alfa Cluster", "Gamma Cluster"]
        await pilot.press("1")
        assert names(screen) == ["Alfa Cluster", "Beta Cluster", "Gamma Cluster"]
        await pilot.press("5", "5")
        assert names(screen) == ["Gamma Cluster", "Beta Cluster", "Alfa Cluster"]
        await pilot.press("slash")
        await type_in(pilot, "norway valid")
        await pilot.pause()
        assert names(screen) == ["Gamma Cluster"]
        assert "1 of 3 labels, 1 valid" in words(pilot)
        assert "Valid: 2025-03-03 to 2028-05-31" in account(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(names(screen)) == 3
        await pilot.press("g")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "2026-03-01"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Status on 2026-03-01, as known today" in words(pilot)
        assert "ended, renewable" in words(pilot)
        await pilot.press("g")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = "2025-03-01"
        await pilot.press("ctrl+s", "h")
        await pilot.pause()
        assert "Status on 2025-03-01, as known on that day" in words(pilot)
        assert names(screen) == []
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("v", "2")
        await pilot.pause()
        assert "Statistics · on 2025-03-01" in words(pilot)
        assert "From Bronze to Gold: organisations that ever reached a level" in words(pilot)
        await pilot.press("escape", "v", "3")
        await pilot.pause()
        assert "Progress · 1 organisation on 2025-03-01" in words(pilot)
        assert "Up to Bronze (1)" in words(pilot)
        await pilot.press("escape", "v", "1")
        await pilot.pause()
        assert "Reminders · 5 within 12 months" in words(pilot)
        assert "2026-12-31 Beta Cluster MLT Bronze 3 months until the label ends" in words(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, RegisterScreen)


@pytest.mark.slow
async def test_the_search_finds_as_on_the_pages_and_in_the_commands(run: Run, desk: Desk) -> None:
    fill(desk)
    async with run() as pilot:
        screen = await open_register(pilot)
        register = register_of(desk)
        search = RegisterSearch(statuses(register, desk.today), register)
        table = screen.query_one(LabelTable)
        for wanted, first in FIRST.items():
            table.filter(wanted)
            found = [one.label.name for one in search.find(wanted)]
            assert found[0] == first
            assert sorted(names(screen)) == sorted(found), wanted
        await pilot.press("slash", *"vlaley medicon")
        await pilot.pause()
        assert names(screen) == ["Medicon Valley"]


async def test_a_rejected_row_is_completed(run: Run, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    import_list(desk, path, by="Ada")
    async with run() as pilot:
        screen = await open_register(pilot)
        await pilot.press("plus")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChooseScreen)
        assert "2 Complete 1 rejected row" in words(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert "list.csv" in words(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)
        pilot.app.screen.query_one(Input).value = "Casa Nova"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert names(screen) == ["Beta Cluster", "Alfa Cluster", "Casa Nova"]
        await pilot.press("plus")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)  # nothing waits: a list is asked for


@pytest.mark.parametrize(
    ("number", "most", "drawn"),
    [
        (0, 8, ""),
        (8, 8, "████"),
        (4, 8, "██"),
        (1, 8, "▌"),
        (1, 800, "▏"),
        (3, 8, "█▌"),
        (0, 0, ""),
    ],
)
def test_a_bar_is_as_long_as_its_share(number: int, most: int, drawn: str) -> None:
    assert bar(number, most, 4) == drawn


@pytest.mark.slow
async def test_synthetic_labels_are_named_before_the_pages_are_written(
    run: Run, desk: Desk
) -> None:
    fill(desk)
    shared: dict[str, Any] = {"country": "NOR", "portfolio": "ICT", "by": "Ada", "source": "-"}
    invented = Listing(label="x", name="Nullfjord", on=desk.today, synthetic=True, **shared)
    desk.store.register.add([invented], at=desk.now)
    async with run(size=(120, 40)) as pilot:
        await open_register(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChooseScreen)
        assert "The country overview" in words(pilot)
        await pilot.press("3")
        await pilot.pause()
        said = "Synthetic labels of 1 organisation will be left out: Nullfjord."
        assert said in words(pilot)


async def test_the_public_pages_are_saved_in_several_languages(
    run: Run, desk: Desk, tmp_path: Path
) -> None:
    told = {"place": "told", "text": "Alfa", "name": "Alfa", "country": "NOR", "level": "Bronze"}
    row = {**told, "portfolio": "ICT", "website": None, "valid_until": date(2027, 5, 31)}
    record_label(desk, ListedRow.model_validate(row), on=desk.today, by="Ada")
    folder = tmp_path / "site"
    async with run(register_key=tmp_path / "key.pem") as pilot:
        await open_register(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        choice = pilot.app.screen
        assert isinstance(choice, ChooseScreen)
        await pilot.press("end", "enter")
        await pilot.pause()
        asked = pilot.app.screen
        assert isinstance(asked, AskScreen)
        place, languages = asked.query(Input)
        assert languages.value == "en"
        place.value, languages.value = str(folder), "de,tlh"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "'tlh' is not an available language" in words(pilot)
        languages.value = "de, en"
        await pilot.pause()
        assert "Deutsch, English" in words(pilot)
        await pilot.press("ctrl+s")
        await done_apart(pilot)
        assert not isinstance(pilot.app.screen, AskScreen)
        await done_apart(pilot)
    assert '<html lang="en">' in (folder / "index.html").read_text("utf-8")
    assert '<html lang="de">' in (folder / "de" / "index.html").read_text("utf-8")
