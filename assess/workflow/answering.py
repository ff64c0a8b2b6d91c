"""Answering: a value, a status, a note or a flag, checked and saved at once."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from assess.core.answer import Answer, AnswerValue, Status
from assess.core.assessment import Assessment, State
from assess.core.checking import Finding, check_answer
from assess.errors import AssessError, NotFound
from assess.workflow.desk import Desk


class Recorded(NamedTuple):
    """What became of an answer: the case as it is now, and what the checks found.

    With a hard finding nothing was saved and the case is as it was.
    """

    assessment: Assessment
    findings: tuple[Finding, ...]
    is_saved: bool


def answer(
    desk: Desk,
    assessment: Assessment,
    question: str,
    value: AnswerValue = None,
    *,
    status: Status = Status.ANSWERED,
    reason: str | None = None,
    follow_up_by: date | None = None,
) -> Recorded:
    """Give a question a value or a status; its note, evidence and flag stay."""
    fields: dict[str, Any] = {"status": status, "value": value, "reason": reason or None}
    return _record(desk, assessment, question, {**fields, "follow_up_by": follow_up_by})


def remark(
    desk: Desk,
    assessment: Assessment,
    question: str,
    *,
    note: str | None = None,
    flag: bool | None = None,
    reason: str | None = None,
) -> Recorded:
    """Change note, flag or reason of a question; what is None stays, an empty text goes."""
    fields: dict[str, Any] = {}
    if note is not None:
        fields["note"] = note if note.strip() else None
    if flag is not None:
        fields["flag"] = flag
    if reason is not None:
        fields["reason"] = reason.strip() or None
    return _record(desk, assessment, question, fields)


def drafts(desk: Desk, assessment: Assessment) -> dict[str, str]:
    """Give what is typed and is no answer yet, by question (a note by `question.note`)."""
    return dict(desk.store.drafts(assessment.case.id))


def save_draft(desk: Desk, assessment: Assessment, question: str, text: str) -> None:
    """Keep what is being typed and is no answer yet."""
    desk.store.save_draft(assessment.case.id, question, text, at=desk.now)


def drop_draft(desk: Desk, assessment: Assessment, question: str) -> None:
    """Forget what was typed, because it was taken back."""
    desk.store.drop_draft(assessment.case.id, question)


def _record(desk: Desk, assessment: Assessment, question: str, fields: dict[str, Any]) -> Recorded:
    """Change the named fields of the answer that is in the database now, and nothing else of it."""
    if question not in desk.catalogue.questions:
        raise NotFound(f"There is no question {question!r}; `assess codebook` lists them.")
    is_remark = "status" not in fields  # what is typed and no answer yet is then left alone
    findings: tuple[Finding, ...] = ()

    def revise(before: Answer, state: State) -> Answer | None:
        nonlocal findings
        if state is State.FINISHED:
            raise AssessError("The case is finished; reopen it to change an answer.")
        after = before.changed(**fields, at=desk.now, by=desk.name_for(assessment))
        findings = check_answer(after, assessment, desk.catalogue)
        only_remarked = after.value == before.value and after.status is before.status
        if any(finding.kind == "hard" for finding in findings) and not only_remarked:
            return None
        return before if _content(after) == _content(before) else after

    saved = desk.store.revise_answer(
        assessment.case.id, question, revise, at=desk.now, keeps_draft=is_remark
    )
    if saved is None:
        return Recorded(assessment, findings, is_saved=False)
    if saved == assessment.answer(question):
        return Recorded(assessment, findings, is_saved=True)
    return Recorded(assessment.with_answer(saved), findings, is_saved=True)


def _content(one: Answer) -> dict[str, Any]:
    return one.model_dump(exclude={"at", "by"})
