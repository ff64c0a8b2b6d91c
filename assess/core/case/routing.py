"""Routing in words: why a question is not asked, and which questions hang on another."""

from __future__ import annotations

from assess.core.case.answer_text import answer_lines
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question


def why_not_asked(question: Question, assessment: Assessment, catalogue: Catalogue) -> str | None:
    """Say why the routing hides a question; None where it is asked."""
    if question.relevant is None or is_relevant(question, assessment, catalogue):
        return None
    earlier = catalogue.questions[question.relevant.question]
    if (further := why_not_asked(earlier, assessment, catalogue)) is not None:
        return further
    said = answer_lines(earlier, assessment.answer(earlier.name).value, catalogue)
    words = "; ".join(line.text for line in said)
    return f"not asked, because the answer to “{earlier.label}” is “{words}”"


def dependent_on(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the questions whose checks or whose routing look at the answer to another."""
    return tuple(
        question.name
        for question in catalogue.questions.values()
        if name in (getattr(question, "at_most", None), getattr(question, "sums_to", None))
        or (question.relevant is not None and question.relevant.question == name)
    )
