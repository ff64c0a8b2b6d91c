"""Case files that are here already, told by what is in them: equal, or alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case
from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.workflow.desk.desk import Desk

Said = tuple[str, str, str, str, str]


def about(case: Case) -> tuple[OrganisationKey, str]:
    """Give what two cases share that may be one: the organisation and the day of the interview."""
    organisation = case.organisation
    key = organisation_key(organisation.name, organisation.country)
    return key, str(case.details.interview_date)


def cases_alike(desk: Desk, case: Case) -> Iterator[Case]:
    """Give the cases here of the same organisation and day."""
    return (there for there in desk.store.cases.all() if about(there) == about(case))


def is_held(desk: Desk, brought: Assessment, case: Case) -> bool:
    """Tell whether a case here says, or once said, everything that a case file says."""
    if brought.case.details != case.details:
        return False
    now = desk.store.assessment(case.id)
    held = {*_said(now.answers.values()), *_said(desk.store.answers.history(case.id))}
    return set(_said(brought.answers.values())) <= held


def _said(answers: Iterable[Answer]) -> Iterator[Said]:
    for answer in answers:
        yield (
            answer.question,
            answer.status.value,
            repr(answer.value),
            answer.reason or "",
            answer.note or "",
        )


def content_of(brought: Assessment) -> str:
    """Give what a case file says, as a text by which two files are compared."""
    return repr(
        (about(brought.case), brought.case.details, sorted(_said(brought.answers.values())))
    )
