"""Presence: who else has the case open, and whether somebody wrote."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from assess.core.case.assessment import Assessment
from assess.store import Store
from assess.workflow import Desk, answer, begin
from assess.workflow.case.interview.presence import GONE_AFTER, TOLD_EVERY, Window
from tests.notation import NOON, case_of


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def here(desk: Desk, clock: Clock) -> Desk:
    """One window's desk."""
    return replace(desk, clock=clock, who="Ada")


@pytest.fixture
def there(desk: Desk, clock: Clock) -> Iterator[Desk]:
    """The desk of another window, with a connection of its own."""
    opened = replace(desk, store=Store(desk.store.path, now=NOON), clock=clock, who="Ben")
    with opened:
        yield opened


def test_the_windows_see_each_other_and_where_they_are(
    here: Desk, there: Desk, case: Assessment
) -> None:
    mine, other = Window(here, case.case.id), Window(there, case.case.id)
    assert other.others() == ()
    mine.at("founded")
    other.at("staff_fte", is_typing=True)
    (seen,) = mine.others()
    assert (seen.who, seen.machine, seen.question, seen.is_typing) == (
        "Ben",
        platform.node(),
        "staff_fte",
        True,
    )
    assert [one.who for one in other.others()] == ["Ada"]
    other.at("staff_fte")
    assert [one.is_typing for one in mine.others()] == [False]


def test_a_window_that_is_left_or_does_not_tell_is_gone(
    here: Desk, there: Desk, case: Assessment, clock: Clock
) -> None:
    mine, other = Window(here, case.case.id), Window(there, case.case.id)
    mine.at("founded")
    other.at("founded")
    other.leave()
    assert mine.others() == ()
    other.at("founded")
    clock.now += GONE_AFTER
    assert len(mine.others()) == 1
    clock.now += timedelta(seconds=1)
    assert mine.others() == ()


def test_a_window_that_stays_tells_so_every_few_seconds_and_not_more_often(
    here: Desk, there: Desk, case: Assessment, clock: Clock
) -> None:
    mine, other = Window(here, case.case.id), Window(there, case.case.id)
    other.at("founded")
    assert mine.has_news()
    for _ in range(4):
        clock.now += TOLD_EVERY / 5
        other.at("founded")
    assert not mine.has_news()
    clock.now += TOLD_EVERY / 5
    other.at("founded")
    assert mine.has_news()


def test_an_answer_in_another_window_is_news_once_and_the_own_is_none(
    here: Desk, there: Desk, case: Assessment
) -> None:
    mine = Window(here, case.case.id)
    assert not mine.has_news()
    answer(here, case, "founded", "2009")
    assert not mine.has_news()
    answer(there, there.store.assessment(case.case.id), "staff_fte", 2)
    assert mine.has_news()
    assert not mine.has_news()


def test_the_windows_of_another_case_are_not_shown(
    here: Desk, there: Desk, case: Assessment
) -> None:
    pattern = case_of("Another Cluster")
    elsewhere = begin(there, pattern.organisation, pattern.details).id
    Window(there, elsewhere).at("founded")
    assert Window(here, case.case.id).others() == ()
