"""Reminders, statistics and progress, from a register made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.register.record import Link, Listing, Record, Withdrawal
from assess.core.register.register import Register
from assess.core.register.reminder import reminders
from assess.core.register.statistics import progress, statistics
from assess.languages.message import say


def day(text: str) -> date:
    return date.fromisoformat(text)


def listed(name: str, starts: str, until: str, **more: Any) -> Listing:
    stated = {"country": "NOR", "portfolio": "ICT", "by": "Ada", "source": "list, line 1", **more}
    return Listing.model_validate(
        {
            "label": f"{name} {until}",
            "name": name,
            "on": starts,
            "valid_from": starts,
            "valid_until": until,
            **stated,
        }
    )


RECORDS: list[Record] = [
    listed("Alfa", "2021-03-02", "2023-03-31"),
    listed("Alfa", "2023-04-01", "2026-03-31"),
    listed("Alfa", "2024-06-01", "2026-06-30", level="Silver"),
    listed("Beta", "2024-01-10", "2026-01-31", country="DNK"),
    listed("Gamma", "2022-05-01", "2024-05-31", country="DNK", portfolio="Construction"),
    listed("Delta", "2024-02-01", "2026-02-28", level="Gold"),
    Withdrawal(label="Beta 2026-01-31", on=day("2025-05-05"), by="Board", reason="closed"),
]


@pytest.fixture
def register(catalogue: Catalogue) -> Register:
    """A small register."""
    return Register(RECORDS, catalogue)


def test_a_label_is_remembered_before_its_end_and_before_its_window_closes(
    register: Register,
) -> None:
    found = reminders(register, day("2025-01-01"), day("2027-12-31"))
    alfa = [
        (str(one.on), say(one.what)) for one in found if (one.name, one.level) == ("Alfa", "Bronze")
    ]
    assert alfa == [
        ("2025-06-30", "9 months until the label ends"),
        ("2025-09-30", "6 months until the label ends"),
        ("2025-12-31", "3 months until the label ends"),
        ("2026-03-31", "the last day of the label"),
        ("2026-12-31", "3 months until the renewal window closes"),
        ("2027-02-28", "1 month until the renewal window closes"),
    ]


def test_what_was_renewed_or_revoked_needs_no_reminder(register: Register) -> None:
    found = reminders(register, day("2022-01-01"), day("2024-12-31"))
    assert {one.name for one in found} == {"Gamma"}
    assert reminders(register, day("2025-11-28"), day("2025-11-28")) != ()
    assert "Beta" not in {one.name for one in reminders(register, day("2025-01-01"), date.max)}


def test_reminders_are_of_the_newest_label_that_nobody_revoked(catalogue: Catalogue) -> None:
    older, newer = RECORDS[0], RECORDS[1]
    undated = listed("Alfa", "2024-04-01", "2026-03-31", label="undated", valid_until=None)
    revoked = Withdrawal(label="Alfa 2026-03-31", on=day("2023-05-05"), by="Board", reason="closed")

    def remembered(*records: Record) -> set[str]:
        found = reminders(Register(records, catalogue), date.min, date.max)
        return {str(reminder.valid_until) for reminder in found}

    assert remembered(older, newer) == {"2026-03-31"}
    assert remembered(newer, older) == {"2026-03-31"}
    assert remembered(older, newer, revoked) == {"2023-03-31"}
    assert remembered(older, undated) == {"2023-03-31"}
    assert remembered(undated) == set()
    assert remembered(newer, revoked) == set()


def test_reminders_of_a_day_come_by_country_and_name(catalogue: Catalogue) -> None:
    on, until = "2024-01-10", "2026-01-31"
    names = [("Beta", "NOR"), ("Ávila", "NOR"), ("Zeta", "DNK")]
    records = [listed(name, on, until, country=country) for name, country in names]
    register = Register(records, catalogue)
    found = reminders(register, day(until), day(until))
    assert [(reminder.name, reminder.on) for reminder in found] == [
        (name, day(until)) for name in ("Zeta", "Ávila", "Beta")
    ]
    assert reminders(register, day("2026-02-01"), day("2026-10-30")) == ()


def test_a_level_without_a_window_has_no_reminder_of_one(register: Register) -> None:
    found = [one for one in reminders(register, day("2025-01-01"), date.max) if one.name == "Delta"]
    assert [one.window_until for one in found] == [None] * 4


def test_the_register_is_counted_by_level_country_portfolio_and_year(register: Register) -> None:
    found = statistics(register, day("2025-04-01"))
    assert found.total.valid == {"Bronze": 2, "Silver": 1, "Gold": 1}
    assert (found.total.organisations, found.total.ever) == (3, 4)
    assert {row.key: (sum(row.valid.values()), row.ever) for row in found.by_country} == {
        "DNK": (1, 2),
        "NOR": (3, 2),
    }
    assert {row.key: row.organisations for row in found.by_portfolio} == {
        "Construction": 0,
        "ICT": 3,
    }
    assert (found.expiring, found.renewable, found.lapsed, found.undated) == (3, 1, 0, 0)
    later = statistics(register, day("2025-07-01"))
    assert (later.total.organisations, later.renewable, later.lapsed) == (2, 0, 1)
    years = {one.year: (sum(one.given.values()), sum(one.valid.values())) for one in found.by_year}
    assert years == {2021: (1, 1), 2022: (1, 2), 2023: (1, 2), 2024: (3, 4), 2025: (0, 4)}
    assert statistics(register, day("2020-01-01")).total.ever == 0


def test_progress_tells_since_when_and_what_is_valid(register: Register) -> None:
    found = progress(register, day("2026-05-01"))
    assert [(one.name, one.highest_ever, one.highest_valid) for one in found] == [
        ("Delta", "Gold", None),
        ("Alfa", "Silver", "Silver"),
        ("Beta", "Bronze", None),
        ("Gamma", "Bronze", None),
    ]
    alfa = found[1]
    assert alfa.since == {"Bronze": day("2021-03-02"), "Silver": day("2024-06-01")}
    assert [one.name for one in progress(register, day("2021-12-31"))] == ["Alfa"]


def test_a_new_name_goes_on_where_the_old_one_was(catalogue: Catalogue) -> None:
    link = Link(
        name="Omega",
        country="NOR",
        other_name="Alfa",
        other_country="NOR",
        how="renamed",
        on=day("2026-01-15"),
        by="Ada",
    )
    award = LabelDecision.model_validate(
        {
            "kind": "awarded",
            "case": "new",
            "level": "Gold",
            "name": "Omega",
            "country": "NOR",
            "portfolio": "ICT",
            "interview_date": "2026-02-01",
            "on": "2026-02-15",
            "by": "Board",
            "valid_from": "2026-02-01",
            "valid_until": "2028-02-28",
        }
    )
    register = Register([*RECORDS, link, award], catalogue)
    (one,) = [one for one in progress(register, day("2026-03-01")) if "Bronze" in one.since][:1]
    assert (one.name, list(one.since), one.highest_valid) == (
        "Omega",
        ["Bronze", "Silver", "Gold"],
        "Gold",
    )
    previous = register.previous("omega", "NOR", "Bronze", day("2026-02-01"))
    assert previous
    assert previous.valid_until == day("2026-03-31")
