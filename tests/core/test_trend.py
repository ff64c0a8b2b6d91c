"""Trends: valid labels at the ends of years, what ends when, and who went further."""

from __future__ import annotations

from datetime import date

from assess.core.register.trend import ends_by_quarter, flows, valid_at_year_ends


def test_labels_are_counted_at_the_ends_of_years_and_on_the_day_of_this_year() -> None:
    spans = [
        ("Bronze", date(2021, 3, 2), date(2023, 3, 31)),
        ("Silver", date(2022, 12, 31), date(2025, 6, 30)),
        ("Bronze", date(2023, 1, 1), date(2023, 12, 30)),  # on no last day of a year
    ]
    found = valid_at_year_ends(spans, date(2025, 6, 1))
    assert [(end.year, end.valid["Bronze"], end.valid["Silver"], end.total) for end in found] == [
        (2021, 1, 0, 1),
        (2022, 1, 1, 2),
        (2023, 0, 1, 1),
        (2024, 0, 1, 1),
        (2025, 0, 1, 1),
    ]
    assert [end.year for end in valid_at_year_ends([], date(2025, 6, 1))] == [2025]


def test_ends_are_counted_by_the_quarters_of_the_calendar() -> None:
    ends = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 31), date(2031, 1, 1)]
    found = ends_by_quarter(ends, date(2026, 11, 2))
    assert [(end.year, end.quarter, end.count) for end in found[:3]] == [
        (2026, 4, 1),
        (2027, 1, 2),
        (2027, 2, 0),
    ]
    assert len(found) == 12


def test_flows_count_who_came_from_the_level_below() -> None:
    held = [
        frozenset({"Bronze"}),
        frozenset({"Bronze", "Silver"}),
        frozenset({"Silver", "Gold"}),
        frozenset({"Gold"}),
    ]
    assert [(flow.level, flow.reached, flow.from_below) for flow in flows(held)] == [
        ("Bronze", 2, 2),
        ("Silver", 2, 1),
        ("Gold", 2, 1),
    ]
