"""Checks between answers: each says what does not fit, at each of its answers, and refuses none."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_answer
from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind, open_points
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.rule.expression import evaluated
from assess.languages.message import say
from tests.notation import answered

MONEY = {
    "public_eu": 0,
    "public_national": 0,
    "public_regional": 50,
    "membership_fees": 50,
    "chargeable_services": 0,
    "other_private": 0,
}
FEW = {
    "sme": 20,
    "non_sme": 5,
    "research_institute": 1,
    "university": 1,
    "training_provider": 0,
    "financial_intermediary": 0,
    "consultant": 0,
    "government_agency": 0,
    "other": 0,
}
REVIEWED = {
    "strategy_process": 2,
    "strategy_document": 3,
    "implementation_plan": 2,
    "strategy_review": 3,
    "performance_monitoring": 2,
    "financial_controlling": 2,
}

BROKEN: list[tuple[str, str, dict[str, Any], str]] = [
    # check, kind, answers that do not fit, what is said
    ("more_fte_than_people", "contradiction", {"staff_fte": 9, "staff_headcount": 3}, "9 full"),
    ("budget_for_the_team", "warning", {"budget_total": 8500, "staff_fte": 1.5}, "EUR 5 667"),
    (
        "fee_of_a_participant",
        "warning",
        {"budget_total": 1000, "financing": MONEY, "committed_paying": 50},
        "EUR 10 for each paying",
    ),
    (
        "fees_without_payers",
        "contradiction",
        {"financing": MONEY, "committed_paying": 0},
        "fees make up 50 %",
    ),
    ("many_have_left", "warning", {"staff_left": 19, "staff_headcount": 3}, "19 people have left"),
    (
        "experience_of_the_others",
        "warning",
        {"staff_headcount": 2, "manager_experience": 1, "team_experience": 30},
        "59 years",
    ),
    (
        "experience_of_a_team_of_one",
        "contradiction",
        {"staff_headcount": 1, "manager_experience": 5, "team_experience": 6},
        "in a team of one",
    ),
    (
        "commitment_without_a_kind",
        "contradiction",
        {
            "committed_total": 64,
            "committed_written": 5,
            "committed_paying": 5,
            "committed_active": 5,
        },
        "add up to only 15",
    ),
    (
        "contributing_but_not_active",
        "warning",
        {"committed_active": 30, "participants_in_activities": 20},
        "30 participants contribute",
    ),
    (
        "groups_and_projects_are_activities",
        "contradiction",
        {
            "participants_in_groups": 60,
            "participants_in_projects": 64,
            "participants_in_activities": 20,
        },
        "64 participants work in groups or projects",
    ),
    (
        "in_groups_without_groups",
        "contradiction",
        {"working_groups": 0, "participants_in_groups": 60},
        "there is no working group",
    ),
    (
        "contacts_fewer_than_contacted",
        "contradiction",
        {"contacts_total": 10, "participants_contacted": 46},
        "10 contacts are fewer than the 46",
    ),
    (
        "contacts_for_the_team",
        "warning",
        {"contacts_total": 4000, "staff_fte": 2},
        "2 000 personal",
    ),
    (
        "regional_companies_of_all",
        "contradiction",
        {"regional_companies": 120, "composition": FEW},
        "has 25 companies in all",
    ),
    (
        "regional_research_of_all",
        "warning",
        {"regional_research": 9, "composition": FEW},
        "has 2 in all",
    ),
    (
        "near_and_abroad",
        "warning",
        {"participants_150km": 64, "international_participants": 64, "committed_total": 64},
        "only at a border",
    ),
    (
        "reach_without_local",
        "warning",
        {"reach": ["national"], "participants_150km": 40, "committed_total": 64},
        "not active locally",
    ),
    (
        "own_country_among_participants",
        "contradiction",
        {"international_participants": 3, "international_countries": ["SWE", "NOR"]},
        "own country",
    ),
    (
        "own_country_among_partners",
        "contradiction",
        {"partners_abroad": 3, "partner_countries": ["NOR"]},
        "own country",
    ),
    (
        "more_countries_than_participants",
        "contradiction",
        {"international_participants": 1, "international_countries": ["SWE", "DNK"]},
        "2 countries are more than the 1",
    ),
    (
        "more_countries_than_partners",
        "contradiction",
        {"partners_abroad": 1, "partner_countries": ["SWE", "DNK", "FIN", "DEU"]},
        "4 countries are more than the 1",
    ),
    (
        "begun_after_founding",
        "contradiction",
        {"founded": "2014", "initiative_started": "2019"},
        "began (2019) after",
    ),
    (
        "review_before_the_beginning",
        "contradiction",
        {"founded": "2014", "initiative_started": "2012", "strategy_reviewed": "1950"},
        "before the cluster began",
    ),
    (
        "review_before_the_founding",
        "warning",
        {"founded": "2014", "strategy_reviewed": "2012-03"},
        "before the organisation was founded",
    ),
    (
        "review_long_ago",
        "warning",
        {"planning": REVIEWED, "strategy_reviewed": "2022-10"},
        "49 months ago",
    ),
    (
        "industry_in_no_body",
        "contradiction",
        {"governing_body": "no", "industry_in_body": "yes"},
        "there is no governing body",
    ),
    (
        "body_without_meetings",
        "warning",
        {"governing_body": "yes", "body_meetings": 0},
        "it had no meeting",
    ),
    (
        "younger_than_a_year",
        "warning",
        {"founded": "2026-06", "participants_in_activities": 7},
        "5 months old",
    ),
    ("younger_than_two_years", "warning", {"founded": "2025-06", "staff_left": 1}, "17 months old"),
    (
        "near_fifteen_participants",
        "warning",
        {"committed_total": 16},
        "near a limit of eligibility",
    ),
    ("near_half_a_post", "warning", {"staff_fte": 0.5}, "near a limit of eligibility"),
    (
        "near_half_companies",
        "warning",
        {"composition": {**FEW, "other": 23}},
        "companies make up 50 %",
    ),
]
GRIDS = [
    # check, priority, grid
    ("priority_research", "joint_research", "service_technology"),
    ("priority_human_resources", "human_resources", "service_human_resources"),
    ("priority_entrepreneurship", "entrepreneurship", "service_entrepreneurship"),
    ("priority_visibility", "visibility", "service_promotion"),
    ("priority_internationalisation", "internationalisation", "service_internationalisation"),
]


def points(case: Assessment, catalogue: Catalogue, text: str) -> list[OpenPoint]:
    return [
        point
        for point in open_points(case, catalogue)
        if text in say(point.text).replace("\u202f", " ").replace("\u00a0", " ")
    ]


def hold(check_id: str, kind: str, case: Assessment, text: str, catalogue: Catalogue) -> None:
    check = next(each for each in catalogue.checks if each.id == check_id)
    found = points(case, catalogue, text)
    answered_at = [name for name in check.said_at if case.value(name) is not None]
    assert [point.question for point in found] == sorted(
        answered_at, key=list(catalogue.questions).index
    )
    assert {point.kind for point in found} == {PointKind(kind)}
    assert (PointKind(kind) in BLOCKING) == (kind == "contradiction")
    refusals = [
        finding
        for name in case.answers
        for finding in check_answer(case.answer(name), case, catalogue)
        if finding.kind == "hard"
    ]
    assert not refusals


@pytest.mark.parametrize(("check_id", "kind", "answers", "text"), BROKEN)
def test_what_does_not_fit_is_said_at_each_answer_and_refused_at_none(
    check_id: str, kind: str, answers: dict[str, Any], text: str, catalogue: Catalogue
) -> None:
    hold(check_id, kind, answered(**answers), text, catalogue)


@pytest.mark.parametrize(("check_id", "topic", "grid"), GRIDS)
def test_a_priority_without_its_services_is_asked_about(
    check_id: str, topic: str, grid: str, catalogue: Catalogue
) -> None:
    rated = dict.fromkeys(catalogue.questions["priorities"].part_names, 0)
    offered = dict.fromkeys(catalogue.questions[grid].part_names, 0)
    answers: dict[str, Any] = {"priorities": {**rated, topic: 3}, grid: offered}
    hold(check_id, "warning", answered(**answers), "at 0 out of 4", catalogue)


def test_support_for_groups_fits_their_meetings(catalogue: Catalogue) -> None:
    levels = dict.fromkeys(catalogue.questions["service_exchange"].part_names, 0)
    case = answered(working_groups=1, group_meetings=2, service_exchange=levels)
    hold("support_for_groups", "warning", case, "the groups met 2 times", catalogue)


def test_every_check_is_tried(catalogue: Catalogue) -> None:
    tried = {each[0] for each in (*BROKEN, *GRIDS)} | {"support_for_groups"}
    assert {check.id for check in catalogue.checks} == tried


def test_a_warning_with_a_reason_at_one_answer_is_settled_at_all(catalogue: Catalogue) -> None:
    case = answered(staff_left=19, staff_headcount=3)
    assert len(points(case, catalogue, "19 people have left")) == 2
    settled = case.with_answer(case.answer("staff_left").changed(reason="a merger"))
    open_now = [
        each
        for each in points(settled, catalogue, "19 people have left")
        if each.kind is PointKind.WARNING
    ]
    assert open_now == []


def test_a_reason_does_not_settle_a_contradiction(catalogue: Catalogue) -> None:
    case = answered(staff_fte=9, staff_headcount=3)
    stated = case.with_answer(case.answer("staff_fte").changed(reason="it is so"))
    assert len(points(stated, catalogue, "9 full-time equivalents")) == 2


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a > 1 and b > 1", None),
        ("a > 3 and b > 1", False),
        ("a > 1 or b > 1", True),
        ("not b > 1", None),
        ("a / 0 > 1", None),
        ("outside(a, 2, 4)", False),
        ("classed(a, 1, 2, 5)", 2),
        ("answered(b)", False),
        ("later('2014', '2014-03')", False),
        ("later('2014-04', '2014-03')", True),
        ("1 < a < 3", True),
    ],
)
def test_what_is_not_known_decides_nothing(text: str, held: object) -> None:
    known = {"a": 2, "b": None}
    assert evaluated(text, known.__getitem__, lambda _: 12) == held
