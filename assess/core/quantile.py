"""Quantiles of type 7, as `statistics.quantiles(method="inclusive")` and numpy's linear ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Quartiles(NamedTuple):
    """The middle half and the median."""

    lower: float
    median: float
    upper: float


def quantile(ordered: Sequence[float], part: int, parts: int) -> float:
    """Give the value below which `part` of so many equal `parts` of ordered values lie.

    Between two equal values it is exactly that value, so that ties stay ties. The values are not
    empty and in ascending order.
    """
    index, rest = divmod((len(ordered) - 1) * part, parts)
    low = ordered[index]
    if rest == 0:
        return low
    high = ordered[index + 1]
    if low == high:
        return low
    return (low * (parts - rest) + high * rest) / parts


def quartiles(ordered: Sequence[float]) -> Quartiles:
    """Give the quartiles of ordered values, of which there is at least one."""
    return Quartiles(quantile(ordered, 1, 4), quantile(ordered, 2, 4), quantile(ordered, 3, 4))
