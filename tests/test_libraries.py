"""Libraries of others: what is imported is declared and used, and their private parts stay so."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assess"

STATED = {"os._exit": "documented, in spite of its name; it has no other"}
"""What is reached for all the same, and why."""

PUBLIC = {"_asdict", "_fields", "_make", "_replace"}
"""What a named tuple offers: the underscore keeps it apart from the names of its fields."""

TOOLS = {"build", "mypy", "pytest-asyncio", "pytest-xdist", "ruff"}
"""What working on it needs without an import."""

BACK_END = {"hatchling"}

LEFT_OUT = {"numpy"}
"""What only a table of peers of a very large register needs, and `./run` does without."""

ELSEWHERE = {
    "com": "LibreOffice's own Python has it",
    "uno": "LibreOffice's own Python has it",
}
"""What tests import and nothing declares, and why."""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC | {"_"}


def _sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "_data" not in path.parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    """Give the full names of what a module imports, at its top or within a function."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "import_module":
            yield from (
                name.value
                for name in node.args
                if isinstance(name, ast.Constant) and isinstance(name.value, str)
            )


def _is_own(node: ast.expr) -> bool:
    """Tell whether an object is the one that the method belongs to."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _reaches(path: Path) -> Iterator[str]:
    """Give the private names of other objects and modules that a module reaches for."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Attribute) and _is_private(node.attr) and not _is_own(node.value):
            yield ast.unparse(node)
    for name in _imported(path):
        yield from filter(_is_private, name.split("."))


def test_no_private_part_of_another_object_is_reached_for() -> None:
    found = [
        (path.relative_to(PACKAGE).as_posix(), reached)
        for path in _sources(PACKAGE)
        for reached in _reaches(path)
        if reached not in STATED
    ]
    assert found == []


def _private_names(kind: type, *, stored: bool) -> set[str]:
    """Give the private names in the body of a class, and those that its methods store or use."""
    body = _class_body(kind)
    if body is None:  # it is written in C, or made while the program runs
        return set(filter(_is_private, vars(kind)))
    found = {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute)
        and _is_own(node.value)
        and (not stored or isinstance(node.ctx, ast.Store))
    }
    for node in body.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return set(filter(_is_private, found))


def _class_body(kind: type) -> ast.ClassDef | None:
    path = getattr(sys.modules.get(kind.__module__), "__file__", None)
    if path is None or not path.endswith(".py"):
        return None
    return _class_bodies(Path(path)).get(kind.__qualname__.rpartition(".")[2])


@cache
def _class_bodies(path: Path) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in ast.walk(_tree(path)) if isinstance(node, ast.ClassDef)}


def _kinds() -> Iterator[type]:
    """Give every class of ours with ancestors of others."""
    for path in _sources(PACKAGE):
        name = path.relative_to(PACKAGE).as_posix()
        has_classes = any(isinstance(node, ast.ClassDef) for node in _tree(path).body)
        if has_classes:
            module = import_module(f"assess.{'.'.join(Path(name).with_suffix('').parts)}")
            for kind in vars(module).values():
                if isinstance(kind, type) and kind.__module__ == module.__name__:
                    yield kind


def test_no_private_part_of_an_ancestor_is_used_or_replaced() -> None:
    found = []
    for kind in _kinds():
        others = [part for part in kind.__mro__[1:-1] if not part.__module__.startswith("assess.")]
        theirs: set[str] = set()
        for part in others:
            theirs |= _names_of_library(part)
        if taken := theirs & _private_names(kind, stored=False):
            found.append((kind.__module__, kind.__name__, sorted(taken)))
    assert found == []


@cache
def _names_of_library(kind: type) -> frozenset[str]:
    return frozenset(_private_names(kind, stored=True))


def _declared(requirements: Iterable[str]) -> set[str]:
    """Give the names of distributions as the index compares them."""
    return {_normal(re.split(r"[><=\[; ]", line)[0]) for line in requirements}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _distributions(folder: Path) -> dict[str, set[str]]:
    """Give the distributions that bring each package of others which a folder imports."""
    names = {name.partition(".")[0] for path in _sources(folder) for name in _imported(path)}
    brought = packages_distributions()
    return {
        name: set(map(_normal, brought.get(name, ())))
        for name in names - sys.stdlib_module_names - {"assess", "tests"}
    }


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _optional(project: dict[str, Any]) -> set[str]:
    """Give what the extras bring."""
    extras = project["project"]["optional-dependencies"].values()
    return set().union(*map(_declared, extras))


def test_what_the_program_imports_is_declared_and_the_other_way_round(
    project: dict[str, Any],
) -> None:
    declared = _declared(project["project"]["dependencies"])
    optional = _optional(project)
    imported = _distributions(PACKAGE)
    undeclared = {name for name, by in imported.items() if not by & (declared | optional)}
    assert undeclared == set()
    assert declared | optional <= set().union(*imported.values())


def test_what_working_on_it_imports_is_declared_and_the_other_way_round(
    project: dict[str, Any],
) -> None:
    program = _declared(project["project"]["dependencies"])
    optional = _optional(project)
    groups = project["dependency-groups"]
    service = _declared(project["project"]["optional-dependencies"]["secretariat"])
    assert _declared(groups["run"]) == BACK_END | optional - LEFT_OUT - service
    assert service <= _declared(groups["dev"])
    declared = _declared(groups["dev"]) - service
    imported = _distributions(ROOT / "tests")
    undeclared = {name for name, by in imported.items() if not by & (declared | program | optional)}
    assert undeclared == set(ELSEWHERE)
    types = {name for name in declared if name.startswith("types-")}
    assert {name.removeprefix("types-") for name in types} <= declared | program
    assert declared - TOOLS - types <= set().union(*imported.values())
    assert not declared & program
