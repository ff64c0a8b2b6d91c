"""JSON read strictly: one object, every field once, and only what can be written again."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

from assess.errors import Refused
from assess.languages import gettext

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 40


def parsed(content: bytes, name: str, what: str) -> dict[str, Any]:
    """Parse the object that a file holds; `what` it should be is said where it is not.

    Raises Refused where it is no JSON object in UTF-8, is too large or nested too deeply, names a
    field twice, or holds a text or a number that could not be written again.
    """
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {max_bytes} MB; {what} is not.",
                name=name,
                max_bytes=MAX_BYTES // 2**20,
                what=what,
            ),
            (),
        )
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
        place = gettext("byte {start}", start=error.start)
        raise Refused(
            gettext(
                "{name} is not {what}: it is not written in UTF-8 ({place}).",
                name=name,
                what=what,
                place=place,
            ),
            (),
        ) from None
    except RecursionError:
        raise Refused(
            gettext("{name} is not {what}: it is nested too deeply.", name=name, what=what), ()
        ) from None
    except ValueError as error:
        raise Refused(
            gettext("{name} is not {what}: {error}.", name=name, what=what, error=error), ()
        ) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number of JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:40]} is too large a number")
    return number


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {double!r} stands twice in one object")
    return found


def _usable(text: str) -> int:
    if len(text.lstrip("-")) > 300:
        raise ValueError(f"{text[:40]}... is too large a number")
    return int(text)


def _sound(plain: Any, *, has_halves: bool) -> dict[str, Any]:
    """Refuse depth wherever it is, and halves of characters, which only escapes can write."""
    if not isinstance(plain, dict):
        raise ValueError("it is not one object in braces")
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
    raise ValueError(f"it is nested more than {MAX_DEPTH} deep")


def _demand_whole_characters(level: Iterable[dict[str, Any] | list[Any]]) -> None:
    for holder in level:
        for part in (*holder, *holder.values()) if isinstance(holder, dict) else holder:
            if isinstance(part, str):
                _whole_characters(part)


def _whole_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"the text {text[:40]!a} holds half a character") from error
