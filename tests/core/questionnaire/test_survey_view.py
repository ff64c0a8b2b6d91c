"""What a survey shows: every count with its share, the manager beside the participants."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.survey import Survey
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.questionnaire.survey.survey_form import survey_of
from assess.core.questionnaire.survey.survey_view import (
    answered_text,
    beside_answers,
    quality_lines,
    shown_lines,
)
from assess.languages.message import say
from tests.notation import answered

TURNOVER = "How strongly did the cluster help you to win customers, orders or turnover?"


def count(**changed: Any) -> SurveyCount:
    held: dict[str, Any] = {
        "survey": "survey",
        "edition": "2026",
        "n": 6,
        "invited": 8,
        "answered": {
            "survey_turnover": 6,
            "survey_satisfaction": 5,
            "survey_story": 5,
            "survey_jobs": 4,
        },
        "counts": {
            "survey_turnover": {"1": 1, "2": 3, "4": 2},
            "survey_satisfaction": {"3": 2, "4": 3},
            "survey_story": {"yes": 3, "no": 2},
        },
    }
    return SurveyCount.model_validate(held | changed)


@pytest.fixture
def survey(catalogue: Catalogue) -> Survey:
    found = survey_of(catalogue, "survey")
    assert found is not None
    return found


def test_a_line_has_each_answer_with_its_share(survey: Survey) -> None:
    lines = {say(line.label): line for line in shown_lines(survey, count())}
    turnover = lines[TURNOVER]
    assert (turnover.n, turnover.median) == (6, 2)
    assert [say(share.message()) for share in turnover.shares] == [
        "0 – No effect: 0 (0\xa0%)",
        "1 – A small effect: 1 (17\xa0%)",
        "2 – Some effect: 3 (50\xa0%)",
        "3 – A clear effect: 0 (0\xa0%)",
        "4 – A very large effect: 2 (33\xa0%)",
    ]
    jobs = lines["How strongly did the cluster help you to keep or create jobs?"]
    assert (jobs.n, jobs.shares, jobs.median) == (4, (), None)
    assert shown_lines(survey, count(n=4)) == ()


def test_the_manager_stands_beside_the_participants(survey: Survey, catalogue: Catalogue) -> None:
    case = answered(impact_business_sme=4, impact_business_large=1)
    far, near = beside_answers(survey, count(), case, catalogue)
    assert [far.is_apart, near.is_apart] == [True, False]
    assert say(far.heading) == f"Effects on business, SMEs – {TURNOVER}"
    assert say(far.message(count())) == "manager: 4; 6 of 8 participants: median 2"
    assert say(far.message(count(invited=None))) == "manager: 4; 6 participants: median 2"
    assert say(far.point()) == (
        f"the manager says 4, but the median of 6 participants is 2 ({TURNOVER})"
    )
    assert beside_answers(survey, count(n=4), case, catalogue) == ()


def test_quality_has_what_a_survey_says_in_brief(survey: Survey, catalogue: Catalogue) -> None:
    told = [(say(item), say(said)) for item, said in quality_lines(survey, count(), catalogue)]
    assert told == [
        ("5.2 Success stories", "yes: 3 (60\xa0%); partly: 0 (0\xa0%); no: 2 (40\xa0%)"),
        ("5.3 Satisfaction of participants", "5 participants: median 4"),
    ]
    assert quality_lines(survey, count(n=4), catalogue) == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "6 answers of 8 committed participants (75\xa0%)"),
        ({"is_invited_stated": True}, "6 answers of 8 invited (75\xa0%)"),
        ({"invited": None}, "6 answers"),
        ({"n": 1, "invited": None}, "1 answer"),
    ],
)
def test_how_many_answered_says_of_how_many(changed: dict[str, Any], told: str) -> None:
    assert say(answered_text(count(**changed))) == told
