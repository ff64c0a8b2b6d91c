"""Trends of the register: valid labels over the years, what ends when, and who went further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from assess.core.catalogue.level import LEVELS
from assess.core.text.value import Value

QUARTERS = 12
"""So many quarters are looked ahead: the longest validity of a label, and what is late."""


class YearEnd(Value):
    """Labels that were valid on the last day of a year, or on the day itself for its own year."""

    year: int
    valid: dict[str, int]

    @property
    def total(self) -> int:
        """Of all levels."""
        return sum(self.valid.values())


class QuarterEnd(Value):
    """Valid labels that end within three months of the calendar."""

    year: int
    quarter: int
    count: int


class Flow(Value):
    """How many organisations have reached a level, on what is known of them."""

    level: str
    reached: int
    from_below: int
    """Of these, those that held the level below as well; of the lowest, all."""


def valid_at_year_ends(spans: Iterable[tuple[str, date, date]], on: date) -> tuple[YearEnd, ...]:
    """Count labels by level at the ends of years; `spans` are levels with their valid days."""
    found: Counter[tuple[int, str]] = Counter()
    years = {on.year}
    for level, first, last in spans:
        for year in range(first.year, min(last.year, on.year) + 1):
            end = min(date(year, 12, 31), on)
            if first <= end <= last:
                found[year, level] += 1
                years.add(year)
    return tuple(
        YearEnd(year=year, valid={level: found[year, level] for level in LEVELS})
        for year in range(min(years), on.year + 1)
    )


def ends_by_quarter(ends: Iterable[date], on: date) -> tuple[QuarterEnd, ...]:
    """Count the ends of valid labels by quarter, from the one of a day on."""
    start = 4 * on.year + (on.month - 1) // 3
    found = Counter(4 * end.year + (end.month - 1) // 3 for end in ends)
    return tuple(
        QuarterEnd(year=place // 4, quarter=place % 4 + 1, count=found[place])
        for place in range(start, start + QUARTERS)
    )


def flows(held: Iterable[frozenset[str]]) -> tuple[Flow, ...]:
    """Count how far organisations came; `held` are the levels that each ever held."""
    sets = Counter(held)
    found = []
    for place, level in enumerate(LEVELS):
        below = LEVELS[place - 1] if place else level
        reached = sum(count for levels, count in sets.items() if level in levels)
        both = sum(count for levels, count in sets.items() if {level, below} <= levels)
        found.append(Flow(level=level, reached=reached, from_below=both))
    return tuple(found)
