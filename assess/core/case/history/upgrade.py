"""Answers that were given for one edition of the catalogue, as they would be with another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.answer_text import in_one, value_in_words
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.history.proposal import Proposal, proposed_by
from assess.core.case.message import CaseMessage
from assess.core.case.value_form import form_findings
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import question_definition
from assess.core.catalogue.question import GridQuestion, Question
from assess.core.text.message import Say, Text, message
from assess.core.text.value import Value

Fate = Literal["gone", "no_longer_right", "redefined", "contradicts", "reworded"]
"""What becomes of an answer: its question is gone; it is no value of the new question, or the new
question means something else, so that it is only proposed; it does not fit the others; or the
question means the same and reads otherwise."""


class Affected(Value):
    """An answer that does not simply stay as it is."""

    question: str
    label: Text
    fate: Fate
    why: Text
    said: Text
    """The answer in words, as the edition that it was given for has them."""


class UpgradedAnswers(Value):
    """The answers of a case as another edition takes them."""

    affected: tuple[Affected, ...]
    added: tuple[str, ...]
    """Questions that came later; their status says so."""
    answers: tuple[Answer, ...]
    proposals: tuple[Proposal, ...] = ()
    """What was said to questions that mean something else now; it counts once it is taken."""


def upgrade_answers(
    assessment: Assessment, old: Catalogue, new: Catalogue, say: Say, *, by: str, at: datetime
) -> UpgradedAnswers:
    """Work out what the answers of a case would be with another edition.

    What is no value any more becomes a note; what was said to a question that means something else
    now becomes a proposal. That of a question which is gone is only listed, since the new edition
    has no place for it: the old case keeps it. `say` gives the words of the notes.
    """
    affected: list[Affected] = []
    proposals: list[Proposal] = []
    source = message(CaseMessage.FROM_EDITION, edition=old.edition.id)
    answers: dict[str, Answer] = {}
    for name, answer in assessment.answers.items():
        change = _affected(answer, old, new)
        if change is not None:
            affected.append(change)
        if name in new.questions:
            kept = answer
            if change is not None and change.fate == "no_longer_right":
                note = message(
                    CaseMessage.ANSWER_OF_EDITION, edition=old.edition.id, answer=change.said
                )
                kept = _with_note(answer, say(note), by, at)
            if change is not None and change.fate == "redefined":
                said = answer.changed(value=_adapted(answer.value, new.questions[name]))
                proposals += proposed_by([said], source)
                kept = Answer(question=name, status=Status.NOT_REACHED, at=at, by=by)
            answers[name] = kept
    added = tuple(name for name in new.questions if name not in old.questions)
    for name in added:
        if name not in answers:
            answers[name] = Answer(question=name, status=Status.ADDED_LATER, at=at, by=by)
    after = Assessment(case=assessment.case).with_answers(answers.values())
    affected += _contradicting(after, affected, assessment, old, new)
    return UpgradedAnswers(
        affected=tuple(affected),
        added=added,
        answers=tuple(answers.values()),
        proposals=tuple(proposals),
    )


def _affected(answer: Answer, old: Catalogue, new: Catalogue) -> Affected | None:
    before, after = old.questions.get(answer.question), new.questions.get(answer.question)
    if answer.says_nothing:
        return None
    if after is None:
        return _told(answer, before, "gone", message(CaseMessage.QUESTION_GONE), old)
    if answer.value is not None:
        value = _adapted(answer.value, after)
        wrong = [finding.text for finding in form_findings(after, value, new)]
        if wrong:
            return _told(answer, before, "no_longer_right", in_one(wrong), old)
    if before is not None and _is_redefined(before, after):
        return _told(answer, before, "redefined", message(CaseMessage.QUESTION_REDEFINED), old)
    if before is not None and _wording(before) != _wording(after):
        why = message(CaseMessage.QUESTION_REWORDED, question=after.label)
        if before.label == after.label:
            why = message(CaseMessage.QUESTION_REWORDED_BESIDE)
        return _told(answer, before, "reworded", why, old)
    return None


def _is_redefined(before: Question, after: Question) -> bool:
    """Tell whether an answer would mean something else; more choices leave those there as is."""
    if question_definition(before) == question_definition(after):
        return False
    known = {choice.name: choice for choice in getattr(after, "choices", ())}
    earlier = getattr(before, "choices", ())
    only_more = bool(earlier) and all(
        choice.level is None and choice.name in known for choice in earlier
    )
    return not only_more or before.meaning != after.meaning or before.type != after.type


def _adapted(value: AnswerValue, question: Question) -> AnswerValue:
    """Give a value without the parts that a question no longer has."""
    if isinstance(value, dict) and isinstance(question, GridQuestion):
        return {part: said for part, said in value.items() if part in question.part_names}
    return value


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
    answer: Answer, question: Question | None, fate: Fate, why: Text, old: Catalogue
) -> Affected:
    return Affected(
        question=answer.question,
        label=question.label if question else answer.question,
        fate=fate,
        why=why,
        said=_said(answer, question, old),
    )


def _said(answer: Answer, question: Question | None, old: Catalogue) -> Text:
    if answer.value is None:
        return old.edition.statuses[answer.status.value]
    if question is None:
        return str(answer.value)
    return value_in_words(question, answer.value, old) or ""


def _with_note(answer: Answer, note: str, by: str, at: datetime) -> Answer:
    return answer.changed(
        status=Status.NOT_REACHED,
        value=None,
        reason=None,
        note=f"{answer.note}\n{note}" if answer.note else note,
        for_report=answer.for_report if answer.note else False,
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
            finding
            for finding in check_value(new.questions[answer.question], answer.value, after, new)
            if finding.kind == "hard"
        ]
        earlier = {finding.text for finding in check_value(before, answer.value, assessment, old)}
        fresh = [finding.text for finding in found if finding.text not in earlier]
        if fresh:
            yield _told(answer, before, "contradicts", in_one(fresh), old)
