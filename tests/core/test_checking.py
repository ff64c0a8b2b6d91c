"""Hard and soft checks, routing, and what a changed answer makes doubtful."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.answer import Answer
from assess.core.case.assessment import is_relevant, status_of
from assess.core.case.checking import check_answer, check_value
from assess.core.case.history.proposal import Proposal
from assess.core.case.open_point import PointKind, open_points
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from tests.notation import answered

GRID = {
    "strategy_process": 1,
    "strategy_document": 1,
    "implementation_plan": 1,
    "strategy_review": 1,
    "performance_monitoring": 1,
    "financial_controlling": 1,
}
MONEY = {
    "public_eu": 30,
    "public_national": 20,
    "public_regional": 10,
    "membership_fees": 25,
    "chargeable_services": 10,
    "other_private": 5,
}

HARD: list[tuple[str, Any, str, str]] = [
    # question, value, place, words of the message
    ("committed_total", -1, "", "less than 0"),
    ("committed_total", 12.5, "", "whole number"),
    ("committed_total", "many", "", "not a number"),
    ("committed_total", True, "", "not a number"),
    ("committed_total", float("nan"), "", "not a number"),
    ("founded", "2009-13", "", "not a month"),
    ("founded", 2009, "", "not a month"),
    ("founded", "2026-12", "", "after the interview"),
    ("founded", "2027", "", "after the interview"),
    ("legal_form", "club", "", "not one of the choices"),
    ("international_countries", ["NOR", "XXX"], "[1]", "not one of the choices"),
    ("international_countries", ["NOR", "NOR"], "", "twice"),
    ("international_countries", "NOR", "", "not a list"),
    ("involvement", 5, "", "from 0 to 4"),
    ("involvement", 2.0, "", "from 0 to 4"),
    ("role_written", "perhaps", "", "yes, partly, no"),
    ("financing", {**MONEY, "public_eu": 130}, ".public_eu", "more than 100"),
    ("financing", {**MONEY, "public_eu": 20}, "", "10 % is missing"),
    ("financing", {**MONEY, "public_eu": 31}, "", "1 % too much"),
    ("financing", {**MONEY, "lottery": 0}, ".lottery", "no part of this name"),
    ("financing", {"public_eu": 100}, "", "missing: public_national, public_regional, memb"),
    ("financing", {"public_eu": 100}, "", "; write 0 where there is none"),
    ("planning", {**GRID, "strategy_review": 4}, ".strategy_review", "from 0 to 3"),
    ("planning", 3, "", "not an object"),
    ("potential_basis", "   ", "", "empty"),
    ("potential_basis", 7, "", "not a text"),
    ("success_stories", [{"title": "One"}] * 4, "", "more than 3"),
    ("success_stories", [{"problem": "No title"}], "[0].title", "missing"),
    ("success_stories", [{"title": "One", "released": "yes"}], "[0].released", "neither true"),
    ("success_stories", [{"title": "One", "secret": ""}], "[0].secret", "no field"),
]


@pytest.mark.parametrize(("question", "value", "place", "words"), HARD)
def test_a_hard_check_says_what_is_wrong_and_where(
    question: str, value: Any, place: str, words: str, catalogue: Catalogue
) -> None:
    found = check_value(
        catalogue.questions[question], value, answered(committed_total=73), catalogue
    )
    assert ("hard", place) in [(one.kind, one.place) for one in found if words in say(one.message)]


FINE: list[tuple[str, Any]] = [
    ("committed_total", 20),
    ("committed_total", 73.0),
    ("committed_written", 73),
    ("founded", "2026-11"),
    ("founded", "2026"),
    ("financing", MONEY),
    ("financing", {**MONEY, "public_eu": 30.04}),
    ("planning", GRID),
    ("international_countries", []),
    ("potential_basis", "[bold]x[/bold] {{ 7*7 }} <script>\x1b[31m"),
    ("success_stories", [{"title": "One", "released": True}]),
    ("success_stories", []),
]


@pytest.mark.parametrize(("question", "value"), FINE)
def test_a_right_value_passes(question: str, value: Any, catalogue: Catalogue) -> None:
    found = check_value(
        catalogue.questions[question], value, answered(committed_total=73), catalogue
    )
    assert found == ()


def test_parts_that_are_missing_are_named_once_and_all(catalogue: Catalogue) -> None:
    question = catalogue.questions["planning"]
    two: dict[str, Any] = dict.fromkeys(list(GRID)[:4], 1)
    (found,) = check_value(question, two, answered(), catalogue)
    assert say(found.text) == (
        "these parts are missing: performance_monitoring, financial_controlling"
    )
    five: dict[str, Any] = dict(list(GRID.items())[:5])
    (found,) = check_value(question, five, answered(), catalogue)
    assert say(found.text) == "this part is missing: financial_controlling"


def test_a_sum_that_differs_from_the_total_is_asked_about(catalogue: Catalogue) -> None:
    question = catalogue.questions["composition"]
    parts: dict[str, Any] = dict.fromkeys(question.part_names, 8)
    (found,) = check_value(question, parts, answered(committed_total=73), catalogue)
    assert found.kind == "soft"
    assert "is 73 (missing: 1)" in say(found.message)


def test_a_typed_reason_settles_a_soft_check(catalogue: Catalogue) -> None:
    parts: dict[str, Any] = dict.fromkeys(catalogue.questions["composition"].part_names, 8)
    answer = Answer(question="composition", status=Status.ANSWERED, value=parts)
    case = answered(committed_total=73)
    assert check_answer(answer, case, catalogue)
    assert not check_answer(answer.changed(reason="one has just left"), case, catalogue)


@pytest.mark.parametrize("status", [Status.NOT_APPLICABLE, Status.IMPLAUSIBLE])
def test_some_statuses_need_a_reason(status: Status, catalogue: Catalogue) -> None:
    (found,) = check_answer(Answer(question="founded", status=status), answered(), catalogue)
    assert (found.kind, "needs a reason" in say(found.message)) == ("hard", True)


def test_skipped_cannot_be_given(catalogue: Catalogue) -> None:
    answer = Answer(question="founded", status=Status.SKIPPED)
    assert check_answer(answer, answered(), catalogue)[0].kind == "hard"


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, True),
        ({"governing_body": "yes"}, True),
        ({"governing_body": "partly"}, True),
        ({"governing_body": "no"}, False),
        ({"governing_body": "!dont_know"}, True),
    ],
)
def test_a_question_is_skipped_only_once_its_condition_is_known_to_fail(
    answers: dict[str, Any], asked: bool, catalogue: Catalogue
) -> None:
    question = catalogue.questions["body_meetings"]
    assert is_relevant(question, answered(**answers), catalogue) is asked


def test_a_hidden_answer_is_kept_and_comes_back(catalogue: Catalogue) -> None:
    question = catalogue.questions["body_meetings"]
    case = answered(governing_body="no", body_meetings=4)
    assert status_of(question, case, catalogue) is Status.SKIPPED
    assert case.answer("body_meetings").value == 4
    again = case.with_answer(Answer(question="governing_body", status=Status.ANSWERED, value="yes"))
    assert status_of(question, again, catalogue) is Status.ANSWERED


def test_a_smaller_total_makes_its_parts_doubtful(catalogue: Catalogue) -> None:
    case = answered(committed_total=20, committed_written=30, participants_150km=25)
    found = [one for one in open_points(case, catalogue) if one.kind is PointKind.CONTRADICTION]
    assert [one.question for one in found] == [
        "committed_total",
        "committed_total",
        "committed_written",
        "participants_150km",
    ]
    assert ["which is 20" in say(one.text) for one in found] == [False, False, True, True]


def test_open_points_come_worst_first(catalogue: Catalogue) -> None:
    case = answered(committed_total=20, committed_written=30, founded="!follow_up", staff_fte=90)
    case = case.with_answer(
        Answer(
            question="legal_form", status=Status.ANSWERED, value="other", note="a guild", flag=True
        )
    )
    offered = [Proposal(question="steering", value="broker", source="a file")]
    gone = {"founded": ["the statutes are missing"]}
    points = open_points(
        case,
        catalogue,
        {"staff_headcount": "3?"},
        offered,
        doubtful=gone,
        surveyed={"impact_business_sme": ["participants judge otherwise"]},
        asked={"founded": ["Which statutes?"]},
    )
    kinds = [one.kind for one in points]
    assert kinds == sorted(kinds, key=list(PointKind).index)
    assert {*PointKind} - set(kinds) == {PointKind.REASONED}


def test_a_passed_soft_check_keeps_its_reason_in_the_open_points(catalogue: Catalogue) -> None:
    answer = Answer(question="staff_fte", status=Status.ANSWERED, value=90, reason="two sites")
    points = open_points(answered().with_answer(answer), catalogue)
    (found,) = [one for one in points if one.kind is PointKind.REASONED]
    assert "unusually high" in say(found.text)
    assert "two sites" in say(found.text)
