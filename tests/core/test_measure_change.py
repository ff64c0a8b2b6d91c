"""How a measure changed since the last round: by how much, in which unit, and which way."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.measure_change import MeasureChange, compare_rounds
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.notation import answered


def changed(
    catalogue: Catalogue, before: dict[str, Any], now: dict[str, Any]
) -> list[MeasureChange]:
    last, this = answered(interview="2024-10-20", **before), answered(**now)
    return list(
        compare_rounds(
            this, last, score(this, catalogue), score(last, catalogue), catalogue
        ).changes
    )


LEVEL_3 = (
    "3 – Vote or represented: participants decide together, directly or through those they elect"
)
LEVEL_2 = "2 – Consulted: participants are asked for their view before a decision"
FORCES = {"industry": 50, "research": 30, "public": 20}
GOVERNED = {"role_written": "yes", "governing_body": "yes", "industry_in_body": "yes"}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (
            {"committed_total": 71},
            {"committed_total": 86},
            [(5, "71\xa0participants", "86\xa0participants", 15, "forward", "+15 participants")],
        ),
        (
            {"committed_total": 71},
            {"committed_total": 70},
            [(5, "71\xa0participants", "70\xa0participants", -1, "back", "−1 participant")],
        ),
        (
            {"staff_fte": 2.5},
            {"staff_fte": 2.6},
            [(12, "2.5\xa0FTE", "2.6\xa0FTE", 0.1, None, "+0.1 FTE")],
        ),
        ({"staff_fte": 2.5}, {"staff_fte": 2.501}, []),
        ({"staff_fte": 2.5}, {}, []),
        (
            {"involvement": 3},
            {"involvement": 2},
            [(11, LEVEL_3, LEVEL_2, None, "back", f"from {LEVEL_3} to {LEVEL_2}")],
        ),
        (
            {"legal_form": "association"},
            {"legal_form": "foundation"},
            [(2, "Association", "Foundation", None, None, "from Association to Foundation")],
        ),
        (
            {"driving_forces": FORCES},
            {"driving_forces": FORCES | {"industry": 51, "research": 28, "public": 21}},
            [
                (3, "Mixed", "Industry", None, None, "from Mixed to Industry"),
                (3, "50\xa0%", "51\xa0%", 1, None, "+1 percentage point"),
                (3, "30\xa0%", "28\xa0%", -2, None, "−2 percentage points"),
                (3, "20\xa0%", "21\xa0%", 1, None, "+1 percentage point"),
            ],
        ),
        (
            {**GOVERNED, "rules_written": "no"},
            {**GOVERNED, "rules_written": "yes"},
            [(10, "3\xa0of 4 elements", "4\xa0of 4 elements", 1, "forward", "+1 of 4 elements")],
        ),
    ],
)
def test_a_change_says_by_how_much_in_which_unit_and_which_way(
    before: dict[str, Any],
    now: dict[str, Any],
    told: list[tuple[int, str, str, float | None, str | None, str]],
    catalogue: Catalogue,
) -> None:
    found = [
        (
            each.number,
            say(each.before),
            say(each.now),
            each.difference,
            each.course,
            say(each.shown),
        )
        for each in changed(catalogue, before, now)
        if each.measure != "age_years"  # every organisation became older
    ]
    assert found == told
