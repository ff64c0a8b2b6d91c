"""Checks between answers: what the answers of a case say of each other, from either side."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.check.answer_view import held
from assess.core.case.message import CaseMessage
from assess.core.case.value_form import Finding, contradiction, soft
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.core.catalogue.rule.answer_check import AnswerCheck
from assess.core.text.message import Filled, MessageValue, Number, message


def between_answers(
    question: Question, value: AnswerValue, assessment: Assessment, catalogue: Catalogue
) -> Iterator[Finding]:
    """Give what a value and the other answers say of each other that does not fit."""
    checks = catalogue.checks_at.get(question.name, ())
    limits = question.name in catalogue.limited_by or getattr(question, "at_most", None)
    if not checks and not limits:
        return
    with_it = with_value(question, value, assessment)
    yield from _limits(question, with_it, catalogue)
    for check in checks:
        if held(check.when, with_it, catalogue) is True:
            text = message(CaseMessage.BETWEEN_ANSWERS, text=_worded(check, with_it, catalogue))
            if check.kind == "contradiction":
                yield contradiction(text)
            elif not _is_explained(check, question, assessment):
                yield soft(text)


def with_value(question: Question, value: AnswerValue, assessment: Assessment) -> Assessment:
    """Give the assessment in which a question has a value, whatever stands there."""
    answer = assessment.answer(question.name)
    if answer.status is Status.ANSWERED and answer.value == value:
        return assessment
    return assessment.with_answer(
        answer.model_copy(update={"status": Status.ANSWERED, "value": value})
    )


def _limits(question: Question, assessment: Assessment, catalogue: Catalogue) -> Iterator[Finding]:
    """Give the numbers that may not exceed another one and do, from both sides."""
    number = assessment.value(question.name)
    limit_name: str = getattr(question, "at_most", None) or ""
    if limit_name in catalogue.questions and isinstance(number, int | float):
        limit = assessment.value(limit_name)
        if isinstance(limit, int | float) and number > limit:
            yield contradiction(
                message(
                    CaseMessage.MORE_THAN_ANSWER,
                    number=float(number),
                    limit=float(limit),
                    question=catalogue.questions[limit_name].title,
                )
            )
    for name in catalogue.limited_by.get(question.name, ()):
        part = assessment.value(name)
        if not is_relevant(catalogue.questions[name], assessment, catalogue):
            continue
        if isinstance(number, int | float) and isinstance(part, int | float) and part > number:
            yield contradiction(
                message(
                    CaseMessage.LESS_THAN_ANSWER,
                    number=float(number),
                    part=float(part),
                    question=catalogue.questions[name].title,
                )
            )


def _is_explained(check: AnswerCheck, question: Question, assessment: Assessment) -> bool:
    """Tell whether another answer of the check has the reason: once is enough for all of them."""
    return any(
        assessment.answer(name).reason and assessment.answer(name).status is Status.ANSWERED
        for name in check.said_at
        if name != question.name
    )


def _worded(check: AnswerCheck, assessment: Assessment, catalogue: Catalogue) -> Filled:
    """Put in the text of a check the answers and the numbers that it names."""
    values: dict[str, MessageValue] = {}
    for name in check.looks_at:
        value = assessment.value(name)
        if isinstance(value, int | float):
            values[name] = Number(float(value))
        elif isinstance(value, str):
            values[name] = value
    for name, text in check.shown.items():
        found = held(text, assessment, catalogue)
        values[name] = _in_brief(float(found)) if found is not None else ""
    return Filled(check.text, values)


def _in_brief(number: float) -> Number:
    """Give a number with as many decimals as say something: none from 100 on."""
    return Number(number, 0 if abs(number) >= 100 or number == int(number) else 1)
