"""Quantiles of type 7, as `statistics.quantiles(method="inclusive")` and numpy's linear ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assess.core.text.number_text import rounded

WITH_ONE_DECIMAL, WITHOUT_DECIMALS = 10, 1000
"""From which number on a quartile is shown with one decimal, and any number with none."""


class Quartiles(NamedTuple):
    """The middle half and the median."""

    lower: float
    median: float
    upper: float


def quantile(ordered: Sequence[float], part: int, parts: int) -> float:
    """Give the value below which `part` of so many equal `parts` of ascending values lie.

    Between two equal values it is exactly that value, so that ties stay ties. There is at least
    one value.
    """
    index, rest = divmod((len(ordered) - 1) * part, parts)
    low = ordered[index]
    if rest == 0:
        return low
    high = ordered[index + 1]
    return low if low == high else (low * (parts - rest) + high * rest) / parts


def quartiles(ordered: Sequence[float]) -> Quartiles:
    """Give the quartiles of values in ascending order, of which there is at least one."""
    return Quartiles(*(quantile(ordered, part, 4) for part in (1, 2, 3)))


def shown_decimals(decimals: int) -> int:
    """Give the decimals of a quartile: one more than whole, as it may lie between two numbers."""
    return max(1, decimals)


def as_shown(number: float, decimals: int) -> float:
    """Round a quartile as it is shown: from 10 on with one decimal, from 1,000 on with none."""
    return rounded(number, quartile_decimals(number, decimals))


def quartile_decimals(number: float, decimals: int) -> int:
    """Give with how many decimals a quartile is shown: more would only look exact."""
    if abs(number) >= WITHOUT_DECIMALS:
        return 0
    return 1 if abs(number) >= WITH_ONE_DECIMAL else shown_decimals(decimals)


def own_as_shown(value: float, decimals: int) -> float:
    """Round an own value as it is shown: words on it agree with the figures that are read."""
    return rounded(value, 0 if abs(value) >= WITHOUT_DECIMALS else decimals)


def round_half_up(over: int, under: int) -> int:
    """Divide whole numbers and round halves up."""
    return (2 * over + under) // (2 * under)


def median_year(ordered: Sequence[int]) -> int | None:
    """Give the year in which or after which half of the interviews were held, of ascending ones."""
    return ordered[(len(ordered) - 1) // 2] if ordered else None
