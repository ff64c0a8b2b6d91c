"""A field for each type of question."""

from __future__ import annotations

from assess.core.case.question_state import QuestionState
from assess.core.catalogue.question import (
    CountsQuestion,
    GridQuestion,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    TextQuestion,
    YesPartlyNoQuestion,
)
from assess.tui.case.fields.choice import ChoiceField
from assess.tui.case.fields.countries import CountriesField
from assess.tui.case.fields.field import Field
from assess.tui.case.fields.grid import GridField
from assess.tui.case.fields.line import LineField
from assess.tui.case.fields.parts import PartsField
from assess.tui.case.fields.several import SeveralField
from assess.tui.case.fields.stories import StoriesField
from assess.tui.case.fields.text import TextField


def field_for(posed: QuestionState) -> Field:
    """Give the field in which a question is answered."""
    match posed.question:
        case SelectOneQuestion() | ScaleQuestion() | YesPartlyNoQuestion():
            return ChoiceField(posed)
        case SelectMultipleQuestion(choices_from="countries"):
            return CountriesField(posed)
        case SelectMultipleQuestion():
            return SeveralField(posed)
        case SharesQuestion() | CountsQuestion() as question:
            return PartsField(posed, question)
        case GridQuestion() as question:
            return GridField(posed, question)
        case StoriesQuestion() as question:
            return StoriesField(posed, question)
        case TextQuestion():
            return TextField(posed)
        case _:
            return LineField(posed)
