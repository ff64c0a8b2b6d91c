"""What a case keeps of reasons and sources: messages, or the prose of an older version."""

from __future__ import annotations

from assess.core.case.assessment import StateChange
from assess.core.case.history.proposal import Proposal
from assess.core.case.message import CaseMessage
from assess.core.text.kept import KeptMessages, PlaceKind, Understand, understood_text

_DAY, _PERSON = PlaceKind.DAY_IN_WORDS, PlaceKind.PERSON
_TEXT, _NAME = PlaceKind.TEXT, PlaceKind.NAME

REASONS = KeptMessages(
    {CaseMessage.OPENED_WITH_EDITION: {"after": _NAME, "before": _NAME, "case": _NAME}}
)
"""Reasons why a case was begun, which nobody typed."""

SOURCES = KeptMessages(
    {
        CaseMessage.FROM_COPY: {},
        CaseMessage.FROM_COPY_BY: {"person": _PERSON},
        CaseMessage.FROM_COPY_ON: {"day": _DAY},
        CaseMessage.FROM_COPY_BY_ON: {"person": _PERSON, "day": _DAY},
        CaseMessage.FROM_OTHER_CASE: {"organisation": _TEXT, "day": _DAY},
        CaseMessage.FROM_LAST_ROUND: {"day": _DAY},
        CaseMessage.FROM_EDITION: {"edition": _NAME},
    }
)
"""Where proposals come from, where it is no file."""


def understood_change(change: StateChange, understand: Understand) -> StateChange:
    """Give a change of state with its reason as the message that it is, where that is certain."""
    if not change.reason:
        return change
    reason = understood_text(change.reason, REASONS, understand)
    return change.model_copy(update={"reason": reason})


def understood_proposal(proposal: Proposal, understand: Understand) -> Proposal:
    """Give a proposal with its source as the message that it is, where that is certain."""
    source = understood_text(proposal.source, SOURCES, understand)
    return proposal.model_copy(update={"source": source})
