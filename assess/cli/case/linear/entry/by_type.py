"""The way in which each type of question is answered."""

from __future__ import annotations

from functools import partial

from assess.cli.case.linear.entry.entry import Entry
from assess.cli.case.linear.entry.line import LineEntry, choices_reader
from assess.cli.case.linear.entry.part import PartEntry
from assess.cli.case.linear.entry.part_reader import LevelReader, NumberReader
from assess.cli.case.linear.entry.story import StoryEntry
from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.reading.answer import read
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
    """Give the way in which a question is answered: from the answer or what was typed before."""
    reader = partial(read, question, assessment=assessment, catalogue=catalogue)
    match question:
        case GridQuestion():
            return PartEntry(question, value, draft, LevelReader(question), reader)
        case SharesQuestion() | CountsQuestion():
            numbers = NumberReader(question, assessment)
            return PartEntry(question, value, draft, numbers, reader)
        case StoriesQuestion():
            return StoryEntry(question, value, draft, reader)
        case SelectMultipleQuestion():
            return LineEntry(draft, choices_reader(value, reader))
        case _:
            return LineEntry(draft, reader)
