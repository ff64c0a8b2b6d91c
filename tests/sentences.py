"""Finding sentences in the code: in strings, in f-strings, and in calls that look them up."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assess"

LOOK_UPS = {"gettext", "ngettext", "pgettext", "gettext_noop"}
FOR_PROGRAMMERS = {
    "AssertionError",
    "AttributeError",
    "IndexError",
    "KeyError",
    "LookupError",
    "NotImplementedError",
    "RuntimeError",
    "TypeError",
    "ValueError",
}
"""What they say is read by programmers only."""
NO_WORDS = {"compile", "debug", "execute", "executescript", "getLogger", "strftime", "strptime"}
"""Calls whose strings are patterns, statements or logs."""
DATA = {"no value", "not listed"}
"""Words that JSON documents hold: they are data, whatever they look like."""
HELP = {"help", "short_help", "metavar", "epilog"}
"""Help of commands is English and stays outside of the languages."""

_SQL = re.compile(
    r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ATTACH|DETACH|DROP|WITH|BEGIN|COMMIT|ALTER|"
    r"WHERE|AND|FROM|VACUUM|ORDER|SAVEPOINT|RELEASE|ROLLBACK|REINDEX|JOIN|LEFT|UNION)\b"
)
_MARKUP = re.compile(
    r"</?[a-z]|/>|;\s*\}|\{\s|xmlns|\bvar\(|\\[a-z(]|^[a-z-]+:\s*[#0-9]|=IF\("
    r"|^\s*[a-zA-Z-]+=\""
)
_STYLE = re.compile(r"(?:bold|underline|italic|dim|reverse|not|on|\$[a-z-]+|#[0-9a-f]+|\s)+")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Found(NamedTuple):
    """A sentence in the code: where, and with `{}` for what is put in."""

    path: Path
    line: int
    text: str
    is_formatted: bool

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.text}"


def is_sentence(text: str, *, formatted: bool = False) -> bool:
    """Tell whether a string is words for a reader: two of them, or one beside a value."""
    if (
        text in DATA
        or _SQL.match(text)
        or _MARKUP.search(text)
        or _STYLE.fullmatch(text.replace("{}", ""))
    ):
        return False
    words = _WORD.findall(text)
    if formatted:
        return bool(words) and " " in text
    return bool(re.search(r"[^\W\d_]{2,}[,;:]? [“(`{„]?[^\W\d_]", text)) and len(words) > 1


@cache
def sentences(path: Path) -> tuple[Found, ...]:
    """Give the sentences of a module that are not looked up."""
    return tuple(_within(path, _tree(path)))


@lru_cache(1)  # the one that is looked at again at once
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _within(path: Path, node: ast.AST) -> Iterator[Found]:
    for child in ast.iter_child_nodes(node):
        if _is_outside(node, child):
            continue
        if isinstance(child, ast.JoinedStr):
            text = _template(child)
            if is_sentence(text, formatted=True):
                yield Found(path, child.lineno, text, is_formatted=True)
            for value in child.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _within(path, value)
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str) and is_sentence(child.value):
                yield Found(path, child.lineno, child.value, is_formatted=False)
        else:
            yield from _within(path, child)


def _is_outside(node: ast.AST, child: ast.AST) -> bool:
    """Tell whether no reader sees what stands there: docstrings, patterns, logs, help."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            if name in LOOK_UPS:
                return not isinstance(child, ast.keyword)
            return child is not node.func and name in {*FOR_PROGRAMMERS, *NO_WORDS}
        case ast.keyword(arg=arg):
            return arg in HELP
        case ast.Dict():
            return child in node.keys
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return child in node.decorator_list
    return False


def _template(joined: ast.JoinedStr) -> str:
    return "".join(
        str(value.value) if isinstance(value, ast.Constant) else "{}" for value in joined.values
    )


class LookUp(NamedTuple):
    """A sentence that is looked up where it is said: its forms, and the names of its values."""

    path: Path
    line: int
    kind: str
    forms: tuple[str | None, ...]
    """None: it is no literal, so no tool finds it."""
    values: frozenset[str]


@cache
def look_ups(path: Path) -> tuple[LookUp, ...]:
    """Give every sentence of a module that is looked up."""
    return tuple(_look_ups(path))


def _look_ups(path: Path) -> Iterator[LookUp]:
    for node in ast.walk(_tree(path)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in LOOK_UPS:
                texts = args[1:2] if name == "pgettext" else args[: 2 if name == "ngettext" else 1]
                forms = tuple(
                    text.value
                    if isinstance(text, ast.Constant) and isinstance(text.value, str)
                    else None
                    for text in texts
                )
                values = {keyword.arg or "**" for keyword in node.keywords}
                counted = {"count"} if name == "ngettext" else set()
                yield LookUp(path, node.lineno, name, forms, frozenset(values | counted))


def places(text: str) -> set[str]:
    """Give the names of the places of a sentence; with a format, `!r` or a number it is no name."""
    found = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            found.add(
                name + (f":{form}" if form else "") + (f"!{conversion}" if conversion else "")
            )
    return found
