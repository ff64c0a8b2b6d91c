"""The way in which each type of question is answered."""

from __future__ import annotations

from assess.cli.linear.entry import Entry, Several
from assess.cli.linear.parts import Levels, Parts
from assess.cli.linear.stories import Stories
from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    GridQuestion,
    Question,
    SelectMultipleQuestion,
    SharesQuestion,
    StoriesQuestion,
)


def entry_for(
    question: Question,
    value: AnswerValue,
    draft: str | None,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Entry:
    """Give the way in which a question is answered."""
    kind: type[Entry]
    match question:
        case GridQuestion():
            kind = Levels
        case SharesQuestion() | CountsQuestion():
            kind = Parts
        case StoriesQuestion():
            kind = Stories
        case SelectMultipleQuestion():
            kind = Several
        case _:
            kind = Entry
    return kind(question, value, draft, assessment, catalogue)
