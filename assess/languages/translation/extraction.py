"""Extraction: every text that is translated, found where it is written.

Three parts, as translators get them: the interface and all that the program says (`code`), what
the templates of documents and pages say (`templates`), and the catalogue of indicators. A text of
the catalogue has its stable path for a context, such as `staff_fte.label`; a sentence of the core
has its code.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NamedTuple

from assess.core.text.value import DEFAULT_LANGUAGE
from assess.languages.plural import Plural
from assess.languages.translation.wording_paths import wordings_of
from assess.languages.unit import BESIDE_FRACTION, FORMS, UNIT

KEYWORDS: Mapping[str, Any] = {
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The names by which the code looks sentences up, and where they have their texts."""

TEMPLATE_KEYWORDS: Mapping[str, Any] = {**KEYWORDS, "_": None}


class SourceText(NamedTuple):
    """A text in English, where it stands, and how else it is told from another one like it."""

    text: str
    several: str | None = None
    """The form for several, where there is a number in the text."""
    context: str | None = None
    place: str = ""
    comment: str = ""


_NOT_READ = ("_data/", "cli/", "languages/english/")
"""What is found otherwise, and commands, which speak English always ..."""

_READ_ALL_THE_SAME = ("cli/case/linear/",)
"""... save for the interview line by line, which is an interface."""


def texts_of_code(package: Path) -> Iterator[SourceText]:
    """Find what the program says, in the folder of its package."""
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).as_posix()
        if not place.startswith(_NOT_READ) or place.startswith(_READ_ALL_THE_SAME):
            source = path.read_bytes() + _inside_literals(path)
            yield from _looked_up(source, f"{package.name}/{place}", "python", KEYWORDS)
    yield from _said_by_code()


def _inside_literals(path: Path) -> bytes:
    """Give, as lines of code, what is looked up inside an f-string: Babel does not look there."""
    literals = (
        node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.JoinedStr)
    )
    calls = (
        node
        for literal in literals
        for node in ast.walk(literal)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in KEYWORDS
    )
    return "".join(f"\n{ast.unparse(call)}\n" for call in calls).encode()


def texts_of_templates(templates: Path) -> Iterator[SourceText]:
    """Find what the templates say."""
    for path in sorted(templates.rglob("*")):
        if path.suffix in (".html", ".xml", ".txt", ".css", ".svg"):
            place = f"{templates.name}/{path.relative_to(templates).as_posix()}"
            content = path.read_bytes()
            yield from _looked_up(content, place, "jinja2.ext:babel_extract", TEMPLATE_KEYWORDS)


def _looked_up(
    content: bytes, place: str, method: str, keywords: Mapping[str, Any]
) -> Iterator[SourceText]:
    from babel.messages.extract import extract

    options = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
    for _, message, _, context in extract(method, BytesIO(content), keywords, options=options):
        if isinstance(message, str):
            yield SourceText(message, None, context, place)
        elif message:
            yield SourceText(message[0], message[1], context, place)


def _said_by_code() -> Iterator[SourceText]:
    """Give the sentences of the core's codes."""
    english = import_module("assess.languages.english")
    for module in iter_modules(english.__path__):
        sentences: Mapping[str, str | Plural]
        sentences = import_module(f"{english.__name__}.{module.name}").SENTENCES
        for name, said in sentences.items():
            context, place = f"{module.name}.{name}", f"assess/languages/english/{module.name}"
            if isinstance(said, Plural):
                yield SourceText(said.one, said.other, context, place)
            else:
                yield SourceText(said, None, context, place)


def texts_of_catalogue(folder: Path) -> Iterator[SourceText]:
    """Find the texts of a catalogue, of the editions before it and of its modules."""
    units: dict[str, str] = {}
    for path in sorted(folder.rglob("*.toml")):
        place = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        for context, wording in wordings_of(read, path.stem):
            yield SourceText(wording[DEFAULT_LANGUAGE].strip(), None, context, place)
        for unit in _units_in(read):
            units.setdefault(unit, place)
    for unit, place in sorted(units.items()):
        yield SourceText(FORMS.get(unit, unit), unit if unit in FORMS else None, UNIT, place)
        if unit in FORMS:
            yield SourceText(unit, None, BESIDE_FRACTION, place)


def _units_in(read: Any) -> Iterator[str]:
    if isinstance(read, Mapping):
        for key, value in read.items():
            if key == "unit" and isinstance(value, str) and value:
                yield value
            else:
                yield from _units_in(value)
    elif isinstance(read, list):
        for value in read:
            yield from _units_in(value)
