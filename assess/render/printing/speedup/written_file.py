"""The file: objects become bytes once, where pydyf makes each twice and compresses it twice.

It writes each object, and makes all of them once more for the identifier of the file; its list of
pages it makes anew for each tag. Here both are kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pydyf

LEVEL = 6
"""Of compression; the highest, which pydyf takes, takes twice the time and saves a hundredth."""

_write = pydyf.PDF.write
_keeping: list[bool] = []
"""Holds something while a file is written: nothing changes any more."""


def hasten() -> None:
    """Let pydyf write in the short way."""
    pydyf._to_bytes = written
    pydyf.Dictionary.data = property(_once(_dictionary))
    pydyf.Array.data = property(_once(_array))
    pydyf.Stream.data = property(_once(_stream))
    pydyf.PDF.page_references = property(_page_references)
    pydyf.PDF.write = _written_once


def written(item: Any) -> bytes:
    """Write anything that may stand in an object; a number as pydyf writes it."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if isinstance(item, float):
        text = str(int(item)) if item.is_integer() else f"{item:f}".rstrip("0")
        return text.encode("ascii")
    if isinstance(item, pydyf.Object):
        return item.data  # type: ignore[no-any-return]
    return item if isinstance(item, bytes) else str(item).encode("ascii")


def joined(lines: list[Any]) -> bytes:
    """Write the lines of a stream."""
    return b"\n".join([line if type(line) is bytes else written(line) for line in lines])


def _dictionary(self: Any) -> bytes:
    pairs = [b"/%b %b" % (written(key), written(value)) for key, value in self.items()]
    return b"<<%b>>" % b"".join(pairs)


def _array(self: Any) -> bytes:
    return b"[%b]" % b" ".join([written(entry) for entry in self])


def _stream(self: Any) -> bytes:
    content = joined(self.stream)
    extra = pydyf.Dictionary(self.extra.copy())
    if self.compress:
        extra["Filter"] = "/FlateDecode"
        content = zlib.compress(content, LEVEL)
    extra["Length"] = len(content)
    return b"\n".join((extra.data, b"stream", content, b"endstream"))


def _once(make: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Make the bytes of an object once while a file is written, each time before."""

    def data(self: Any) -> bytes:
        if not _keeping:
            return make(self)
        kept: bytes | None = self.__dict__.get("_kept_data")
        if kept is None:
            kept = self._kept_data = make(self)
        return kept

    return data


def _page_references(self: Any) -> tuple[bytes, ...]:
    count = len(self.pages["Kids"])
    kept: tuple[int, tuple[bytes, ...]] | None = self.__dict__.get("_kept_references")
    if kept is None or kept[0] != count:
        numbers = self.pages["Kids"][::3]
        kept = self._kept_references = count, tuple(b"%d 0 R" % number for number in numbers)
    return kept[1]


def _written_once(self: Any, *given: Any, **named: Any) -> None:
    _keeping.append(True)
    try:
        _write(self, *given, **named)
    finally:
        _keeping.pop()
