"""What participants answered in a survey, beside the question that the manager is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assess.core.case.assessment import Assessment
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.tui.case.card.survey_said import SurveySection
from assess.workflow import Desk, answer
from tests.tui.interview_keys import asking, interview, keys, settled


def said(pilot: Any) -> str:
    section = interview(pilot).query_one(SurveySection)
    return " ".join(str(section.content).split()) if section.display else ""


async def test_the_counts_stand_beside_the_answer_of_the_manager_and_never_before_it(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk
) -> None:
    case = begun()
    answer(desk, case, "committed_total", 64)
    count = SurveyCount(
        survey="survey",
        edition=desk.newest.edition.id,
        n=41,
        invited=64,
        answered={"survey_turnover": 41},
        counts={"survey_turnover": {"1": 20, "2": 21}},
    )
    desk.store.survey_counts.add(case.case.id, count, at=desk.now)
    async with asking(run, case, "impact_business_sme", size=(120, 40)) as pilot:
        assert said(pilot) == ""
        await keys(pilot, "4")
        await settled(pilot)
        beside = said(pilot)
        assert beside.startswith("Survey of participants")
        assert "manager: 4; 41 of 64 participants: median 2" in beside
        assert "the manager says 4, but the median of 41 participants is 2" in beside
        await keys(pilot, "x")
        await settled(pilot)
        assert said(pilot) == ""
