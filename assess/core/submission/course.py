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


class Course(NamedTuple):
    """What a step takes."""

    action: Action
    before: frozenset[CaseState]
    """The states in which it can be taken."""
    after: CaseState
    needs_reason: bool = False
    needs_level: bool = False


_IN_CHECK = frozenset({CaseState.NATIONAL_CHECK, CaseState.CENTRAL_CHECK})
_UNDECIDED = frozenset(CaseState) - {CaseState.DECIDED, CaseState.PUBLISHED, CaseState.WITHDRAWN}

COURSE: Mapping[ReviewStep, Course] = {
    ReviewStep.BEGUN: Course(
        Action.CHECK, frozenset({CaseState.SUBMITTED}), CaseState.CENTRAL_CHECK
    ),
    ReviewStep.PASSED: Course(
        Action.CHECK, frozenset({CaseState.NATIONAL_CHECK}), CaseState.CENTRAL_CHECK
    ),
    ReviewStep.RETURNED: Course(Action.CHECK, _IN_CHECK, CaseState.RETURNED, needs_reason=True),
    ReviewStep.ACCEPTED: Course(
        Action.ACCEPT, frozenset({CaseState.CENTRAL_CHECK}), CaseState.ACCEPTED
    ),
    ReviewStep.PROPOSED: Course(
        Action.ACCEPT,
        frozenset({CaseState.ACCEPTED}),
        CaseState.LABEL_PROPOSED,
        needs_level=True,
    ),
    ReviewStep.AWARDED: Course(
        Action.DECIDE,
        frozenset({CaseState.LABEL_PROPOSED}),
        CaseState.DECIDED,
        needs_level=True,
    ),
    ReviewStep.REFUSED: Course(
        Action.DECIDE,
        frozenset({CaseState.LABEL_PROPOSED}),
        CaseState.DECIDED,
        needs_reason=True,
    ),
    ReviewStep.WITHDRAWN: Course(
        Action.WITHDRAW, _UNDECIDED, CaseState.WITHDRAWN, needs_reason=True
    ),
}
"""Every step; what is not here is never taken."""
