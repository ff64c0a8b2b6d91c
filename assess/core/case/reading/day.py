"""Days as people and lists write them: how they are understood, or why they are not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

from assess.core.case.reading.written_date import (
    DayOrder,
    Written,
    cleaned,
    has_short_year,
    written_day,
    written_month,
)
from assess.core.text.month_words import MONTH_WORDS, MonthWords
from assess.core.text.value import Value
from assess.core.text.words import day_text, shortened

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WholeMonth = Literal["first", "last"]
"""Which day is taken where only a month is named."""

YEARS = range(1900, 2200)
"""Years of which anything is said here; any other is a slip of the pen."""

_IN_YEARS = f"is not in the years {YEARS[0]} to {YEARS[-1]}"
_EXAMPLE = "; write it like 2026-11-02"


class DayFault(Value):
    """Why a text is not taken as a day."""

    kind: Literal["missing", "unreadable", "short year", "ambiguous", "no such day", "years"]
    said: str = ""
    """The text."""
    can_be: str = ""
    """What it can mean, where that is several days or months."""
    year: int = 0
    """Its year, where it is none of which anything is said here."""

    def __str__(self) -> str:
        """Say it beside the text, which stands in view."""
        sentence = {
            "missing": "a day is missing",
            "unreadable": "this is not a day",
            "short year": "this is not a day: its year has two digits",
            "ambiguous": self.can_be,
            "no such day": "there is no such day",
            "years": f"{self.year} {_IN_YEARS}",
        }[self.kind]
        return f"{sentence}{_EXAMPLE}"

    def naming(self, example: str = _EXAMPLE) -> str:
        """Say it away from the text, which is named; `example` follows where it is no day."""
        return {
            "missing": f"'' is not a day{example}",
            "unreadable": f"{self.said!r} is not a day{example}",
            "short year": f"the year of {self.said} has two digits; write all four",
            "ambiguous": self.can_be,
            "no such day": f"there is no day {self.said}",
            "years": f"{self.said} {_IN_YEARS}",
        }[self.kind]


class DayReading(Value):
    """How a day was understood: the day with its echo, or a fault."""

    day: date | None = None
    echo: str = ""
    fault: DayFault | None = None
    is_whole_month: bool = False
    """Whether only a month was named."""


def read_day(
    text: str,
    today: date | None = None,
    *,
    order: DayOrder | None = None,
    whole_month: WholeMonth | None = None,
    words: MonthWords = MONTH_WORDS,
) -> DayReading:
    """Read a day: `2026-11-02`, `2.11.2026`, `2 November 2026`, `Nov 2, 2026`, `2 listopadu 2026`.

    `today` is what that word means where a person types; `order` is what a list tells of two
    numbers with slashes, which are refused without it; `whole_month` is the day of a month that is
    named without one.
    """
    said = cleaned(text)
    if not said:
        return DayReading(fault=DayFault(kind="missing"))
    if today is not None and said.casefold() == "today":
        return _echoed(today)
    if written := written_day(said, words, order):
        return _decided(said, written)
    if whole_month and (written := written_month(said, words)) and written.can_be[0][0]:
        return _of_month(said, written, whole_month)
    kind: Literal["short year", "unreadable"] = (
        "short year" if has_short_year(said) else "unreadable"
    )
    return DayReading(fault=DayFault(kind=kind, said=shortened(said, 40)))


def _decided(said: str, written: Written) -> DayReading:
    if written.unclear:
        return _unclear(f"{said}: {written.unclear}")
    if written.year not in YEARS:
        return _outside(said, written)
    try:
        days = [date(written.year, month or 0, day or 0) for month, day in written.can_be]
    except ValueError:
        return DayReading(fault=DayFault(kind="no such day", said=said))
    if len(days) > 1:
        return _unclear(f"{said} can be {' or '.join(map(day_text, days))}")
    return _echoed(days[0])


def _of_month(said: str, written: Written, which: WholeMonth) -> DayReading:
    """Take a day of a month: a label that is valid until a month is so until its last day."""
    if written.unclear:
        return _unclear(f"{said}: {written.unclear}")
    if written.year not in YEARS:
        return _outside(said, written)
    month = written.can_be[0][0] or 0
    day = monthrange(written.year, month)[1] if which == "last" else 1
    echo = f"{said} names a month; its {which} day was taken"
    return DayReading(day=date(written.year, month, day), echo=echo, is_whole_month=True)


def _unclear(can_be: str) -> DayReading:
    return DayReading(fault=DayFault(kind="ambiguous", can_be=can_be))


def _outside(said: str, written: Written) -> DayReading:
    return DayReading(fault=DayFault(kind="years", said=said, year=written.year))


def _echoed(day: date) -> DayReading:
    return DayReading(day=day, echo=f"{_WEEKDAYS[day.weekday()]}, {day_text(day)}")
