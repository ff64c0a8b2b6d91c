"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from assess.core.case.reading.number import read_number
from assess.languages.message import say
from assess.languages.unit import FORMS

PLAIN = [
    ("0", "0"),
    ("007", "7"),
    ("2.4", "2.4"),
    ("2,4", "2.4"),
    (",5", "0.5"),
    (".5", "0.5"),
    ("0,125", "0.125"),
    ("0.125", "0.125"),
    ("1234,5", "1234.5"),
    ("1234.567", "1234.567"),
    ("-3", "-3"),
    ("+3", "3"),
    ("−3,5", "-3.5"),
    ("- 3", "-3"),
    ("٤٨", "48"),
]
ENGLISH = [
    ("1,234.5", "1234.5"),
    ("12,345,678", "12345678"),
    ("1,234,567.89", "1234567.89"),
    ("1.2m", "1200000"),
    ("1.2 million", "1200000"),
    ("1.2 M", "1200000"),
    ("250k", "250000"),
    ("500 k", "500000"),
    ("3 thousand", "3000"),
    ("2bn", "2000000000"),
    ("£500", "500"),
    ("$1.2m", "1200000"),
    ("EUR 1,250,000", "1250000"),
    ("12 per cent", "12"),
]
GERMAN = [
    ("1.234,5", "1234.5"),
    ("12.345.678", "12345678"),
    ("1.234.567,89 €", "1234567.89"),
    ("1,2 Mio.", "1200000"),
    ("1,2 Mio. €", "1200000"),
    ("1,2Mio€", "1200000"),
    ("2 Millionen Euro", "2000000"),
    ("3 Tsd.", "3000"),
    ("3 tsd", "3000"),
    ("20 T€", "20000"),
    ("20T€", "20000"),
    ("20 TEUR", "20000"),
    ("T€ 20", None),
    ("0,3 Mrd. €", "300000000"),
    ("1.200,-", "1200"),
    ("1.200,– €", "1200"),
    ("12 Prozent", "12"),
    ("2,5 VZÄ", "2.5"),
]
SWISS = [
    ("1'234.50", "1234.50"),
    ("1’234", "1234"),
    ("1’234’567", "1234567"),
    ("1´234", "1234"),
    ("1'234.-", "1234"),
    ("CHF 1'234", "1234"),
    ("Fr. 500", "500"),
]
FRENCH = [
    ("1 234,5", "1234.5"),
    ("1\u00a0234,5", "1234.5"),
    ("1\u202f234\u202f567", "1234567"),
    ("1\u2009234", "1234"),
    ("1,5 M€", "1500000"),
    ("20 k€", "20000"),
    ("20 k\u20ac", "20000"),
    ("3 milliers", "3000"),
    ("1,2 Md€", "1200000000"),
    ("2 millions d'euros", None),
    ("12\u00a0%", "12"),
    ("2,5 ETP", "2.5"),
]
DANISH = [
    ("1.234.567,5", "1234567.5"),
    ("1,5 mio", "1500000"),
    ("1,5 mio. kr.", "1500000"),
    ("2 mia.", "2000000000"),
    ("20 t.kr.", "20000"),
    ("20 tkr", "20000"),
    ("kr. 500", "500"),
    ("kr.500", "500"),
    ("500 kr.", "500"),
    ("12 pct.", "12"),
    ("1,5 årsværk", "1.5"),
]
POLISH = [
    ("12 345,67", "12345.67"),
    ("2 mln", "2000000"),
    ("2 mln zł", "2000000"),
    ("3,5 mln", "3500000"),
    ("250 tys.", "250000"),
    ("1 mld", "1000000000"),
    ("500 zł", "500"),
    ("2,5 etatu", "2.5"),
]
CURRENCIES = [
    ("€ 250 000", "250000"),
    ("€250 000", "250000"),
    ("€-5", "-5"),
    ("-€5", "-5"),
    ("250 000 EUR", "250000"),
    ("250 000 euros", "250000"),
    ("EUR1.2m", "1200000"),
]
EVERY = [*PLAIN, *ENGLISH, *GERMAN, *SWISS, *FRENCH, *DANISH, *POLISH, *CURRENCIES]

NO_READING = [
    "",
    "abc",
    "1,2,3",
    "12,34.5,6",
    "1e5",
    "1.234.56",
    "1,23,456",
    "12 34",
    "1 234,5 678",
    "1'234.5'678",
    "1 234'567",
    "1..2",
    "1,",
    "--1",
    "nan",
    "½",
    "20 t",
    "5 k k",
    "5 € €",
    "€ 5 €",
    "k 5",
    "% 5",
    "5 members",
]


@pytest.mark.parametrize(("typed", "number"), EVERY)
def test_a_number_is_read_in_the_usual_conventions(typed: str, number: str | None) -> None:
    expected = () if number is None else (Decimal(number),)
    assert read_number(typed, "FTE").readings == expected


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.234", "1234 1.234"),
        ("1,234", "1234 1.234"),
        ("12,500", "12500 12.5"),
        ("-1.234", "-1234 -1.234"),
        ("1.250 T€", "1250000 1250"),
        ("1,250 k", "1250000 1250"),
        ("1.250 Mio.", "1250000"),
        ("1,234 m", "1234000"),
        ("2 billion", "2000000000 2000000000000"),
    ],
)
def test_what_can_be_either_gives_both_readings_the_thousands_first(
    typed: str, readings: str
) -> None:
    assert read_number(typed).readings == tuple(Decimal(one) for one in readings.split())


@pytest.mark.parametrize("typed", NO_READING)
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    found = read_number(typed)
    assert found.readings == ()
    assert found.fault is not None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ca. 50", "write only the number, and say in a note that it is an estimate"),
        ("~50", "write only the number"),
        ("over 50", "write only the number"),
        ("10-12", "is more than one number; write one number, and the range in a note"),
        ("10 – 12", "is more than one number"),
        ("1000000000000000", "is too large a number; check its digits and the word after it"),
        ("2000000 billion", "is too large a number"),
        ("10 to 12", "is more than one number"),
        ("48 members", "“members” is not understood"),
        ("20 t", "what does “t” mean? Write all the digits"),
        ("many", "'many' is not a number; write it like 1234.5 or 1 234,5"),
    ],
)
def test_a_fault_says_what_would_be_right(typed: str, words: str) -> None:
    assert words in say(read_number(typed).fault or "")


def test_the_words_of_the_unit_may_stand_behind_the_number() -> None:
    for typed in ("48 participants", "48 Participants", "1 participant"):
        assert read_number(typed, "participants").readings
    assert read_number("1.2m EUR", "EUR").currency == "EUR"
    assert read_number("48 days", "participants").fault


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("€ 5", "EUR"),
        ("5 euro", "EUR"),
        ("20 T€", "EUR"),
        ("5 DKK", "DKK"),
        ("1,5 mio. kr.", "kr"),
        ("2 mln zł", "PLN"),
        ("£5", "GBP"),
        ("5", None),
    ],
)
def test_a_currency_is_noticed(typed: str, currency: str | None) -> None:
    assert read_number(typed).currency == currency


@pytest.mark.parametrize("typed", ["12,5 %", "12.5%", "12,5 pct.", "12,5 Prozent", "12.5 per cent"])
def test_a_percent_sign_is_noticed(typed: str) -> None:
    found = read_number(typed)
    assert found.is_percentage
    assert found.readings == (Decimal("12.5"),)


LANGUAGES = [
    *("en", "en_GB", "de", "de_CH", "de_AT", "fr", "fr_CH", "da", "pl", "nb", "sv", "fi", "is"),
    *("nl", "it", "es", "pt", "pt_PT", "cs", "sk", "hu", "ro", "bg", "hr", "sr", "sl", "lt", "lv"),
    *("et", "el", "tr", "uk", "sq", "mk", "ca", "ga", "mt"),
]


@given(
    number=st.decimals(0, 10**12, places=2, allow_nan=False) | st.integers(0, 10**12).map(Decimal),
    language=st.sampled_from(LANGUAGES),
    sign=st.sampled_from(["", "-"]),
    grouped=st.booleans(),
)
@example(number=Decimal(1234), language="de", sign="", grouped=True)
@example(number=Decimal("1234.5"), language="pl", sign="-", grouped=True)
def test_any_number_is_read_back_as_each_language_writes_it(
    number: Decimal, language: str, sign: str, grouped: bool
) -> None:
    typed = format_decimal(
        number, locale=language, decimal_quantization=False, group_separator=grouped
    )
    wanted = -number if sign else number
    readings = read_number(sign + typed).readings
    assert readings[0] == wanted, typed
    can_be_either = 1000 <= number < 1_000_000 and number == int(number) and grouped
    assert len(readings) == 1 or (can_be_either and len(readings) == 2)


@given(
    cents=st.integers(0, 10**8 - 1),
    multiple=st.sampled_from(
        [
            *[(one, 1_000) for one in ("k", " tsd.", " Tsd", "T€", " T€", " tys.", " t.kr.", "k€")],
            *[(one, 10**6) for one in ("m", " Mio.", " mio. kr", " mln zł", " M€", " million")],
            *[(one, 10**9) for one in ("bn", " Mrd.", " mia.", " mld", " Md€", " milliards")],
        ]
    ),
    decimal=st.sampled_from(",."),
)
def test_a_multiple_is_exact_in_every_language(
    cents: int, multiple: tuple[str, int], decimal: str
) -> None:
    word, factor = multiple
    typed = f"{cents // 100}{decimal}{cents % 100:02d}{word}"
    assert read_number(typed).readings == (Decimal(cents) * factor / 100,)


@given(st.text(max_size=30) | st.text("0123456789.,'  -−+€kmT%krEUR", max_size=20))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read_number(text)
    assert bool(found.readings) != bool(found.fault)


def test_nothing_countable_has_a_hundred_digits() -> None:
    assert read_number("9" * 100_000).fault
    assert read_number("9" * 28).fault
    assert read_number("9" * 15).readings == (Decimal("9" * 15),)


@pytest.mark.parametrize(("unit", "alone"), FORMS.items())
def test_one_of_a_kind_is_read_as_well_as_several(unit: str, alone: str) -> None:
    assert read_number(f"1 {alone}", unit).readings == (Decimal(1),)
    assert read_number(f"12 {unit}", unit).readings == (Decimal(12),)


def test_persons_are_people() -> None:
    assert read_number("2 persons", "people").readings == (Decimal(2),)
    assert read_number("2 persons", "companies").readings == ()
