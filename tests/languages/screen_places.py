"""Where the interface makes its screens and dialogs, and which of them a walk has looked at."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from weakref import WeakKeyDictionary

from textual.screen import Screen

import assess.tui

TUI = Path(assess.tui.__file__).parent

Place = str
"""A module of the interface and a function: `case/home.py _begin`."""


def places_in_source() -> set[Place]:
    """Name each function that makes a screen or a dialog."""
    return {
        place
        for path in sorted(TUI.rglob("*.py"))
        for place in _places(path.relative_to(TUI).as_posix(), ast.parse(path.read_text("utf-8")))
    }


def screen_classes() -> set[str]:
    """Name each kind of screen and dialog of the interface that is not there for others only."""
    for module in pkgutil.walk_packages(assess.tui.__path__, "assess.tui."):
        import_module(module.name)
    return {kind.__name__ for kind in _below(Screen) if kind.__name__.endswith("Screen")}


def _below(kind: type[object]) -> Iterator[type[object]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("assess.tui."):
            yield below
        yield from _below(below)


def _places(module: str, tree: ast.AST, function: str = "") -> Iterator[Place]:
    for node in ast.iter_child_nodes(tree):
        inside = function
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = node.name
        if isinstance(node, ast.Call) and inside and _makes_screen(node):
            yield f"{module} {inside}"
        yield from _places(module, node, inside)


def _makes_screen(call: ast.Call) -> bool:
    made = call.func
    name = made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")
    return name.endswith("Screen") and name[0].isupper()


class Watch:
    """Takes down where each screen was made, and which places were looked at."""

    def __init__(self) -> None:
        """Begin to watch: from now on the place is known of every screen that is made."""
        self._made: WeakKeyDictionary[Screen[object], Place] = WeakKeyDictionary()
        self.looked_at: set[Place] = set()
        self.kinds: set[str] = set()
        begin = Screen.__init__

        def begin_and_note(screen: Screen[object], *given: object, **named: object) -> None:
            begin(screen, *given, **named)  # type: ignore[arg-type]
            if place := _caller():
                self._made[screen] = place

        Screen.__init__ = begin_and_note  # type: ignore[method-assign,assignment]

    def look_at(self, screen: Screen[object]) -> None:
        """Take down that a screen was looked at."""
        self.kinds.add(type(screen).__name__)
        if place := self._made.get(screen):
            self.looked_at.add(place)


def _caller() -> Place | None:
    """Find the function of the interface that makes a screen: the first that is no constructor."""
    frame = inspect.currentframe()
    while frame := frame and frame.f_back:
        path, name = Path(frame.f_code.co_filename), frame.f_code.co_name
        if path.is_relative_to(TUI) and name != "__init__":
            return f"{path.relative_to(TUI).as_posix()} {name}"
    return None
