"""Order statistics: some of an ordered column, found by their order, without a copy of them.

A column may hold a hundred thousand values, and a handful of them say all that is shown of a group.
So the choice is counted block by block, and only the block that holds a wanted one is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, islice

BLOCK = 128
"""How many places are counted at a time."""


class SortedSelection:
    """Some values of a column in ascending order: those whose place in `choice` is 1."""

    __slots__ = ("_below", "_choice", "_values")

    def __init__(self, values: Sequence[float], choice: bytes) -> None:
        """Choose from values in ascending order; `choice` has a byte, 1 or 0, for each."""
        self._values, self._choice = values, choice
        starts = range(0, len(choice), BLOCK)
        self._below = list(accumulate(choice.count(1, start, start + BLOCK) for start in starts))

    def __len__(self) -> int:
        return self._below[-1] if self._below else 0

    def pair(self, index: int) -> tuple[float, float]:
        """Give the value at an index among the chosen, and the next one; the last one twice."""
        block = bisect_right(self._below, index)
        before = self._below[block - 1] if block else 0
        start, end = block * BLOCK, (block + 1) * BLOCK
        places = compress(range(start, end), self._choice[start:end])
        found = list(islice(places, index - before, index - before + 2))
        if len(found) == 2:
            return self._values[found[0]], self._values[found[1]]
        value = self._values[found[0]]
        if index + 1 < len(self):
            return value, self.pair(index + 1)[0]
        return value, value

    def count(self, first: int, last: int) -> int:
        """Count the chosen from one place of the column to another, which is not included."""
        return self._choice.count(1, first, last)
