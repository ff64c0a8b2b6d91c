"""What was counted of surveys, and what of it is beside the answers of the manager."""

from __future__ import annotations

from assess.core.case.assessment import Assessment
from assess.core.catalogue.survey import Survey
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.questionnaire.survey.survey_form import survey_of
from assess.core.questionnaire.survey.survey_view import beside_answers
from assess.core.text.message import Message
from assess.workflow.desk.desk import Desk

Counted = tuple[Survey, SurveyCount]
"""A survey with what was counted of it."""


def counts_of(desk: Desk, assessment: Assessment) -> tuple[Counted, ...]:
    """Give the newest count of each survey of a case, as it was asked when it was counted.

    Where that edition is not here any more, it is as the edition in use has it.
    """
    counts = desk.store.survey_counts.of(assessment.case.id).values()
    found = ((_as_asked(desk, count), count) for count in counts)
    return tuple((survey, count) for survey, count in found if survey is not None)


def _as_asked(desk: Desk, count: SurveyCount) -> Survey | None:
    catalogue = desk.editions.find(count.edition)
    return survey_of(desk.newest if catalogue is None else catalogue, count.survey)


def said_beside(desk: Desk, assessment: Assessment, question: str) -> tuple[Message, ...]:
    """Say what participants answered to what the manager was asked; only once that is answered."""
    catalogue = desk.catalogue_of(assessment.case)
    return tuple(
        said
        for survey, count in counts_of(desk, assessment)
        for beside in beside_answers(survey, count, assessment, catalogue)
        if beside.question == question
        for said in (beside.message(count), *([beside.point()] if beside.is_apart else []))
    )


def far_apart(desk: Desk, assessment: Assessment) -> dict[str, tuple[Message, ...]]:
    """Say of questions where participants are far from the judgement of the manager."""
    catalogue = desk.catalogue_of(assessment.case)
    found: dict[str, tuple[Message, ...]] = {}
    for survey, count in counts_of(desk, assessment):
        for beside in beside_answers(survey, count, assessment, catalogue):
            if beside.is_apart:
                found[beside.question] = (*found.get(beside.question, ()), beside.point())
    return found
