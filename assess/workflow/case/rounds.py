"""Rounds: the last time that an organisation was benchmarked, beside what is said now."""

from __future__ import annotations

from assess.core.case.assessment import Assessment, Case, State
from assess.core.case.history.proposal import Proposal, proposed_by
from assess.core.case.message import CaseMessage
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import question_definition
from assess.core.text.message import Day, message
from assess.errors import NotFound
from assess.languages import gettext
from assess.workflow.case.answering import Recorded
from assess.workflow.case.proposing import TakenArea, take, take_blanks
from assess.workflow.desk.desk import Desk
from assess.workflow.register.likeness import cases_of


def last_round(desk: Desk, assessment: Assessment) -> Assessment | None:
    """Give the last round with the answers that mean the same now: to questions asked alike.

    Where it was of another edition of the catalogue, answers to questions that are defined
    otherwise, or are gone, are left out.
    """
    last = last_case(desk, assessment)
    if last is None:
        return None
    return comparable(last, desk.catalogue_of(last.case), desk.catalogue_of(assessment.case))


def comparable(last: Assessment, then: Catalogue, now: Catalogue) -> Assessment:
    """Give a round of one edition with the answers that mean the same in another edition."""
    if then is now:
        return last
    alike = {
        name
        for name, question in now.questions.items()
        if name in then.questions
        and question_definition(then.questions[name]) == question_definition(question)
    }
    kept = {name: answer for name, answer in last.answers.items() if name in alike}
    return last.model_copy(update={"answers": kept})


def last_case(desk: Desk, assessment: Assessment) -> Assessment | None:
    """Give the last case of the same organisation before this one, a finished one if there is one.

    Cases are in the order of their interviews; of two on one day the later begun is the later.
    """
    earlier = [
        case
        for case in cases_of(desk, assessment.case.organisation)
        if _moment(case) < _moment(assessment.case)
    ]
    if not earlier:
        return None
    return desk.store.assessment(max(earlier, key=_weight).id)


def earlier_cases(desk: Desk, assessment: Assessment) -> tuple[Assessment, ...]:
    """Give the finished cases of the organisation before this one, and the last one, in order."""
    last = last_case(desk, assessment)
    found = [
        case
        for case in cases_of(desk, assessment.case.organisation)
        if _moment(case) < _moment(assessment.case)
        and (case.state is State.FINISHED or (last is not None and case.id == last.case.id))
    ]
    return tuple(desk.store.assessment(case.id) for case in sorted(found, key=_moment))


def unsettled_steps(desk: Desk, assessment: Assessment) -> int:
    """Count what was agreed in the last round and is neither done nor dropped."""
    last = last_case(desk, assessment)
    entries = desk.store.plans.of(last.case.id).values() if last is not None else ()
    return sum(entry.state in ("open", "under_way") and not entry.says_nothing for entry in entries)


def newest_of(desk: Desk, organisation: Organisation, *, but: str | None = None) -> Case | None:
    """Give the newest case of an organisation other than one, a finished one if there is one."""
    known = [case for case in cases_of(desk, organisation) if case.id != but]
    return max(known, key=_weight, default=None)


def _weight(case: Case) -> tuple[object, ...]:
    return (case.state is State.FINISHED, *_moment(case))


def _moment(case: Case) -> tuple[object, ...]:
    return (case.details.interview_date, case.created_at, case.id)


def as_proposal(last: Assessment, question: str) -> Proposal | None:
    """Give the last round's answer to a question as a proposal that is not kept; None: no answer.

    Of the last round only what was said is proposed: its note, evidence and flag belong to it.
    """
    answer = last.answer(question).changed(note=None, evidence=(), flag=False)
    found = proposed_by(
        [answer],
        message(
            CaseMessage.FROM_LAST_ROUND, day=Day(last.case.details.interview_date, in_words=True)
        ),
    )
    return found[0] if found else None


def take_last_of_area(
    desk: Desk, assessment: Assessment, last: Assessment, area_id: str
) -> TakenArea:
    """Fill the blanks of an area with what was said in the last round.

    That an answer is another one than then is nothing to decide, so it is not counted.
    """

    def offered(question: str) -> tuple[Proposal, ...]:
        proposal = as_proposal(last, question)
        return () if proposal is None else (proposal,)

    return take_blanks(desk, assessment, area_id, offered)._replace(differing=0)


def take_last(desk: Desk, assessment: Assessment, last: Assessment, question: str) -> Recorded:
    """Make what was said to a question in the last round the answer of this one."""
    if question not in desk.catalogue_of(assessment.case).questions:
        raise NotFound(
            gettext(
                "There is no question {question}; `assess codebook` lists all questions.",
                question=repr(question),
            )
        )
    proposal = as_proposal(last, question)
    if proposal is None:
        raise NotFound(gettext("{question} was not answered in the last round.", question=question))
    return take(desk, assessment, proposal)
