"""JSON read strictly: one object, every field once, and only what can be written again."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any, Literal

from assess.errors import Refused
from assess.languages import gettext

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 40


Kind = Literal[
    "case file",
    "pool file",
    "contribution",
    "peer table",
    "public register",
    "table",
    "answers",
    "erasure notice",
]
"""What a file of JSON should be."""


def parsed(content: bytes, name: str, kind: Kind) -> dict[str, Any]:
    """Parse the object that a file holds; what it should be is said where it is not.

    Raises Refused where it is no JSON object in UTF-8, is too large or nested too deeply, names a
    field twice, or holds a text or a number that could not be written again.
    """
    if len(content) > MAX_BYTES:
        raise Refused(_too_large(name, kind, MAX_BYTES // 2**20), ())
    try:
        text = content.decode("utf-8-sig")
        plain = json.loads(
            text,
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_usable,
            object_pairs_hook=_no_doubles,
        )
        return _sound(plain, has_halves="\\ud" in text or "\\uD" in text)
    except UnicodeDecodeError as error:
        why = gettext("it is not written in UTF-8 (byte {number})", number=error.start)
        raise Refused(_is_none(name, kind, why), ()) from None
    except RecursionError:
        raise Refused(_is_none(name, kind, gettext("it is nested too deeply")), ()) from None
    except ValueError as error:
        raise Refused(_is_none(name, kind, str(error)), ()) from None


def _too_large(name: str, kind: Kind, megabytes: int) -> str:
    match kind:
        case "case file":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a case file.",
                name=name,
                megabytes=megabytes,
            )
        case "pool file":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a pool file.",
                name=name,
                megabytes=megabytes,
            )
        case "contribution":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a contribution.",
                name=name,
                megabytes=megabytes,
            )
        case "peer table":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a table of peers.",
                name=name,
                megabytes=megabytes,
            )
        case "public register":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a public register.",
                name=name,
                megabytes=megabytes,
            )
        case "table":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for a table.",
                name=name,
                megabytes=megabytes,
            )
        case "answers":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for answers.",
                name=name,
                megabytes=megabytes,
            )
        case "erasure notice":
            return gettext(
                "{name} is larger than {megabytes} MB, which is too large for an erasure notice.",
                name=name,
                megabytes=megabytes,
            )


def _is_none(name: str, kind: Kind, fault: str) -> str:
    match kind:
        case "case file":
            return gettext("{name} is not a case file: {fault}.", name=name, fault=fault)
        case "pool file":
            return gettext("{name} is not a pool file: {fault}.", name=name, fault=fault)
        case "contribution":
            return gettext("{name} is not a contribution: {fault}.", name=name, fault=fault)
        case "peer table":
            return gettext("{name} is not a table of peers: {fault}.", name=name, fault=fault)
        case "public register":
            return gettext("{name} is not a public register: {fault}.", name=name, fault=fault)
        case "table":
            return gettext("{name} is not a table: {fault}.", name=name, fault=fault)
        case "answers":
            return gettext("{name} is not a file of answers: {fault}.", name=name, fault=fault)
        case "erasure notice":
            return gettext("{name} is not an erasure notice: {fault}.", name=name, fault=fault)


def _no_constant(name: str) -> None:
    raise ValueError(gettext("{text} is not a JSON number", text=name))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(gettext("the number {number} is too large", number=text[:40]))
    return number


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(gettext("the field {field} is twice in one object", field=repr(double)))
    return found


def _usable(text: str) -> int:
    if len(text.lstrip("-")) > 300:
        raise ValueError(gettext("the number {number} is too large", number=f"{text[:40]}..."))
    return int(text)


def _sound(plain: Any, *, has_halves: bool) -> dict[str, Any]:
    """Refuse depth wherever it is, and halves of characters, which only escapes can write."""
    if not isinstance(plain, dict):
        raise ValueError(gettext("it is not one object in braces"))
    level: list[Any] = [plain]
    for _ in range(MAX_DEPTH):
        if has_halves:
            _demand_whole_characters(level)
        level = [
            part
            for holder in level
            for part in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(part, dict | list)
        ]
        if not level:
            return plain
    raise ValueError(gettext("it is nested more than {depth} levels deep", depth=MAX_DEPTH))


def _demand_whole_characters(level: Iterable[dict[str, Any] | list[Any]]) -> None:
    for holder in level:
        for part in (*holder, *holder.values()) if isinstance(holder, dict) else holder:
            if isinstance(part, str):
                _whole_characters(part)


def _whole_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(
            gettext("the text {text} contains an incomplete character", text=ascii(text[:40]))
        ) from error
