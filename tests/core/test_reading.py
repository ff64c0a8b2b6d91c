"""What is typed for a question, and how it is understood."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from assess.catalogue import load
from assess.core.case.reading.answer import read
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from assess.locations import indicators_folder
from tests.notation import answered

CATALOGUE = load(indicators_folder())
"""For properties: a failing example does not print it, as it would print an argument."""

READ: list[tuple[str, str, Any]] = [
    ("committed_total", " 73 ", 73),
    ("committed_total", "1.234", 1234),
    ("committed_total", "1,234", 1234),
    ("staff_fte", "2,4", 2.4),
    ("staff_fte", "3", 3),
    ("budget_total", "250.000", 250000),
    ("budget_total", "1.2m", 1200000),
    ("budget_total", "480 000,50", 480000.5),
    ("budget_total", "20 T€", 20000),
    ("budget_total", "1.250 Mio. €", 1250000),
    ("budget_total", "EUR 500k", 500000),
    ("committed_total", "48 participants", 48),
    ("staff_fte", "2,4 FTE", 2.4),
    ("founded", "2009-05", "2009-05"),
    ("founded", "5/2009", "2009-05"),
    ("founded", "05.2009", "2009-05"),
    ("founded", "May 2009", "2009-05"),
    ("founded", "2009", "2009"),
    ("legal_form", "association", "association"),
    ("legal_form", "1", "association"),
    ("role_written", "P", "partly"),
    ("role_written", "Ja", "yes"),
    ("role_written", "oui", "yes"),
    ("role_written", "Sí", "yes"),
    ("role_written", "tak", "yes"),
    ("role_written", "teilweise", "partly"),
    ("role_written", "częściowo", "partly"),
    ("role_written", "delvist", "partly"),
    ("role_written", "Nein", "no"),
    ("role_written", "nie", "no"),
    ("role_written", "nej", "no"),
    ("budget_total", "3 Mio.", 3000000),
    ("budget_total", "3 millones", 3000000),
    ("budget_total", "2,5 milioni", 2500000),
    ("budget_total", "1 miliardo", 1000000000),
    ("budget_total", "20 mila", 20000),
    ("involvement", "3", 3),
    ("international_countries", "Norway, dnk; Türkiye", ["NOR", "DNK", "TUR"]),
    ("international_countries", "DE, turkey, cote d, swed", ["DEU", "TUR", "CIV", "SWE"]),
    ("international_countries", "0", []),
    ("reach", "none", []),
    ("reach", "1, global", ["local", "global"]),
    (
        "driving_forces",
        "industry=50, research=30 public=20",
        {"industry": 50, "research": 30, "public": 20},
    ),
    (
        "driving_forces",
        "industry=33,3, research=33,3, public=33,4",
        {"industry": 33.3, "research": 33.3, "public": 33.4},
    ),
    ("driving_forces", '{"industry": 50}', {"industry": 50}),
    ("potential_basis", "  spaces stay ", "  spaces stay "),
]


@pytest.mark.parametrize(("question", "typed", "value"), READ)
def test_what_is_typed_is_read(question: str, typed: str, value: Any, catalogue: Catalogue) -> None:
    found = read(catalogue.questions[question], typed, answered(), catalogue)
    assert found.fault is None
    assert found.value == value


UNREAD: list[tuple[str, str, str]] = [
    ("committed_total", "12 %", "percentage"),
    ("committed_total", "many", "not a number"),
    ("committed_total", "12 €", "an amount in EUR was typed, but participants is asked"),
    ("budget_total", "2 mln zł", "in PLN was typed, but EUR is asked; convert it, and note"),
    ("budget_total", "2 billion", "can be 2000000000 or 2000000000000"),
    ("driving_forces", "industry=5 €", "a percentage is asked here, not an amount in EUR"),
    ("composition", "sme=5 %", "a number is asked here, not a percentage"),
    ("committed_total", "", "nothing was typed"),
    ("founded", "13/2009", "not a month"),
    ("founded", "May", "not a month"),
    ("legal_form", "club", "not one of the choices"),
    ("legal_form", "²", "not one of the choices"),
    ("involvement", "5", "not a level"),
    ("international_countries", "Atlantis", "is not one country; write its name, or a code"),
    ("international_countries", "united", "it can be "),
    ("driving_forces", "50 30 20", "is not written like industry=25"),
    ("driving_forces", "industry=x", "Industry: 'x' is not a number"),
    ("success_stories", "[{", "not valid JSON"),
]


@pytest.mark.parametrize(("question", "typed", "words"), UNREAD)
def test_what_cannot_be_read_is_said(
    question: str, typed: str, words: str, catalogue: Catalogue
) -> None:
    found = read(catalogue.questions[question], typed, answered(), catalogue)
    assert found.fault is not None
    assert words in say(found.fault)


@pytest.mark.parametrize(
    ("question", "typed", "value", "remark"),
    [
        ("committed_total", "1.234", 1234, "read as 1\u202f234, not as 1.234"),
        ("budget_total", "12,500", 12500, "read as 12\u202f500, not as 12.5"),
        ("budget_total", "1.250 T€", 1250000, "read as 1\u202f250\u202f000, not as 1\u202f250"),
        ("budget_total", "1,234.50", 1234.5, ""),
        ("budget_total", "1234", 1234, ""),
        (
            "driving_forces",
            "industry=33.333 research=33.333 public=33.334",
            {"industry": 33.333, "research": 33.333, "public": 33.334},
            "; ".join(
                f"{part}: read as 33.33{last}, not as 33\u202f33{last}"
                for part, last in (
                    ("Industry", 3),
                    ("Research and education", 3),
                    ("Public bodies", 4),
                )
            ),
        ),
    ],
)
def test_a_mark_that_can_be_either_is_read_by_a_rule_and_said(
    question: str, typed: str, value: Any, remark: str, catalogue: Catalogue
) -> None:
    found = read(catalogue.questions[question], typed, answered(), catalogue)
    assert (found.value, say(found.remark or "")) == (value, remark)


SOME_DATE = "is a date; a spreadsheet makes one of a number such as 2.5, so write the number"
SMALL = "Small and medium-sized companies"


@pytest.mark.parametrize(
    ("question", "typed", "echo"),
    [
        ("role_written", "1", "yes"),
        ("role_written", "0.5", "partly"),
        ("role_written", "0", "no"),
        ("role_written", "perhaps", "perhaps"),
        ("budget_total", "480 000,50", "480\u202f000.5"),
        (
            "involvement",
            "3",
            (
                "Vote or represented: participants decide together, directly or through those they "
                "elect"
            ),
        ),
        ("founded", "5/2009", "May 2009"),
        ("reach", "1;2", "Local and regional, National"),
        ("driving_forces", "industry=33,3; research=5 %\n", "industry 33.3, research 5"),
        ("composition", "sme=3 non_sme=2", "sme 3, non_sme 2"),
        ("success_stories", "[]", "read as JSON"),
        ("specialisation_text", "tidal", "5 characters"),
        ("specialisation_text", "x", "1 character"),
    ],
)
def test_the_echo_says_how_it_was_understood(
    question: str, typed: str, echo: str, catalogue: Catalogue
) -> None:
    assert say(read(catalogue.questions[question], typed, answered(), catalogue).echo) == echo


@pytest.mark.parametrize(
    ("question", "typed", "fault"),
    [
        ("committed_total", "5%", "a percentage was typed, but participants is asked"),
        ("budget_total", "5 %", "a percentage was typed, but EUR is asked"),
        (
            "staff_fte",
            "3 EUR",
            "an amount in EUR was typed, but FTE is asked; convert it, and note the rate",
        ),
        (
            "budget_total",
            "3 Mio. NOK",
            "an amount in NOK was typed, but EUR is asked; convert it, and note the rate",
        ),
        ("committed_total", "2026-05-02", f"'2026-05-02' {SOME_DATE}"),
        ("committed_total", "02. Mai", f"'02. Mai' {SOME_DATE}"),
        ("committed_total", "May-25", f"'May-25' {SOME_DATE}"),
        (
            "committed_total",
            "2-Quux",
            (
                "'2-Quux' is not only a number; “-quux” is not understood. Write it like 1234.5 or "
                "1 234,5"
            ),
        ),
        ("involvement", "5", "'5' is not a level from 0 to 4"),
        (
            "founded",
            "13/2009",
            "'13/2009' is not a month; write it like 2009-05, or the year alone",
        ),
        ("driving_forces", "industry", "'industry' is not written like industry=25"),
        (
            "driving_forces",
            "industry=5 NOK",
            "Industry: a percentage is asked here, not an amount in NOK",
        ),
        ("composition", "sme=5%", f"{SMALL}: a number is asked here, not a percentage"),
        ("composition", "sme=3 NOK", f"{SMALL}: a number is asked here, not an amount in NOK"),
        ("composition", "sme=2026-05-02", f"{SMALL}: '2026-05-02' {SOME_DATE}"),
        ("composition", "nobody=x", "nobody: 'x' is not a number; write it like 1234.5 or 1 234,5"),
        (
            "success_stories",
            "[1",
            "not valid JSON: Expecting ',' delimiter: line 1 column 3 (char 2)",
        ),
        (
            "legal_form",
            "99",
            (
                "'99' is not one of the choices; write a number from 1 to 9, or the first "
                "letters of a choice"
            ),
        ),
        ("staff_fte", " ", "nothing was typed"),
    ],
)
def test_what_cannot_be_read_is_said_in_full(
    question: str, typed: str, fault: str, catalogue: Catalogue
) -> None:
    found = read(catalogue.questions[question], typed, answered(), catalogue).fault
    assert found is not None
    assert say(found) == fault


@given(
    number=st.integers(0, 10**9) | st.decimals(0, 10**9, places=2).map(float),
    language=st.sampled_from(["en", "de", "fr", "da", "pl", "de_CH"]),
)
def test_a_budget_is_read_back_as_each_language_writes_it(number: float, language: str) -> None:
    typed = format_decimal(number, locale=language, decimal_quantization=False)
    found = read(CATALOGUE.questions["budget_total"], typed, answered(), CATALOGUE)
    assert found.value == number
    assert Decimal(say(found.echo).replace("\u202f", "")) == Decimal(repr(number))


@given(
    name=st.sampled_from(
        [
            "committed_total",
            "founded",
            "financing",
            "involvement",
            "role_written",
            "international_countries",
            "success_stories",
            "planning",
        ]
    ),
    typed=st.text(max_size=40),
)
def test_no_text_breaks_the_reading(name: str, typed: str) -> None:
    found = read(CATALOGUE.questions[name], typed, answered(), CATALOGUE)
    assert found.fault is not None or found.value is not None
