"""What the reason of a verdict has to state where its criterion asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assess.core.case.reading.day import read_day
from assess.core.text.month_words import MonthWords

AskedOfReason = Literal["address", "day"]
"""An address of the web, or the day on which it was looked up."""

_ADDRESS = re.compile(r"(?:https?://\S+|\b(?:[\w-]+\.)+[^\W\d_]{2,}\b)")
_LONGEST_DAY = 4
"""A day takes at most so many words: `2 marca 2026 r.`"""


def lacking_in(
    reason: str, asked: Sequence[AskedOfReason], months: MonthWords
) -> tuple[AskedOfReason, ...]:
    """Give what a reason does not state of that which is asked of it, in the order asked."""
    found = {"address": _ADDRESS.search(reason) is not None, "day": _states_day(reason, months)}
    return tuple(each for each in asked if not found[each])


def _states_day(reason: str, months: MonthWords) -> bool:
    words = [word.strip("()[],;:") for word in reason.split()]
    return any(
        read_day(" ".join(words[at : at + length]).rstrip("."), months).day is not None
        for at in range(len(words))
        for length in range(1, _LONGEST_DAY + 1)
        if at + length <= len(words)
    )
