"""Surveys of participants: what comes back is counted right, and nothing else is kept."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.survey.survey_count import (
    SurveyAnswer,
    SurveyCount,
    counted,
    sorted_out,
)
from assess.core.questionnaire.survey.survey_form import survey_of
from assess.core.questionnaire.survey.survey_view import beside_answers
from assess.core.report.page.survey_pages import survey_pages
from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.languages.message import say
from tests.languages.unsaid import unsaid
from tests.notation import answered


def forms(levels: list[int]) -> list[SurveyAnswer]:
    return [
        SurveyAnswer(f"{number}.json", {"survey_turnover": level}, f"{number}")
        for number, level in enumerate(levels)
    ]


def count_of(catalogue: Catalogue, levels: list[int], **stated: Any) -> SurveyCount:
    survey = survey_of(catalogue, "survey")
    assert survey is not None
    return SurveyCount(
        survey="survey",
        edition=catalogue.edition.id,
        n=len(levels),
        answered={"survey_turnover": len(levels)},
        counts=counted(survey, forms(levels)),
        **stated,
    )


@pytest.mark.parametrize(
    ("levels", "median"),
    [
        ([0, 1, 2, 3, 4], 2),
        ([1, 1, 2, 2, 3, 3], 2),
        ([0, 1, 2, 3, 4, 4], 2.5),
        ([4, 4, 4, 4, 0], 4),
        ([1, 2, 3, 4], None),
        ([], None),
    ],
)
def test_a_median_has_at_least_five_answers(
    levels: list[int], median: float | None, catalogue: Catalogue
) -> None:
    count = count_of(catalogue, levels)
    assert count.median("survey_turnover") == median
    assert count.is_shown == (len(levels) >= 5)


def test_what_fewer_than_five_answered_is_not_even_kept(catalogue: Catalogue) -> None:
    survey = survey_of(catalogue, "survey")
    assert survey is not None
    few = [*forms([1, 2, 3, 4]), SurveyAnswer("e", {"survey_jobs": 1}, "e")]
    assert counted(survey, few) == {}


@pytest.mark.parametrize(
    ("manager", "levels", "is_apart"),
    [(4, [2] * 5, True), (3, [2] * 5, False), (0, [2] * 5, True), (4, [2, 2, 2, 3, 3, 3], False)],
)
def test_two_levels_of_difference_are_an_open_point(
    manager: int, levels: list[int], is_apart: bool, catalogue: Catalogue
) -> None:
    survey = survey_of(catalogue, "survey")
    assert survey is not None
    case = answered(impact_business_sme=manager)
    (beside,) = beside_answers(survey, count_of(catalogue, levels), case, catalogue)
    assert (beside.question, beside.is_apart) == ("impact_business_sme", is_apart)


def test_an_id_counts_once_and_the_newest_of_it() -> None:
    old = SurveyAnswer("old", {"a": 1}, "x", "2026-11-01T10:00:00Z")
    new = SurveyAnswer("new", {"a": 2}, "x", "2026-11-01T11:00:00Z")
    other = SurveyAnswer("other", {"a": 2}, "y", "2026-11-01T09:00:00Z")
    table = SurveyAnswer("row 2", {"a": 2})
    nothing = SurveyAnswer("nothing", {}, "z")
    for given in ([old, new, other, table, nothing], [new, old, other, table, nothing]):
        found = sorted_out(given)
        assert found.kept == (new, other, table)
        assert found.replaced == ((old, new),)
        assert found.alike == ((other, new), (table, new))
        assert found.empty == (nothing,)


def test_the_surveys_are_short_and_only_ask_what_can_be_counted(catalogue: Catalogue) -> None:
    kinds = {"select_one", "select_multiple", "scale", "yes_partly_no", "grid"}
    assert [survey.id for survey in catalogue.surveys] == [
        *("survey", "event", "matchmaking", "project"),
    ]
    for survey in catalogue.surveys:
        names = [question.name for question in survey.questions]
        assert len(names) <= 12
        assert {question.type for question in survey.questions} <= kinds
        assert {*survey.beside, *survey.quality} <= {*names}
        for others in survey.beside.values():
            assert all(catalogue.questions[name].type == "scale" for name in others)
        items = {item.id for item in catalogue.label.quality_items}
        assert {item for found in survey.quality.values() for item in found} <= items


def test_the_page_of_the_report_says_nothing_that_is_not_looked_up(catalogue: Catalogue) -> None:
    survey = survey_of(catalogue, "survey")
    assert survey is not None
    count = count_of(catalogue, [1, 2, 3, 3, 4], invited=64)
    case = answered(impact_business_sme=4)
    with speaking(PSEUDO):
        (page,) = survey_pages([(survey, count)], case, catalogue, say)
    texts = [page.title, page.opening]
    texts += [text for pair in (*page.beside, *page.quality) for text in pair]
    texts += [text for row in page.rows for text in (row.asked, row.answers)]
    assert len(texts) > 20
    assert {text: words for text in texts if (words := unsaid(text))} == {}
