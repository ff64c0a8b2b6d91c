"""How much a case gained between two rounds, measured by hand on the scale of each measure."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import compare
from assess.core.peers.pool import PeerRecord, pooled_values
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.report.page.gain import AreaGain, area_gains
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.core.peer_table import ENERGY, OWN, hand_table
from tests.notation import answered


def gains(
    catalogue: Catalogue,
    before: dict[str, Any],
    now: dict[str, Any],
    comparison: PeerComparison = NO_COMPARISON,
) -> tuple[AreaGain, ...]:
    case = answered(**now)
    then = score(answered(**before), catalogue)
    return area_gains(score(case, catalogue), then, case, catalogue, comparison, say=say)


def written(committed: int) -> dict[str, Any]:
    return {"committed_total": 100, "committed_written": committed}


def left(people: int) -> dict[str, Any]:
    return {"staff_headcount": 10, "staff_left": people}


def trained(needs: str) -> dict[str, Any]:
    return {"needs_assessed": needs, "training_plan": "no"}


SIZES = [
    # before, now, which measure gained, how much of its scale
    (written(40), written(60), "written_share", 0.2),
    (written(0), written(100), "written_share", 1.0),
    (left(10), left(0), "turnover_share", 0.5),  # the lower the better
    (trained("no"), trained("partly"), "development_elements", 0.25),
    # a number without a scale: of the larger of both, and of 1 at the least
    ({"committed_total": 50}, {"committed_total": 80}, "committed_participants", 0.375),
    ({"training_days": 2}, {"training_days": 8}, "training_days", 0.75),
    ({"training_days": 0}, {"training_days": 0.5}, "training_days", 0.5),
]


@pytest.mark.parametrize(("before", "now", "measure", "size"), SIZES)
def test_a_gain_is_measured_by_the_scale_of_its_measure(
    before: dict[str, Any], now: dict[str, Any], measure: str, size: float, catalogue: Catalogue
) -> None:
    (area,) = gains(catalogue, before, now)
    (gain,) = area.gains
    assert gain.change.measure == measure
    assert gain.size == pytest.approx(size)
    indicators = [one for one in catalogue.indicators if one.area == area.area]
    assert area.size == pytest.approx(size / len(indicators))
    assert gain.quality_items == area.quality_items
    assert gain.quality_items == catalogue.indicator(gain.change.indicator).quality_items


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (written(60), written(40)),
        (left(2), left(5)),
        (written(40), written(40)),
        ({"staff_fte": 2}, {"staff_fte": 3}),  # neither direction is better
        ({}, written(40)),
        ({"steering": "broker"}, {"steering": "central"}),
    ],
)
def test_what_fell_stayed_or_has_no_direction_is_no_gain(
    before: dict[str, Any], now: dict[str, Any], catalogue: Catalogue
) -> None:
    assert gains(catalogue, before, now) == ()


@pytest.mark.parametrize(
    ("peers", "before", "now", "size"),
    [
        ([20] * 6 + [60] * 6, 50, 58, 0.1),
        ([5] * 12, 5, 5.5, 0.5),  # of 1 at the least
        ([5] * 12, 5, 7, 1.0),  # and never more than all of it
        ([20, 60], 50, 58, 8 / 58),  # so few are no middle half
    ],
)
def test_a_number_without_a_scale_is_measured_by_two_widths_of_the_middle_half_of_the_peers(
    peers: list[int], before: float, now: float, size: float, catalogue: Catalogue
) -> None:
    more = [
        PeerRecord(
            ref=f"m{place}",
            portfolio=ENERGY,
            country="NOR",
            age_group="over_8",
            level=None,
            year=2024,
            values={"competences:training_days": float(days)},
        )
        for place, days in enumerate(peers)
    ]
    case = answered(training_days=now)
    own = pooled_values(score(case, catalogue), case, catalogue)
    comparison = compare(own, OWN, hand_table(catalogue, *more), catalogue)
    (area,) = gains(catalogue, {"training_days": before}, {"training_days": now}, comparison)
    assert area.gains[0].size == pytest.approx(size)


def test_an_indicator_counts_with_its_best_measure(catalogue: Catalogue) -> None:
    before = {**left(5), "training_days": 2}
    (area,) = gains(catalogue, before, {**left(2), "training_days": 4})
    assert [gain.change.measure for gain in area.gains] == ["training_days"]
    (area,) = gains(catalogue, before, {**left(0), "training_days": 2.5})
    assert [gain.change.measure for gain in area.gains] == ["turnover_share"]


def test_the_three_indicators_and_areas_that_gained_most_come_first(catalogue: Catalogue) -> None:
    before: dict[str, Any] = {
        "working_groups": 9,
        "training_days": 9,
        "partners_home": 5,
        "requests": 5,
        "press_regional": 8,
        "press_national": 0,
        "press_international": 0,
        "visibility": dict.fromkeys(catalogue.questions["visibility"].part_names, 3),
        "committed_total": 50,
    }
    now = {
        "working_groups": 10,
        "training_days": 12,
        "partners_home": 10,
        "requests": 8,
        "press_regional": 10,
        "press_national": 0,
        "press_international": 0,
        "visibility": dict.fromkeys(catalogue.questions["visibility"].part_names, 4),
        "committed_total": 100,
    }
    found = gains(catalogue, before, now)
    assert [area.area for area in found] == ["achievements", "structure", "management"]
    achievements = found[0]
    assert [(gain.change.measure, gain.size) for gain in achievements.gains] == [
        ("partners_home", 0.5),
        ("requests", 0.375),
        ("visibility_mean", 0.25),
    ]
    assert achievements.size == pytest.approx((0.5 + 0.375 + 0.25 + 0.2) / 7)
    assert achievements.quality_items == ("2.10", "5.1")
