"""What is asked of others than the manager: short forms that are kept as counts alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assess.core.catalogue.question import Question
from assess.core.text.value import Name, Said, Value, Wording

SurveyKind = Literal["survey", "event", "matchmaking", "project"]
"""The survey of participants, and the evaluation of an event, of matchmaking or of a project."""

MOST_QUESTIONS = 12


class Survey(Value):
    """One form: its questions, and beside what its answers stand."""

    id: SurveyKind
    title: Wording
    lead: Wording
    questions: tuple[Question, ...] = Field(
        alias="question", min_length=1, max_length=MOST_QUESTIONS
    )
    beside: Mapping[Name, tuple[Name, ...]] = Field(default_factory=dict)
    """By a question of the form, the questions of the interview on the same scale."""
    quality: Mapping[Name, tuple[Said, ...]] = Field(default_factory=dict)
    """By a question of the form, the items of quality for which it is evidence."""

    def __hash__(self) -> int:
        return hash(self.id)
