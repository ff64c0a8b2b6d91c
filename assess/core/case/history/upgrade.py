"""Answers that were given for one edition of the catalogue, as they would be with another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from assess.core.case.answer import Answer
from assess.core.case.answer_text import answer_lines
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.value_form import form_findings
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.core.text.value import Value

Fate = Literal["gone", "no_longer_right", "contradicts", "reworded"]
"""What becomes of an answer: its question is gone; it is no value of the new question, or does not
fit the others; or the question reads otherwise, so that the answer may mean something else."""


class Affected(Value):
    """An answer that does not simply stay as it is."""

    question: str
    label: str
    fate: Fate
    why: str
    said: str
    """The answer in words, as the edition that it was given for has them."""


class UpgradedAnswers(Value):
    """The answers of a case as another edition takes them."""

    affected: tuple[Affected, ...]
    added: tuple[str, ...]
    """Questions that came later; their status says so."""
    answers: tuple[Answer, ...]


def upgrade_answers(
    assessment: Assessment, old: Catalogue, new: Catalogue, *, by: str, at: datetime
) -> UpgradedAnswers:
    """Work out what the answers of a case would be with another edition.

    What is no value any more becomes a note; that of a question which is gone is only listed, since
    the new edition has no place for it: the old case keeps it.
    """
    affected: list[Affected] = []
    answers: dict[str, Answer] = {}
    for name, answer in assessment.answers.items():
        change = _affected(answer, old, new)
        if change is not None:
            affected.append(change)
        if name in new.questions:
            kept = answer
            if change is not None and change.fate == "no_longer_right":
                kept = _as_note(answer, change, old, by, at)
            answers[name] = kept
    added = tuple(name for name in new.questions if name not in old.questions)
    for name in added:
        if name not in answers:
            answers[name] = Answer(question=name, status=Status.ADDED_LATER, at=at, by=by)
    after = Assessment(case=assessment.case).with_answers(answers.values())
    affected += _contradicting(after, affected, assessment, old, new)
    return UpgradedAnswers(affected=tuple(affected), added=added, answers=tuple(answers.values()))


def _affected(answer: Answer, old: Catalogue, new: Catalogue) -> Affected | None:
    before, after = old.questions.get(answer.question), new.questions.get(answer.question)
    if answer.says_nothing:
        return None
    if after is None:
        return _told(answer, before, "gone", "the question is not asked any more", old)
    if answer.value is not None:
        wrong = [str(finding) for finding in form_findings(after, answer.value, new)]
        if wrong:
            return _told(answer, before, "no_longer_right", "; ".join(wrong), old)
    if before is not None and _wording(before) != _wording(after):
        why = f"it now reads: {after.label}"
        if before.label == after.label:
            why = "its hint, unit or choices read otherwise now"
        return _told(answer, before, "reworded", why, old)
    return None


def _wording(question: Question) -> tuple[object, ...]:
    """Give what a manager sees of a question: another text may be another question."""
    return (
        question.type,
        question.label,
        question.hint,
        getattr(question, "unit", None),
        getattr(question, "choices", None),
        getattr(question, "anchors", None),
        getattr(question, "parts", None),
    )


def _told(
    answer: Answer, question: Question | None, fate: Fate, why: str, old: Catalogue
) -> Affected:
    return Affected(
        question=answer.question,
        label=str(question.label) if question else answer.question,
        fate=fate,
        why=why,
        said=_said(answer, question, old),
    )


def _said(answer: Answer, question: Question | None, old: Catalogue) -> str:
    if answer.value is None:
        return str(old.edition.statuses[answer.status.value])
    if question is None:
        return str(answer.value)
    lines = answer_lines(question, answer.value, old)
    return "; ".join(f"{line.label}: {line.text}" if line.label else line.text for line in lines)


def _as_note(answer: Answer, change: Affected, old: Catalogue, by: str, at: datetime) -> Answer:
    note = f"With {old.edition.id}: {change.said}"
    return answer.changed(
        status=Status.NOT_REACHED,
        value=None,
        reason=None,
        note=f"{answer.note}\n{note}" if answer.note else note,
        at=at,
        by=by,
        undo=False,
    )


def _contradicting(
    after: Assessment,
    known: list[Affected],
    assessment: Assessment,
    old: Catalogue,
    new: Catalogue,
) -> Iterator[Affected]:
    """Give the answers that the checks of the new edition refuse, where the old ones did not."""
    told = {affected.question for affected in known if affected.fate != "reworded"}
    for answer in after.answers.values():
        before = old.questions.get(answer.question)
        if answer.value is None or answer.question in told or before is None:
            continue
        found = [
            str(finding)
            for finding in check_value(new.questions[answer.question], answer.value, after, new)
            if finding.kind == "hard"
        ]
        earlier = {str(finding) for finding in check_value(before, answer.value, assessment, old)}
        fresh = [finding for finding in found if finding not in earlier]
        if fresh:
            yield _told(answer, before, "contradicts", "; ".join(fresh), old)
