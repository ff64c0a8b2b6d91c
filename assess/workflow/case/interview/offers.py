"""What is offered for the answers of a case: proposals that wait, and what the last round said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.checking import Finding
from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.core.catalogue.answer_status import Status
from assess.workflow.case.interview.held_case import HeldCase, Overtaken
from assess.workflow.case.proposing import TakenArea, decline, proposals, take, take_area
from assess.workflow.case.rounds import as_proposal, last_round, take_last_of_area


class Offers:
    """Holds what is offered for a held case, takes it or declines it.

    What of it still waits depends on the answers that are there.
    """

    def __init__(self, case: HeldCase) -> None:
        """Look up the proposals of a case; the last round is read when it is first asked for."""
        self._case, self._desk = case, case.desk
        self._begun = case.assessment
        self._kept: Mapping[str, tuple[Proposal, ...]] = {}
        self._last_said: dict[str, Proposal | None] = {}
        self.renew(case.assessment)

    def renew(self, assessment: Assessment) -> None:
        """Look up again which proposals wait in a case as it is in the database."""
        self._kept = proposals(self._desk, assessment)

    @cached_property
    def last(self) -> Assessment | None:
        """The last round of the organisation, if there was one."""
        return last_round(self._desk, self._begun)

    def waiting(self, question: str) -> tuple[Proposal, ...]:
        """Give the proposals for a question that say something else than the answer."""
        return tuple(
            proposal for proposal in self._kept.get(question, ()) if self.differs(proposal)
        )

    def last_said(self, question: str | None) -> Proposal | None:
        """Give what was said to a question in the last round, if it was answered."""
        if question is None or self.last is None:
            return None
        if question not in self._last_said:
            self._last_said[question] = as_proposal(self.last, question)
        return self._last_said[question]

    def differs(self, proposal: Proposal) -> bool:
        """Tell whether a proposal says something else than the answer."""
        return stance(proposal, self._case.assessment) is not Stance.CONFIRMED

    def has_for_blanks(self, area: str) -> bool:
        """Tell whether something is proposed for a blank of an area."""
        return any(self._kept.get(name) for name in self._blanks(area))

    def has_last_for_blanks(self, area: str) -> bool:
        """Tell whether the last round has an answer for a blank of an area."""
        return self.last is not None and any(self.last_said(name) for name in self._blanks(area))

    def _blanks(self, area: str) -> Iterator[str]:
        """Give the questions of an area that are asked and have no answer yet."""
        assessment, catalogue = self._case.assessment, self._case.catalogue
        return (
            question.name
            for indicator in catalogue.asked
            if indicator.area == area
            for question in indicator.questions
            if assessment.answer(question.name).status is Status.NOT_REACHED
            and is_relevant(question, assessment, catalogue)
        )

    # Taking and declining

    def take(self, name: str) -> tuple[Finding, ...]:
        """Take the first proposal for a question. Gives what stands against it."""
        first = next(iter(self.waiting(name)), None)
        return self._adopt(first) if first is not None else ()

    def decline(self, name: str) -> None:
        """Decline the first proposal for a question."""
        for first in self.waiting(name)[:1]:
            decline(self._desk, self._case.assessment, first)
        self.renew(self._case.assessment)

    def take_last(self, name: str) -> tuple[Finding, ...]:
        """Take what was said in the last round. Gives what stands against it."""
        last = self.last_said(name)
        return self._adopt(last) if last is not None else ()

    def _adopt(self, proposal: Proposal) -> tuple[Finding, ...]:
        """Take a proposal over; what is typed and no answer yet stays. May raise Overtaken."""
        recorded = take(self._desk, self._case.assessment, proposal)
        self.renew(recorded.assessment)
        if recorded.conflict is not None:
            self._case.assessment = recorded.assessment
            raise Overtaken(proposal.question, recorded.conflict)
        self._case.take(recorded)
        if recorded.is_saved:
            return ()
        return tuple(finding for finding in recorded.findings if finding.kind == "hard")

    def take_area(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what is proposed."""
        return self._filled(take_area(self._desk, self._case.assessment, area))

    def take_last_area(self, area: str) -> TakenArea:
        """Fill the blanks of an area with what was said in the last round."""
        if self.last is None:
            return TakenArea(self._case.assessment, 0, 0, ())
        return self._filled(take_last_of_area(self._desk, self._case.assessment, self.last, area))

    def _filled(self, found: TakenArea) -> TakenArea:
        if found.taken:
            self._case.hold(found.assessment)
        else:
            self._case.assessment = found.assessment
        self.renew(found.assessment)
        return found
