"""A case in which nothing is known: answered at once, where how it was answered is no matter."""

from __future__ import annotations

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.workflow import Desk

OPEN = (Status.NOT_REACHED, Status.FOLLOW_UP)


def with_nothing_open(desk: Desk, case: str) -> Assessment:
    """Say of every question that is open that nobody knows, and give the case as it then is."""
    assessment = desk.store.assessment(case)
    unknown = [
        Answer(question=name, status=Status.DONT_KNOW)
        for name in desk.newest.questions
        if assessment.answer(name).status in OPEN
    ]
    desk.store.answers.add(case, unknown, at=desk.now)
    return desk.store.assessment(case)
