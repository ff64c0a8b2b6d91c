"""Days as published lists write them, in whatever order and language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal

from assess.core.day import DayReading
from assess.core.plain import day_text

DayOrder = Literal["dmy", "mdy"]
"""Which comes first where only numbers and the year at the end are written."""

_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:[T ][\d:.]+Z?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:\s*(?:st|nd|rd|th)\b|\.)?\s*(?:of |de )?\s*([^\W\d]+)\.?\s*(?:de )?,?\s*(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:\s*(?:st|nd|rd|th)\b)?\s*,?\s+(\d{4})")

_MONTHS = """
january januar janvier enero gennaio janeiro januari jan
february februar fevrier febrero febbraio fevereiro februari feb fevr
march marz mars marzo marco maart marts mar maerz
april avril abril aprile apr avr abr
may mai mayo maggio maio mei maj
june juni juin junio giugno junho jun
july juli juillet julio luglio julho jul juil
august aout agosto augustus augusti aug ago
september septembre septiembre settembre setembro sep sept
october oktober octobre octubre ottobre outubro oct okt
november novembre noviembre novembro nov
december dezember decembre diciembre dicembre dezembro dec dez desember des
"""
_MONTH = {word: n for n, line in enumerate(_MONTHS.split("\n")) for word in line.split()}
"""Months by their name: in English and the other languages in which lists are likely."""

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
    said = " ".join(text.split())
    if found := _YEAR_FIRST.fullmatch(said):
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
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.fullmatch(said)
        if found and _folded(found[month]) in _MONTH:
            return _day(int(found[3]), _MONTH[_folded(found[month])], int(found[day]), said)
    return DayReading(fault=f"{said!r} is not a day such as 2018/12/18")


def _day(year: int, month: int, day: int, said: str) -> DayReading:
    try:
        found = date(year, month, day)
    except ValueError:
        return DayReading(fault=f"there is no day {said}")
    return DayReading(day=found, echo=day_text(found))


def _folded(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
