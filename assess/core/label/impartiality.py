"""Impartiality: what whoever decides on a label has to know of the expert's declaration."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.assessment import NO_INTEREST, Assessment
from assess.core.label.message import LabelMessage
from assess.core.text.message import Day, Message, message
from assess.core.text.name import same_name


def interest_text(assessment: Assessment) -> Message:
    """Say which interest the expert has declared, by whom and when; none is said as `none`."""
    declared = assessment.case.details.impartiality
    if declared is None:
        return message(LabelMessage.INTEREST_NOT_STATED)
    day = Day(declared.on, in_words=True)
    if same_name(declared.statement, NO_INTEREST):
        return message(LabelMessage.INTEREST_NONE, name=declared.by, day=day)
    statement = declared.statement.rstrip(". ")
    code = LabelMessage.INTEREST_DECLARED
    return message(code, statement=statement, name=declared.by, day=day)


def impartiality_warnings(assessment: Assessment) -> tuple[Message, ...]:
    """Give what whoever decides has to know of the expert's declaration."""
    return tuple(_warnings(assessment))


def _warnings(assessment: Assessment) -> Iterator[Message]:
    details = assessment.case.details
    declared = details.impartiality
    if declared is None:
        yield message(LabelMessage.IMPARTIALITY_NOT_DECLARED)
        return
    if not same_name(declared.statement, NO_INTEREST):
        yield message(LabelMessage.INTEREST_STATED, statement=declared.statement)
    if declared.on > details.interview_date:
        yield message(
            LabelMessage.IMPARTIALITY_DECLARED_LATE,
            declared=declared.on,
            interview=details.interview_date,
        )
    if not same_name(declared.by, details.expert):
        yield message(
            LabelMessage.IMPARTIALITY_DECLARED_BY_OTHER, by=declared.by, expert=details.expert
        )
