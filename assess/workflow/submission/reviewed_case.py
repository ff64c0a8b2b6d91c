"""A case as it was sent, beside its checks, its last round and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from assess.core.case.assessment import Assessment
from assess.core.case.history.last_round import Since, answered_in_either, since
from assess.core.case.open_point import OpenPoint, PointKind, open_points
from assess.core.case.work_time import total
from assess.core.catalogue.catalogue import Catalogue
from assess.core.submission.course import CaseState
from assess.core.submission.course_account import open_in
from assess.core.submission.exchanged import CaseReview, ReviewEntry
from assess.exchange.case.case_file import CarriedCase


@dataclass(frozen=True)
class ReviewedCase:
    """A case as it was sent, beside its checks, its last round and what was said of it."""

    review: CaseReview
    revision: str
    """The revision that is looked at: a step is bound to it."""
    carried: CarriedCase
    catalogue: Catalogue
    last: Assessment | None
    """The last round, as far as it was sent and its answers mean the same."""

    @property
    def assessment(self) -> Assessment:
        """The case with its newest answers."""
        return self.carried.assessment

    @property
    def state(self) -> CaseState:
        """Where the case stands."""
        return CaseState(self.review.state)

    @cached_property
    def points(self) -> tuple[OpenPoint, ...]:
        """What is missing or doubtful, without what was overridden."""
        return tuple(point for point in self._points if point.kind is not PointKind.REASONED)

    @cached_property
    def overridden(self) -> tuple[OpenPoint, ...]:
        """The warnings that the expert overrode, each with the reason."""
        return tuple(point for point in self._points if point.kind is PointKind.REASONED)

    @cached_property
    def _points(self) -> tuple[OpenPoint, ...]:
        undecided = (each.proposal for each in self.carried.proposals if each.decision is None)
        return open_points(self.assessment, self.catalogue, self.carried.drafts, undecided)

    @property
    def working_time(self) -> timedelta:
        """How long the expert worked on the case."""
        return total(self.carried.time)

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The questions that are answered otherwise than in the last round."""
        if self.last is None:
            return ()
        asked = answered_in_either(self.assessment, self.last, self.catalogue)
        return tuple(
            name for name in asked if since(name, self.assessment, self.last) is Since.CHANGED
        )

    @property
    def open_questions(self) -> tuple[ReviewEntry, ...]:
        """The questions of the secretariat that are not closed."""
        return open_in(self.review.entries)
