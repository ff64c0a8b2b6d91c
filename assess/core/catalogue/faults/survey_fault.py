"""Faults of surveys: questions that cannot be counted, and others that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.faults.reference_fault import Fault, at_place, no_question
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.question import ScaleQuestion
from assess.core.catalogue.survey import Survey
from assess.core.text.message import message, series

SURVEYS = "survey.toml"
"""The file that has them."""

COUNTED = ("select_one", "select_multiple", "scale", "yes_partly_no", "grid")
"""The types whose answers can be counted."""


def survey_faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Give what is wrong in the surveys of a catalogue."""
    kinds = [survey.id for survey in catalogue.surveys]
    for survey in catalogue.surveys:
        if kinds.count(survey.id) > 1:
            text = message(CatalogueMessage.SURVEY_TWICE, survey=repr(survey.id))
            yield Fault(SURVEYS, at_place("survey", survey.id), text)
        yield from _questions(survey, catalogue)
        yield from _references(survey, catalogue)


def _questions(survey: Survey, catalogue: Catalogue) -> Iterator[Fault]:
    names = [question.name for question in survey.questions]
    for question in survey.questions:
        place = at_place("survey", survey.id, question.name)
        if names.count(question.name) > 1 or question.name in catalogue.questions:
            text = message(CatalogueMessage.SURVEY_QUESTION_TWICE, question=repr(question.name))
            yield Fault(SURVEYS, place, text)
        if question.type not in COUNTED or question.relevant is not None:
            types = series(COUNTED, "comma")
            yield Fault(SURVEYS, place, message(CatalogueMessage.SURVEY_NOT_COUNTED, types=types))


def _references(survey: Survey, catalogue: Catalogue) -> Iterator[Fault]:
    asked = {question.name: question for question in survey.questions}
    items = {item.id for item in catalogue.label.quality_items}
    for name in (*survey.beside, *survey.quality):
        if name not in asked:
            yield Fault(SURVEYS, at_place("survey", survey.id), no_question(name))
    for name, others in survey.beside.items():
        for other in others:
            pair = (asked.get(name), catalogue.questions.get(other))
            if not all(isinstance(question, ScaleQuestion) for question in pair):
                text = message(CatalogueMessage.SURVEY_OTHER_SCALE, question=repr(other))
                yield Fault(SURVEYS, at_place("survey", survey.id, "beside", name), text)
    for name, found in survey.quality.items():
        for item in found:
            if item not in items:
                text = message(CatalogueMessage.SURVEY_NO_ITEM, item=repr(item))
                yield Fault(SURVEYS, at_place("survey", survey.id, "quality", name), text)
