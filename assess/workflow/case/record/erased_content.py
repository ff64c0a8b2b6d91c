"""What was erased here stays away: of a case file that comes in, it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assess.core.case.answer import Answer
from assess.core.case.history.proposal import Decided
from assess.exchange.case.case_file import CarriedCase
from assess.languages import gettext
from assess.workflow.desk.desk import Desk


def said_erased(desk: Desk, case_id: str) -> str | None:
    """Say that a case was erased, so that nothing of it comes in; None: it was not."""
    erased = desk.store.erasing.erased_cases().get(case_id)
    if erased is None:
        return None
    day = datetime.fromisoformat(erased.at).astimezone().date()
    if erased.is_told:
        return gettext(
            "the case {case} was erased elsewhere on {day} ({ground}), so nothing of it was "
            "imported",
            case=case_id,
            day=day,
            ground=erased.ground,
        )
    return gettext(
        "the case {case} was erased here on {day} ({ground}), so nothing of it was imported",
        case=case_id,
        day=day,
        ground=erased.ground,
    )


def without_erased(desk: Desk, brought: CarriedCase) -> CarriedCase:
    """Give a case file without what was erased here: entries of the same moment read as here."""
    files = desk.store.erasing.erased_files()
    if files & brought.files.keys():
        kept = {digest: brought.files[digest] for digest in brought.files if digest not in files}
        brought = brought.model_copy(update={"files": kept})
    case_id = brought.assessment.case.id
    if not desk.store.erasing.has_erased_in(case_id):
        return brought
    here = {(each.question, each.at): each for each in desk.store.answers.history(case_id)}
    assessment = brought.assessment.with_answers(
        _as_here(brought.assessment.answers.values(), here)
    )
    return brought.model_copy(
        update={
            "assessment": assessment,
            "history": tuple(_as_here(brought.history, here)),
            "proposals": _proposals(desk, brought),
        }
    )


def _as_here(
    answers: Iterable[Answer], here: Mapping[tuple[str, datetime | None], Answer]
) -> Iterable[Answer]:
    return (
        here.get((each.question, each.at), each) if each.at is not None else each
        for each in answers
    )


def _proposals(desk: Desk, brought: CarriedCase) -> tuple[Decided, ...]:
    known = {
        (each.proposal.question, each.proposal.at): each
        for each in desk.store.proposals.history(brought.assessment.case.id)
    }
    return tuple(
        known.get((each.proposal.question, each.proposal.at), each) for each in brought.proposals
    )
