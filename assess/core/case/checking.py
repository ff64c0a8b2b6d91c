"""Checks of answers: hard ones that a value must pass, soft ones that ask for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import JsonValue

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
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

__all__ = ["Finding", "check_answer", "check_value", "relations"]

SHARES_TOLERANCE = 0.05
"""By how much shares may miss 100: one last digit when written with one decimal."""


def check_answer(
    answer: Answer, assessment: Assessment, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """Check a whole answer against its question, the other answers and the day of the interview."""
    question = catalogue.questions[answer.question]
    found: list[Finding] = []
    if answer.status is Status.SKIPPED:
        found.append(hard("skipped follows from the answers before; it cannot be given"))
    if answer.status in WITH_REASON and not (answer.reason or "").strip():
        found.append(hard(f"{answer.status.value} needs a reason"))
    if answer.value is not None:
        found += check_value(question, answer.value, assessment, catalogue)
    if answer.reason and answer.status is Status.ANSWERED:
        found = [finding for finding in found if finding.kind == "hard"]
    return tuple(found)


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
            yield from _number_relations(question, float(value), assessment, catalogue)  # type: ignore[arg-type]  # form checked
        case MonthQuestion():
            yield from _not_after(str(value), assessment.case.details.interview_date)
        case SharesQuestion() if isinstance(value, dict):
            yield from _sum_to_100(_numbers(value))
        case CountsQuestion() if isinstance(value, dict):
            yield from _sum_to_whole(question, sum(_numbers(value)), assessment, catalogue)
        case _:
            return


def _numbers(value: Mapping[str, JsonValue]) -> list[float]:
    return [float(part) for part in value.values() if isinstance(part, int | float)]


def _sum_to_100(shares: list[float]) -> Iterator[Finding]:
    total = sum(shares)
    if abs(total - 100) > SHARES_TOLERANCE:
        gap = f"{100 - total:.4g} % is missing" if total < 100 else f"{total - 100:.4g} % too much"
        yield hard(f"the parts sum to {total:.4g} %, not 100 %: {gap}")


def _sum_to_whole(
    question: CountsQuestion, total: float, assessment: Assessment, catalogue: Catalogue
) -> Iterator[Finding]:
    whole = assessment.value(question.sums_to) if question.sums_to else None
    if isinstance(whole, int | float) and total != whole:
        gap = f"{abs(total - whole):g} {'fewer' if total < whole else 'more'}"
        title = catalogue.questions[question.sums_to].title if question.sums_to else ""
        yield soft(f"the parts sum to {total:g}, {gap} than {whole:g} ({title})")


def _number_relations(
    question: IntegerQuestion | DecimalQuestion,
    number: float,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Iterator[Finding]:
    if question.at_most and question.at_most in catalogue.questions:
        limit = assessment.value(question.at_most)
        if isinstance(limit, int | float) and number > limit:
            other = catalogue.questions[question.at_most]
            yield hard(f"{number:g} is more than {limit:g} ({other.title})")
    for name in catalogue.limited_by.get(question.name, ()):
        part = assessment.value(name)
        if isinstance(part, int | float) and part > number:
            yield soft(f"{number:g} is less than {part:g} ({catalogue.questions[name].title})")
    if question.usual_min is not None and number < question.usual_min:
        yield soft(f"{number:g} is less than usual (under {question.usual_min:g})")
    if question.usual_max is not None and number > question.usual_max:
        yield soft(f"{number:g} is more than usual (over {question.usual_max:g})")


def _not_after(month: str, interview: date) -> Iterator[Finding]:
    latest = f"{interview:%Y-%m}"
    if month > latest[: len(month)]:
        yield hard(f"{month} is after the interview ({latest})")
    elif month < "1800":
        yield hard(f"{month} is before 1800")
