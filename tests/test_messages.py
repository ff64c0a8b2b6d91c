"""Messages: whole sentences with named values, looked up; codes in the core."""

from __future__ import annotations

import ast
import calendar
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import iter_modules

from assess.core.peers.message import PeersMessage
from assess.core.register.validity_timeline import LabelStatus
from assess.languages import english
from assess.languages.plural import Plural
from tests.sentences import PACKAGE, LookUp, look_ups, places, sentences

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_no_sentence_is_an_f_string() -> None:
    found = [str(found) for path in MODULES for found in sentences(path) if found.is_formatted]
    assert found == []


def test_the_core_says_codes() -> None:
    core = [path for path in MODULES if _name(path).startswith("core/")]
    said = [str(found) for path in core for found in sentences(path)]
    assert len(core) > 100
    assert said == []


def test_what_is_looked_up_is_a_whole_literal_with_named_places() -> None:
    wrong = [
        f"{_name(path)}:{found.line}: {fault}"
        for path in MODULES
        for found in look_ups(path)
        for fault in _faults(found)
    ]
    assert wrong == []


def test_only_the_command_line_names_its_options() -> None:
    """What other layers say is read in the interface too, which has no options."""
    elsewhere = [
        path
        for path in MODULES
        # what `assess check` proposes is read nowhere else
        if not _name(path).startswith("cli/") and _name(path) != "workflow/program/checkup.py"
    ]
    named = [
        f"{_name(path)}:{found.line}: {form}"
        for path in elsewhere
        for found in look_ups(path)
        for form in found.forms
        if form and re.search(r"(?<!\S)[(`]?--[a-z{]", form)
    ]
    assert named == []
    english_said = [
        form
        for module in iter_modules(english.__path__, f"{english.__name__}.")
        for form in Path(import_module(module.name).__file__ or "").read_text("utf-8").split("\n")
        if re.search(r"(?<!\S)[(`]?--[a-z{]", form)
    ]
    assert english_said == []


ALWAYS_SEVERAL = {"{name} has {count} pages", "{wanted} can mean {count} cases"}
"""Beginnings of sentences that are said of more than one only."""


def test_a_counted_noun_has_a_form_for_one() -> None:
    counted = re.compile(r"\{count\} (?!of\b)[^\W\d_]")
    assert [
        f"{_name(path)}:{found.line}: {form}"
        for path in MODULES
        for found in look_ups(path)
        if found.kind != "ngettext"
        for form in found.forms
        if form and counted.search(form) and not form.startswith(tuple(ALWAYS_SEVERAL))
    ] == []


def _faults(found: LookUp) -> Iterator[str]:
    """Give what a tool for translators, or a translator, could not work with."""
    for form in found.forms:
        if found.kind == "gettext_noop":
            if form is None:
                yield "a literal can be found by a tool, nothing else can"
        elif form is not None and found.values and not places(form) <= found.values:
            yield f"a place without a value: {form}"
    named = set().union(*(places(form) for form in found.forms if form))
    if None not in found.forms and not found.values - {"count"} <= named:
        yield "a value without a place"


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
    said = _english()
    assert set(said) == set(_codes())
    assert all(isinstance(text, str | Plural) for text in said.values())


def _english() -> dict[str, str | Plural]:
    """Give the English sentence of every code."""
    said: dict[str, str | Plural] = {}
    for _, subject, _ in iter_modules(english.__path__):
        module = import_module(f"assess.languages.english.{subject}")
        said |= {f"{subject}.{name}": text for name, text in module.SENTENCES.items()}
    return said


_ALIAS = re.compile(r"import (\w+Message) as (\w+)")
"""A long name of a kind of messages, shortened where many of them are said."""


def _forms(sentence: str | Plural) -> tuple[str, ...]:
    return (sentence.one, sentence.other) if isinstance(sentence, Plural) else (sentence,)


def _told() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Give every `message(Kind.CODE, value=...)` of the code: where, the code, the values given."""
    members = _members()
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        called = {alias: name for name, alias in _ALIAS.findall(text)}
        for node in ast.walk(ast.parse(text)) if "message(" in text else ():
            match node:
                case ast.Call(
                    func=ast.Name(id="message"),
                    args=[ast.Attribute(value=ast.Name(id=kind), attr=member)],
                ):
                    values = frozenset(keyword.arg or "**" for keyword in node.keywords)
                    code = members.get(f"{called.get(kind, kind)}.{member}")
                    if code is not None:
                        yield f"{_name(path)}:{node.lineno}", code, values


def _members() -> dict[str, str]:
    """Give every code by how it is written in the code."""
    found: dict[str, str] = {}
    core = PACKAGE / "core"
    for path in (core / "text" / "text_message.py", *core.glob("[!t]*/**/message.py")):
        module = import_module("assess." + _name(path).removesuffix(".py").replace("/", "."))
        for _, kind in getmembers(module, isclass):
            if issubclass(kind, StrEnum) and kind.__module__ == module.__name__:
                found |= {f"{kind.__name__}.{code.name}": str(code) for code in kind}
    return found


def test_a_message_gives_the_values_that_its_sentence_names() -> None:
    sentences_of = _english()
    wrong = []
    for where, code, values in _told():
        sentence = sentences_of[code]
        named = set().union(*(places(form) for form in _forms(sentence)))
        counted = {sentence.by} if isinstance(sentence, Plural) else set()
        if "**" not in values and named | counted != values:
            wrong.append(f"{where}: {code} names {sorted(named | counted)}, given {sorted(values)}")
    assert wrong == []


BY_NAME = {
    f"PeersMessage.{code.name}"
    for code in PeersMessage
    if code.name.endswith(("_IN_GROUP", "_OF_AGE", "_WITH_GOLD", "_OF_ALL", "_SAME", "_AGAIN"))
}
BY_NAME |= {f"RegisterMessage.{status.name}" for status in LabelStatus} | {
    f"MonthMessage.{month.upper()}" for month in calendar.month_name if month
}
"""Codes that are found by the kind of peers, a status or the number of a month."""


def test_every_code_is_said_somewhere() -> None:
    used: set[str] = set()
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        called = {alias: name for name, alias in _ALIAS.findall(text)}
        if path.name != "message.py":
            used |= {
                f"{called.get(kind, kind)}.{code}"
                for kind, code in re.findall(r"\b(\w+)\.([A-Z][A-Z0-9_]*)\b", text)
            }
    assert sorted(set(_members()) - used - BY_NAME) == []


def test_no_sentence_is_a_piece_to_be_glued() -> None:
    """Blanks and commas at the ends belong to what stands around it."""
    pieces = [
        f"{code}: {form!r}"
        for code, sentence in _english().items()
        for form in _forms(sentence)
        if form != form.strip() or form[:1] in ",;"
    ]
    pieces += [
        f"{_name(path)}:{found.line}: {form!r}"
        for path in MODULES
        for found in look_ups(path)
        for form in found.forms
        if form is not None and (form != form.strip() or form[:1] in ",;")
    ]
    assert pieces == []
