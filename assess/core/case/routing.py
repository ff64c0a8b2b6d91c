"""Routing in words: why a question is not asked, and which questions hang on another."""

from __future__ import annotations

from assess.core.case.answer_text import answer_lines, in_one
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.message import CaseMessage
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question
from assess.core.text.message import Message, message


def why_not_asked(
    question: Question, assessment: Assessment, catalogue: Catalogue
) -> Message | None:
    """Say why the routing hides a question; None where it is asked."""
    if question.relevant is None or is_relevant(question, assessment, catalogue):
        return None
    earlier = catalogue.questions[question.relevant.question]
    if (further := why_not_asked(earlier, assessment, catalogue)) is not None:
        return further
    said = answer_lines(earlier, assessment.answer(earlier.name).value, catalogue)
    return message(
        CaseMessage.NOT_ASKED_BECAUSE,
        question=earlier.label,
        answer=in_one([line.text for line in said]),
    )


def dependent_on(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the questions whose checks or whose routing look at the answer to another."""
    beside = {
        other
        for check in catalogue.checks
        if name in check.looks_at
        for other in check.said_at
        if other != name
    }
    limit = getattr(catalogue.questions[name], "at_most", None)
    return tuple(
        question.name
        for question in catalogue.questions.values()
        if name in (getattr(question, "at_most", None), getattr(question, "sums_to", None))
        or question.name == limit
        or question.name in beside
        or (question.relevant is not None and question.relevant.question == name)
    )
