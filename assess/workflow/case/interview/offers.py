"""What is offered for the answers of a case: proposals that wait, and what the last round said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.workflow.case import proposing, rounds
from assess.workflow.desk.desk import Desk


class Offered:
    """Holds what is offered; what of it still waits depends on the answers that are there."""

    def __init__(self, desk: Desk, assessment: Assessment) -> None:
        """Look up the proposals of a case; the last round is read when it is first asked for."""
        self._desk = desk
        self._begun = assessment
        self._kept: Mapping[str, tuple[Proposal, ...]] = {}
        self._last_said: dict[str, Proposal | None] = {}
        self.renew(assessment)

    def renew(self, assessment: Assessment) -> None:
        """Look the proposals up again."""
        self._kept = proposing.proposals(self._desk, assessment)

    @cached_property
    def last(self) -> Assessment | None:
        """The last round of the organisation, if there was one."""
        return rounds.last_round(self._desk, self._begun)

    def waiting(self, question: str, assessment: Assessment) -> tuple[Proposal, ...]:
        """Give the proposals for a question that say something else than the answer."""
        return tuple(
            one
            for one in self._kept.get(question, ())
            if stance(one, assessment) is not Stance.CONFIRMED
        )

    def last_said(self, question: str | None) -> Proposal | None:
        """Give what was said to a question in the last round, if it was answered."""
        if question is None or self.last is None:
            return None
        if question not in self._last_said:
            self._last_said[question] = rounds.as_proposal(self.last, question)
        return self._last_said[question]

    def has_for_blanks(self, area: str, assessment: Assessment) -> bool:
        """Tell whether something is proposed for a blank of an area."""
        return any(self._kept.get(name) for name in _blanks(area, assessment, self._desk.catalogue))

    def has_last_for_blanks(self, area: str, assessment: Assessment) -> bool:
        """Tell whether the last round has an answer for a blank of an area."""
        return self.last is not None and any(
            self.last_said(name) for name in _blanks(area, assessment, self._desk.catalogue)
        )


def _blanks(area: str, assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Give the questions of an area that are asked and have no answer yet."""
    return (
        question.name
        for indicator in catalogue.indicators
        if indicator.area == area
        for question in indicator.questions
        if assessment.answer(question.name).status is Status.NOT_REACHED
        and is_relevant(question, assessment, catalogue)
    )
