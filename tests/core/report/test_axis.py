"""Axes end where their measure ends, or at a round number."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.axis import natural_axis, open_axis
from assess.languages.message import say


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ([86], ["0", "20", "40", "60", "80", "100"]),
        ([12.5], ["0", "5", "10", "15"]),
        ([2.4], ["0", "0.5", "1", "1.5", "2", "2.5"]),
        ([4791], ["0", "1 000", "2 000", "3 000", "4 000", "5 000"]),
        ([0], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ([], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ([3, 129], ["0", "50", "100", "150"]),
    ],
)
def test_an_open_axis_runs_from_zero_to_a_round_number(
    numbers: list[float], ticks: list[str]
) -> None:
    assert [tick.text.replace("\u202f", " ") for tick in open_axis(numbers, say).ticks] == ticks


@given(st.lists(st.floats(min_value=0, max_value=1e12), min_size=1, max_size=5))
@example([5e-324])
@example([1e-6])
def test_every_number_lies_on_its_open_axis(numbers: list[float]) -> None:
    axis = open_axis(numbers, say)
    assert 2 <= len(axis.ticks) <= 8
    assert all(axis.low <= number <= axis.high * (1 + 1e-9) for number in numbers)
    assert all(0 <= axis.share(number) <= 1 for number in numbers)


@pytest.mark.parametrize(
    ("indicator", "measure", "low", "high"),
    [
        ("committed_participants", "written_share", 0, 100),
        ("composition", "composition.sme", 0, 100),
        ("specialisation", "specialisation", 1, 5),
        ("roles_and_governing_body", "governance_elements", 0, 4),
        ("participant_involvement", "involvement", 0, 4),
        ("strategic_planning", "planning.strategy_review", 0, 3),
        ("financial_sustainability", "funding_secured", 0, 3),
        ("service_overview", "intensity", 0, 4),
        ("impact_research", "impact_research_sme", 0, 4),
    ],
)
def test_a_measure_with_ends_of_its_own_is_drawn_from_end_to_end(
    indicator: str, measure: str, low: float, high: float, catalogue: Catalogue
) -> None:
    axis = natural_axis(catalogue.indicator(indicator), measure, catalogue, say)
    assert axis is not None
    assert (axis.low, axis.high) == (low, high)


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [
        ("age", "age_years"),
        ("committed_participants", "committed_participants"),
        ("participants_per_employee", "participants_per_fte"),
    ],
)
def test_a_measure_without_ends_has_no_natural_axis(
    indicator: str, measure: str, catalogue: Catalogue
) -> None:
    assert natural_axis(catalogue.indicator(indicator), measure, catalogue, say) is None
