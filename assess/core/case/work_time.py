"""Working time in spells: summed per question and per case, cut where nothing was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from assess.core.text.value import Value

IDLE = timedelta(minutes=5)
"""A spell ends so long after the last sign of work; what follows is idle and not counted."""


class WorkSpell(Value):
    """Work on one question of a case, from its beginning to the last moment that counts."""

    question: str
    started_at: datetime
    ended_at: datetime

    @property
    def length(self) -> timedelta:
        """How long it took."""
        return self.ended_at - self.started_at


class Timing(Value):
    """The spell that is running, if any, and when work was last seen."""

    question: str | None = None
    started_at: datetime | None = None
    seen_at: datetime | None = None


def work(timing: Timing, question: str, now: datetime) -> tuple[Timing, WorkSpell | None]:
    """Note work on a question; give the timing from now on and the spell that ended, if one did.

    A clock that was set back ends the spell where it was last seen, so that no time is negative.
    """
    is_same = timing.question == question
    if timing.seen_at is not None and timing.started_at is not None:
        is_idle = not timedelta(0) <= now - timing.seen_at <= IDLE
        if is_same and not is_idle:
            return timing.model_copy(update={"seen_at": now}), None
        ended = _ended(timing, now)
        return Timing(question=question, started_at=now, seen_at=now), ended
    return Timing(question=question, started_at=now, seen_at=now), None


def pause(timing: Timing, now: datetime) -> tuple[Timing, WorkSpell | None]:
    """Stop the clock, for a break or on leaving; give the spell that ended, if one did."""
    return Timing(), _ended(timing, now)


def running(timing: Timing, now: datetime) -> WorkSpell | None:
    """Give the running spell as it would be if it ended now."""
    return _ended(timing, now)


def _ended(timing: Timing, now: datetime) -> WorkSpell | None:
    if timing.question is None or timing.started_at is None or timing.seen_at is None:
        return None
    until = min(max(now, timing.seen_at), timing.seen_at + IDLE)
    if now < timing.seen_at:
        until = timing.seen_at
    return WorkSpell(question=timing.question, started_at=timing.started_at, ended_at=until)


def total(spells: Iterable[WorkSpell]) -> timedelta:
    """Sum the lengths of spells; what two windows did at the same time counts once."""
    sums, until = timedelta(0), None
    for spell in sorted(spells, key=lambda spell: spell.started_at):
        begun = spell.started_at if until is None else max(spell.started_at, until)
        sums += max(timedelta(0), spell.ended_at - begun)
        until = spell.ended_at if until is None else max(until, spell.ended_at)
    return sums


def by_question(spells: Iterable[WorkSpell]) -> Mapping[str, timedelta]:
    """Sum the lengths of spells for each question, in the order they were first worked on."""
    sums: dict[str, timedelta] = {}
    for spell in spells:
        sums[spell.question] = sums.get(spell.question, timedelta(0)) + spell.length
    return sums


def shown(length: timedelta) -> str:
    """Write a length as hours and minutes, `1:14 h`; under a minute in seconds."""
    seconds = int(length.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    return f"{seconds // 3600}:{seconds % 3600 // 60:02d} h"
