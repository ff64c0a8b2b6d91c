"""The history of the answers of a case: each change, and what of the answer it changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import Literal

from assess.core.case.answer import Answer
from assess.core.record.clock import ClockDoubt
from assess.core.text.value import Name, Value

Part = Literal[
    "status", "value", "reason", "note", "for_report", "evidence", "flag", "follow_up_by"
]
"""What of an answer can change."""

PARTS: tuple[Part, ...] = (
    "status",
    "value",
    "reason",
    "note",
    "for_report",
    "evidence",
    "flag",
    "follow_up_by",
)

_NEVER = datetime.min.replace(tzinfo=UTC)
"""Before every moment: when an answer was given that does not say when."""


class AnswerChange(Value):
    """One entry of the history beside the one that it replaced; `after` says who made it, when."""

    question: Name
    before: Answer
    after: Answer
    stated_day: date | None = None
    """The day that counted as today when it was made, where one was stated."""
    doubt: ClockDoubt | None = None
    """Why its time cannot be right."""


def changes(history: Iterable[Answer]) -> tuple[AnswerChange, ...]:
    """Give each entry of a history, oldest first, beside the one of the same question before it."""
    newest: dict[str, Answer] = {}
    found = []
    for entry in history:
        before = newest.get(entry.question) or Answer(question=entry.question)
        found.append(AnswerChange(question=entry.question, before=before, after=entry))
        newest[entry.question] = entry
    return tuple(found)


def in_order(earlier: Iterable[Answer], newest: Iterable[Answer]) -> tuple[Answer, ...]:
    """Put the newest answers, one for each question, among the earlier ones where they were given.

    The earlier ones keep their order; a newest one comes after all others to its question.
    """
    known = list(earlier)
    after = {answer.question: place for place, answer in enumerate(known, start=1)}
    moments = list(accumulate((answer.at or _NEVER for answer in known), max))
    placed = sorted(
        (
            (max(after.get(answer.question, 0), bisect_right(moments, answer.at or _NEVER)), answer)
            for answer in newest
        ),
        key=lambda each: (each[0], each[1].at or _NEVER),
    )
    merged: list[Answer] = []
    taken = 0
    for place, newer in placed:
        merged += [*known[taken:place], newer]
        taken = place
    return (*merged, *known[taken:])


def changed_parts(change: AnswerChange) -> tuple[Part, ...]:
    """Tell what of the answer a change changed."""
    return differing(change.before, change.after)


def differing(first: Answer, second: Answer) -> tuple[Part, ...]:
    """Tell in which parts two answers differ."""
    return tuple(part for part in PARTS if getattr(first, part) != getattr(second, part))
