"""Proposing: answers sent ahead or from elsewhere, which count only once they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.history.proposal import Proposal, Stance, open_proposals, stance, taken
from assess.errors import NotFound
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.answering import Recorded, Revision, demand_open
from assess.workflow.desk.desk import Desk


class TakenArea(NamedTuple):
    """The case after the blanks of an area were filled, and what was left as it is.

    `refused` says, question by question, why a proposal could not be taken.
    """

    assessment: Assessment
    taken: int
    differing: int
    refused: tuple[str, ...]


def propose(desk: Desk, assessment: Assessment, proposals: Iterable[Proposal]) -> int:
    """Keep proposals for a case; give how many of them are new and wait for a decision."""
    offered = tuple(proposals)
    demand_open(desk.store.states.newest(assessment.case.id))
    for proposal in offered:
        if proposal.question not in desk.catalogue_of(assessment.case).questions:
            raise NotFound(
                gettext(
                    "There is no question {question}; nothing was proposed.",
                    question=repr(proposal.question),
                )
            )
    waiting = [
        proposal for proposal in offered if stance(proposal, assessment) is not Stance.CONFIRMED
    ]
    return len(desk.store.proposals.add(assessment.case.id, waiting, at=desk.now))


def proposals(desk: Desk, assessment: Assessment) -> Mapping[str, tuple[Proposal, ...]]:
    """Give the proposals that wait for a decision, by question, in the order of the interview."""
    waiting = open_proposals(desk.store.proposals.undecided(assessment.case.id), assessment)
    return {
        name: waiting[name]
        for name in desk.catalogue_of(assessment.case).questions
        if name in waiting
    }


def take(desk: Desk, assessment: Assessment, proposal: Proposal) -> Recorded:
    """Make a proposal the answer; its note goes below the own one, its evidence to the own."""
    revision = Revision(desk, assessment, proposal.question, lambda before: taken(proposal, before))
    case_id, by = assessment.case.id, desk.name_for(assessment)
    if proposal.id is None:
        saved = desk.store.answers.revise(
            case_id, proposal.question, revision, at=desk.now, keeps_draft=True
        )
    else:
        saved = desk.store.proposals.take(case_id, proposal, revision, by=by, at=desk.now)
    return revision.recorded(saved)


def decline(desk: Desk, assessment: Assessment, proposal: Proposal) -> None:
    """Leave the answer as it is; the proposal does not wait any longer."""
    demand_open(desk.store.states.newest(assessment.case.id))
    desk.store.proposals.decline(proposal, by=desk.name_for(assessment), at=desk.now)


def take_area(desk: Desk, assessment: Assessment, area_id: str) -> TakenArea:
    """Take the proposals that fill a blank of an area; those that differ stay side by side."""
    waiting = proposals(desk, assessment)
    return take_blanks(desk, assessment, area_id, lambda name: waiting.get(name, ()))


def take_blanks(
    desk: Desk,
    assessment: Assessment,
    area_id: str,
    offered: Callable[[str], Iterable[Proposal]],
) -> TakenArea:
    """Fill the blanks of an area in the order of the interview, so that the routing follows.

    Of several proposals for one blank the first is taken; the others then differ or agree.
    """
    count, differ, refused = 0, 0, []
    for indicator in desk.catalogue_of(assessment.case).asked:
        for question in indicator.questions if indicator.area == area_id else ():
            for proposal in offered(question.name):
                how = stance(proposal, assessment)
                if how is Stance.DIFFERS:
                    differ += 1
                if how is not Stance.BLANK or not is_relevant(
                    question, assessment, desk.catalogue_of(assessment.case)
                ):
                    continue
                recorded = take(desk, assessment, proposal)
                assessment = recorded.assessment
                if recorded.is_saved:
                    count += 1
                    continue
                why = "; ".join(
                    say(finding.text) for finding in recorded.findings if finding.kind == "hard"
                )
                refused.append(
                    gettext(
                        "{number} {question}: {why}",
                        number=indicator.number,
                        question=say(question.label),
                        why=why or gettext("answered in the meantime"),
                    )
                )
    return TakenArea(assessment, count, differ, tuple(refused))
