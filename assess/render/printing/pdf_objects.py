"""Objects of a PDF as the text that they are written in, and moved from one file to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|(?<![\w.-])(-?\d+) 0 R(?!\w)", re.DOTALL)
"""A reference to an object; a text in brackets is stepped over, whatever it says."""


def moved(data: bytes, base: int) -> bytes:
    """Give an object with each reference that much higher: by the objects that stand before it."""

    def move(found: re.Match[bytes]) -> bytes:
        return found[0] if found[1] is None else b"%d 0 R" % (int(found[1]) + base)

    return _REFERENCE.sub(move, data)


def up(number: int, base: int) -> bytes:
    """Refer to an object of the file into which the reference will be moved."""
    return reference(number - base)


def reference(number: int) -> bytes:
    """Refer to an object by its number."""
    return b"%d 0 R" % number


def array(parts: Iterable[bytes]) -> bytes:
    """Write an array."""
    return b"[" + b" ".join(parts) + b"]"


def dictionary(**fields: bytes) -> bytes:
    """Write a dictionary."""
    return (
        b"<<" + b"".join(b"/%b %b" % (name.encode(), data) for name, data in fields.items()) + b">>"
    )


def written(value: Any) -> bytes:
    """Write an object of pydyf; what is written already stays."""
    return value if isinstance(value, bytes) else bytes(value.data)
