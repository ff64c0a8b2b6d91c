"""The course of a case at the secretariat: which step leads where, and who takes it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from assess.core.submission.role import Action


class CaseState(StrEnum):
    """Where a case stands; the server says it."""

    SUBMITTED = "submitted"
    NATIONAL_CHECK = "national_check"
    CENTRAL_CHECK = "central_check"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    LABEL_PROPOSED = "label_proposed"
    DECIDED = "decided"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ReviewStep(StrEnum):
    """What is decided on a case; each step is bound to the revision that was seen."""

    BEGUN = "begun"
    """Somebody checks it: nationally where the country has a coordinator, else centrally."""
    PASSED = "passed"
    """The national coordinator passes it on."""
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    """A level is proposed to the board."""
    AWARDED = "awarded"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The expert takes it back."""


class Needed(StrEnum):
    """What is said with a step."""

    NOTHING = "nothing"
    REASON = "reason"
    LEVEL = "level"


class Course(NamedTuple):
    """What a step takes."""

    action: Action
    before: frozenset[CaseState]
    """The states in which it can be taken."""
    after: CaseState
    needed: Needed = Needed.NOTHING


_SUBMITTED = frozenset({CaseState.SUBMITTED})
_NATIONALLY = frozenset({CaseState.NATIONAL_CHECK})
_CENTRALLY = frozenset({CaseState.CENTRAL_CHECK})
_ACCEPTED = frozenset({CaseState.ACCEPTED})
_PROPOSED = frozenset({CaseState.LABEL_PROPOSED})
_UNDECIDED = frozenset(CaseState) - {CaseState.DECIDED, CaseState.PUBLISHED, CaseState.WITHDRAWN}

_TABLE = (
    (ReviewStep.BEGUN, Action.CHECK, _SUBMITTED, CaseState.CENTRAL_CHECK, Needed.NOTHING),
    (ReviewStep.PASSED, Action.CHECK, _NATIONALLY, CaseState.CENTRAL_CHECK, Needed.NOTHING),
    (
        ReviewStep.RETURNED,
        Action.CHECK,
        _NATIONALLY | _CENTRALLY,
        CaseState.RETURNED,
        Needed.REASON,
    ),
    (ReviewStep.ACCEPTED, Action.ACCEPT, _CENTRALLY, CaseState.ACCEPTED, Needed.NOTHING),
    (ReviewStep.PROPOSED, Action.ACCEPT, _ACCEPTED, CaseState.LABEL_PROPOSED, Needed.LEVEL),
    (ReviewStep.AWARDED, Action.DECIDE, _PROPOSED, CaseState.DECIDED, Needed.LEVEL),
    (ReviewStep.REFUSED, Action.DECIDE, _PROPOSED, CaseState.DECIDED, Needed.REASON),
    (ReviewStep.WITHDRAWN, Action.WITHDRAW, _UNDECIDED, CaseState.WITHDRAWN, Needed.REASON),
)

COURSE: Mapping[ReviewStep, Course] = {
    step: Course(action, before, after, needed) for step, action, before, after, needed in _TABLE
}
"""Every step; what is not here is never taken."""
