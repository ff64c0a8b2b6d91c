"""Dates as they are written: one grammar of days and one of months, in any order and language.

What can be meant is told, never guessed: `03/04/2026` gives two days unless an order is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from assess.core.text.month_words import Meaning, MonthWords
from assess.core.text.visible import stripped

DayOrder = Literal["dmy", "mdy"]
"""Which comes first where only numbers and the year at the end are written."""

LONGEST = 60
"""No date is written with more letters, a time behind it included."""

_BEHIND = r"\s*(?:год\w*|року|roku|rok|gada|m|r|g|a|г|р)\b\.?"
"""What some languages put behind the year: `r.`, `г.`, `m.`, `gada`."""

_YEAR = rf"(?P<year>\d{{4}})\.?(?:{_BEHIND})?"
_NAME = r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+)??)"
_DAY = r"(?P<day>\d{1,2})"
_TH = r"(?:\s?(?:st|nd|rd|th|er|[º°])\b|[.º°]{1,2})?"
_OF = r"(?:(?:of|de|di)\s|ta'\s?|d')?"
_TO = r"(?:(?:of|de|del)\s)?,?\s*"
"""What stands before the year: `marzo de 2027`, `May, 2027`."""

_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<year>\d{{4}})\s*[-/.]\s*(?P<month>\d{{1,2}})\s*[-/.]\s*{_DAY}\.?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_DAY}{_TH}[\s/-]*{_OF}{_NAME}\.?[\s/-]*{_TO}{_YEAR}",
        rf"{_NAME}\.?\s+{_DAY}{_TH}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_YEAR},?[\s/-]+{_NAME}\.?[\s/-]+{_DAY}{_TH}",
        rf"{_YEAR},?\s+{_DAY}\.\s*{_NAME}\.?",
    )
)
_NUMBERS = re.compile(
    rf"(?P<first>\d{{1,2}})\s*(?P<mark>[-/.])\s*(?P<second>\d{{1,2}})\s*(?P=mark)\s*{_YEAR}"
)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?", re.IGNORECASE)
_MONTHS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}",
        r"(?P<year>\d{4})(?:\s*[-/.]\s*|\s)(?P<month>\d{1,2})\.?",
        rf"(?P<month>\d{{1,2}})(?:\s*[-/.]\s*|\s){_YEAR}",
        rf"{_OF}{_NAME}\.?[\s/-]*{_TO}{_YEAR}",
        rf"{_YEAR},?[\s/-]*{_NAME}\.?",
    )
)
_SHORT_YEAR = re.compile(
    r"\d{1,2}\s*([-/.])\s*\d{1,2}\s*\1\s*'?\d\d"
    r"|\d{1,2}\.?[\s/-]*[^\W\d_]{3,}\.?[\s/-]*'?\d\d|[^\W\d_]{3,}\.?\s\d{1,2},\s?'?\d\d"
)
_TIME = re.compile(r"[T ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
_AT_END = re.compile(rf"(?<![^\W\d_])(?:{_BEHIND}|\s?d\b\.?)$", re.IGNORECASE)
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’ʼ´`", "'")})

DAY_LIKE = (
    r"\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?[^\W\d]{3,10}\.?,?\s\d{4}"
    r"|[^\W\d]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
)
"""What looks like a day within a text, as a pattern; whether it is one, `read_day` says."""


class Written(NamedTuple):
    """What a text says: a year, and each month and day of it that can be meant."""

    year: int
    can_be: tuple[tuple[int | None, int | None], ...]
    """Month and day; None where none is named. Whether there is such a day is not looked at."""
    unclear: str = ""
    """The word that names the month, where it names several."""
    meanings: tuple[Meaning, ...] = ()
    """The months that it names, where it names several."""


def cleaned(text: str) -> str:
    """Give a text on one line, composed, without signs of no width, with plain hyphens."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", stripped(text)).translate(_SIGNS)
    return " ".join(text.split())


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Tell from a whole column which number is the day; None where no row tells, or rows differ."""
    orders: set[DayOrder] = set()
    for text in texts:
        found = _NUMBERS.fullmatch(_bare(cleaned(text)))
        if found and found["mark"] != ".":
            first, second = int(found["first"]), int(found["second"])
            if first > 12 >= second:
                orders.add("dmy")
            elif second > 12 >= first:
                orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None


def written_day(said: str, words: MonthWords, order: DayOrder | None = None) -> Written | None:
    """Tell which days a cleaned text can mean; None where it is not written like one."""
    said = _bare(said)
    if found := _WEEK.fullmatch(said):
        return _of_week(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _NUMBERS.fullmatch(said):
        first, second = int(found["first"]), int(found["second"])
        return Written(int(found["year"]), _by_order(first, second, found["mark"], order))
    for pattern in _DAYS:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        parts = found.groupdict()
        year = int(parts["year"])
        day = int(parts["day"])
        if "month" in parts:
            return Written(year, ((int(parts["month"]), day),))
        if written := _named(year, day, parts["name"], words):
            return written
    return None


def written_month(said: str, words: MonthWords) -> Written | None:
    """Tell which months a cleaned text can mean, or that it names a year alone; None: neither."""
    said = _bare(said)
    for pattern in _MONTHS:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        parts = found.groupdict()
        year = int(parts["year"])
        if "name" in parts:
            if written := _named(year, None, parts["name"], words):
                return written
        elif "month" not in parts:
            return Written(year, ((None, None),))
        elif 1 <= int(parts["month"]) <= 12:
            return Written(year, ((int(parts["month"]), None),))
    return None


def has_short_year(said: str) -> bool:
    """Tell whether a cleaned text is written like a day, with two digits for the year."""
    return len(said) <= LONGEST and _SHORT_YEAR.fullmatch(said) is not None


def _bare(said: str) -> str:
    """Give a text without a time and the word for the year at its end; nothing of a long one."""
    return _AT_END.sub("", _TIME.sub("", said)) if len(said) <= LONGEST else ""


def _named(year: int, day: int | None, name: str, words: MonthWords) -> Written | None:
    meanings = words.meanings(name)
    if not meanings:
        return None
    can_be = tuple((meaning.month, day) for meaning in meanings)
    if len(meanings) == 1:
        return Written(year, can_be)
    return Written(year, can_be, name, meanings)


def _by_order(
    first: int, second: int, mark: str, order: DayOrder | None
) -> tuple[tuple[int, int], ...]:
    """Give month and day of two numbers; points stand behind the day, and an order told counts."""
    day_first, month_first = (second, first), (first, second)
    if mark == "." or order == "dmy" or first > 12:
        return (day_first,)
    if order == "mdy" or second > 12:
        return (month_first,)
    return (day_first,) if first == second else (day_first, month_first)


def _of_week(year: int, week: int, weekday: int) -> Written:
    try:
        day = date.fromisocalendar(year, week, weekday)
    except ValueError:
        return Written(year, ((0, 0),))
    return Written(day.year, ((day.month, day.day),))
