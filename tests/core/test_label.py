"""Validity and eligibility, as the tables of the label policy state them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.eligibility import Verdict
from assess.core.label.impartiality import interest_text
from assess.core.label.label_check import check_label
from assess.core.label.validity import add_months, follows_warning, validity
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.notation import answered, case_of

VALIDITY = [
    # case, previous, interview, kind, valid from, valid until
    ("2010 first", None, "2016-04-18", "first", "2016-04-18", "2018-04-18"),
    ("2010 first", None, "2010-11-10", "first", "2010-11-10", "2012-11-10"),
    ("2010 first, 29 Feb", None, "2016-02-29", "first", "2016-02-29", "2018-02-28"),
    ("2010 renewal", "2018-04-18", "2018-03-01", "renewal", "2018-04-19", "2020-03-01"),
    ("last day of 2010", None, "2019-11-14", "first", "2019-11-14", "2021-11-14"),
    ("first day of 2019", None, "2019-11-15", "first", "2019-11-15", "2021-11-30"),
    ("2019 first", None, "2021-03-02", "first", "2021-03-02", "2023-03-31"),
    ("2019 first", None, "2024-02-29", "first", "2024-02-29", "2026-02-28"),
    ("renewal", "2023-03-31", "2023-02-10", "renewal", "2023-04-01", "2026-03-31"),
    ("late renewal", "2023-03-31", "2024-03-29", "renewal", "2023-04-01", "2026-03-31"),
    ("last day of the window", "2023-03-31", "2024-03-31", "renewal", "2023-04-01", "2026-03-31"),
    ("day after the window", "2023-03-31", "2024-04-01", "first", "2024-04-01", "2026-04-30"),
    ("out of the window: first", "2023-03-31", "2024-04-02", "first", "2024-04-02", "2026-04-30"),
    ("renewal of a 2010 label", "2020-03-17", "2020-02-10", "renewal", "2020-03-18", "2023-03-31"),
]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("name", "previous", "interview", "kind", "starts", "until"), VALIDITY)
def test_a_label_is_valid_as_its_policy_says(
    name: str,
    previous: str | None,
    interview: str,
    kind: str,
    starts: str,
    until: str,
    catalogue: Catalogue,
) -> None:
    held = date.fromisoformat(interview)
    policy = catalogue.label.policy_for("Bronze", held)
    assert policy is not None, name
    found = validity(policy, held, day(previous))
    assert (found.kind, str(found.valid_from), str(found.valid_until)) == (kind, starts, until)


def test_the_rule_shows_its_arithmetic(catalogue: Catalogue) -> None:
    policy = catalogue.label.policy_for("Bronze", date(2021, 3, 2))
    assert policy is not None
    first = validity(policy, date(2021, 3, 2), None)
    assert say(first.rule) == (
        "a first label is valid for 24 months from the interview (2021-03), to the end of the "
        "month: until 2023-03-31"
    )
    renewal = validity(policy, date(2023, 2, 10), date(2023, 3, 31))
    assert say(renewal.rule).startswith(
        "a renewal is valid for 36 months from the end of the previous label (2023-03-31), to the"
    )
    late = validity(policy, date(2024, 4, 2), date(2023, 3, 31))
    assert "the renewal window closed on 2024-03-31, so this is a first label" in say(late.rule)


def test_an_early_renewal_is_warned_of(catalogue: Catalogue) -> None:
    policy = catalogue.label.policy_for("Bronze", date(2022, 1, 10))
    assert policy is not None
    assert validity(policy, date(2022, 3, 30), date(2023, 3, 31)).warnings
    assert not validity(policy, date(2022, 3, 31), date(2023, 3, 31)).warnings


@pytest.mark.parametrize(
    ("earlier", "interview", "said"),
    [
        ("2021-03-02", "2022-09-02", None),
        ("2021-03-02", "2023-03-02", None),
        ("2021-03-02", "2022-09-01", "was on 2021-03-02; usually it is 18 to 24 months earlier"),
        ("2021-03-02", "2023-03-03", "usually it is 18 to 24 months earlier"),
        (None, "2023-03-03", "no earlier Bronze label is known"),
    ],
)
def test_silver_comes_one_and_a_half_to_two_years_after_bronze(
    earlier: str | None, interview: str, said: str | None, catalogue: Catalogue
) -> None:
    held = date.fromisoformat(interview)
    silver = catalogue.label.policy_for("Silver", held)
    bronze = catalogue.label.policy_for("Bronze", held)
    assert silver is not None
    assert bronze is not None
    assert follows_warning(bronze, held, day(earlier)) is None
    found = follows_warning(silver, held, day(earlier))
    assert (found is None) == (said is None)
    assert said is None or said in say(found or "")


def test_before_the_first_policy_there_is_no_label(catalogue: Catalogue) -> None:
    found = _check(catalogue, "1999-12-31", {})
    assert found.validity is None
    assert found.reason is not None
    assert "1999-12-31" in say(found.reason)


days = st.dates(date(2010, 11, 1), date(2060, 12, 31))


@given(interview=days, previous=st.none() | days)
def test_every_label_ends_after_it_begins(
    catalogue: Catalogue, interview: date, previous: date | None
) -> None:
    policy = catalogue.label.policy_for("Bronze", interview)
    assert policy is not None
    if previous and previous > add_months(interview, 60):
        return
    found = validity(policy, interview, previous)
    assert found.valid_from <= found.valid_until
    if found.kind == "renewal" and previous and policy.renewal:
        assert found.valid_from == previous + timedelta(days=1), "a renewal leaves no gap"


@given(start=days, months=st.integers(1, 120))
def test_months_are_added_as_a_calendar_does(start: date, months: int) -> None:
    later = add_months(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1
    last = add_months(start, months, end_of_month=True)
    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (later.year, later.month)


def _check(catalogue: Catalogue, interview: str, verdicts: dict[str, str], **answers: Any) -> Any:
    assessment = answered(interview=interview, **answers)
    given_verdicts = {
        name: Verdict.model_validate({"criterion": name, "verdict": word, "reason": "seen"})
        for name, word in verdicts.items()
    }
    return check_label(score(assessment, catalogue), assessment, catalogue, given_verdicts, None)


ALL = [f"E{number}" for number in range(1, 9)]


def test_an_interview_before_november_2019_needs_no_eligibility(catalogue: Catalogue) -> None:
    found = _check(catalogue, "2019-11-14", {})
    assert not found.eligibility.criteria_apply
    assert found.eligibility.eligible


def test_all_criteria_met_make_a_case_eligible(catalogue: Catalogue) -> None:
    found = _check(catalogue, "2019-11-15", dict.fromkeys(ALL, "met"))
    assert found.eligibility.eligible
    assert found.eligibility.reasons == ()


@pytest.mark.parametrize("criterion", ALL)
@pytest.mark.parametrize(("word", "said"), [("open", "is still open"), ("not_met", "is not met")])
def test_one_criterion_short_is_not_eligible_and_says_why(
    criterion: str, word: str, said: str, catalogue: Catalogue
) -> None:
    found = _check(catalogue, "2024-01-10", {**dict.fromkeys(ALL, "met"), criterion: word})
    assert not found.eligibility.eligible
    assert [say(reason).partition(":")[0] for reason in found.eligibility.reasons] == [
        f"{criterion} {said}"
    ]


@pytest.mark.parametrize(
    ("criterion", "answers", "passes"),
    [
        ("E2", {"staff_fte": 0.5}, True),
        ("E2", {"staff_fte": 0.49}, False),
        ("E2", {"staff_fte": "!refused"}, None),
        ("E3", {"committed_total": 15}, True),
        ("E3", {"committed_total": 14}, False),
        ("E3", {}, None),
        ("E4", {"composition": {"sme": 6, "non_sme": 0}}, True),
        ("E4", {"composition": {"sme": 4, "non_sme": 1}}, False),
        ("E7", {"priorities": {"lobbying": 3, "visibility": 4}}, True),
        ("E7", {"priorities": {"lobbying": 3, "visibility": 2}}, False),
        ("E8", {}, None),
    ],
)
def test_numbers_from_the_interview_stand_beside_a_criterion(
    criterion: str, answers: dict[str, Any], passes: bool | None, catalogue: Catalogue
) -> None:
    whole = {name: _whole(name, value, catalogue) for name, value in answers.items()}
    found = _check(catalogue, "2024-01-10", {}, **whole)
    check = next(one for one in found.eligibility.criteria if one.id == criterion)
    assert check.passes is passes


def test_five_activities_are_counted_over_all_services(catalogue: Catalogue) -> None:
    services = [name for name in catalogue.questions if name.startswith("service_")]
    one_item = {name: _whole(name, {}, catalogue) for name in services}
    for name in services[:5]:
        first = next(iter(one_item[name]))
        one_item[name] = {**one_item[name], first: 1}
    five = _check(catalogue, "2024-01-10", {}, **one_item)
    assert next(one for one in five.eligibility.criteria if one.id == "E6").passes is True
    one_item[services[0]] = dict.fromkeys(one_item[services[0]], 0)
    four = _check(catalogue, "2024-01-10", {}, **one_item)
    assert next(one for one in four.eligibility.criteria if one.id == "E6").passes is False
    del one_item[services[1]]
    unknown = _check(catalogue, "2024-01-10", {}, **one_item)
    check = next(one for one in unknown.eligibility.criteria if one.id == "E6")
    assert check.passes is None, "a field without an answer is not a field without activities"


def test_a_verdict_against_the_number_is_warned_of(catalogue: Catalogue) -> None:
    found = _check(catalogue, "2024-01-10", {"E3": "met"}, committed_total=9)
    check = next(one for one in found.eligibility.criteria if one.id == "E3")
    assert check.warning is not None
    assert "9" in say(check.warning)
    agreed = _check(catalogue, "2024-01-10", {"E3": "met"}, committed_total=15)
    assert next(one for one in agreed.eligibility.criteria if one.id == "E3").warning is None


def _whole(question: str, value: Any, catalogue: Catalogue) -> Any:
    """Fill the parts that a test does not name with one `other`, or with 0."""
    names = catalogue.questions[question].part_names
    if not names or not isinstance(value, dict):
        return value
    whole = {**dict.fromkeys(names, 0), **value}
    if question == "composition":
        whole["other"] = 10 - sum(value.values())
    return whole


INTERESTS = [
    (None, "No statement is recorded"),
    ("none", "Interest declared: none (Ada Expert, 2 November 2026)"),
    ("None", "Interest declared: none (Ada Expert, 2 November 2026)"),
    (
        "A seat on the board.",
        "Interest declared: A seat on the board (Ada Expert, 2 November 2026)",
    ),
]


@pytest.mark.parametrize(("statement", "said"), INTERESTS, ids=[str(each[0]) for each in INTERESTS])
def test_which_interest_is_declared_is_said_and_none_is_called_none(
    statement: str | None, said: str
) -> None:
    declared = statement and {"statement": statement, "by": "Ada Expert", "on": "2026-11-02"}
    case = Assessment(case=case_of(impartiality=declared))
    assert say(interest_text(case)) == said
