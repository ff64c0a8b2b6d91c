"""Case files that are here already, told by what is in them: equal, or alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assess.core.case.answer import Answer
from assess.core.case.assessment import Case
from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.text.value import Value
from assess.exchange.case.case_file import CarriedCase
from assess.workflow.desk.desk import Desk


def about(case: Case) -> tuple[OrganisationKey, str]:
    """Give what two cases share that may be one: the organisation and the day of the interview."""
    organisation = case.organisation
    key = organisation_key(organisation.name, organisation.country)
    return key, str(case.details.interview_date)


def cases_alike(desk: Desk, case: Case) -> Iterator[Case]:
    """Give the cases here of the same organisation and day."""
    return (there for there in desk.store.cases.all() if about(there) == about(case))


def is_held(held: CarriedCase, brought: CarriedCase) -> bool:
    """Tell whether a case here says, or once said, everything that a case file says."""
    return held.assessment.case.details == brought.assessment.case.details and all(
        there <= here for there, here in zip(_all_of(brought), _all_of(held), strict=True)
    )


def _all_of(carried: CarriedCase) -> tuple[set[object], ...]:
    """Give what a case holds, by its kind; of answers what they say, not when it was said."""
    answers = carried.assessment.answers.values()
    return (
        {*_said(answers), *_said(carried.history)},
        set(carried.drafts.items()),
        {_repr(decided.proposal) for decided in carried.proposals},
        {_repr(decided) for decided in carried.proposals if decided.decision is not None},
        set(map(_repr, carried.verdicts)),
        set(map(_repr, carried.edits)),
        set(map(_repr, carried.plan)),
        set(map(_repr, carried.entries)),
        set(map(_repr, carried.editions)),
    )


def _repr(entry: Value) -> str:
    return repr(entry.model_dump(mode="json"))


def _said(answers: Iterable[Answer]) -> Iterator[object]:
    for answer in answers:
        yield (
            answer.question,
            answer.status,
            repr(answer.value),
            answer.reason,
            answer.note,
            answer.for_report,
            answer.flag,
            answer.follow_up_by,
            frozenset((piece.kind, piece.location, piece.title) for piece in answer.evidence),
        )


def content_of(brought: CarriedCase) -> str:
    """Give what a case file says, as a text by which two files are compared."""
    assessment = brought.assessment
    parts = [sorted(map(repr, part)) for part in _all_of(brought)]
    return repr((about(assessment.case), assessment.case.details, parts))
