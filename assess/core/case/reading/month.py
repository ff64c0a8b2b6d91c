"""Months as people and forms write them: how they are understood, or why they are not."""

from __future__ import annotations

from datetime import date

from assess.core.case.reading.written_date import Written, cleaned, written_day, written_month
from assess.core.text.month_words import MONTH_WORDS, MonthWords
from assess.core.text.value import Value
from assess.core.text.words import month_year, shortened

_EXAMPLE = "; write it like 2009-05, or the year alone"


class MonthReading(Value):
    """How a month was understood: as `YYYY-MM`, or `YYYY` for a year alone; or a fault."""

    month: str | None = None
    echo: str = ""
    fault: str | None = None


def read_month(text: str, words: MonthWords = MONTH_WORDS) -> MonthReading:
    """Read a month: `2009-05`, `5/2009`, `May 2009`, `2009 maj`; a year alone; or that of a day."""
    said = cleaned(text)
    written = written_month(said, words) or written_day(said, words)
    if written is not None and written.unclear:
        return MonthReading(fault=f"{said}: {written.unclear}{_EXAMPLE}")
    if written is None or not _exists(written):
        return MonthReading(fault=f"{shortened(said, 40)!r} is not a month{_EXAMPLE}")
    months = [month for month, _ in written.can_be]
    if len(months) > 1:
        both = " or ".join(month_year(date(written.year, month or 1, 1)) for month in months)
        return MonthReading(fault=f"{said} can be {both}{_EXAMPLE}")
    (month,) = months
    year = f"{written.year:04d}"
    if month is None:
        return MonthReading(month=year, echo=year)
    return MonthReading(month=f"{year}-{month:02d}", echo=month_year(date(written.year, month, 1)))


def _exists(written: Written) -> bool:
    """Tell whether there is such a month, and such a day of it where one is named."""
    try:
        for month, day in written.can_be:
            date(written.year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
