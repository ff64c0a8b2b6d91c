"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from assess.core.case.reading.day import WholeMonth, read_day
from assess.core.case.reading.written_date import DayOrder, day_order
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


@pytest.mark.parametrize(
    ("typed", "order", "expected"),
    [
        ("12/12/2026", None, "2026-12-12"),
        ("12/13/2026", None, "2026-12-13"),
        ("13/12/2026", None, "2026-12-13"),
        ("11/12/2026", "mdy", "2026-11-12"),
        ("11/12/2026", "dmy", "2026-12-11"),
        ("11/12/2026", None, None),
        ("12/11/2026", None, None),
        ("11.12.2026", None, "2026-12-11"),
        ("12.13.2026", None, None),
        ("12.11.2026", "mdy", "2026-11-12"),
    ],
)
def test_two_numbers_are_a_day_where_only_one_can_be_meant(
    typed: str, order: DayOrder | None, expected: str | None
) -> None:
    found = read_day(typed, MONTH_WORDS, TODAY, order=order).day
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["12/12/2026"], None),
        (["13/12/2026"], "dmy"),
        (["12/13/2026"], "mdy"),
        (["13/13/2026"], None),
        (["13.12.2026"], None),
        (["13/12/2026", "12/13/2026"], None),
        (["1/2/2026", "13/2/2026"], "dmy"),
        ([], None),
    ],
)
def test_a_column_tells_which_number_is_the_day(column: list[str], order: str | None) -> None:
    assert day_order(column) == order


NAMED = "listopad can be October (Croatian) or November"


@pytest.mark.parametrize(
    ("typed", "which", "expected", "said"),
    [
        ("May 2027", "last", "2027-05-31", "May 2027 names a month; its last day was taken"),
        ("2.2028", "last", "2028-02-29", "2.2028 names a month; its last day was taken"),
        ("2027-05", "first", "2027-05-01", "2027-05 names a month; its first day was taken"),
        ("May 2027", None, None, "this is not a day; write it like 2026-11-02"),
        ("2027", "last", None, "this is not a day; write it like 2026-11-02"),
        ("listopad 2026", "last", None, f"listopad 2026: {NAMED}; write it like 2026-11-02"),
        (
            "May 1899",
            "last",
            None,
            "1899 is not in the years 1900 to 2199; write it like 2026-11-02",
        ),
        ("May 1900", "last", "1900-05-31", "May 1900 names a month; its last day was taken"),
    ],
)
def test_a_month_alone_is_a_day_only_where_that_is_said(
    typed: str, which: WholeMonth | None, expected: str | None, said: str
) -> None:
    found = read_day(typed, MONTH_WORDS, TODAY, whole_month=which)
    assert (found.day and found.day.isoformat()) == expected
    assert say(found.beside) == said
    assert found.is_whole_month == (expected is not None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("46346", "2026-11-20"),
        ("46346,5", "2026-11-20"),
        ("20000", "1954-10-03"),
        ("79999", "2119-01-10"),
        ("19999", None),
        ("80000", None),
    ],
)
def test_a_number_is_a_day_in_a_table_only(cell: str, expected: str | None) -> None:
    found = read_day(cell, MONTH_WORDS, is_of_table=True).day
    assert (found and found.isoformat()) == expected
    assert read_day(cell, MONTH_WORDS).day is None


@pytest.mark.parametrize(
    ("typed", "named", "listed"),
    [
        ("", "'' is not a day; write it like 2026-11-02", "'' is not a day such as 2018/12/18"),
        (
            "soon",
            "'soon' is not a day; write it like 2026-11-02",
            "'soon' is not a day such as 2018/12/18",
        ),
        ("3/4/26", "the year of 3/4/26 has two digits; write all four", None),
        ("11/12/2026", "11/12/2026 can be 11 December 2026 or 12 November 2026", None),
        ("2 listopad 2026", f"2 listopad 2026: {NAMED}", None),
        ("13/13/2026", "there is no day 13/13/2026", None),
        ("2026-W54", "there is no day 2026-W54", None),
        ("2200-01-01", "2200-01-01 is not in the years 1900 to 2199", None),
        (
            "x" * 41,
            f"'{'x' * 39}…' is not a day; write it like 2026-11-02",
            f"'{'x' * 39}…' is not a day such as 2018/12/18",
        ),
    ],
)
def test_away_from_the_field_a_fault_names_what_was_typed(
    typed: str, named: str, listed: str | None
) -> None:
    fault = read_day(typed, MONTH_WORDS, TODAY).fault
    assert fault is not None
    assert fault.is_ambiguous == (" can be " in named)
    assert say(fault.naming()) == named
    assert say(fault.of_list()) == (listed or named)
