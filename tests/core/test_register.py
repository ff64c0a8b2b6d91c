"""The status of a label on any day, and which label came before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.decision_order import objection
from assess.core.register.record import labels
from assess.core.register.register import Register
from assess.core.register.validity_timeline import Terms, status_on
from assess.languages.message import say


def entry(case: str, kind: str, interview: str, on: str, **fields: Any) -> LabelDecision:
    """Give an entry of the register."""
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Board", **fields}
    return LabelDecision.model_validate(
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
    entries: list[LabelDecision], day: str, status: str, catalogue: Catalogue
) -> None:
    register = Register(entries, catalogue)
    label = next(one for one in register.labels if one.case == "one")
    assert register.status(label, date.fromisoformat(day)) == status


def test_a_late_renewal_closes_the_gap(catalogue: Catalogue) -> None:
    register = Register([*FIRST, *LATE], catalogue)
    two = next(one for one in register.labels if one.case == "two")
    assert register.status(two, date(2023, 4, 1)) == "valid"


def test_the_previous_label_is_the_newest_awarded_one_before(catalogue: Catalogue) -> None:
    register = Register([*FIRST, *LATE], catalogue)

    def previous(day: str, country: str = "NOR") -> date | None:
        found = register.previous("fjord  tech", country, "Bronze", date.fromisoformat(day))
        return found.valid_until if found else None

    assert previous("2021-03-02") is None
    assert previous("2022-06-01") == date(2023, 3, 31)
    assert previous("2025-06-01") == date(2026, 3, 31)
    assert previous("2025-06-01", "DNK") is None


def test_a_new_proposal_opens_a_refused_label_again(catalogue: Catalogue) -> None:
    refused = entry("one", "refused", "2021-03-02", "2021-04-01", reason="E3 open")
    again = entry("one", "proposed", "2021-03-02", "2021-05-01")
    (label,) = labels([FIRST[0], refused, again])
    assert status_on(label, date(2021, 5, 2), [], Terms(catalogue.label)) == "pending"
    (label,) = labels([FIRST[0], refused, again, FIRST[1]])
    assert status_on(label, date(2021, 5, 2), [], Terms(catalogue.label)) == "valid"


def test_what_was_awarded_keeps_its_name() -> None:
    renamed = entry("one", "revoked", "2021-03-02", "2022-01-01", reason="x", name="Other")
    (label,) = labels([*FIRST, renamed])
    assert label.name == "Fjord Tech"


@pytest.mark.parametrize(
    ("entries", "kind", "on", "words"),
    [
        ([], "proposed", "2021-03-20", None),
        ([], "awarded", "2021-03-20", "not proposed"),
        (FIRST[:1], "proposed", "2021-03-21", "label is proposed"),
        (FIRST[:1], "awarded", "2021-03-01", "before the interview"),
        (FIRST[:1], "revoked", "2021-03-21", "label is proposed"),
        (FIRST, "proposed", "2021-05-01", "label is awarded"),
        (FIRST, "awarded", "2021-05-01", "label is awarded"),
        (FIRST, "refused", "2021-05-01", "label is awarded"),
        (FIRST, "revoked", "2021-04-09", "before the award"),
        (FIRST, "revoked", "2021-04-10", None),
    ],
)
def test_an_entry_follows_only_what_it_can_follow(
    entries: list[LabelDecision], kind: str, on: str, words: str | None
) -> None:
    label = next(iter(labels(entries)), None)
    found = objection(DecisionKind(kind), label, date.fromisoformat(on), date(2021, 3, 2))
    assert (found is None) == (words is None)
    assert words is None or words in say(found or "")


def test_a_label_of_the_old_policy_can_be_renewed_under_the_new_one(catalogue: Catalogue) -> None:
    old = [
        entry("old", "proposed", "2018-03-17", "2018-03-20"),
        entry(
            "old",
            "awarded",
            "2018-03-17",
            "2018-04-01",
            valid_from="2018-03-17",
            valid_until="2020-03-17",
        ),
    ]
    (label,) = labels(old)
    found = {
        day: status_on(label, date.fromisoformat(day), [], Terms(catalogue.label))
        for day in ("2020-03-17", "2020-06-01", "2021-03-31", "2021-04-01")
    }
    assert list(found.values()) == ["valid", "expired_renewable", "expired_renewable", "lapsed"]
