"""The validity timeline of a label: its status on any day, and the spans it consists of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from assess.core.catalogue.policy import LabelRules
from assess.core.label.validity import window_end
from assess.core.register.message import RegisterMessage
from assess.core.register.record import Label
from assess.core.text.message import Message, message

_DAY = timedelta(days=1)


class LabelStatus(StrEnum):
    """What a label is on a day."""

    PENDING = "pending"
    NOT_AWARDED = "not_awarded"
    VALID = "valid"
    EXPIRED_RENEWABLE = "expired_renewable"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    """A list names the label, but not from when or until when it was valid."""

    @property
    def words(self) -> Message:
        """The status as people read it."""
        return _WORDS[self]


_WORDS = {status: message(RegisterMessage[status.name]) for status in LabelStatus}
_PUBLIC_NAMES = {status: status.value.replace("_", " ") for status in LabelStatus}


def public_name(status: LabelStatus | None) -> str:
    """Give a status as public data and pages name it; None: the label was not known yet."""
    return _PUBLIC_NAMES[status] if status else "not listed"


class Span(NamedTuple):
    """Days, both included, on which a label has one status; None: without a limit."""

    status: LabelStatus
    first: date | None
    last: date | None


class KnownSpan(NamedTuple):
    """Days on which the register would have said this of a label; None: it did not know it yet."""

    status: LabelStatus | None
    first: date | None
    last: date | None


class Terms:
    """The days that follow from the rules: asked for again and again, computed once."""

    def __init__(self, rules: LabelRules) -> None:
        self.rules = rules
        self._windows: dict[tuple[str, date], date | None] = {}

    def window_end(self, level: str, until: date) -> date | None:
        """Give the last day on which an interview renews a label that ends on a day."""
        key = level, until
        if key not in self._windows:
            self._windows[key] = window_end(self.rules, level, until)
        return self._windows[key]


def status_on(label: Label, day: date, track: Sequence[Label], terms: Terms) -> LabelStatus:
    """Give the status of a label on a day; `track` are the labels of its organisation and level."""
    if label.given is None:
        refused = label.refused is not None and label.refused.on <= day
        return LabelStatus.NOT_AWARDED if refused else LabelStatus.PENDING
    if label.ended and label.ended.on <= day:
        return LabelStatus.REVOKED
    if len(track) > 1 and any(
        other.valid_from
        and other.valid_from <= day
        and other is not label
        and not (other.ended and other.ended.on <= day)
        and _may_supersede(other, label)
        for other in track
    ):
        return LabelStatus.SUPERSEDED
    return _by_its_days(label, day, terms)


def _by_its_days(label: Label, day: date, terms: Terms) -> LabelStatus:
    """Give the status on a day on which the label is neither superseded nor revoked."""
    starts, until = label.valid_from, label.valid_until
    if until is None or starts is None:
        # A list without a date says that there is a label, and never that it ended.
        return LabelStatus.PENDING if label.listed is None else LabelStatus.UNKNOWN
    if day < starts:
        return LabelStatus.PENDING if label.awarded else LabelStatus.UNKNOWN
    if day <= until:
        return LabelStatus.VALID
    window = terms.window_end(label.level, until)
    return LabelStatus.EXPIRED_RENEWABLE if window and day <= window else LabelStatus.LAPSED


def _may_supersede(other: Label, label: Label) -> bool:
    """Tell whether another label of the track takes the place of this one once it begins."""
    if other.valid_from is None or other.valid_until is None or other.case == label.case:
        return False
    if label.valid_from is None:  # listed without a date: the one that was valid then has it
        return label.listed is not None and other.valid_until >= label.listed.on
    return in_time(other) > in_time(label)


def in_time(label: Label) -> tuple[date, date, date, str]:
    """Give what puts the labels of a track in the order of their lives."""
    starts = label.valid_from or date.min
    return starts, label.interview_date or starts, label.valid_until or starts, label.case


def timeline(label: Label, track: Sequence[Label], terms: Terms) -> tuple[Span, ...]:
    """Give the whole life of a label: every day is in exactly one span, neighbours differ."""
    others = [other for other in track if _may_supersede(other, label)]
    spans: list[Span] = []
    status, first = status_on(label, date.min, [label, *others], terms), None
    for turn in sorted(set(_turns(label, others, terms))):
        then = status_on(label, turn, [label, *others], terms)
        if then is not status and turn > date.min:
            spans.append(Span(status, first, turn - _DAY))
            first = turn
        status = then
    return (*spans, Span(status, first, None))


def _turns(label: Label, others: Iterable[Label], terms: Terms) -> Iterator[date]:
    """Give every day on which the status may change."""
    for decision in (label.refused, label.ended):
        if decision:
            yield decision.on
    if label.valid_from:
        yield label.valid_from
    if label.valid_until:
        yield from _day_after(label.valid_until)
        yield from _day_after(terms.window_end(label.level, label.valid_until))
    for other in others:
        if other.valid_from:
            yield other.valid_from
        if other.ended:
            yield other.ended.on


def _day_after(day: date | None) -> Iterator[date]:
    if day is not None and day < date.max:
        yield day + _DAY


def between(spans: Iterable[Span], first: date, last: date | None) -> Iterator[KnownSpan]:
    """Give the parts of spans that lie between two days, both included; None: without a limit."""
    for span in spans:
        starts = max(span.first or date.min, first)
        ends = min(span.last or date.max, last or date.max)
        if starts <= ends:
            open_end = span.last is None and last is None
            yield KnownSpan(status=span.status, first=starts, last=None if open_end else ends)


def merged(spans: Iterable[KnownSpan]) -> tuple[KnownSpan, ...]:
    """Join neighbours with the same status."""
    found: list[KnownSpan] = []
    for span in spans:
        if found and found[-1].status == span.status:
            found[-1] = found[-1]._replace(last=span.last)
        else:
            found.append(span)
    return tuple(found)
