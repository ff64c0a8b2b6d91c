"""Working time: summed spells, never end minus start."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.case.work_time import (
    IDLE,
    Timing,
    WorkSpell,
    by_question,
    pause,
    shown,
    total,
    work,
)
from tests.notation import NOON


def spells(*events: tuple[float, str | None]) -> list[WorkSpell]:
    """Work through events of (minutes since noon, question; None is a pause)."""
    timing, ended = Timing(), []
    for minutes, question in events:
        now = NOON + timedelta(minutes=minutes)
        timing, spell = pause(timing, now) if question is None else work(timing, question, now)
        ended += [spell] if spell else []
    return ended


def minutes(found: list[WorkSpell]) -> dict[str, float]:
    return {name: length.total_seconds() / 60 for name, length in by_question(found).items()}


def test_time_goes_to_the_question_at_hand() -> None:
    assert minutes(spells((0, "a"), (3, "b"), (4, "a"), (6, None))) == {"a": 5, "b": 1}


def test_listening_for_less_than_five_minutes_counts() -> None:
    assert minutes(spells((0, "a"), (4, "a"), (8.9, "a"), (9, None))) == {"a": 9}


def test_an_idle_hour_is_cut_after_five_minutes() -> None:
    assert minutes(spells((0, "a"), (2, "a"), (62, "a"), (63, None))) == {"a": 8}


def test_a_pause_stops_the_clock() -> None:
    assert minutes(spells((0, "a"), (2, None), (4, "a"), (5, None))) == {"a": 3}


def test_leaving_without_having_worked_gives_nothing() -> None:
    assert spells((0, None), (5, None)) == []


def test_a_clock_set_back_makes_no_negative_time() -> None:
    assert minutes(spells((10, "a"), (12, "a"), (2, "a"), (3, None))) == {"a": 3}


@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.sampled_from(["a", "b", None])), min_size=1, max_size=40
    )
)
def test_no_time_is_counted_twice_or_more_than_went_by(
    gaps: list[tuple[float, str | None]],
) -> None:
    now, events = 0.0, []
    for gap, question in gaps:
        now += gap
        events.append((now, question))
    found = spells(*events, (now, None))
    assert total(found) <= timedelta(minutes=now)
    assert all(timedelta(0) <= spell.length for spell in found)
    for earlier, later in pairwise(found):
        assert earlier.ended_at <= later.started_at
    idle = sum(max(0.0, gap - IDLE.total_seconds() / 60) for gap, _ in gaps[1:])
    assert total(found) <= timedelta(minutes=max(0.0, now - gaps[0][0] - idle)) + timedelta(
        seconds=1
    )


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59, "59 s"), (60, "0:01 h"), (4440, "1:14 h"), (36000, "10:00 h")],
)
def test_a_length_is_shown_in_hours_and_minutes(seconds: int, text: str) -> None:
    assert shown(timedelta(seconds=seconds)) == text
