"""What was said and decided on a case, each as a sentence; and how its state is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assess.core.submission.course import CaseState
from assess.core.submission.exchanged import ReviewEntry
from assess.core.submission.message import CourseMessage, ReviewMessage
from assess.core.text.message import Message, Text, message

_KINDS: Mapping[str, ReviewMessage] = {
    "question": ReviewMessage.ASKS,
    "suggestion": ReviewMessage.SUGGESTS,
    "answer": ReviewMessage.ANSWERS,
    "closing": ReviewMessage.CLOSES,
    "interest": ReviewMessage.INTERESTED,
    "begun": ReviewMessage.BEGINS,
    "passed": ReviewMessage.PASSES,
    "returned": ReviewMessage.RETURNS,
    "accepted": ReviewMessage.ACCEPTS,
    "proposed": ReviewMessage.PROPOSES,
    "awarded": ReviewMessage.AWARDS,
    "refused": ReviewMessage.REFUSES,
    "withdrawn": ReviewMessage.WITHDRAWS,
}
_STATES: Mapping[CaseState, CourseMessage] = {
    CaseState.SUBMITTED: CourseMessage.SUBMITTED,
    CaseState.NATIONAL_CHECK: CourseMessage.NATIONAL_CHECK,
    CaseState.CENTRAL_CHECK: CourseMessage.CENTRAL_CHECK,
    CaseState.RETURNED: CourseMessage.RETURNED,
    CaseState.ACCEPTED: CourseMessage.ACCEPTED,
    CaseState.LABEL_PROPOSED: CourseMessage.LABEL_PROPOSED,
    CaseState.DECIDED: CourseMessage.DECIDED,
    CaseState.PUBLISHED: CourseMessage.PUBLISHED,
    CaseState.WITHDRAWN: CourseMessage.WITHDRAWN,
}
_WITH_TEXT = frozenset(_KINDS) - {"begun", "passed", "accepted", "proposed", "awarded"}


def state_message(state: CaseState) -> Message:
    """Give how a state is called."""
    return message(_STATES[state])


def entry_message(entry: ReviewEntry, titles: Mapping[str, Text] | None = None) -> Message:
    """Give what somebody said or decided as a sentence.

    `titles` call the questions of the catalogue; without them they are called by their names.
    """
    code = _KINDS[entry.kind]
    values: dict[str, Any] = {"name": entry.by}
    if entry.kind in _WITH_TEXT:
        values["text"] = str(entry.body.get("text", entry.body.get("reason", "")))
    question = entry.body.get("question")
    if code is ReviewMessage.ASKS and question is not None:
        code = ReviewMessage.ASKS_ABOUT
    if code in (ReviewMessage.ASKS_ABOUT, ReviewMessage.SUGGESTS):
        name = str(question or "-")
        values["question"] = (titles or {}).get(name, name)
    if code in (ReviewMessage.PROPOSES, ReviewMessage.AWARDS):
        values["level"] = str(entry.body.get("level", "-"))
    return message(code, **values)


def open_in(entries: Iterable[ReviewEntry]) -> tuple[ReviewEntry, ...]:
    """Give the questions that are not closed, oldest first."""
    known = tuple(entries)
    closed = {entry.parent for entry in known if entry.kind == "closing"}
    return tuple(entry for entry in known if entry.kind == "question" and entry.id not in closed)
