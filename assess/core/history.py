"""The history of the answers of a case: each change, and what of the answer it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from assess.core.answer import Answer
from assess.core.value import Name, Value

Part = Literal["status", "value", "reason", "note", "evidence", "flag", "follow_up_by"]
"""What of an answer can change."""

PARTS: tuple[Part, ...] = ("status", "value", "reason", "note", "evidence", "flag", "follow_up_by")


class Change(Value):
    """One entry of the history beside the one that it replaced; `after` says who made it, when."""

    question: Name
    before: Answer
    after: Answer


def changes(history: Iterable[Answer]) -> tuple[Change, ...]:
    """Give each entry of a history, oldest first, beside the one of the same question before it."""
    newest: dict[str, Answer] = {}
    found = []
    for entry in history:
        before = newest.get(entry.question) or Answer(question=entry.question)
        found.append(Change(question=entry.question, before=before, after=entry))
        newest[entry.question] = entry
    return tuple(found)


def changed_parts(change: Change) -> tuple[Part, ...]:
    """Tell what of the answer a change changed."""
    return differing(change.before, change.after)


def differing(one: Answer, other: Answer) -> tuple[Part, ...]:
    """Tell in which parts two answers differ."""
    return tuple(part for part in PARTS if getattr(one, part) != getattr(other, part))
