"""Working time: summed spells, without idle time and breaks, kept while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from assess.core.case.assessment import Assessment
from assess.workflow import Desk, begin
from assess.workflow.case.interview.work_time import Timekeeper, time_spent
from tests.notation import NOON, case_of

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> object:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(desk: Desk, clock: Clock) -> Desk:
    """The desk with a clock that is moved by hand."""
    return replace(desk, clock=clock)  # type: ignore[arg-type]  # the clock of this test


def test_time_is_kept_by_question_and_in_total(timed: Desk, case: Assessment, clock: Clock) -> None:
    keeper = Timekeeper(timed, case.case.id)
    for question, minutes in (("founded", 2), ("staff_fte", 3), ("founded", 1)):
        for _ in range(minutes):
            keeper.work(question)
            clock.pass_by(MINUTE)
    keeper.pause()
    spent = time_spent(timed, case.case.id)
    assert spent.total == 6 * MINUTE
    assert spent.by_question == {"founded": 3 * MINUTE, "staff_fte": 3 * MINUTE}


def test_after_five_idle_minutes_the_clock_stands(
    timed: Desk, case: Assessment, clock: Clock
) -> None:
    keeper = Timekeeper(timed, case.case.id)
    keeper.work("founded")
    clock.pass_by(timedelta(hours=2))
    assert keeper.spent.total == 5 * MINUTE
    keeper.work("founded")
    clock.pass_by(MINUTE)
    keeper.pause()
    assert time_spent(timed, case.case.id).total == 6 * MINUTE


def test_in_a_pause_the_clock_stands_until_work_goes_on(
    timed: Desk, case: Assessment, clock: Clock
) -> None:
    keeper = Timekeeper(timed, case.case.id)
    keeper.work("founded")
    clock.pass_by(MINUTE)
    keeper.pause()
    paused = [keeper.is_paused]
    clock.pass_by(3 * MINUTE)
    assert keeper.spent.total == MINUTE
    keeper.work("founded")
    paused.append(keeper.is_paused)
    assert paused == [True, False]
    clock.pass_by(MINUTE)
    assert keeper.spent.total == 2 * MINUTE


def test_a_window_that_ends_without_a_word_has_lost_ten_seconds_at_most(
    timed: Desk, case: Assessment, clock: Clock
) -> None:
    keeper = Timekeeper(timed, case.case.id)
    for _ in range(95):
        keeper.work("founded")
        clock.pass_by(SECOND)
    kept = time_spent(timed, case.case.id).total
    assert timedelta(seconds=85) <= kept <= timedelta(seconds=95)
    assert len(timed.store.work_time.of(case.case.id)) == 1


def test_a_window_goes_on_where_the_last_sitting_ended(
    timed: Desk, case: Assessment, clock: Clock
) -> None:
    for _ in range(2):
        keeper = Timekeeper(timed, case.case.id)
        keeper.work("founded")
        clock.pass_by(2 * MINUTE)
        keeper.pause()
        clock.pass_by(timedelta(days=1))
    assert Timekeeper(timed, case.case.id).spent.total == 4 * MINUTE


def test_two_windows_at_once_count_once(timed: Desk, case: Assessment, clock: Clock) -> None:
    one, other = Timekeeper(timed, case.case.id), Timekeeper(timed, case.case.id)
    one.work("founded")
    other.work("staff_fte")
    clock.pass_by(4 * MINUTE)
    one.pause()
    other.pause()
    spent = time_spent(timed, case.case.id)
    assert spent.total == 4 * MINUTE
    assert sum(spent.by_question.values(), timedelta()) == 8 * MINUTE


def test_a_clock_that_is_set_back_takes_no_time_away(
    timed: Desk, case: Assessment, clock: Clock
) -> None:
    keeper = Timekeeper(timed, case.case.id)
    keeper.work("founded")
    clock.pass_by(MINUTE)
    keeper.work("founded")
    clock.pass_by(-timedelta(hours=1))
    keeper.work("founded")
    clock.pass_by(MINUTE)
    keeper.pause()
    lengths = [one.length for one in timed.store.work_time.of(case.case.id)]
    assert lengths == [MINUTE, MINUTE]


def test_time_is_that_of_one_case(
    timed: Desk, case: Assessment, clock: Clock, begin_another: Callable[[], str]
) -> None:
    keeper = Timekeeper(timed, case.case.id)
    keeper.work("founded")
    clock.pass_by(MINUTE)
    keeper.pause()
    assert time_spent(timed, begin_another()).total == timedelta(0)


@pytest.fixture
def begin_another(timed: Desk) -> Callable[[], str]:
    pattern = case_of("Another Cluster")
    return lambda: begin(timed, pattern.organisation, pattern.details).id
