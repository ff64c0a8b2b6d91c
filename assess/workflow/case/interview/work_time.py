"""Timing: how long was worked on a case and on each question, without breaks and idle time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from assess.core.case.work_time import Timing, WorkSpell, by_question, pause, running, total, work
from assess.workflow.desk.desk import Desk

KEPT_EVERY = timedelta(seconds=10)
"""How often the running spell is kept: so much may be missing after a power cut."""


class TimeSpent(NamedTuple):
    """The working time on a case, and on each question in the order they were worked on."""

    total: timedelta
    by_question: Mapping[str, timedelta]


def time_spent(desk: Desk, case_id: str) -> TimeSpent:
    """Give the working time on a case, over all windows and sittings."""
    return _spent(desk.store.work_time.of(case_id))


def _spent(spells: tuple[WorkSpell, ...]) -> TimeSpent:
    return TimeSpent(total(spells), by_question(spells))


class Timekeeper:
    """Keeps the time of one window on one case; the spell that runs is kept while it runs."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Begin with the time that was spent before; the clock stands until work is seen."""
        self._desk, self._case_id = desk, case_id
        self._done = desk.store.work_time.of(case_id)
        self._timing = Timing()
        self._number: int | None = None
        self._kept_at: datetime | None = None
        self.is_paused = False

    def work(self, question: str) -> None:
        """Note a sign of work on a question; after a pause it starts the clock again."""
        now = self._desk.now
        self.is_paused = False
        self._timing, ended = work(self._timing, question, now)
        if ended is not None:
            self._end(ended)
        if self._kept_at is None or now - self._kept_at >= KEPT_EVERY:
            self._keep(running(self._timing, now), now)

    def pause(self) -> None:
        """Stop the clock, for a break or on leaving."""
        self._timing, ended = pause(self._timing, self._desk.now)
        if ended is not None:
            self._end(ended)
        self.is_paused = True

    @property
    def spent(self) -> TimeSpent:
        """The time spent so far, with the spell that runs."""
        now = running(self._timing, self._desk.now)
        return _spent(self._done if now is None else (*self._done, now))

    def _end(self, spell: WorkSpell) -> None:
        times, case_id = self._desk.store.work_time, self._case_id
        if self._number is None:
            times.add(case_id, spell)
        else:
            times.end(case_id, self._number, spell)
        self._done = (*self._done, spell)
        self._number = self._kept_at = None

    def _keep(self, spell: WorkSpell | None, now: datetime) -> None:
        if spell is None:
            return
        if self._number is None:
            self._number = self._desk.store.work_time.begin(self._case_id, spell)
        else:
            self._desk.store.work_time.extend(self._number, spell.ended_at)
        self._kept_at = now
