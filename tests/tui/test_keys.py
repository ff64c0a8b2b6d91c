"""One table of keys for all screens: each key has one meaning, and each meaning can be reached."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import assess.tui
from assess.core.case.assessment import Assessment
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.case.interview.interview_keys import COMMANDS, SLASH
from assess.tui.case.recording.offer_handler import OFFERS
from assess.tui.frame.keys import ACTING, ANSWERING, KEPT, KEYS, MOVING, OPTION
from assess.tui.frame.screen_keys import offered_keys
from assess.tui.widgets.screen_frame import KeyBar
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown

ROOT = Path(assess.tui.__file__).parent
HANDLED = {"escape", "down", "up", "tab", "circumflex_accent"}
"""Keys that a handler of a widget may ask for by name: each does there what the table says.

The last one is what Textual makes of an Esc that is read at once with what follows it.
"""


def _classes() -> Iterator[type[DOMNode]]:
    for found in pkgutil.walk_packages([str(ROOT)], "assess.tui."):
        module = importlib.import_module(found.name)
        for held in vars(module).values():
            if (
                isinstance(held, type)
                and issubclass(held, DOMNode)
                and held.__module__ == module.__name__
            ):
                yield held


def _bound() -> list[tuple[str, Binding]]:
    return [
        (f"{bound_by.__module__}.{bound_by.__name__}", binding)
        for bound_by in _classes()
        for binding in Binding.make_bindings(bound_by.__dict__.get("BINDINGS", []))
    ]


BOUND = _bound()


def test_every_key_of_the_table_has_one_meaning() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for name, meaning in {**MOVING, **ACTING}.items():
        for key in meaning.keys:
            meanings[key].add(name)
    assert {key: names for key, names in meanings.items() if len(names) > 1} == {}


def test_every_class_with_keys_is_looked_at() -> None:
    assert len({owner for owner, _ in BOUND}) > 25


@pytest.mark.parametrize(("owner", "binding"), BOUND)
def test_a_key_is_bound_by_what_it_means_in_the_table(owner: str, binding: Binding) -> None:
    if binding.id == OPTION:
        assert len(binding.key) == 1, "what answers an option stands before it"
        return
    assert binding.id in KEYS, f"{owner} binds {binding.key} outside of the table"
    named = KEYS[binding.id].keys
    assert binding.key.removeprefix("alt+") in named, f"{owner}: {binding.key} is not {binding.id}"
    assert binding.description, f"{owner}: the list of keys says nothing of {binding.key}"


@pytest.mark.parametrize("name", KEYS)
def test_no_key_is_one_that_a_terminal_keeps(name: str) -> None:
    named = KEYS[name].keys
    assert not KEPT.intersection(named)
    assert not any(key.startswith("alt+") for key in named), "Alt is never the only way"


def test_a_key_that_answers_means_nothing_else_where_it_does() -> None:
    for owner in {owner for owner, binding in BOUND if binding.id in ANSWERING}:
        held = [binding for known, binding in BOUND if known == owner]
        by_key: dict[str, set[str | None]] = defaultdict(set)
        for binding in held:
            by_key[binding.key].add(binding.id)
        assert all(len(names) == 1 for names in by_key.values()), owner


def _asked_for(path: Path) -> Iterator[tuple[int, str]]:
    """Give the keys by name that the handlers of a module compare with."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Match) and ast.unparse(node.subject).endswith("event.key"):
            for case in node.cases:
                yield node.lineno, ast.unparse(case.pattern)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _is_key_method(node):
            yield node.lineno, node.name
        if isinstance(node, ast.Compare) and ast.unparse(node.left).endswith("event.key"):
            for part in ast.walk(node.comparators[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield node.lineno, part.value


def _is_key_method(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether Textual calls a function for a key, since it is a method of such a name."""
    is_method = [each.arg for each in function.args.args[:1]] == ["self"]
    return is_method and function.name.startswith(("key_", "_key_"))


@pytest.mark.slow
def test_no_handler_gives_a_key_a_meaning_of_its_own() -> None:
    found = {
        (path.name, line, key)
        for path in ROOT.rglob("*.py")
        for line, key in _asked_for(path)
        if key not in HANDLED
    }
    assert found == set()


@pytest.mark.parametrize("key", ["f1", "ctrl+l"])
async def test_what_a_letter_does_can_be_done_while_typing(
    key: str, run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await keys(pilot, "7", f"<{key}>", "o")
        await settled(pilot)
        assert getattr(pilot.app.screen, "PLACE", "") == "Open points"


async def test_keys_typed_ahead_of_the_list_of_keys_go_where_it_leads(
    run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await pilot.press("ctrl+l", "t", "s", "a", "i", "d")
        await settled(pilot)
        await keys(pilot, "<escape>")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        assert screen.session.assessment.answer("staff_fte").note == "said"


@pytest.mark.parametrize("opened", a_few(["g", "s", "t", "e", "h", "slash", "w"], 0, 3))
async def test_the_list_of_keys_opens_over_a_dialog(
    opened: str, run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await keys(pilot, "<escape>", f"<{opened}>")
        await settled(pilot)
        dialog = pilot.app.screen
        await keys(pilot, "<f1>")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "HelpScreen"
        await keys(pilot, "<f1>")
        await settled(pilot)
        assert pilot.app.screen is dialog


def _missing(screen: Screen[Any]) -> set[str]:
    """Give the essential keys of a screen that do not stand at its foot."""
    foot = "\n".join(str(bar.render()) for bar in screen.query(KeyBar))
    essential = {
        binding.description
        for binding in Binding.make_bindings(type(screen).BINDINGS)
        if binding.show and binding.description not in ONLY_TYPING and _is_offered(screen, binding)
    }
    return {words for words in essential if words not in foot}


def _is_offered(screen: Screen[Any], binding: Binding) -> bool:
    offered = screen.active_bindings.get(binding.key)
    return offered is not None and offered.binding.action == binding.action


ONLY_TYPING = {"Go on"}
"""What stands at the foot only while text is typed."""

PLACES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Cases": (
        (),
        (
            *("Enter Open", "o Open points", "r Results", "l Label", "v Report", "i Details"),
            *("+ New", "/ Search", "g Register", "q Quit", "? Keys"),
        ),
    ),
    "Organisation": (("i",), ("Ctrl+S Save", "Esc Back", "F1 Keys")),
    "Interview": (
        ("enter", "escape"),
        (
            *("n Next", "b Previous", "g Go to", "s No answer", "t Note", "/ Search"),
            *("o Open points", "r Results", "l Label", "q Leave", "? Keys"),
        ),
    ),
    "Open points": (("o",), ("Enter Go to", "z Finish", "Esc Back", "? Keys")),
    "Results": (("r",), ("Enter Why", "v Report", "Esc Back", "? Keys")),
    "Results: recommendations": (
        ("r", "2"),
        (
            *("Enter Edit", "c Accept", "d Drop", "[ Higher", "] Lower", "+ Add"),
            *("Esc Back", "? Keys"),
        ),
    ),
    "Label": (("l",), ("Enter Give the verdict", "Esc Back", "? Keys")),
    "Label: a criterion": (("l", "home"), ("Enter Give the verdict", "Esc Back", "? Keys")),
    "Report": (("v",), ("Ctrl+S Save", "Ctrl+O Open", "Esc Back", "? Keys")),
    "Register": (("g",), ("/ Search", "Ctrl+S Save", "+ Add", "Esc Back", "? Keys")),
    "No answer": (("enter", "f2"), ("Esc Back",)),
    "Note": (("enter", "f3"), ("Esc Done",)),
    "Evidence": (("enter", "escape", "e"), ("+ Add", "Enter Look", "Del Remove", "Esc Back")),
    "History": (("enter", "escape", "h"), ("Enter Give", "Esc Back")),
    "Search": (("enter", "escape", "slash"), ("Enter Go to", "Esc Back")),
    "Pause": (("enter", "escape", "w"), ("Enter Go on",)),
    "A choice": (("plus",), ("Enter Choose", "Esc Back")),
}
"""How each screen is reached from the list of cases, and what its foot shows whatever else."""


@pytest.mark.parametrize("place", a_few(PLACES, 0, 2, 5, 9))
async def test_the_essential_keys_stand_at_the_foot_at_80_columns(
    place: str, run: Callable[..., Any], answered: Callable[..., Assessment]
) -> None:
    answered()
    way, essential = PLACES[place]
    async with run(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in way:
            await pilot.press(key)
            await settled(pilot)
        assert _missing(pilot.app.screen) == set(), shown(pilot.app)
        foot = " ".join(str(bar.render()) for bar in pilot.app.screen.query(KeyBar))
        assert [words for words in essential if words not in foot] == []
        for bar in pilot.app.screen.query(KeyBar):
            assert str(bar.render()).splitlines()[-1].strip() in shown(pilot.app), "cut off"


@pytest.mark.parametrize("question", a_few(["staff_fte", "specialisation_text"], 0))
async def test_all_commands_are_in_the_list_of_keys_while_typing(
    question: str, run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun(), question, size=(100, 60)) as pilot:
        await keys(pilot, "7")
        screen = interview(pilot)
        assert set(screen._commands) == {*COMMANDS, SLASH}, "a command without a key"
        offered = {offer.binding.id for offer in offered_keys(screen) if offer.is_enabled}
        await keys(pilot, "<f1>")
        await settled(pilot)
        listed = shown(pilot.app)
    assert set(COMMANDS) - set(OFFERS) <= offered
    for name in set(COMMANDS) - set(OFFERS):
        assert KEYS[name].words in listed, f"the list of keys says nothing of {name}"


async def test_the_interview_shows_the_way_to_the_other_screens_while_typing(
    run: Callable[..., Any], begun: Callable[..., Assessment]
) -> None:
    async with asking(run, begun(), "staff_fte") as pilot:
        await keys(pilot, "7")
        text = shown(pilot.app)
        for words in ("F2 No answer", "F3 Note", "Ctrl+G Go to", "F1 Keys", "Esc, then"):
            assert words in text
        for words in ("o Open points", "r Results", "l Label", "/ Search", "n Next"):
            assert words in text
