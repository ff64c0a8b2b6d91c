"""Limits: how large a body may be, and how often a device or an address may ask."""

from __future__ import annotations

import math
import zlib
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request

from assess.languages import gettext
from assess.secretariat.service.problem import Rejected

LARGEST_BODY = 8 * 2**20
"""Bytes of a body, packed or unpacked: a case file without its copies of files is 20 kB."""


async def body_of(request: Request) -> tuple[bytes, bytes]:
    """Read the body of a request as it came, and unpacked; refuse what is too large."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > LARGEST_BODY:
        raise _too_large()
    parts = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_BODY:
            raise _too_large()
        parts.append(part)
    came = b"".join(parts)
    match request.headers.get("content-encoding", "identity"):
        case "identity":
            return came, came
        case "gzip":
            return came, _unpacked(came)
        case _:
            raise Rejected(
                415, "encoding", gettext("A body is sent as it is, or packed with gzip.")
            )


def _unpacked(came: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(came, LARGEST_BODY + 1)
    except zlib.error as error:
        raise Rejected(400, "encoding", gettext("The body is not packed with gzip.")) from error
    if len(content) > LARGEST_BODY:
        raise _too_large()
    if not unpacker.eof or unpacker.unused_data:
        raise Rejected(400, "encoding", gettext("The body is not packed with gzip."))
    return content


def _too_large() -> Rejected:
    return Rejected(
        413,
        "size",
        gettext("The body is larger than {megabytes} MB.", megabytes=LARGEST_BODY // 2**20),
    )


class RateLimit:
    """So many requests a second in the long run, and so many at once, for each who asks."""

    MOST_KNOWN = 20_000
    """So many are remembered; those who asked longest ago are forgotten."""

    def __init__(self, per_second: float, at_once: int, clock: Callable[[], float]) -> None:
        """Take a clock that gives seconds and never goes back."""
        self._per_second = per_second
        self._at_once = at_once
        self._clock = clock
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def count(self, who: bytes) -> None:
        """Count a request; refuse it where there were too many."""
        now = self._clock()
        left, since = self._left.pop(who, (float(self._at_once), now))
        left = min(float(self._at_once), left + (now - since) * self._per_second)
        is_refused = left < 1
        self._left[who] = (left if is_refused else left - 1, now)
        if len(self._left) > self.MOST_KNOWN:
            self._left.popitem(last=False)
        if is_refused:
            wait = math.ceil((1 - left) / self._per_second)
            raise Rejected(
                429,
                "rate",
                gettext("There were too many requests; try again later."),
                retry_after=wait,
            )
