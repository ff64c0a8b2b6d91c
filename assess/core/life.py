"""The life of a label: its status on any day, and the spans of days that its life consists of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from assess.core.catalogue import Catalogue
from assess.core.label import longest_end, window_end
from assess.core.register import Label
from assess.core.value import Value

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
    def words(self) -> str:
        """The status as people read it."""
        return self.value.replace("_", " ")


class Span(Value):
    """Days, both included, on which a label has one status; None: without a limit."""

    status: LabelStatus
    first: date | None
    last: date | None


class KnownSpan(Value):
    """Days on which the register would have said this of a label; None: it did not know it yet."""

    status: LabelStatus | None
    first: date | None
    last: date | None


def status_on(label: Label, day: date, track: Iterable[Label], catalogue: Catalogue) -> LabelStatus:
    """Give the status of a label on a day; `track` are the labels of its organisation and level."""
    if label.given is None:
        refused = label.refused is not None and label.refused.on <= day
        return LabelStatus.NOT_AWARDED if refused else LabelStatus.PENDING
    if label.ended and label.ended.on <= day:
        return LabelStatus.REVOKED
    if any(_supersedes(other, label, day) for other in track):
        return LabelStatus.SUPERSEDED
    starts, until = label.valid_from, label.valid_until
    if until is None or starts is None:
        return _undated(label, day, catalogue)
    if day < starts:
        return LabelStatus.PENDING if label.awarded else LabelStatus.UNKNOWN
    if day <= until:
        return LabelStatus.VALID
    window = window_end(catalogue.label, label.level, until)
    return LabelStatus.EXPIRED_RENEWABLE if window and day <= window else LabelStatus.LAPSED


def _undated(label: Label, day: date, catalogue: Catalogue) -> LabelStatus:
    """Know of a label that was listed without a date only when it cannot be valid any more."""
    if label.listed is None:
        return LabelStatus.PENDING
    latest = _latest_day(label, catalogue)
    return LabelStatus.LAPSED if latest and day > latest else LabelStatus.UNKNOWN


def _latest_day(label: Label, catalogue: Catalogue) -> date | None:
    """Give the last day on which a label listed without a date may have counted for anything."""
    if label.listed is None:
        return None
    until = longest_end(catalogue.label, label.level, label.listed.on)
    return until and (window_end(catalogue.label, label.level, until) or until)


def _supersedes(other: Label, label: Label, day: date) -> bool:
    """Tell whether another label of the track has taken the place of this one by a day."""
    starts, until = other.valid_from, other.valid_until
    if starts is None or until is None or starts > day or other.case == label.case:
        return False
    if other.ended is not None and other.ended.on <= day:
        return False
    if label.valid_from is None:  # listed without a date: the one that was valid then has it
        return label.listed is not None and until >= label.listed.on
    return in_time(other) > in_time(label)


def in_time(label: Label) -> tuple[date, date, date, str]:
    """Give what puts the labels of a track in the order of their lives."""
    starts = label.valid_from or date.min
    return starts, label.interview_date or starts, label.valid_until or starts, label.case


def life(label: Label, track: Iterable[Label], catalogue: Catalogue) -> tuple[Span, ...]:
    """Give the whole life of a label: every day is in exactly one span, neighbours differ."""
    others = tuple(track)
    spans: list[Span] = []
    for first in (None, *sorted(set(_turns(label, others, catalogue)))):
        status = status_on(label, first or date.min, others, catalogue)
        if spans and spans[-1].status is status:
            continue
        if spans and first:
            spans[-1] = spans[-1].model_copy(update={"last": first - _DAY})
        spans.append(Span(status=status, first=first, last=None))
    return tuple(spans)


def _turns(label: Label, track: Iterable[Label], catalogue: Catalogue) -> Iterator[date]:
    """Give every day on which the status may change."""
    for decision in (label.refused, label.ended):
        if decision:
            yield decision.on
    if label.valid_from:
        yield label.valid_from
    if label.valid_until:
        yield label.valid_until + _DAY
        window = window_end(catalogue.label, label.level, label.valid_until)
        if window:
            yield window + _DAY
    elif latest := _latest_day(label, catalogue):
        yield latest + _DAY
    for other in track:
        if other.valid_from:
            yield other.valid_from
        if other.ended:
            yield other.ended.on


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
            found[-1] = found[-1].model_copy(update={"last": span.last})
        else:
            found.append(span)
    return tuple(found)
