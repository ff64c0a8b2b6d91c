"""The last round in the report: counted, named where it matters, and in full."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.record.report import Report
from assess.core.scoring.measure_change import TwoRounds, compare_rounds
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.cases import earlier_case, full_case, report_of
from tests.notation import answered


@pytest.fixture(scope="module")
def report(catalogue: Catalogue) -> Report:
    return report_of(full_case(catalogue), catalogue, last=earlier_case(catalogue), waiting=2)


def rounds(
    catalogue: Catalogue, before: dict[str, Any], now: dict[str, Any], day: str = "2024-10-20"
) -> TwoRounds:
    last: Assessment = answered(interview=day, **before)
    this = answered(**now)
    return compare_rounds(this, last, score(this, catalogue), score(last, catalogue), catalogue)


def test_the_summary_counts_what_changed_and_names_what_has_a_direction_first(
    report: Report,
) -> None:
    first, *named = report.summary.changes
    assert first.startswith("The last interview was on 20 February 2024, 24 months before this one")
    assert "did not change" in first
    assert named[0] == "5 Committed participants: from 71 to 86 participants (+15)"
    assert len(named) == 3


def test_what_waits_is_said_and_is_not_in_the_report(report: Report, catalogue: Catalogue) -> None:
    assert (
        "2 answers of forms that came back are not confirmed by the expert yet"
        in report.summary.paragraph
    )
    without = report_of(full_case(catalogue), catalogue)
    assert "wait" not in without.summary.paragraph
    assert without.summary.changes == ()
    assert without.last_round is None


def test_the_section_says_then_now_and_the_difference_of_each(report: Report) -> None:
    assert report.last_round is not None
    lines = {one.label: one for one in report.last_round.lines}
    participants = lines["Committed participants"]
    assert (participants.number, participants.change) == (5, "+15 participants")
    assert participants.course == "desired"
    steering = next(one for one in report.last_round.lines if one.number == 26)
    assert (steering.before, steering.now) == ("Central", "Broker")
    assert steering.change == "another class"
    assert steering.course == "neither more nor less is better"
    involvement = next(one for one in report.last_round.lines if one.number == 11)
    assert involvement.change == "+1 level"
    assert any("of indicator" in one.text for one in report.last_round.remarks)
    assert any("in 3 areas" in one or "in 4 areas" in one for one in report.last_round.sentences)


def test_an_indicator_says_what_changed_in_it(report: Report) -> None:
    found = {one.number: one.changes for area in report.areas for one in area.indicators}
    assert found[12][0].startswith("Since 20 February 2024: ")
    assert found[33] == ()


@pytest.mark.parametrize(
    ("day", "months"), [("2024-10-20", 24), ("2024-11-02", 24), ("2024-11-03", 23)]
)
def test_months_between_the_interviews_are_whole(
    catalogue: Catalogue, day: str, months: int
) -> None:
    assert rounds(catalogue, {}, {}, day).months == months


def test_a_value_of_one_round_only_is_no_change_and_is_named(catalogue: Catalogue) -> None:
    found = rounds(
        catalogue,
        {"staff_fte": 2, "committed_total": "!refused", "involvement": 2},
        {"committed_total": 60, "staff_fte": "!dont_know", "involvement": 2},
    )
    assert found.changes == ()
    assert "5 Committed participants" in map(say, found.only_now)
    assert any(say(one).startswith("12 ") for one in found.only_before)
    assert found.unchanged == 1


@pytest.mark.parametrize(
    ("question", "before", "now", "course"),
    [
        ("involvement", 1, 3, "forward"),
        ("involvement", 3, 1, "back"),
        ("steering", "central", "broker", None),
        ("staff_fte", 2, 3, None),
    ],
)
def test_what_moved_is_judged_only_where_the_indicator_has_a_direction(
    catalogue: Catalogue, question: str, before: Any, now: Any, course: str | None
) -> None:
    found = rounds(catalogue, {question: before}, {question: now})
    assert {one.course for one in found.changes if one.measure == question} == {course}
    areas = found.areas_of("forward")
    assert bool(areas) == (course == "forward")


def test_a_falling_turnover_is_a_step_forward(catalogue: Catalogue) -> None:
    found = rounds(
        catalogue,
        {"staff_left": 2, "staff_headcount": 4},
        {"staff_left": 1, "staff_headcount": 4},
    )
    (one,) = [change for change in found.changes if change.measure == "turnover_share"]
    assert (say(one.shown), one.course) == ("−13.3 percentage points", "forward")


def test_a_difference_is_that_of_the_figures_shown(catalogue: Catalogue) -> None:
    found = rounds(
        catalogue,
        {"committed_total": 6, "committed_written": 1},
        {"committed_total": 6, "committed_written": 2},
    )
    (one,) = [change for change in found.changes if change.measure == "written_share"]
    assert [say(part).split("\u00a0")[0] for part in (one.before, one.now)] == ["16.7", "33.3"]
    assert say(one.shown) == "+16.6 percentage points"
