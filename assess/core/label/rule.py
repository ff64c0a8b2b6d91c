"""Rules of validity: from what the end of a label follows, with its arithmetic."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from assess.core.catalogue.policy import Term
from assess.core.label.message import LabelMessage
from assess.core.text.message import Day, Message, Month, message


class _Ends(NamedTuple):
    """The messages of one rule, by the day on which a term ends."""

    of_month: LabelMessage
    same_day: LabelMessage
    last_day: LabelMessage
    """The last day of a month that is too short for the same day."""

    def by(self, term: Term, start: date, until: date) -> LabelMessage:
        """Give the message for a term that is counted from one day until another."""
        if term.end_of_month:
            return self.of_month
        return self.same_day if until.day == start.day else self.last_day


_FIRST = _Ends(
    LabelMessage.FIRST_TO_END_OF_MONTH,
    LabelMessage.FIRST_TO_SAME_DAY,
    LabelMessage.FIRST_TO_LAST_DAY,
)
_TOO_LATE = _Ends(
    LabelMessage.TOO_LATE_TO_END_OF_MONTH,
    LabelMessage.TOO_LATE_TO_SAME_DAY,
    LabelMessage.TOO_LATE_TO_LAST_DAY,
)
_RENEWED = _Ends(
    LabelMessage.RENEWED_TO_END_OF_MONTH,
    LabelMessage.RENEWED_TO_SAME_DAY,
    LabelMessage.RENEWED_TO_LAST_DAY,
)
_RENEWED_FROM_INTERVIEW = _Ends(
    LabelMessage.RENEWED_FROM_INTERVIEW_TO_END_OF_MONTH,
    LabelMessage.RENEWED_FROM_INTERVIEW_TO_SAME_DAY,
    LabelMessage.RENEWED_FROM_INTERVIEW_TO_LAST_DAY,
)


def first_rule(interview: date, term: Term, until: date, *, closed: date | None) -> Message:
    """Give the rule of a first label; `closed` is until when it would have been a renewal."""
    ends = _FIRST if closed is None else _TOO_LATE
    values = {} if closed is None else {"closed": Day(closed)}
    return message(
        ends.by(term, interview, until),
        interview=_counted_from(interview, term),
        months=term.months,
        until=until,
        **values,
    )


def renewed_rule(previous: date, term: Term, until: date) -> Message:
    """Give the rule of a renewal that is counted from the end of the previous label."""
    ends = _RENEWED.by(term, previous, until)
    return message(ends, previous=previous, months=term.months, until=until)


def renewed_from_interview_rule(interview: date, term: Term, until: date) -> Message:
    """Give the rule of a renewal that is counted like a first label."""
    return message(
        _RENEWED_FROM_INTERVIEW.by(term, interview, until),
        interview=_counted_from(interview, term),
        months=term.months,
        until=until,
    )


def _counted_from(day: date, term: Term) -> Day | Month:
    return Month(day.replace(day=1)) if term.end_of_month else Day(day)
