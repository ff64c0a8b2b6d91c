"""Months as people and forms write them: how they are understood, or why they are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assess.core.case.reading.message import MonthMessage, ReadingMessage
from assess.core.case.reading.written_date import Written, cleaned, written_day, written_month
from assess.core.text.message import Message, Month, Series, Text, message, series
from assess.core.text.month_words import Meaning, MonthWords
from assess.core.text.value import Value
from assess.core.text.words import shortened

_NAMES = tuple(MonthMessage)[:12]
_LANGUAGES = {
    "hr": MonthMessage.CROATIAN,
    "cs": MonthMessage.CZECH,
    "pl": MonthMessage.POLISH,
}


class MonthReading(Value):
    """How a month was understood: as `YYYY-MM`, or `YYYY` for a year alone; or a fault."""

    month: str | None = None
    echo: Text = ""
    fault: Message | None = None


def read_month(text: str, words: MonthWords) -> MonthReading:
    """Read a month: `2009-05`, `5/2009`, `May 2009`, `2009 maj`; a year alone; or that of a day."""
    said = cleaned(text)
    written = written_month(said, words) or written_day(said, words)
    if written is not None and written.unclear:
        return MonthReading(
            fault=message(
                ReadingMessage.MONTH_NAME_AMBIGUOUS,
                text=said,
                word=written.unclear,
                months=months_meant(written.meanings),
            )
        )
    if written is None or not _exists(written):
        shown = repr(shortened(said, 40))
        return MonthReading(fault=message(ReadingMessage.MONTH_UNREADABLE, text=shown))
    months = [month for month, _ in written.can_be]
    if len(months) > 1:
        both = [Month(date(written.year, month or 1, 1), in_words=True) for month in months]
        return MonthReading(
            fault=message(ReadingMessage.MONTH_AMBIGUOUS, text=said, months=series(both, "or"))
        )
    (month,) = months
    year = f"{written.year:04d}"
    if month is None:
        return MonthReading(month=year, echo=year)
    return MonthReading(
        month=f"{year}-{month:02d}", echo=Month(date(written.year, month, 1), in_words=True)
    )


def months_meant(meanings: Sequence[Meaning]) -> Series:
    """Name the months that a word can mean, each with the language in which it does."""
    return series([_named(meaning) for meaning in meanings], "or")


def _named(meaning: Meaning) -> Message:
    month = message(_NAMES[meaning.month - 1])
    if not meaning.language:
        return month
    code = _LANGUAGES.get(meaning.language)
    language = message(code) if code else meaning.language
    return message(ReadingMessage.MONTH_IN_LANGUAGE, month=month, language=language)


def _exists(written: Written) -> bool:
    """Tell whether there is such a month, and such a day of it where one is named."""
    try:
        for month, day in written.can_be:
            date(written.year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
