"""Days as people and lists write them: how they are understood, or why they are not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from assess.core.case.reading.everyday_words import TODAY
from assess.core.case.reading.message import ReadingMessage
from assess.core.case.reading.month import months_meant
from assess.core.case.reading.written_date import (
    DayOrder,
    Written,
    cleaned,
    has_short_year,
    written_day,
    written_month,
)
from assess.core.text.message import Day, Message, MessageValue, Text, message, series
from assess.core.text.month_words import MonthWords
from assess.core.text.value import Value
from assess.core.text.words import shortened

_WEEKDAYS = (
    ReadingMessage.ON_MONDAY,
    ReadingMessage.ON_TUESDAY,
    ReadingMessage.ON_WEDNESDAY,
    ReadingMessage.ON_THURSDAY,
    ReadingMessage.ON_FRIDAY,
    ReadingMessage.ON_SATURDAY,
    ReadingMessage.ON_SUNDAY,
)

_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)
"""The day from which spreadsheets count: 46346 is 20 November 2026. Those of a label, or of an
interview, have five digits."""

WholeMonth = Literal["first", "last"]
"""Which day is taken where only a month is named."""

YEARS = range(1900, 2200)
"""Years of which anything is said here; any other is a slip of the pen."""

DayFaultKind = Literal[
    "missing", "unreadable", "short_year", "ambiguous", "ambiguous_month", "no_such_day", "years"
]


class DayFault(Value):
    """Why a text is not taken as a day, said in three ways."""

    kind: DayFaultKind
    values: Mapping[str, MessageValue] = {}
    """The text, what it can mean, and what else there is to say."""

    @property
    def is_ambiguous(self) -> bool:
        """Whether it can be several days."""
        return self.kind in ("ambiguous", "ambiguous_month")

    def beside(self) -> Message:
        """What to say beside the text, which stands in view."""
        return Message(_BESIDE[self.kind], self.values)

    def naming(self) -> Message:
        """What to say away from the text, which is named."""
        return Message(_NAMING[self.kind], self.values)

    def of_list(self) -> Message:
        """What to say of a text in a list, which is named; an example is one of lists."""
        return Message(_OF_LIST[self.kind], self.values)


_BESIDE: Mapping[DayFaultKind, ReadingMessage] = {
    "missing": ReadingMessage.DAY_MISSING,
    "unreadable": ReadingMessage.DAY_UNREADABLE,
    "short_year": ReadingMessage.DAY_SHORT_YEAR,
    "ambiguous": ReadingMessage.DAY_AMBIGUOUS,
    "ambiguous_month": ReadingMessage.DAY_MONTH_AMBIGUOUS,
    "no_such_day": ReadingMessage.DAY_NOT_THERE,
    "years": ReadingMessage.DAY_OUTSIDE_YEARS,
}
_NAMING: Mapping[DayFaultKind, ReadingMessage] = {
    "missing": ReadingMessage.NAMED_DAY_MISSING,
    "unreadable": ReadingMessage.NAMED_DAY_UNREADABLE,
    "short_year": ReadingMessage.NAMED_DAY_SHORT_YEAR,
    "ambiguous": ReadingMessage.NAMED_DAY_AMBIGUOUS,
    "ambiguous_month": ReadingMessage.NAMED_DAY_MONTH_AMBIGUOUS,
    "no_such_day": ReadingMessage.NAMED_DAY_NOT_THERE,
    "years": ReadingMessage.NAMED_DAY_OUTSIDE_YEARS,
}
_OF_LIST: Mapping[DayFaultKind, ReadingMessage] = {
    **_NAMING,
    "missing": ReadingMessage.LISTED_DAY_MISSING,
    "unreadable": ReadingMessage.LISTED_DAY_UNREADABLE,
}


class DayReading(Value):
    """How a day was understood: the day with its echo, or a fault."""

    day: date | None = None
    echo: Text = ""
    fault: DayFault | None = None
    is_whole_month: bool = False
    """Whether only a month was named."""

    @property
    def beside(self) -> Text:
        """What to say beside the text: how it was understood, or why it was not."""
        return self.fault.beside() if self.fault else self.echo


def read_day(
    text: str,
    words: MonthWords,
    today: date | None = None,
    *,
    order: DayOrder | None = None,
    whole_month: WholeMonth | None = None,
    is_of_table: bool = False,
) -> DayReading:
    """Read a day: `2026-11-02`, `2.11.2026`, `2 November 2026`, `Nov 2, 2026`, `2 listopadu 2026`.

    `today` is what that word means where a person types; `order` is what a list tells of two
    numbers with slashes, which are refused without it; `whole_month` is the day of a month that is
    named without one; in a table a day may stand as its number, as spreadsheets count them.
    """
    said = cleaned(text)
    if not said:
        return _refused("missing")
    if today is not None and said.casefold() in TODAY:
        return _echoed(today)
    if written := written_day(said, words, order):
        return _decided(said, written)
    if whole_month and (written := written_month(said, words)) and written.can_be[0][0]:
        return _of_month(said, written, whole_month)
    if is_of_table and (number := _SERIAL.fullmatch(said)):
        return _echoed(_FIRST_SERIAL + timedelta(days=int(number[1])))
    shown = shortened(said, 40)
    if has_short_year(said):
        return _refused("short_year", text=shown)
    return _refused("unreadable", text=repr(shown))


def _decided(said: str, written: Written) -> DayReading:
    if written.unclear:
        return _unclear(said, written)
    if written.year not in YEARS:
        return _outside(said, written)
    try:
        days = [date(written.year, month or 0, day or 0) for month, day in written.can_be]
    except ValueError:
        return _refused("no_such_day", text=said)
    if len(days) > 1:
        can_be = series([Day(day, in_words=True) for day in days], "or")
        return _refused("ambiguous", text=said, days=can_be)
    return _echoed(days[0])


def _of_month(said: str, written: Written, which: WholeMonth) -> DayReading:
    """Take a day of a month: a label that is valid until a month is so until its last day."""
    if written.unclear:
        return _unclear(said, written)
    if written.year not in YEARS:
        return _outside(said, written)
    month = written.can_be[0][0] or 0
    day = monthrange(written.year, month)[1] if which == "last" else 1
    taken = ReadingMessage.LAST_DAY_TAKEN if which == "last" else ReadingMessage.FIRST_DAY_TAKEN
    echo = message(taken, text=said)
    return DayReading(day=date(written.year, month, day), echo=echo, is_whole_month=True)


def _unclear(said: str, written: Written) -> DayReading:
    months = months_meant(written.meanings)
    return _refused("ambiguous_month", text=said, word=written.unclear, months=months)


def _outside(said: str, written: Written) -> DayReading:
    return _refused("years", text=said, year=written.year, first=YEARS[0], last=YEARS[-1])


def _refused(kind: DayFaultKind, **values: MessageValue) -> DayReading:
    return DayReading(fault=DayFault(kind=kind, values=values))


def _echoed(day: date) -> DayReading:
    echo = message(_WEEKDAYS[day.weekday()], day=Day(day, in_words=True))
    return DayReading(day=day, echo=echo)
