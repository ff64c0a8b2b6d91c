"""A survey that cannot be counted, or names what is not there, is named with its place."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.faults.survey_fault import survey_faults
from assess.core.catalogue.survey import Survey
from assess.languages.message import say


def asking_more(survey: Survey, **update: Any) -> dict[str, Any]:
    more = survey.questions[0].model_copy(update=update)
    return {"questions": (*survey.questions, more)}


TWICE = ("survey survey.survey_kind", "survey_question_twice", "'survey_kind'")


@pytest.mark.parametrize(
    ("update", "found"),
    [
        ({}, []),
        ({"more": {}}, [TWICE, TWICE]),
        (
            {"more": {"name": "founded"}},
            [("survey survey.founded", "survey_question_twice", "'founded'")],
        ),
        (
            {"more": {"name": "new", "type": "text"}},
            [
                (
                    "survey survey.new",
                    "survey_not_counted",
                    "select_one, select_multiple, scale, yes_partly_no, grid",
                )
            ],
        ),
        (
            {"quality": {"nothing": ("5.2",)}},
            [("survey survey", "no_question", "'nothing'")],
        ),
        (
            {"beside": {"nothing": ("founded",)}},
            [
                ("survey survey", "no_question", "'nothing'"),
                ("survey survey.beside.nothing", "survey_other_scale", "'founded'"),
            ],
        ),
        (
            {"beside": {"survey_turnover": ("founded",)}},
            [("survey survey.beside.survey_turnover", "survey_other_scale", "'founded'")],
        ),
        (
            {"quality": {"survey_story": ("9.9",)}},
            [("survey survey.quality.survey_story", "survey_no_item", "'9.9'")],
        ),
        ({"id": "event"}, [("survey event", "survey_twice", "'event'")] * 2),
    ],
)
def test_a_survey_that_is_wrong_is_named_with_its_place(
    update: dict[str, Any], found: list[tuple[str, str, str]], catalogue: Catalogue
) -> None:
    first, *others = catalogue.surveys
    if "more" in update:
        update = asking_more(first, **update["more"])
    wrong = catalogue.model_copy(update={"surveys": (first.model_copy(update=update), *others)})
    faults = list(survey_faults(wrong))
    assert {fault.owner for fault in faults} <= {"survey.toml"}
    told = [
        (
            fault.place,
            fault.text.code.removeprefix("catalogue."),
            *map(say, fault.text.values.values()),
        )
        for fault in faults
    ]
    assert told == found
