"""Canonical JSON: the one form of a document in which it is hashed and signed.

UTF-8, the keys of every object sorted by their characters, no blanks, numbers as they are written,
nothing escaped but what JSON demands.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

_ENCODE = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


class _WrittenNumber(str):
    """A number as it is written."""

    __slots__ = ()


def canonical(value: object) -> bytes:
    """Give a plain value (None, bool, int, float, str, list, dict) as canonical JSON."""
    return _ENCODE(value).encode("utf-8", "surrogatepass")


def canonical_text(value: object) -> str:
    """Give the same as a text."""
    return _ENCODE(value)


_IN_ORDER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def plain_text(value: object) -> str:
    """Give a plain value as JSON with its keys as they stand: of some answers the order counts."""
    return _IN_ORDER(value)


def canonical_document(content: bytes | str) -> bytes:
    """Give a JSON document in canonical form, its numbers as they are written in it.

    Raises ValueError for what is no JSON, and for what says a key twice or a number that is none.
    """
    return parsed_document(content)[0]


def parsed_document(content: bytes | str) -> tuple[bytes, Any]:
    """Give a JSON document in canonical form, and what it says; ValueError as above.

    A document that is canonical already, as those that this program sends are, is known by being
    written again as it came: that takes a third of the time, and proves the same, since a key that
    is said twice, or a number in another form, would be written otherwise.
    """
    with suppress(ValueError, RecursionError):
        value = json.loads(content)
        written = canonical(value)
        if written == content:
            return written, value
    made = _made_canonical(content)
    return made, json.loads(made)


def _made_canonical(content: bytes | str) -> bytes:
    read = json.loads(
        content,
        parse_int=_WrittenNumber,
        parse_float=_WrittenNumber,
        parse_constant=_refuse_constant,
        object_pairs_hook=_object,
    )
    return _written(read).encode("utf-8", "surrogatepass")


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs[0][0])
    return found


def _written(value: Any) -> str:
    match value:
        case _WrittenNumber():
            return str(value)
        case str():
            return _ENCODE(value)
        case dict():
            parts = (f"{_ENCODE(key)}:{_written(value[key])}" for key in sorted(value))
            return f"{{{','.join(parts)}}}"
        case list():
            return f"[{','.join(map(_written, value))}]"
        case _:
            return _ENCODE(value)
