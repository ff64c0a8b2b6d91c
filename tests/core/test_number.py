"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.number import read_number

ONE_READING = [
    ("0", "0"),
    ("2.4", "2.4"),
    ("2,4", "2.4"),
    (",5", "0.5"),
    ("1 234,5", "1234.5"),
    ("1\u00a0234,5", "1234.5"),
    ("1\u202f234\u202f567", "1234567"),
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("1'234.50", "1234.50"),
    ("1’234", "1234"),
    ("12.345.678", "12345678"),
    ("12,345,678", "12345678"),
    ("0,125", "0.125"),
    ("1234,5", "1234.5"),
    ("-3", "-3"),
    ("−3,5", "-3.5"),
    ("1.2m", "1200000"),
    ("1,2 mio", "1200000"),
    ("3,5 mln", "3500000"),
    ("250k", "250000"),
    ("250 tys.", "250000"),
    ("1.250 Mio.", "1250000"),
    ("€ 250 000", "250000"),
    ("250 000 EUR", "250000"),
]
NO_READING = [
    "",
    "abc",
    "1,2,3",
    "12,34.5,6",
    "1e5",
    "1.234.56",
    "12 34",
    "1..2",
    "--1",
    "nan",
    "½",
]


@pytest.mark.parametrize(("typed", "number"), ONE_READING)
def test_a_number_is_read_in_the_usual_conventions(typed: str, number: str) -> None:
    assert read_number(typed).readings == (Decimal(number),)


@pytest.mark.parametrize(("typed", "readings"), [("1.234", "1234 1.234"), ("12,500", "12500 12.5")])
def test_a_separator_that_can_be_either_gives_both_readings(typed: str, readings: str) -> None:
    assert read_number(typed).readings == tuple(Decimal(one) for one in readings.split())


@pytest.mark.parametrize("typed", NO_READING)
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    found = read_number(typed)
    assert found.readings == ()
    assert found.fault is not None


def test_a_percent_sign_is_noticed() -> None:
    found = read_number("12,5 %")
    assert found.is_percentage
    assert found.readings == (Decimal("12.5"),)


FORMATS = [(",", "."), (".", ","), (" ", ","), ("\u00a0", ","), ("\u202f", ","), ("'", ".")]


@given(
    cents=st.integers(0, 10**12),
    separators=st.sampled_from(FORMATS),
)
def test_any_amount_is_read_back_in_every_convention(
    cents: int, separators: tuple[str, str]
) -> None:
    thousands, decimal = separators
    whole, part = divmod(cents, 100)
    typed = f"{whole:,}".replace(",", thousands) + f"{decimal}{part:02d}"
    assert read_number(typed).readings == (Decimal(cents) / 100,)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read_number(text)
    assert bool(found.readings) != bool(found.fault)


def test_nothing_countable_has_a_hundred_digits() -> None:
    assert read_number("9" * 100_000).fault
    assert read_number("9" * 28).readings == (Decimal("9" * 28),)
