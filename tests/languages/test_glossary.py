"""Plain English: every sentence keeps to the glossary, is short, and negates once."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2.ext import GETTEXT_FUNCTIONS, babel_extract

from tests.sentences import HELP, LOOK_UPS, PACKAGE, ROOT

GLOSSARY = PACKAGE / "languages" / "glossary.toml"
ENGLISH = PACKAGE / "languages" / "english"
NOT_OURS = {"languages/validation.py", "languages/former_english.py", "tui/frame/textual_words.py"}
"""What pydantic and Textual say, and what older versions said."""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def glossary() -> dict[str, Any]:
    return tomllib.loads(GLOSSARY.read_text(encoding="utf-8"))


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
        for place, text in _english(tomllib.loads(path.read_text(encoding="utf-8")), ""):
            yield f"{path.relative_to(ROOT)}{place}", text


def _english(data: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "en" and isinstance(value, str):
                yield place, value
            else:
                yield from _english(value, f"{place} {key}")
    elif isinstance(data, list):
        for number, value in enumerate(data, 1):
            yield from _english(value, f"{place}[{number}]")


@cache
def everything_said() -> tuple[tuple[str, str], ...]:
    code = (
        (f"{path.relative_to(ROOT)}:{line}", text)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in NOT_OURS
        for line, text in said_in_code(path)
    )
    return (*code, *said_in_templates(), *said_in_data())


def found_in(phrases: tuple[str, ...], allowed: tuple[str, ...]) -> list[str]:
    """Give where a phrase is said, except within what is allowed."""
    wanted = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE
    )
    spared = re.compile("|".join(map(re.escape, allowed)), re.IGNORECASE) if allowed else None
    return [
        f"{where}: {found.group()!r} in {text!r}"
        for where, text in everything_said()
        if (found := wanted.search(spared.sub("", _words(text)) if spared else _words(text)))
    ]


def _words(text: str) -> str:
    """Leave out places, options and what is typed, which are no words of a sentence."""
    return re.sub(r"\{[^{}]*\}|`[^`]*`|(?<!\w)-{1,2}[a-z][\w-]*", "…", " ".join(text.split()))


TERMS = [term for term in tomllib.loads(GLOSSARY.read_text("utf-8"))["term"] if term.get("avoid")]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term["term"]))
def test_no_other_word_is_used_for_a_term(term: dict[str, Any]) -> None:
    assert found_in(tuple(term["avoid"]), tuple(term.get("allowed", ()))) == []


def test_no_turn_is_used_that_slows_a_reader_down() -> None:
    style = glossary()["style"]
    assert found_in(tuple(style["avoid"]), tuple(style["allowed"])) == []


def test_no_sentence_is_long() -> None:
    longest = glossary()["style"]["longest_sentence"]
    assert [
        f"{where}: {sentence}"
        for where, text in everything_said()
        for sentence in re.split(r"(?<=[.!?;:])\s+|\n\n", text)
        if len(_WORD.findall(re.sub(r"\([^)]*\)", "", sentence))) > longest
    ] == []


def test_a_clause_negates_once() -> None:
    patterns = [
        re.compile(rf"\b{re.escape(first)}\b[^.,;:()?!…–]*\b{re.escape(second)}\b", re.IGNORECASE)
        for first, second in (
            pattern.split(" ~ ") for pattern in glossary()["style"]["double_negation"]
        )
    ]
    one_word = re.compile("|".join(map(re.escape, glossary()["style"]["one_word"])), re.IGNORECASE)
    assert [
        f"{where}: {text}"
        for where, text in everything_said()
        if any(pattern.search(one_word.sub("…", _words(text))) for pattern in patterns)
    ] == []


def test_a_term_is_explained_once_and_in_a_sentence() -> None:
    terms = glossary()["term"]
    names = [term["term"] for term in terms]
    assert len(names) == len(set(names))
    assert [term["term"] for term in terms if not term["meaning"].endswith(".")] == []
