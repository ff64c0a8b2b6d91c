"""Undoing: the history of the answers, and the way back in it, step by step."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State
from assess.core.case.history.change import AnswerChange, changes
from assess.core.catalogue.catalogue import Catalogue
from assess.core.record.clock import clock_doubts
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.answering import Recorded, Revision, demand_open
from assess.workflow.desk.desk import Desk


class Undone(NamedTuple):
    """The case after a step back, and the change that this step made."""

    assessment: Assessment
    change: AnswerChange


def undo(desk: Desk, assessment: Assessment) -> Undone:
    """Take back the newest change of an answer that was not taken back yet.

    Raises AssessError where there is none, and where somebody else made it since the case was read:
    read again, it is taken back knowingly.
    """
    replaced: list[Answer] = []

    def revise(now: Answer, before: Answer, state: State) -> Answer:
        demand_open(state)
        if now != assessment.answer(now.question):
            raise AssessError(_changed_elsewhere(desk.catalogue_of(assessment.case), now))
        replaced.append(now)
        return before.changed(at=desk.now, by=desk.name_for(assessment), undo=True)

    after = desk.store.undo.step_back(assessment.case.id, revise, at=desk.now)
    if after is None:
        raise AssessError(gettext("There is no change left to undo."))
    change = AnswerChange(question=after.question, before=replaced[0], after=after)
    return Undone(assessment.with_answer(after), change)


def _changed_elsewhere(catalogue: Catalogue, now: Answer) -> str:
    number = catalogue.indicator_of(now.question).number
    label = say(catalogue.questions[now.question].label)
    if not now.by:
        return gettext(
            "Somebody changed {number} {label} in another window; look at it first. Undo "
            "again to undo that change.",
            number=number,
            label=label,
        )
    return gettext(
        "{by} changed {number} {label} in another window; look at it first. Undo again to "
        "undo that change.",
        by=now.by,
        number=number,
        label=label,
    )


def history(
    desk: Desk, assessment: Assessment, question: str | None = None
) -> tuple[AnswerChange, ...]:
    """Give each change of the answers of a case, or to one of its questions, oldest first."""
    case_id = assessment.case.id
    every = desk.store.answers.history(case_id)
    doubts = clock_doubts((answer.at for answer in every), desk.now)
    marks = zip(changes(every), desk.store.answers.stated_days(case_id), doubts, strict=True)
    return tuple(
        change.model_copy(update={"stated_day": day, "doubt": doubt})
        for change, day, doubt in marks
        if question in (None, change.question)
    )


def give_again(desk: Desk, assessment: Assessment, earlier: Answer) -> Recorded:
    """Give an earlier answer once more, with the note, evidence and flag it had."""
    revision = Revision(desk, assessment, earlier.question, lambda _: earlier)
    saved = desk.store.answers.revise(
        assessment.case.id, earlier.question, revision, at=desk.now, keeps_draft=True
    )
    return revision.recorded(saved)
