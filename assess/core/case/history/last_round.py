"""Answers beside those of the last round: what is unchanged, changed or new since then."""

from __future__ import annotations

from enum import StrEnum

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.history.proposal import equal
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue


class Since(StrEnum):
    """How an answer stands to that of the last round."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    OPEN = "open"


def since(question: str, now: Assessment, before: Assessment) -> Since:
    """Tell how the answer to a question stands to that of the last round."""
    here, there = now.answer(question), before.answer(question)
    if here.status is Status.NOT_REACHED:
        return Since.OPEN
    if there.status in (Status.NOT_REACHED, Status.SKIPPED):
        return Since.NEW
    same = here.status is there.status and equal(here.value, there.value)
    return Since.UNCHANGED if same else Since.CHANGED


def answered_in_either(
    now: Assessment, before: Assessment, catalogue: Catalogue
) -> tuple[str, ...]:
    """Give the questions that are asked now and were answered in either round, in their order."""
    silent = (Status.NOT_REACHED, Status.SKIPPED)
    return tuple(
        name
        for name, question in catalogue.questions.items()
        if is_relevant(question, now, catalogue)
        and not (now.answer(name).status in silent and before.answer(name).status in silent)
    )
