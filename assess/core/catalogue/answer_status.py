"""The statuses of an answer: why a question has its value, or has none."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Why a question has its value, or has none; never a magic number, never zero."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"
    REFUSED = "refused"
    FOLLOW_UP = "follow_up"
    SKIPPED = "skipped"
    NOT_REACHED = "not_reached"
    ADDED_LATER = "added_later"
    IMPLAUSIBLE = "implausible"


OUT_OF_DENOMINATOR = frozenset({Status.NOT_APPLICABLE, Status.SKIPPED, Status.ADDED_LATER})
"""Statuses that leave the denominator; any other non-answer makes a derived value no value."""


SETTLED = frozenset(
    {
        Status.ANSWERED,
        Status.NOT_APPLICABLE,
        Status.DONT_KNOW,
        Status.REFUSED,
        Status.SKIPPED,
        Status.ADDED_LATER,
        Status.IMPLAUSIBLE,
    }
)
"""Statuses after which nothing is left to ask."""


CHOSEN_BY_EXPERT = (
    Status.NOT_APPLICABLE,
    Status.FOLLOW_UP,
    Status.DONT_KNOW,
    Status.REFUSED,
    Status.IMPLAUSIBLE,
    Status.ADDED_LATER,
    Status.NOT_REACHED,
)
"""Statuses that an expert may give; `skipped` follows from the routing alone."""


WITH_REASON = frozenset({Status.NOT_APPLICABLE, Status.IMPLAUSIBLE})
"""Statuses that need a reason."""
