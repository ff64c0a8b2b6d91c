"""Plain English: every sentence keeps to the glossary, is short, and negates once."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2.ext import GETTEXT_FUNCTIONS, babel_extract

from assess.languages.glossary import (
    Avoided,
    avoided_words,
    glossary,
    long_sentences,
    negates_twice,
)
from assess.workflow.catalogue.catalogue_warnings import english_texts
from tests.sentences import HELP, LOOK_UPS, PACKAGE, ROOT

ENGLISH = PACKAGE / "languages" / "english"
NOT_OURS = {"languages/validation.py", "languages/former_english.py", "tui/frame/textual_words.py"}
"""What pydantic and Textual say, and what older versions said."""


def said_in_code(path: Path) -> Iterator[tuple[int, str]]:
    """Give the sentences of a module with their lines: looked up, of a code, or help."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in LOOK_UPS:
                yield from _strings(*(args[1:] if name == "pgettext" else args))
            case ast.keyword(arg=arg, value=value) if arg in HELP:
                yield from _strings(value)
            case ast.Dict(values=values) if ENGLISH in path.parents:
                yield from _strings(*values)
            case ast.FunctionDef(decorator_list=decorators) if any(map(_is_command, decorators)):
                yield node.lineno, ast.get_docstring(node) or ""


def _is_command(decorator: ast.expr) -> bool:
    """Tell whether the docstring of what is decorated so is the help of a command."""
    return bool(re.match(r"\w+\.(?:command|group)\(", ast.unparse(decorator)))


def _strings(*nodes: ast.expr) -> Iterator[tuple[int, str]]:
    for root in nodes:
        for node in ast.walk(root):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value


def said_in_templates() -> Iterator[tuple[str, str]]:
    """Give the sentences of the templates, without their markup."""
    for path in sorted((ROOT / "report_templates").rglob("*")):
        if path.suffix in {".html", ".xml", ".svg"}:
            with path.open("rb") as template:
                found = list(babel_extract(template, GETTEXT_FUNCTIONS, [], {"silent": "false"}))
            for line, _, text, _ in found:
                for form in [text] if isinstance(text, str) else text or []:
                    if form:
                        plain = re.sub(r"%\((\w+)\)s", r"{\1}", re.sub(r"<[^>]+>", "", form))
                        yield f"{path.relative_to(ROOT)}:{line}", plain


def said_in_data() -> Iterator[tuple[str, str]]:
    """Give the English texts of the indicators and of the questionnaire."""
    folders = (ROOT / "indicators").glob("*.toml"), (ROOT / "indicators").glob("modules/*.toml")
    for path in [*folders[0], *folders[1], ROOT / "report_templates/questionnaire/words.toml"]:
        for place, text in english_texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ROOT)} {place}", text


@cache
def everything_said() -> tuple[tuple[str, str], ...]:
    code = (
        (f"{path.relative_to(ROOT)}:{line}", text)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in NOT_OURS
        for line, text in said_in_code(path)
    )
    return (*code, *said_in_templates(), *said_in_data())


def everything_but_the_catalogue() -> Iterator[tuple[str, str]]:
    return (said for said in everything_said() if not said[0].startswith("indicators/"))


@pytest.mark.parametrize("avoided", avoided_words(), ids=lambda avoided: avoided.term or "a turn")
def test_no_other_word_is_used_for_a_term(avoided: Avoided) -> None:
    said = everything_said() if avoided.in_catalogue else everything_but_the_catalogue()
    assert [
        f"{where}: {found!r} in {text!r}"
        for where, text in said
        if (found := avoided.found_in(text)) is not None
    ] == []


def test_no_sentence_is_long() -> None:
    assert [
        f"{where}: {sentence}"
        for where, text in everything_said()
        for sentence in long_sentences(text)
    ] == []


def test_a_clause_negates_once() -> None:
    assert [f"{where}: {text}" for where, text in everything_said() if negates_twice(text)] == []


def test_a_term_is_explained_once_and_in_a_sentence() -> None:
    terms = glossary()["term"]
    names = [term["term"] for term in terms]
    assert len(names) == len(set(names))
    assert [term["term"] for term in terms if not term["meaning"].endswith(".")] == []
