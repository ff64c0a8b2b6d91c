"""What is typed for a question, and how it is understood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.catalogue import load
from assess.core.catalogue import Catalogue
from assess.core.reading import read
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
    ("founded", "2009-05", "2009-05"),
    ("founded", "5/2009", "2009-05"),
    ("founded", "05.2009", "2009-05"),
    ("founded", "May 2009", "2009-05"),
    ("founded", "2009", "2009"),
    ("legal_form", "association", "association"),
    ("legal_form", "1", "association"),
    ("role_written", "P", "partly"),
    ("involvement", "3", 3),
    ("international_countries", "Norway, dnk; Türkiye", ["NOR", "DNK", "TUR"]),
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
    ("committed_total", "", "nothing was typed"),
    ("founded", "13/2009", "not a month"),
    ("founded", "May", "not a month"),
    ("legal_form", "club", "not one of the choices"),
    ("legal_form", "²", "not one of the choices"),
    ("involvement", "5", "not a level"),
    ("international_countries", "Atlantis", "not one of the choices"),
    ("driving_forces", "50 30 20", "is not like industry=25"),
    ("driving_forces", "industry=x", "industry: 'x' is not a number"),
    ("success_stories", "[{", "not valid JSON"),
]


@pytest.mark.parametrize(("question", "typed", "words"), UNREAD)
def test_what_cannot_be_read_is_said(
    question: str, typed: str, words: str, catalogue: Catalogue
) -> None:
    found = read(catalogue.questions[question], typed, answered(), catalogue)
    assert found.fault is not None
    assert words in found.fault


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
