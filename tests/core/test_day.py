"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from assess.core.case.reading.day import read_day
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026-1-2", date(2026, 1, 2)),
        ("2.11.2026", date(2026, 11, 2)),
        ("02. 11. 2026", date(2026, 11, 2)),
        ("2 November 2026", date(2026, 11, 2)),
        ("2 nov 2026", date(2026, 11, 2)),
        ("29.2.2028", date(2028, 2, 29)),
        (" Today ", TODAY),
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str, expected: date) -> None:
    assert read_day(typed, MONTH_WORDS, TODAY).day == expected


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "a day is missing"),
        ("02/11/2026", "02/11/2026 can be 2 November 2026 or 11 February 2026"),
        ("29.2.2027", "there is no such day"),
        ("2026-13-01", "there is no such day"),
        ("soon", "this is not a day"),
        ("2 Novembre 26", "this is not a day"),
        ("9999-12-31", "9999 is not in the years 1900 to 2199"),
    ],
)
def test_what_is_no_day_says_what_would_be_right(typed: str, fault: str) -> None:
    reading = read_day(typed, MONTH_WORDS, TODAY)
    assert reading.day is None
    assert say(reading.beside).startswith(fault)
    assert "2026-11-02" in say(reading.beside)


def test_the_echo_names_the_day_of_the_week() -> None:
    assert say(read_day("2026-11-02", MONTH_WORDS, TODAY).echo) == "Monday, 2 November 2026"
