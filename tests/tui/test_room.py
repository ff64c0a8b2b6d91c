"""Room: what a screen says is not cut where there is room for it, and alike names differ."""

from __future__ import annotations

import re
import tomllib
from collections.abc import AsyncIterator, Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from assess.core.case.assessment import Assessment
from assess.locations import demonstration_files, indicators_folder, templates_folder
from assess.tui.app import AssessApp
from assess.tui.case.case_table import CaseTable
from assess.tui.case.home import HomeScreen
from assess.tui.frame.text import broken
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.workflow import find, open_desk
from assess.workflow.program.demonstration import demonstrate
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown, type_in

TODAY = date(2026, 11, 22)
CUT = re.compile(r"[^\s/…]…")
"""A text that is cut ends with the sign at a letter; one that is said so has a space before it."""


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("short", 10, ["short"]),
        ("two words", 5, ["two", "words"]),
        ("one two three", 7, ["one two", "three"]),
        ("Nanotechnologies", 6, ["Nanote", "chnolo", "gies"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("a b c d e f g h i", 3, ["a b", "c d", "e f", "g…i"]),
        ("  one two three", 9, ["  one two", "  three"]),
        ("", 4, [""]),
    ],
)
def test_a_text_is_broken_between_words(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width, 4) == lines


class Listing(App[None]):
    """A list of two entries that begin alike."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield RowList([Column("name", "Name", share=1), Column("day", "Day", 10)])


ALIKE = ("Regional potential in the cluster of today", "Regional potential in the cluster of 2030")


async def test_entries_that_begin_alike_differ_in_a_narrow_list() -> None:
    app = Listing()
    async with app.run_test(size=(36, 12)) as pilot:
        rows = app.query_one(RowList)
        cells = [Row(name, (name, "2026-11-02")) for name in ALIKE]
        rows.show([Row("head", ("Regional potential, as it is written in full",), True), *cells])
        await pilot.pause()
        text = shown(app)
        assert "…" not in text
        assert " ".join(text.split()).count("2026-11-02") == 2
        for told in ("in full", "today", "2030"):
            assert told in text
        await pilot.press("down")
        await pilot.pause()
        marked = next(line for line in shown(app).splitlines() if "▸" in line)
        assert marked.split()[1:3] == ["Regional", "potential"]
        assert rows.chosen == ALIKE[1]


async def test_the_marked_row_is_in_sight_however_many_lines_the_rows_take() -> None:
    app = Listing()
    async with app.run_test(size=(40, 9)) as pilot:
        rows = app.query_one(RowList)
        rows.show([Row(str(at), (f"{ALIKE[0]}, part {at}", "")) for at in range(30)])
        await pilot.pause()
        for key, wanted in (("end", "29"), ("home", "0"), ("down", "1"), ("end", "29")):
            await pilot.press(key)
            await pilot.pause()
            assert rows.chosen == wanted
            assert f"part {wanted}" in " ".join(shown(app).split())
        before = rows.chosen
        await pilot.press("pageup")
        assert rows.chosen not in (before, "0")
        await pilot.press("home")
        await pilot.pause()
        await pilot.click(RowList, offset=(4, 4))
        assert rows.chosen == "1", "a click on the further lines of a row marks it"


async def test_cases_with_long_names_are_told_apart_at_80_columns(
    run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    name = "Association for the Promotion of Ocean Energy and Maritime Technology"
    begun(f"{name} North")
    begun(f"{name} South", interview="2026-11-03")
    async with run() as pilot:
        await _known(pilot)
        text = " ".join(shown(pilot.app).split())
        assert "North" in text
        assert "South" in text


async def test_what_is_said_beside_a_field_goes_on_below(
    run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    """At 120 columns the list and the pane leave a field of a number 28 columns for its words."""
    case = begun().case.id
    async with run(case=case, size=(120, 40)) as pilot:
        pilot.app.open_interview(case, "staff_fte")
        await pilot.pause()
        await type_in(pilot, "e")
        await pilot.pause()
        text = shown(pilot.app)
        assert "not a number" in text
        assert "leaves the" in text
        assert "field" in text[text.index("not a number") :]
        await pilot.press("backspace", "3")
        await pilot.pause()
        assert "not a number" not in shown(pilot.app)


async def _known(pilot: Pilot[Any]) -> None:
    """Wait until home knows everything of its cases."""
    home = next(screen for screen in pilot.app.screen_stack if isinstance(screen, HomeScreen))
    while home._table is None or home._progress._pending is not None:
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration."""
    database = tmp_path_factory.mktemp("room") / "demonstration.db"
    demonstrate(database, indicators_folder(), demonstration_files(), today=TODAY)
    return database


QUESTIONS = ("founded", "composition", "staff_fte", "planning", "priorities", "success_stories")


async def _places(pilot: Pilot[Any]) -> AsyncIterator[str]:
    """Go through the screens, and say at which one."""
    app = pilot.app
    assert isinstance(app, AssessApp)
    await _known(pilot)
    yield "home"
    for case in ("ninguna", "nullfjord"):
        for question in QUESTIONS if case == "ninguna" else ():
            app.open_interview(find(app.desk, case).case.id, question)
            await pilot.pause()
            yield f"{case} at {question}"
            await pilot.press("escape", "a")
            await pilot.pause()
            yield f"{case}, areas at {question}"
            await pilot.press("escape", "q")
            await pilot.pause()
        app.query_one(CaseTable).choose(find(app.desk, case).case.id)
        for keys in (("o",), ("r",), ("r", "2"), ("r", "3"), ("r", "4"), ("l",), ("v",)):
            await pilot.press(*keys)
            await done_apart(pilot)
            yield f"{case}, {' '.join(keys)}"
            await pilot.press("escape")
            await pilot.pause()
    await pilot.press("g")
    await pilot.pause()
    yield "register"
    for sheet in "123":
        await pilot.press("v", sheet)
        await pilot.pause()
        yield f"register, sheet {sheet}"
        await pilot.press("escape")
        await pilot.pause()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 40), (160, 50)])
async def test_no_screen_cuts_what_it_says_while_there_is_room(
    demonstration: Path, size: tuple[int, int]
) -> None:
    colours = tomllib.loads((templates_folder() / "tokens.toml").read_text("utf-8"))["colour"]
    opened = partial(open_desk, demonstration, indicators_folder(), today=TODAY)
    app = AssessApp(opened, tokens=colours, templates=templates_folder(), warms_printer=False)
    cut: list[str] = []
    places = 0
    async with app.run_test(size=size) as pilot:
        async for place in _places(pilot):
            places += 1
            cut += [f"{place}: {line}" for line in shown(app).splitlines() if CUT.search(line)]
    assert cut == []
    assert places > 30
