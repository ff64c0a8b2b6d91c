"""Checks of answers: hard ones that a value must pass, soft ones that ask for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from math import fsum

from pydantic import JsonValue

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.check.between_answers import between_answers
from assess.core.case.message import CaseMessage
from assess.core.case.reading.outcome import quoted
from assess.core.case.value_form import Finding, form_findings, hard, soft
from assess.core.catalogue.answer_status import WITH_REASON, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    SharesQuestion,
)
from assess.core.text.message import Message, Month, message

__all__ = ["Finding", "check_answer", "check_value", "reason_fault", "relations"]

SHARES_TOLERANCE = 0.05
"""By how much shares may miss 100: one last digit when written with one decimal."""


def check_answer(
    answer: Answer, assessment: Assessment, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """Check a whole answer against its question, the other answers and the day of the interview."""
    question = catalogue.questions[answer.question]
    found: list[Finding] = []
    if answer.status is Status.SKIPPED:
        found.append(hard(message(CaseMessage.SKIPPED_NOT_GIVEN)))
    if answer.status in WITH_REASON and not (answer.reason or "").strip():
        found.append(hard(message(CaseMessage.REASON_NEEDED, status=answer.status.value)))
    if answer.value is not None:
        found += check_value(question, answer.value, assessment, catalogue)
    if answer.reason and answer.status is Status.ANSWERED:
        found = [finding for finding in found if finding.kind != "soft"]
    return tuple(found)


def reason_fault(reason: str) -> Message | None:
    """Say why a text is no reason: one of figures and signs alone explains nothing."""
    if not reason.strip() or any(character.isalpha() for character in reason):
        return None
    return message(CaseMessage.REASON_WITHOUT_WORDS, text=quoted(reason.strip()))


def check_value(
    question: Question, value: AnswerValue, assessment: Assessment, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """Check a value against its question, the other answers and the day of the interview."""
    form = tuple(form_findings(question, value, catalogue))
    if form:
        return form
    return tuple(relations(question, value, assessment, catalogue))


def relations(
    question: Question, value: AnswerValue, assessment: Assessment, catalogue: Catalogue
) -> Iterator[Finding]:
    """Give what is wrong or unusual about a value of the right form."""
    match question:
        case IntegerQuestion() | DecimalQuestion():
            yield from _usual(question, float(value))  # type: ignore[arg-type]  # form checked
        case MonthQuestion():
            yield from _not_after(str(value), assessment.case.details.interview_date)
        case SharesQuestion() if isinstance(value, dict):
            yield from _sum_to_100(_numbers(value))
        case CountsQuestion() if isinstance(value, dict):
            yield from _sum_to_whole(question, fsum(_numbers(value)), assessment, catalogue)
        case _:
            pass
    yield from between_answers(question, value, assessment, catalogue)


def doubted_questions(assessment: Assessment, catalogue: Catalogue) -> frozenset[str]:
    """Give the questions whose answers contradict others, or are unusual without a reason."""
    return frozenset(
        name
        for name, question in catalogue.questions.items()
        if assessment.answer(name).status is Status.ANSWERED
        and is_relevant(question, assessment, catalogue)
        and check_answer(assessment.answer(name), assessment, catalogue)
    )


def _numbers(value: Mapping[str, JsonValue]) -> list[float]:
    return [float(part) for part in value.values() if isinstance(part, int | float)]


def _sum_to_100(shares: list[float]) -> Iterator[Finding]:
    total = fsum(shares)
    if abs(total - 100) <= SHARES_TOLERANCE:
        return
    if total < 100:
        missing = _in_brief(100 - total)
        yield hard(message(CaseMessage.SHARES_BELOW_100, total=_in_brief(total), missing=missing))
    else:
        excess = _in_brief(total - 100)
        yield hard(message(CaseMessage.SHARES_ABOVE_100, total=_in_brief(total), excess=excess))


def _in_brief(number: float) -> float:
    """Round to four digits, so that sums do not show what a float adds."""
    return float(f"{number:.4g}")


def _sum_to_whole(
    question: CountsQuestion, total: float, assessment: Assessment, catalogue: Catalogue
) -> Iterator[Finding]:
    whole = assessment.value(question.sums_to) if question.sums_to else None
    if not isinstance(whole, int | float) or total == whole or question.sums_to is None:
        return
    title = catalogue.questions[question.sums_to].title
    gap = float(abs(total - whole))
    whole = float(whole)
    yield soft(
        message(
            CaseMessage.PARTS_BELOW_WHOLE, total=total, missing=gap, whole=whole, question=title
        )
        if total < whole
        else message(
            CaseMessage.PARTS_ABOVE_WHOLE, total=total, excess=gap, whole=whole, question=title
        )
    )


def _usual(question: IntegerQuestion | DecimalQuestion, number: float) -> Iterator[Finding]:
    if question.usual_min is not None and number < question.usual_min:
        yield soft(message(CaseMessage.BELOW_USUAL, number=number, usual=question.usual_min))
    if question.usual_max is not None and number > question.usual_max:
        yield soft(message(CaseMessage.ABOVE_USUAL, number=number, usual=question.usual_max))


def _not_after(month: str, interview: date) -> Iterator[Finding]:
    latest = f"{interview:%Y-%m}"
    if month > latest[: len(month)]:
        yield hard(
            message(CaseMessage.MONTH_AFTER_INTERVIEW, month=month, interview=Month(interview))
        )
    elif month < "1800":
        yield hard(message(CaseMessage.MONTH_BEFORE_1800, month=month))
