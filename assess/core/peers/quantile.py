"""Quantiles of type 7, as `statistics.quantiles(method="inclusive")` and numpy's linear ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assess.core.peers.order_statistics import SortedSelection


class Quartiles(NamedTuple):
    """The middle half and the median."""

    lower: float
    median: float
    upper: float


def quantile(chosen: SortedSelection, part: int, parts: int) -> float:
    """Give the value below which `part` of so many equal `parts` of the chosen values lie.

    Between two equal values it is exactly that value, so that ties stay ties. There is at least
    one value.
    """
    index, rest = divmod((len(chosen) - 1) * part, parts)
    low, high = chosen.pair(index)
    if rest == 0 or low == high:
        return low
    return (low * (parts - rest) + high * rest) / parts


def quartiles(chosen: SortedSelection) -> Quartiles:
    """Give the quartiles of chosen values, of which there is at least one."""
    return Quartiles(quantile(chosen, 1, 4), quantile(chosen, 2, 4), quantile(chosen, 3, 4))


def every(ordered: Sequence[float]) -> SortedSelection:
    """Choose all of some values, which are in ascending order."""
    return SortedSelection(ordered, bytes([1]) * len(ordered))
