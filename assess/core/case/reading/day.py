"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date

from assess.core.text.value import Value
from assess.core.text.words import day_text

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DOTTED = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")
_NAMED = re.compile(r"^(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


YEARS = range(1900, 2200)
"""Years of which anything is said here; any other is a slip of the pen."""


class DayReading(Value):
    """How a day was understood: the day with its echo, or a fault."""

    day: date | None = None
    echo: str = ""
    fault: str | None = None
    is_whole_month: bool = False
    """Whether only a month was named; the day is its last one."""


def read_day(text: str, today: date) -> DayReading:
    """Read a day: `2026-11-02`, `2.11.2026`, `2 November 2026` or `today`.

    Days with slashes in another order are refused: they mean different days in different places.
    """
    typed = text.strip()
    if not typed:
        return DayReading(fault="a day is missing; write it like 2026-11-02")
    if typed.casefold() == "today":
        return _echoed(today)
    if found := _ISO.match(typed):
        year, month, day = (int(one) for one in found.groups())
    elif found := _DOTTED.match(typed):
        day, month, year = (int(one) for one in found.groups())
    elif (found := _NAMED.match(typed)) and found[2][:3].casefold() in _MONTHS:
        day, year = int(found[1]), int(found[3])
        month = _MONTHS.index(found[2][:3].casefold()) + 1
    else:
        return DayReading(fault="this is not a day; write it like 2026-11-02")
    if year not in YEARS:
        said = f"{year} is not in the years {YEARS[0]} to {YEARS[-1]}"
        return DayReading(fault=f"{said}; write it like 2026-11-02")
    try:
        return _echoed(date(year, month, day))
    except ValueError:
        return DayReading(fault="there is no such day; write it like 2026-11-02")


def _echoed(day: date) -> DayReading:
    return DayReading(day=day, echo=f"{_WEEKDAYS[day.weekday()]}, {day_text(day)}")
