"""The store is made of parts that it owns: nothing of it is inherited, nobody reaches past it."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import assess.store
from assess.core.text.value import Value

PACKAGE = Path(assess.store.__file__).parents[1]


def _classes() -> Iterator[type]:
    for found in pkgutil.iter_modules(assess.store.__path__, "assess.store."):
        for _, known in inspect.getmembers(import_module(found.name), inspect.isclass):
            if known.__module__ == found.name:
                yield known


@pytest.mark.parametrize("known", list(_classes()), ids=lambda known: known.__name__)
def test_a_class_of_the_store_inherits_nothing_but_what_makes_it_a_value(known: type) -> None:
    ours = [above for above in known.mro()[1:] if above.__module__.startswith("assess.")]
    assert ours in ([], [Value])


@pytest.mark.parametrize("room", ["cli", "tui"])
def test_front_ends_leave_the_store_to_the_workflow(room: str) -> None:
    reaching = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "store"
    ]
    assert reaching == []
