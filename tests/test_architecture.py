"""The house: who may import whom, as a table."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assess"

OURS = {
    "core": {"core"},
    "catalogue": {"core", "errors"},
    "store": {"core", "errors", "store"},
    "exchange": {"core", "errors", "exchange"},
    "render": {"core", "errors", "files", "render"},
    "workflow": {
        "core",
        "catalogue",
        "store",
        "exchange",
        "render",
        "errors",
        "files",
        "workflow",
        "",
    },
    "tui": {"core", "workflow", "errors", "tui", ""},
    "files": {"errors"},
    "errors": set(),
    "locations": set(),
    "__init__": set(),
    "__main__": {"cli"},
}
"""Which of our rooms each room may import ("" is the version); `cli` may import all."""

THEIRS = {
    "core": {"pydantic"},
    "catalogue": {"pydantic"},
    "store": {"pydantic", "sqlite_utils"},
    "exchange": {
        "bs4",
        "cryptography",
        "defusedxml",
        "icalendar",
        "openbadgeslib",
        "segno",
        "openpyxl",
        "pydantic",
        "pypdf",
        "pyrage",
        "xlsxwriter",
    },
    "render": {"docx", "fontTools", "jinja2", "markupsafe", "pydyf", "pypdfium2", "weasyprint"},
    "workflow": set(),
    "tui": {"textual", "rich"},
    "cli": {"click", "click_default_group"},
    "files": set(),
    "errors": set(),
    "locations": {"platformdirs"},
    "__init__": set(),
    "__main__": set(),
}
"""Which packages of others each room may import."""

CORE_ORDER = [
    ["value"],
    ["condition"],
    ["question", "measure", "policy"],
    ["indicator"],
    ["catalogue"],
    ["answer"],
    ["assessment"],
    ["derivation"],
    ["scoring"],
    ["layout"],
    ["pool"],
    ["peer_group"],
    ["earlier"],
    ["standing"],
    ["benchmark"],
    ["recommendation"],
    ["label"],
    ["report"],
]
"""Later ones may import earlier ones, never the other way round."""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = _room(path)
    for name in _imports(path):
        first, _, rest = name.partition(".")
        if first in sys.stdlib_module_names:
            continue
        if first == "assess":
            target = rest.partition(".")[0]
            target = "" if target == "__version__" else target
            if room != "cli":
                assert target in OURS[room], f"{room} must not import assess.{rest}"
        else:
            assert first in THEIRS[room], f"{room} must not import {first}"


def test_every_room_is_in_the_table() -> None:
    assert {_room(path) for path in _modules()} == {*OURS, "cli"}


def test_the_core_has_one_direction_and_no_circles() -> None:
    place = {name: index for index, row in enumerate(CORE_ORDER) for name in row}
    graph: dict[str, set[str]] = {}
    for path in (PACKAGE / "core").rglob("*.py"):
        module = path.relative_to(PACKAGE / "core").parts[0].removesuffix(".py")
        names = {name.split(".")[2] for name in _imports(path) if name.startswith("assess.core.")}
        graph.setdefault(module, set()).update(names - {module})
    for module, names in graph.items():
        for name in names:
            if module in place and name in place:
                assert place[name] < place[module], f"core.{module} must not import core.{name}"
    finished: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, f"a circle: {' -> '.join([*above, module])}"
        if module not in finished:
            for name in graph.get(module, ()):
                visit(name, (*above, module))
            finished.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        (
            "import assess.workflow",
            ("textual", "weasyprint", "jinja2", "assess.exchange.peers.pool_file"),
        ),
        ("import assess.cli", ("textual", "weasyprint", "jinja2", "pydantic", "sqlite_utils")),
        ("import assess.tui.app, assess.tui.screens.home", ("pydantic", "sqlite_utils", "jinja2")),
    ],
)
def test_nothing_slow_is_imported_early(statement: str, absent: tuple[str, ...]) -> None:
    program = f"import sys; {statement}; print([n for n in {absent!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
