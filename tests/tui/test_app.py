"""What every screen shares: help, palette, themes, documents."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.screen import Screen
from textual.widgets import Input

from assess.core.case.assessment import Assessment
from assess.errors import StoreFault
from assess.tui.app import AssessApp
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.dialog.documents import typed_path
from assess.tui.dialog.help import HelpScreen
from assess.tui.frame.text import cut
from assess.tui.frame.theme import themes
from assess.tui.widgets.path_suggester import completed
from assess.workflow import Desk
from tests.slowly import a_few
from tests.tui.screen_text import shown, type_in

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


async def test_a_fault_in_the_interface_closes_all_that_is_open(run: Run, begun: Begun) -> None:
    begun()
    opened: list[Desk] = []

    async def fail() -> None:
        async with run() as pilot:
            await pilot.pause()
            opened.append(pilot.app.desk)
            pilot.app.call_later(lambda: 1 / 0)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await fail()
    with pytest.raises(StoreFault, match="closed"):
        opened[0].store.cases.all()


@pytest.mark.parametrize(
    ("key", "expected"), a_few([("", "Search"), ("r", "Why"), ("l", "Give the verdict")], 1)
)
async def test_help_lists_the_keys_of_the_screen_below(
    run: Run, begun: Begun, key: str, expected: str
) -> None:
    begun()
    async with run(size=(100, 50)) as pilot:
        await pilot.pause()
        if key:
            await pilot.press(key)
            await pilot.pause()
        below = pilot.app.screen
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        assert expected in shown(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is below


class TwoActsOfOneName(Screen[None]):
    """A screen as in a language that has one word for two acts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "one", "Afsluiten", tooltip="Finish the case"),
        Binding("y", "two", "Afsluiten", tooltip="Leave the program"),
    ]


async def test_two_acts_of_one_name_are_two_in_the_help(run: Run) -> None:
    async with run(size=(100, 50)) as pilot:
        await pilot.app.push_screen(TwoActsOfOneName())
        await pilot.app.push_screen(HelpScreen(pilot.app.screen))
        await pilot.pause()
        lines = [line.split() for line in shown(pilot.app).splitlines()]
        assert ["x", "Afsluiten", "Finish", "the", "case"] in lines
        assert ["y", "Afsluiten", "Leave", "the", "program"] in lines


async def test_the_palette_has_every_action_with_a_key(run: Run, begun: Begun) -> None:
    begun()
    async with run() as pilot:
        await pilot.pause()
        for key in ("", "r", "l", "o"):
            if key:
                await pilot.press(key)
                await pilot.pause()
            screen = pilot.app.screen
            offered = {one.title for one in pilot.app.get_system_commands(screen)}
            keyed = {
                one.binding.description
                for one in screen.active_bindings.values()
                if one.binding.show and one.enabled
            }
            assert keyed <= offered
            if key:
                await pilot.press("escape")


async def test_a_command_of_the_palette_acts(run: Run, begun: Begun) -> None:
    begun()
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        await type_in(pilot, "new")
        await pilot.pause(0.6)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ChooseScreen)


def contrast(ground: str | None, ink: str) -> float:
    """Give the contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: Color) -> float:
        parts = (one / 255 for one in colour.rgb)
        red, green, blue = (
            one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light = sorted(luminance(Color.parse(one)) for one in (str(ground), ink))
    return (light[1] + 0.05) / (light[0] + 0.05)


def test_both_themes_read_well(colours: dict[str, str]) -> None:
    for theme in themes(colours):
        quiet = theme.variables["text-muted"]
        for ink in (theme.foreground, theme.accent, theme.warning, quiet):
            assert contrast(theme.background, str(ink)) >= 4.5
        chosen = theme.variables["block-cursor-background"]
        assert contrast(chosen, str(theme.foreground)) >= 4.5


async def test_the_themes_of_the_house_and_of_textual_can_be_chosen(run: Run) -> None:
    async with run() as pilot:
        assert {"assess-dark", "assess-light", "nord"} <= set(pilot.app.available_themes)
        for theme in ("assess-light", "nord"):
            pilot.app.theme = theme
            await pilot.pause()
            assert "assess" in shown(pilot.app)


@pytest.mark.parametrize(
    ("wished", "expected"),
    [("", "assess-dark"), ("assess-light", "assess-light"), ("unknown,nord", "nord")],
)
async def test_the_environment_may_name_the_theme(
    run: Run, monkeypatch: pytest.MonkeyPatch, wished: str, expected: str
) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", wished)
    async with run() as pilot:
        assert pilot.app.theme == expected


async def test_without_colour_the_chosen_row_and_the_states_are_still_told(
    run: Run, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    begun()
    async with run() as pilot:
        await pilot.pause()
        assert any(line.strip().startswith("▸ Fjord") for line in shown(pilot.app).splitlines())


@pytest.mark.slow
async def test_the_report_is_printed_in_the_background(
    run: Run, answered: Begun, tmp_path: Path
) -> None:
    answered()
    target = tmp_path / "the report.pdf"
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("ctrl+s", "1")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = str(tmp_path / "missing" / "x.pdf")
        await pilot.press("enter")
        assert "There is no folder" in shown(pilot.app)
        pilot.app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await pilot.pause()
        app = pilot.app
        assert isinstance(app, AssessApp)
        assert "saving the report" in shown(app)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        for _ in range(600):
            if app.documents.newest:
                break
            await asyncio.sleep(0.1)
        assert app.documents.newest == target
        assert target.read_bytes().startswith(b"%PDF")
        assert app.activity == ""
        await pilot.press("escape", "ctrl+s", "1")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        assert "exists already" in shown(app)


async def test_leaving_asks_nothing_as_what_was_typed_is_kept(run: Run) -> None:
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await type_in(pilot, "Half a name")
        await pilot.press("ctrl+q", "q")
        await pilot.pause()
        assert pilot.app._exit
    async with run() as pilot:
        await pilot.pause()
        await pilot.press("plus", "1")
        await pilot.pause()
        assert "Half a name" in shown(pilot.app)


def test_a_begun_path_is_completed(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "first case.json").touch()
    assert completed(f"{tmp_path}/ca") == f"{tmp_path}/cases/"
    assert completed(f"{tmp_path}/cases/fi") == f"{tmp_path}/cases/first case.json"
    assert completed(f"{tmp_path}/zz") is None
    assert completed(f"{tmp_path}/") is None


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/b c.json", "/a/b c.json"),
        (" '/a/b c.json' ", "/a/b c.json"),
        ('"/a/b.json"', "/a/b.json"),
        ("file:///a/b%20c.json", "/a/b c.json"),
        ("/a/b\\ c.json", "/a/b c.json"),
    ],
)
def test_a_path_is_understood_as_terminals_drop_it(typed: str, path: str) -> None:
    assert typed_path(typed) == Path(path)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Fjord", 5, "Fjord"),
        ("Fjord", 8, "Fjord   "),
        ("Fjord Energy", 6, "Fjord…"),
        ("能源集群组织", 7, "能源集…"),
        ("", 3, "   "),
        ("Fjord", 0, ""),
    ],
)
def test_a_text_is_cut_to_cells(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected
