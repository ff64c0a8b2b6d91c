"""Reminders: the days on which somebody has to think of a label, before it is too late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assess.core.label.validity import add_months
from assess.core.register.message import RegisterMessage
from assess.core.register.record import Label
from assess.core.register.register import Register
from assess.core.register.validity_timeline import in_time
from assess.core.text.message import Message, message
from assess.core.text.name import plain_words
from assess.core.text.value import Value

BEFORE_END = (9, 6, 3, 0)
"""Months before the last day of a label; none: that day itself."""

BEFORE_CLOSE = (3, 1)
"""Months before the last day on which an interview renews it."""


class Reminder(Value):
    """One day on which a label is to be thought of."""

    on: date
    what: Message
    label: str
    """The id of its case or listing."""
    level: str
    name: str
    country: str
    portfolio: str
    valid_until: date
    window_until: date | None
    synthetic: bool = False


def reminders(register: Register, first: date, last: date) -> tuple[Reminder, ...]:
    """Give the reminders between two days, both included, in their order.

    Only of the newest label of a track: what was renewed needs no reminder.
    """
    found = [
        reminder
        for label in newest_labels(register)
        for reminder in _of(label, register)
        if first <= reminder.on <= last
    ]
    return tuple(
        sorted(
            found, key=lambda reminder: (reminder.on, reminder.country, plain_words(reminder.name))
        )
    )


def newest_labels(register: Register) -> Iterator[Label]:
    """Give the label of each track that none came after and nobody revoked."""
    for label in register.labels:
        if label.valid_until is None or label.ended:
            continue
        track = [held for held in register.track(label) if held.valid_until and not held.ended]
        if max(track, key=in_time) == label:
            yield label


def _of(label: Label, register: Register) -> Iterator[Reminder]:
    until = label.valid_until
    if until is None:
        return
    window = register.terms.window_end(label.level, until)
    for months in BEFORE_END:
        what = (
            message(RegisterMessage.MONTHS_TO_END, months=months)
            if months
            else message(RegisterMessage.LAST_DAY)
        )
        yield _reminder(label, add_months(until, -months), what, window)
    if window:
        for months in BEFORE_CLOSE:
            what = message(RegisterMessage.MONTHS_TO_CLOSE, months=months)
            yield _reminder(label, add_months(window, -months), what, window)


def _reminder(label: Label, on: date, what: Message, window: date | None) -> Reminder:
    return Reminder(
        on=on,
        what=what,
        label=label.case,
        level=label.level,
        name=label.name,
        country=label.country,
        portfolio=label.portfolio,
        valid_until=label.valid_until or date.max,
        window_until=window,
        synthetic=label.synthetic,
    )
