"""The status of a label on any day, and which label came before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assess.core.catalogue import Catalogue
from assess.core.register import Entry, labels, previous_until, same_track, status_on


def entry(case: str, kind: str, interview: str, on: str, **fields: Any) -> Entry:
    """Give an entry of the register."""
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Board", **fields}
    return Entry.model_validate(
        {"case": case, "kind": kind, "interview_date": interview, "on": on, **stated}
    )


FIRST = [
    entry("one", "proposed", "2021-03-02", "2021-03-20"),
    entry(
        "one",
        "awarded",
        "2021-03-02",
        "2021-04-10",
        valid_from="2021-03-02",
        valid_until="2023-03-31",
    ),
]
LATE = [
    entry("two", "proposed", "2024-03-29", "2024-04-02"),
    entry(
        "two",
        "awarded",
        "2024-03-29",
        "2024-05-01",
        valid_from="2023-04-01",
        valid_until="2026-03-31",
    ),
]


@pytest.mark.parametrize(
    ("entries", "day", "status"),
    [
        (FIRST[:1], "2021-03-25", "pending"),
        (FIRST, "2021-03-01", "pending"),
        (FIRST, "2021-03-02", "valid"),
        (FIRST, "2023-03-31", "valid"),
        (FIRST, "2023-04-01", "expired_renewable"),
        (FIRST, "2024-03-31", "expired_renewable"),
        (FIRST, "2024-04-01", "lapsed"),
        (
            [*FIRST, entry("one", "revoked", "2021-03-02", "2022-01-15", reason="merged")],
            "2022-01-14",
            "valid",
        ),
        (
            [*FIRST, entry("one", "revoked", "2021-03-02", "2022-01-15", reason="merged")],
            "2022-01-15",
            "revoked",
        ),
        (
            [FIRST[0], entry("one", "refused", "2021-03-02", "2021-04-10", reason="E3")],
            "2021-05-01",
            "not_awarded",
        ),
        ([*FIRST, *LATE], "2023-03-31", "valid"),
        ([*FIRST, *LATE], "2023-04-01", "superseded"),
    ],
)
def test_a_label_has_one_status_on_each_day(
    entries: list[Entry], day: str, status: str, catalogue: Catalogue
) -> None:
    known = labels(entries)
    label = next(one for one in known if one.case == "one")
    found = status_on(label, date.fromisoformat(day), same_track(label, known), catalogue)
    assert found == status


def test_a_late_renewal_closes_the_gap(catalogue: Catalogue) -> None:
    known = labels([*FIRST, *LATE])
    two = next(one for one in known if one.case == "two")
    assert status_on(two, date(2023, 4, 1), same_track(two, known), catalogue) == "valid"


def test_the_previous_label_is_the_newest_awarded_one_before() -> None:
    known = labels([*FIRST, *LATE])
    asked = ("fjord tech", "NOR", "Bronze")
    assert previous_until(*asked, date(2021, 3, 2), known) is None
    assert previous_until(*asked, date(2022, 6, 1), known) == date(2023, 3, 31)
    assert previous_until(*asked, date(2025, 6, 1), known) == date(2026, 3, 31)
    assert previous_until("Fjord Tech", "DNK", "Bronze", date(2025, 6, 1), known) is None


def test_an_award_after_a_refusal_counts() -> None:
    refused = entry("one", "refused", "2021-03-02", "2021-04-01", reason="E3 open")
    (label,) = labels([FIRST[0], refused, FIRST[1]])
    assert label.awarded is not None
    assert label.refused is None
