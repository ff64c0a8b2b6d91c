"""Proposals: answers sent ahead or from elsewhere, which count only once the expert confirms them.

One mechanism for a returned questionnaire, the previous round and another copy of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from assess.core.case.answer import Answer, AnswerValue, Evidence
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.text.message import Message
from assess.core.text.value import LanguageCode, Name, Said, Value


class Proposal(Value):
    """An answer that somebody proposes for a question."""

    id: int | None = None
    question: Name
    status: Status = Status.ANSWERED
    value: AnswerValue = None
    reason: str | None = None
    note: str | None = None
    for_report: bool | None = None
    note_withheld: bool = False
    evidence: tuple[Evidence, ...] = ()
    flag: bool = False
    follow_up_by: date | None = None
    asked_in: LanguageCode | None = None
    note_in: LanguageCode | None = None
    source: Message | Said
    """Where it comes from: a file, an earlier round, another copy."""
    at: datetime | None = None

    def without_private_note(self) -> Proposal:
        """Give the proposal as a copy has it that withholds private notes."""
        if not self.note or self.for_report is not False:
            return self
        return self.model_copy(update={"note": None, "for_report": None, "note_withheld": True})


Decision = Literal["taken", "declined"]


class Decided(Value):
    """A proposal and what was decided on it, if anything was."""

    proposal: Proposal
    decision: Decision | None = None
    decided_at: datetime | None = None
    decided_by: str | None = None


class Stance(StrEnum):
    """How a proposal stands to the answer that is there."""

    BLANK = "blank"
    CONFIRMED = "confirmed"
    DIFFERS = "differs"


def stance(proposal: Proposal, assessment: Assessment) -> Stance:
    """Tell whether a proposal fills a blank, says what is there already, or something else.

    A note, evidence or reason that the answer does not have is something else, so that none gets
    lost.
    """
    there = assessment.answer(proposal.question)
    if not says_a_value(proposal) and taken(proposal, there) == there:
        return Stance.CONFIRMED  # it says nothing that is not there
    if there.says_nothing or (there.status is Status.NOT_REACHED and says_a_value(proposal)):
        return Stance.BLANK
    same = not says_a_value(proposal) or (
        there.status is proposal.status and equal(there.value, proposal.value)
    )
    adds = taken(proposal, there) != taken(proposal, there, remarks=False) or any(
        getattr(proposal, name) not in (None, getattr(there, name))
        for name in ("reason", "follow_up_by")
    )
    return Stance.CONFIRMED if same and not adds else Stance.DIFFERS


def says_a_value(proposal: Proposal) -> bool:
    """Tell whether a proposal has more to say than a note or evidence."""
    return proposal.status not in (Status.NOT_REACHED, Status.SKIPPED)


def taken(proposal: Proposal, there: Answer, *, remarks: bool = True) -> Answer:
    """Give the answer once a proposal is taken; its note goes below the one that is there.

    Without `remarks` note, evidence and flag stay as they are.
    """
    fields: dict[str, object] = {}
    if says_a_value(proposal):
        fields = {
            name: getattr(proposal, name)
            for name in ("status", "value", "reason", "follow_up_by", "asked_in")
        }
    if remarks:
        known = {(evidence.kind, evidence.location, evidence.sha256) for evidence in there.evidence}
        fields["note"] = joined(there.note, proposal.note)
        fields["note_in"] = there.note_in if there.note else proposal.note_in
        fields["for_report"] = _for_report(there, proposal)
        fields["flag"] = there.flag or proposal.flag
        fields["evidence"] = (
            *there.evidence,
            *(
                evidence
                for evidence in proposal.evidence
                if (evidence.kind, evidence.location, evidence.sha256) not in known
            ),
        )
    return there.changed(**fields)


def _for_report(there: Answer, proposal: Proposal) -> bool | None:
    """Tell whether the note of both may be in the report: what is private stays so."""
    if not proposal.note or (there.note and proposal.note.strip() in there.note):
        return there.for_report
    if not there.note:
        return proposal.for_report
    return False if False in (there.for_report, proposal.for_report) else there.for_report


def joined(note: str | None, added: str | None) -> str | None:
    """Give two notes as one, the later below the earlier, unless that says it already."""
    if not note or not added:
        return note or added
    return note if added.strip() in note else f"{note}\n{added}"


def equal(first: AnswerValue, second: AnswerValue) -> bool:
    """Tell whether two values say the same; the order of several choices says nothing."""
    if (
        isinstance(first, list)
        and isinstance(second, list)
        and all(isinstance(x, str) for x in first)
    ):
        return sorted(map(str, first)) == sorted(map(str, second))
    return first == second


def proposed_by(answers: Iterable[Answer], source: Message | str) -> tuple[Proposal, ...]:
    """Make proposals of answers: those that say something, with their notes."""
    return tuple(
        Proposal(
            question=answer.question,
            status=answer.status,
            value=answer.value,
            reason=answer.reason,
            note=answer.note,
            for_report=answer.for_report,
            note_withheld=answer.note_withheld,
            evidence=answer.evidence,
            flag=answer.flag,
            follow_up_by=answer.follow_up_by,
            asked_in=answer.asked_in,
            note_in=answer.note_in,
            source=source,
        )
        for answer in answers
        if not answer.says_nothing and answer.status is not Status.SKIPPED
    )


def open_proposals(
    proposals: Iterable[Proposal], assessment: Assessment
) -> Mapping[str, tuple[Proposal, ...]]:
    """Give the proposals by question that still wait for a decision: blank or different."""
    waiting: dict[str, tuple[Proposal, ...]] = {}
    for proposal in proposals:
        if stance(proposal, assessment) is not Stance.CONFIRMED:
            waiting[proposal.question] = (*waiting.get(proposal.question, ()), proposal)
    return waiting
