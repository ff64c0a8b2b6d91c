"""Messages: whole sentences with named values, looked up; codes in the core."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import iter_modules

import pytest

from assess.languages import english
from assess.languages.plural import Plural
from tests.sentences import PACKAGE, look_ups, places, sentences

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)

UNDONE_CORE = (
    "core/catalogue/",
    "core/text/",
)
UNDONE_F = UNDONE_CORE


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_sentence_is_an_f_string(path: Path) -> None:
    if _name(path).startswith(UNDONE_F):
        pytest.skip("not yet")
    assert [str(found) for found in sentences(path) if found.is_formatted] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_the_core_says_codes(path: Path) -> None:
    if not _name(path).startswith("core/") or _name(path).startswith(UNDONE_CORE):
        pytest.skip("not yet")
    assert [str(found) for found in sentences(path)] == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_what_is_looked_up_is_a_whole_literal_with_named_places(path: Path) -> None:
    for found in look_ups(path):
        where = f"{_name(path)}:{found.line}"
        for form in found.forms:
            if found.kind != "gettext_noop" and form is None:
                continue
            assert form is not None, f"{where}: a literal can be found by a tool, nothing else can"
            if found.kind == "gettext_noop" or not found.values:
                continue
            assert places(form) <= found.values, f"{where}: {form}"
        named = set().union(*(places(form) for form in found.forms if form))
        if None not in found.forms:
            assert found.values - {"count"} <= named, f"{where}: a value without a place"


def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    core = PACKAGE / "core"
    for path in (core / "text" / "text_message.py", *core.glob("[!t]*/**/message.py")):
        module = import_module("assess." + _name(path).removesuffix(".py").replace("/", "."))
        for _, kind in getmembers(module, isclass):
            if issubclass(kind, StrEnum) and kind.__module__ == module.__name__:
                codes = {str(code): kind.__name__ for code in kind}
                assert not codes.keys() & found.keys(), "a code has one meaning"
                found |= codes
    return found


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    said: dict[str, str | Plural] = {}
    for _, subject, _ in iter_modules(english.__path__):
        module = import_module(f"assess.languages.english.{subject}")
        said |= {f"{subject}.{name}": text for name, text in module.SENTENCES.items()}
    assert set(said) == set(_codes())
    assert all(isinstance(text, str | Plural) for text in said.values())
