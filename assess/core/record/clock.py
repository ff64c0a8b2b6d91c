"""What cannot be right about when entries were made: the clocks of devices differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple


class ClockDoubt(StrEnum):
    """Why the time of an entry is doubtful."""

    FUTURE = "future"
    """It is still to come."""
    EARLIER = "earlier"
    """It is before that of the entry that it follows."""


class DoubtfulTime(NamedTuple):
    """An entry whose time cannot be right."""

    seq: int
    case: str
    kind: str
    at: str
    doubt: ClockDoubt


def clock_doubts(
    moments: Iterable[datetime | None], now: datetime
) -> tuple[ClockDoubt | None, ...]:
    """Tell of each entry of a history, oldest first, whether its time is doubtful."""
    found: list[ClockDoubt | None] = []
    before: datetime | None = None
    for stated in moments:
        moment = None if stated is None else _zoned(stated)
        if moment is None:
            found.append(None)
            continue
        if moment > now:
            found.append(ClockDoubt.FUTURE)
        elif before is not None and moment < before:
            found.append(ClockDoubt.EARLIER)
        else:
            found.append(None)
        before = moment
    return tuple(found)


def _zoned(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
