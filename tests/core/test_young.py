"""Young organisations: what counts over more months than they exist is not compared as if whole."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.pool import pooled_values
from assess.core.scoring.score import score
from assess.core.scoring.young import not_yet_whole
from tests.cases import full_case, report_of
from tests.notation import answered
from tests.peers import drawn_comparison

ACTIVE, TURNOVER = "cooperation_degree:active_share", "competences:turnover_share"
ITEM = "service_funding:service_funding.call_information"

ANSWERS: dict[str, Any] = {
    "committed_total": 20,
    "participants_in_activities": 10,
    "staff_headcount": 3,
    "staff_left": 1,
}


@pytest.mark.parametrize(
    ("founded", "left_out"),
    [
        ("2026-01", {ACTIVE, TURNOVER}),
        ("2024-12", {TURNOVER}),
        ("2014-09", set()),
        (None, set()),  # an age that is not known denies nothing
    ],
)
def test_a_rate_over_more_months_than_there_were_is_not_compared(
    founded: str | None, left_out: set[str], catalogue: Catalogue
) -> None:
    known: dict[str, Any] = {"founded": founded} if founded else {}
    case = answered(**{**ANSWERS, **known})
    scores = score(case, catalogue)
    assert scores.by_key[ACTIVE].number == 50
    assert not_yet_whole(scores, catalogue) & {ACTIVE, TURNOVER} == left_out
    values = pooled_values(scores, case, catalogue)
    assert {ACTIVE, TURNOVER} - values.keys() == left_out


def test_the_report_says_that_such_a_value_counts_from_the_founding(catalogue: Catalogue) -> None:
    full = full_case(catalogue)
    young = full.with_answer(full.answer("founded").changed(value="2025-11"))
    comparison = drawn_comparison(young, catalogue)
    report = report_of(young, catalogue, comparison=comparison)
    parts = {part.number: part for area in report.areas for part in area.indicators}
    for number in (13, 18, 25, 27, 30):
        assert "counts from the founding and is not compared" in parts[number].sentence
    assert "founding" not in parts[5].sentence
    assert (comparison.of(ITEM), comparison.of(ACTIVE)) == ((), ())
    assert drawn_comparison(full, catalogue).of(ITEM) != ()
