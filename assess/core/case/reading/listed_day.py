"""Days as published lists write them, in whatever order and language."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Literal

from assess.core.case.reading.day import YEARS, DayReading
from assess.core.text.month_words import AMBIGUOUS, MONTH
from assess.core.text.words import day_text

DayOrder = Literal["dmy", "mdy"]
"""Which comes first where only numbers and the year at the end are written."""

_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?")
_TOGETHER = re.compile(r"(\d{4})()(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:\s*(?:st|nd|rd|th|er|º|°)\b|[.º°])?[\s/-]*(?:of |de |d')?\s*([^\W\d]+)[.]?[\s/-]*"
    r"(?:de )?,?\s*(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:\s*(?:st|nd|rd|th)\b)?\s*,?\s+(\d{4})")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})[.,]?\s+([^\W\d]+)\.?\s+(\d{1,2})\.?")
_MONTH_ALONE = (
    re.compile(r"(?P<month>[^\W\d]+)\.?[\s/-]*(?:de )?,?\s*(?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})\s*[-/.]\s*(?P<month>\d{1,2})"),
)
_SHORT_YEAR = re.compile(r"\d{1,2}\s*([-/.])\s*\d{1,2}\s*\1\s*'?\d\d")
_TIME = re.compile(r"[T ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
_OF_THE_YEAR = re.compile(r"\s*(?:\br\.?|\broku|\brok|\bг\.?|\broku\.?)$", re.IGNORECASE)
"""What some languages put behind the year."""

DAY_LIKE = (
    r"\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?[^\W\d]{3,10}\.?,?\s\d{4}"
    r"|[^\W\d]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
)
"""What looks like a day, as a pattern; whether it is one, `read_listed_day` says."""


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Tell from a whole column which number is the day; None where no row tells, or rows differ."""
    orders: set[DayOrder] = set()
    for text in texts:
        found = _YEAR_LAST.fullmatch(text.strip())
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                orders.add("dmy")
            elif second > 12 >= first:
                orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None


def read_listed_day(text: str, order: DayOrder | None = None) -> DayReading:
    """Read a day of a list; where it can be two days and the order is not known, it is refused."""
    said = _OF_THE_YEAR.sub("", _TIME.sub("", " ".join(text.split())))
    if found := _YEAR_FIRST.fullmatch(said) or _TOGETHER.fullmatch(said):
        return _day(int(found[1]), int(found[3]), int(found[4]), said)
    if found := _YEAR_LAST.fullmatch(said):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or order == "dmy" or first == second or first > 12 >= second:
            return _day(year, second, first, said)
        if order == "mdy" or second > 12 >= first:
            return _day(year, first, second, said)
        if first > 12:
            return _day(year, second, first, said)
        both = (day_text(date(year, second, first)), day_text(date(year, first, second)))
        return DayReading(fault=f"{said} can be {both[0]} or {both[1]}")
    for pattern, day, month, year in (
        (_DAY_MONTH, 1, 2, 3),
        (_MONTH_DAY, 2, 1, 3),
        (_YEAR_MONTH_DAY, 3, 2, 1),
    ):
        found = pattern.fullmatch(said)
        if found and (word := _folded(found[month])) in MONTH:
            return _day(int(found[year]), MONTH[word], int(found[day]), said)
        if found and word in AMBIGUOUS:
            return DayReading(fault=f"{said}: {found[month]} can be {AMBIGUOUS[word]}")
    return _month(said)


def _month(said: str) -> DayReading:
    """Read a month without a day: a label that is valid until a month is so until its last day."""
    for pattern in _MONTH_ALONE:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        word, year = _folded(found["month"]), int(found["year"])
        month = int(word) if word.isdigit() else MONTH.get(word, 0)
        if 1 <= month <= 12 and year in YEARS:
            last = monthrange(year, month)[1]
            echo = f"{said} names a month; its last day was taken"
            return DayReading(day=date(year, month, last), echo=echo, is_whole_month=True)
    if _SHORT_YEAR.fullmatch(said):
        return DayReading(fault=f"the year of {said} has two digits; write all four")
    return DayReading(fault=f"{said!r} is not a day such as 2018/12/18")


def _day(year: int, month: int, day: int, said: str) -> DayReading:
    try:
        found = date(year, month, day)
    except ValueError:
        return DayReading(fault=f"there is no day {said}")
    if year not in YEARS:
        return DayReading(fault=f"{said} is not in the years {YEARS[0]} to {YEARS[-1]}")
    return DayReading(day=found, echo=day_text(found))


def _folded(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
