"""A value that a check calls unusual is marked wherever it is shown, until somebody says why."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import Scores, score
from assess.languages.message import say
from tests.cases import report_of
from tests.notation import answered


def scored(catalogue: Catalogue, **values: Any) -> Scores:
    return score(answered(**values), catalogue)


def with_reason(case: Assessment, question: str) -> Assessment:
    answer = case.answer(question)
    return case.with_answer(answer.model_copy(update={"reason": "Counted twice, it is so."}))


UNUSUAL = [
    # answers, a measure that comes from them
    ({"committed_total": 4000}, "committed_participants:committed_participants"),
    ({"staff_fte": 90, "staff_headcount": 95}, "participants_per_employee:staff_fte"),
    (
        {"committed_total": 4000, "staff_fte": 2, "staff_headcount": 3},
        "participants_per_employee:participants_per_fte",
    ),
    (
        # through another measure
        {
            "potential_companies": 9000,
            "regional_companies": 100,
            "potential_research": 9,
            "regional_research": 5,
            "committed_total": 200,
        },
        "growth_potential:potential_used_class",
    ),
]


@pytest.mark.parametrize(("values", "key"), UNUSUAL, ids=[key for _, key in UNUSUAL])
def test_a_value_is_marked_until_somebody_says_why(
    values: dict[str, Any], key: str, catalogue: Catalogue
) -> None:
    case = answered(**values)
    found = score(case, catalogue).by_key[key]
    assert found.value is not None
    assert found.unusual is not None, "the limits of the question have changed"
    assert say(found.shown).endswith(" (unusual)")
    assert "Unusual, and no reason is given: " in say(found.why)
    for question in values:
        case = with_reason(case, question)
    explained = score(case, catalogue).by_key[key]
    assert explained.unusual is None
    assert "unusual" not in say(explained.shown)
    assert explained.value == found.value


def test_what_is_usual_has_no_mark(catalogue: Catalogue) -> None:
    assert all(each.unusual is None for each in scored(catalogue, committed_total=60))


def test_a_contradiction_leaves_no_value_of_any_measure_behind_it(catalogue: Catalogue) -> None:
    found = scored(catalogue, founded="2031-05")
    assert found.by_key["age:age_years"].value is None
    assert found.by_key["age:age_group"].value is None


def test_the_report_marks_it_in_the_key_figures_and_in_its_block(catalogue: Catalogue) -> None:
    report = report_of(answered(committed_total=4000), catalogue)
    (figure,) = (each for each in report.summary.key_figures if each.number == 5)
    assert "(unusual)" in f"{figure.position}{figure.reading}"
    parts = [part for area in report.areas for part in area.indicators]
    (block,) = (part for part in parts if part.number == 5)
    assert block.label.endswith("(unusual)")
    assert block.unusual
    usual = report_of(answered(committed_total=60), catalogue)
    assert "unusual" not in usual.model_dump_json().replace('"unusual":[]', "").lower().replace(
        "unusual value was given", ""
    )
