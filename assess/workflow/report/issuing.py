"""Issuing asks: what nobody has looked at yet is said, and without a yes nothing is frozen."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.case.open_point import PointKind
from assess.core.label.decision_order import DecisionStage, stage_of
from assess.errors import AssessError, Way
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.advice import reviewing
from assess.workflow.advice.results import results
from assess.workflow.case.cases import points_of
from assess.workflow.desk.desk import Desk
from assess.workflow.label.labelling import check, label_of
from assess.workflow.report.key_message import board_message


class Consent(NamedTuple):
    """What was answered to what is still open: yes, or why nobody could be asked."""

    is_given: bool = False
    """All is accepted as it is."""
    reason: str = ""
    """Why it is issued without review; printed in the imprint."""


NOBODY_ASKED = Consent()
"""No answer, and no reason either."""


class StillOpen(NamedTuple):
    """What nobody has looked at or decided before an edition is issued."""

    points: int
    advice: int
    """Recommendations and strengths that are neither accepted, edited nor dropped."""
    outdated: int
    """Those whose edited text was written for an earlier finding, with the message."""
    criteria: int
    """Open criteria, where a label is proposed: a benchmarking without one is complete."""
    evidence: tuple[tuple[str, str], ...] = ()
    """What of the evidence has changed or is gone, with its question."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what is open, each in a sentence; nothing where all is looked at."""
        said = (
            (
                self.points,
                ngettext(
                    "{count} open point is left.", "{count} open points are left.", self.points
                ),
            ),
            (
                self.advice,
                ngettext(
                    "{count} recommendation or strength is not looked at yet.",
                    "{count} recommendations and strengths are not looked at yet.",
                    self.advice,
                ),
            ),
            (
                self.outdated,
                ngettext(
                    "{count} edited text was written for an earlier finding.",
                    "{count} edited texts were written for an earlier finding.",
                    self.outdated,
                ),
            ),
            (
                self.criteria,
                ngettext(
                    "The label is proposed, and {count} criterion is open.",
                    "The label is proposed, and {count} criteria are open.",
                    self.criteria,
                ),
            ),
        )
        named = (
            gettext("Evidence of {question}: {fault}.", question=question, fault=fault)
            for question, fault in self.evidence
        )
        return (*(sentence for count, sentence in said if count), *named)


def still_open(desk: Desk, assessment: Assessment) -> StillOpen:
    """Give what issuing asks about."""
    found = results(desk, assessment)
    every = (*found.recommendations, *found.strengths)
    outdated = sum(each.outdated is not None and each.state != "dropped" for each in every)
    label = label_of(desk, assessment)
    points = points_of(desk, assessment)
    criteria = 0
    if label is not None and stage_of(label) is DecisionStage.PROPOSED:
        checked = check(desk, assessment).eligibility
        criteria = sum(criterion.verdict == "open" for criterion in checked.criteria)
    return StillOpen(
        points=len(points),
        advice=len(reviewing.open_ones(found)),
        outdated=outdated + board_message(desk, assessment, found).is_outdated,
        criteria=criteria,
        evidence=tuple(
            (point.question, say(point.text))
            for point in points
            if point.kind is PointKind.EVIDENCE
        ),
    )


def demand_consent(desk: Desk, assessment: Assessment, consent: Consent) -> str:
    """Accept all as it is where that was answered; give the reason to print, if one is needed.

    Raises AssessError where something is open, and there is neither a yes nor a reason.
    """
    sentences = still_open(desk, assessment).sentences
    if not sentences:
        return ""
    if consent.is_given:
        reviewing.accept_all(desk, assessment)
        return ""
    reason = " ".join(consent.reason.split())
    if not reason:
        raise AssessError(
            gettext(
                "{open} Nothing was issued. Accept all as they are, or give the reason for an "
                "edition without review.",
                open=" ".join(sentences),
            )
        ).helped_by(Way.UNREVIEWED)
    return reason
