"""Units beside numbers: one of them is named in the singular, wherever a value is said."""

from __future__ import annotations

import pytest

from assess.catalogue import EDITIONS, load
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.message import CountedUnit
from assess.languages.message import say, say_in
from assess.languages.unit import FORMS
from assess.locations import indicators_folder
from tests.notation import FIRST

THE_SAME = {"", "%", "FTE", "EUR", "EUR per participant", "of 2 elements", "of 4 elements"}
"""Units that are written alike beside one and several."""


@pytest.mark.parametrize(
    ("unit", "number", "said"),
    [
        ("days", 1, "day"),
        ("days", 1.0, "day"),
        ("days", 0, "days"),
        ("days", 1.5, "days"),
        ("partner clusters", 1, "partner cluster"),
        ("people", 1, "person"),
        ("FTE", 1, "FTE"),
        ("", 1, ""),
    ],
)
def test_a_unit_is_said_as_its_number_asks(unit: str, number: float, said: str) -> None:
    assert say(CountedUnit(unit, number)) == said


def test_a_unit_is_said_in_the_language_of_the_reader() -> None:
    assert say_in("en-XA")(CountedUnit("days", 1)).startswith("⟦")


def test_every_unit_of_every_edition_has_a_form_for_one(catalogue: Catalogue) -> None:
    editions = (catalogue, load(indicators_folder() / EDITIONS / FIRST))
    units = {
        str(getattr(named, "unit", ""))
        for edition in editions
        for named in (
            *edition.questions.values(),
            *(measure for _, measure in edition.measures()),
            *(criterion.prefill for criterion in edition.label.criteria),
        )
    }
    assert units - THE_SAME - FORMS.keys() == set()
