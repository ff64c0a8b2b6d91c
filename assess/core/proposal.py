"""Proposals: answers sent ahead or from elsewhere, which count only once the expert confirms them.

One mechanism for a returned questionnaire, the previous round and another copy of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from assess.core.answer import Answer, AnswerValue, Status
from assess.core.assessment import Assessment
from assess.core.value import Name, Said, Value


class Proposal(Value):
    """An answer that somebody proposes for a question."""

    id: int | None = None
    question: Name
    status: Status = Status.ANSWERED
    value: AnswerValue = None
    reason: str | None = None
    note: str | None = None
    follow_up_by: date | None = None
    source: Said
    """Where it comes from, in words: a file, an earlier round, another copy."""
    at: datetime | None = None


class Stance(StrEnum):
    """How a proposal stands to the answer that is there."""

    BLANK = "blank"
    CONFIRMED = "confirmed"
    DIFFERS = "differs"


def stance(proposal: Proposal, assessment: Assessment) -> Stance:
    """Tell whether a proposal fills a blank, says what is there already, or something else."""
    there = assessment.answer(proposal.question)
    if there.status is Status.NOT_REACHED:
        return Stance.BLANK
    same = there.status is proposal.status and equal(there.value, proposal.value)
    return Stance.CONFIRMED if same else Stance.DIFFERS


def equal(one: AnswerValue, other: AnswerValue) -> bool:
    """Tell whether two values say the same; the order of several choices says nothing."""
    if isinstance(one, list) and isinstance(other, list) and all(isinstance(x, str) for x in one):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def proposed_by(answers: Iterable[Answer], source: str) -> tuple[Proposal, ...]:
    """Make proposals of answers: those that say something, with their notes."""
    return tuple(
        Proposal(
            question=answer.question,
            status=answer.status,
            value=answer.value,
            reason=answer.reason,
            note=answer.note,
            follow_up_by=answer.follow_up_by,
            source=source,
        )
        for answer in answers
        if answer.status not in (Status.NOT_REACHED, Status.SKIPPED)
    )


def open_proposals(
    proposals: Iterable[Proposal], assessment: Assessment
) -> Mapping[str, tuple[Proposal, ...]]:
    """Give the proposals by question that still wait for a decision: blank or different."""
    waiting: dict[str, tuple[Proposal, ...]] = {}
    for one in proposals:
        if stance(one, assessment) is not Stance.CONFIRMED:
            waiting[one.question] = (*waiting.get(one.question, ()), one)
    return waiting
