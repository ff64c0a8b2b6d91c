"""Answering: a value, a status, a note or a flag, checked and saved at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment, Case, State
from assess.core.case.checking import Finding, check_answer, reason_fault
from assess.core.case.history.change import differing
from assess.core.case.value_form import hard as hard_finding
from assess.core.catalogue.answer_status import Status
from assess.errors import AssessError, NotFound
from assess.languages import gettext, spoken_language
from assess.languages.language import ENGLISH
from assess.store.case.drafts import NO_WINDOW
from assess.workflow.desk.desk import Desk


class Recorded(NamedTuple):
    """What became of an answer: the case as it is now, and what the checks found.

    With a hard finding nothing was saved and the case is as it was. With a conflict, either:
    somebody else changed the same part of the answer since the case was read; `conflict` is the
    answer that is there now, and the case is given as it is now. What is given again on top of it
    replaces it knowingly.
    """

    assessment: Assessment
    findings: tuple[Finding, ...]
    is_saved: bool
    conflict: Answer | None = None


def answer(
    desk: Desk,
    assessment: Assessment,
    question: str,
    value: AnswerValue = None,
    *,
    status: Status = Status.ANSWERED,
    reason: str | None = None,
    follow_up_by: date | None = None,
    window: str = NO_WINDOW,
) -> Recorded:
    """Give a question a value or a status; its note, evidence and flag stay.

    What was typed for it in the `window` in which it is answered is no draft any more.
    """
    fields: dict[str, Any] = {"status": status, "value": value, "reason": reason or None}
    fields |= {"follow_up_by": follow_up_by, "asked_in": asking_language(assessment.case)}
    return _record(desk, assessment, question, fields, window)


def remark(
    desk: Desk,
    assessment: Assessment,
    question: str,
    *,
    note: str | None = None,
    for_report: bool | None = None,
    flag: bool | None = None,
    reason: str | None = None,
) -> Recorded:
    """Change note, flag or reason of a question; what is None stays, an empty text goes.

    A new note is the expert's own, unless it is `for_report`.
    """
    fields: dict[str, Any] = {}
    if note is not None:
        fields["note"] = note if note.strip() else None
        fields["note_in"] = asking_language(assessment.case) if note.strip() else None
    if note is not None or for_report is not None:
        fields["for_report"] = for_report
    if flag is not None:
        fields["flag"] = flag
    if reason is not None:
        fields["reason"] = reason.strip() or None
    return _record(desk, assessment, question, fields)


def asking_language(case: Case) -> str | None:
    """Give the language in which the manager of a case is asked now.

    Where none was chosen it is that of the interface; None: English, or none is known.
    """
    spoken = spoken_language().code
    return case.details.asked_in or (None if spoken == ENGLISH else spoken)


def drafts(desk: Desk, assessment: Assessment, window: str | None = None) -> dict[str, str]:
    """Give what is typed and is no answer yet, by question (a note by `question.note`).

    That of one window, or the newest of all of them.
    """
    case_id, kept = assessment.case.id, desk.store.drafts
    return dict(kept.of(case_id) if window is None else kept.in_window(case_id, window))


def save_draft(
    desk: Desk, assessment: Assessment, question: str, text: str, window: str = NO_WINDOW
) -> None:
    """Keep what is being typed in a window and is no answer yet."""
    desk.store.drafts.keep(assessment.case.id, question, text, at=desk.now, window=window)


def drop_draft(desk: Desk, assessment: Assessment, question: str, window: str = NO_WINDOW) -> None:
    """Forget what was typed in a window, because it was taken back."""
    desk.store.drafts.drop(assessment.case.id, question, window=window)


def _record(
    desk: Desk,
    assessment: Assessment,
    question: str,
    fields: dict[str, Any],
    window: str = NO_WINDOW,
) -> Recorded:
    """Change the named fields of the answer that is in the database now, and nothing else of it."""
    revision = Revision(
        desk, assessment, question, lambda before: before.changed(**_noted(before, fields))
    )
    saved = desk.store.answers.revise(
        assessment.case.id,
        question,
        revision,
        at=desk.now,
        keeps_draft="status" not in fields,  # what is typed and no answer yet is then left alone
        window=window,
    )
    return revision.recorded(saved)


def _noted(before: Answer, fields: dict[str, Any]) -> dict[str, Any]:
    """Say of a note whether it is for the report: as before where that is not said, or private."""
    if "for_report" not in fields:
        return fields
    if not fields.get("note", before.note):
        return {**fields, "for_report": None}
    if fields["for_report"] is not None:
        return fields
    return {**fields, "for_report": before.for_report if before.note else False}


class Revision:
    """One change of an answer, made while nobody else can write, and what became of it.

    It is not made with a hard finding, nor where it would replace what somebody else wrote since
    the case was read.
    """

    def __init__(
        self,
        desk: Desk,
        assessment: Assessment,
        question: str,
        change: Callable[[Answer], Answer],
        *,
        replaces: bool = True,
    ) -> None:
        """Prepare a change; `change` gives the answer to save from the one that is there.

        One that only adds to what is there `replaces` nothing, so it has no conflict either.
        """
        self._catalogue = desk.catalogue_of(assessment.case)
        if question not in self._catalogue.questions:
            raise NotFound(
                gettext(
                    "There is no question {question}; `assess codebook` lists all questions.",
                    question=repr(question),
                )
            )
        self._desk, self._assessment, self._question = desk, assessment, question
        self._change, self._replaces = change, replaces
        self._findings: tuple[Finding, ...] = ()
        self._conflict: Answer | None = None

    def __call__(self, before: Answer, state: State) -> Answer | None:
        """Give the answer to save, the one that is there where nothing changes, or None."""
        demand_open(state)
        desk, catalogue = self._desk, self._catalogue
        who = desk.name_for(self._assessment)
        after = self._change(before).changed(at=desk.now, by=who, undo=False)
        changed = differing(before, after)
        if not changed:
            self._findings = check_answer(before, self._assessment, catalogue)
            return before
        seen = self._assessment.answer(self._question)
        if self._replaces and set(changed) & set(differing(seen, before)):
            self._conflict = before
            return None
        self._findings = check_answer(after, self._assessment, catalogue)
        if "reason" in changed and (fault := reason_fault(after.reason or "")) is not None:
            self._findings = (*self._findings, hard_finding(fault))
        hard = [finding for finding in self._findings if finding.kind == "hard"]
        if "status" not in changed and "value" not in changed:
            known = check_answer(before, self._assessment, catalogue)
            hard = [finding for finding in hard if finding not in known]
        return None if hard else after

    def recorded(self, saved: Answer | None) -> Recorded:
        """Tell what became of the change, once the database has said what was saved."""
        assessment = self._assessment
        if self._conflict is not None:
            renewed = self._desk.store.assessment(assessment.case.id)
            return Recorded(renewed, (), is_saved=False, conflict=self._conflict)
        if saved is not None and saved != assessment.answer(self._question):
            assessment = assessment.with_answer(saved)
        return Recorded(assessment, self._findings, is_saved=saved is not None)


def demand_open(state: State) -> None:
    """Refuse to change an answer of a finished case."""
    if state is State.FINISHED:
        raise AssessError(gettext("The case is finished; reopen it to change an answer."))
