"""Every measure of the catalogue, worked out by hand; and what a missing answer does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import Score, score
from assess.core.text.number_text import show_number
from assess.languages.message import say
from tests.notation import answered


def measured(catalogue: Catalogue, key: str, **answers: Any) -> Score:
    """Score one measure, written `indicator:measure`, from a few answers."""
    whole = {name: _whole(name, value, catalogue) for name, value in answers.items()}
    found = score(answered(**whole), catalogue).by_key.get(key)
    assert found is not None, key
    return found


def _whole(question: str, value: Any, catalogue: Catalogue) -> Any:
    names = catalogue.questions[question].part_names
    if names and isinstance(value, list):
        return dict(zip(names, value, strict=True))
    return value


TABLE: list[tuple[str, dict[str, Any], Any]] = [
    ("age:age_years", {"founded": "2009-05"}, 17.5),
    ("age:age_years", {"founded": "2022-11"}, 4.0),
    ("age:age_years", {"founded": "2022"}, 4.8),
    ("age:age_group", {"founded": "2022-11"}, "up_to_4"),
    ("age:age_group", {"founded": "2022-10"}, "over_4_up_to_8"),
    ("age:age_group", {"founded": "2018-11"}, "over_4_up_to_8"),
    ("age:age_group", {"founded": "2018-10"}, "over_8"),
    ("legal_form:legal_form", {"legal_form": "association"}, "association"),
    ("driving_forces:driving_type", {"driving_forces": [51, 29, 20]}, "industry"),
    ("driving_forces:driving_type", {"driving_forces": [50, 30, 20]}, "mixed"),
    ("driving_forces:driving_forces.public", {"driving_forces": [50, 30, 20]}, 20),
    ("specialisation:specialisation", {"specialisation": "one_field"}, 2),
    ("committed_participants:committed_participants", {"committed_total": 73}, 73),
    (
        "committed_participants:written_share",
        {"committed_total": 73, "committed_written": 41},
        56.2,
    ),
    ("composition:composition.sme", {"composition": [30, 10, 5, 5, 0, 0, 0, 0, 10]}, 50.0),
    ("composition:industry_share", {"composition": [30, 10, 5, 5, 0, 0, 0, 0, 10]}, 66.7),
    (
        "regional_concentration:regional_share",
        {"committed_total": 73, "participants_150km": 60},
        82.2,
    ),
    (
        "growth_potential:potential_used",
        {
            "potential_companies": 200,
            "potential_research": 20,
            "regional_companies": 50,
            "regional_research": 5,
        },
        25.0,
    ),
    (
        "growth_potential:potential_used_class",
        {
            "potential_companies": 200,
            "potential_research": 20,
            "regional_companies": 50,
            "regional_research": 5,
        },
        "from_25_to_50",
    ),
    (
        "growth_potential:potential_used_class",
        {
            "potential_companies": 100,
            "potential_research": 100,
            "regional_companies": 75,
            "regional_research": 75,
        },
        "from_50_to_75",
    ),
    (
        "growth_potential:potential_used",
        {
            "potential_companies": 200,
            "potential_research": 20,
            "regional_companies": 50,
            "regional_research": "!not_applicable",
        },
        25.0,
    ),
    (
        "international_participants:international_share",
        {"committed_total": 73, "international_participants": 7},
        9.6,
    ),
    (
        "roles_and_governing_body:governance_elements",
        {
            "role_written": "yes",
            "governing_body": "yes",
            "industry_in_body": "partly",
            "rules_written": "no",
        },
        2.5,
    ),
    ("participant_involvement:involvement", {"involvement": 3}, 3),
    ("participants_per_employee:staff_fte", {"staff_fte": 2.4}, 2.4),
    (
        "participants_per_employee:participants_per_fte",
        {"committed_total": 73, "staff_fte": 2.4},
        30.42,
    ),
    ("competences:training_days", {"training_days": 6.5}, 6.5),
    ("competences:development_elements", {"needs_assessed": "yes", "training_plan": "partly"}, 1.5),
    ("competences:turnover_share", {"staff_left": 1, "staff_headcount": 3}, 25.0),
    ("strategic_planning:planning_share", {"planning": [3, 3, 2, 1, 0, 2]}, 61.1),
    ("strategic_planning:planning.strategy_review", {"planning": [3, 3, 2, 1, 0, 2]}, 1),
    (
        "strategic_priorities:top_priorities",
        {"priorities": [4, 0, 4, 1, 2, 3, 0, 0, 0, 4, 0]},
        ["joint_research", "internationalisation", "green_transition"],
    ),
    (
        "strategic_priorities:priorities.lobbying",
        {"priorities": [4, 0, 4, 1, 2, 3, 1, 0, 0, 4, 0]},
        1,
    ),
    ("financing_sources:public_share", {"financing": [30, 20, 10, 25, 10, 5]}, 60.0),
    ("financing_sources:private_share", {"financing": [30, 20, 10, 25, 10, 5]}, 40.0),
    ("financing_sources:financing.public_eu", {"financing": [30, 20, 10, 25, 10, 5]}, 30),
    (
        "financing_sources:budget_per_participant",
        {"budget_total": 480000, "committed_total": 73},
        6575.34,
    ),
    ("financial_sustainability:funding_secured", {"funding_secured": "from_2_to_3_years"}, 2),
    ("service_funding:spectrum", {"service_funding": [4, 3, 0, 1]}, 75.0),
    ("service_funding:intensity", {"service_funding": [4, 3, 0, 1]}, 2.0),
    ("service_exchange:spectrum", {"service_exchange": [4, 4, 2, 0, 0, 0]}, 50.0),
    ("service_exchange:intensity", {"service_exchange": [4, 4, 2, 0, 0, 0]}, 1.67),
    ("steering:steering", {"steering": "broker"}, "broker"),
    (
        "cooperation_degree:active_share",
        {"committed_total": 73, "participants_in_activities": 50},
        68.5,
    ),
    ("cooperation_degree:group_share", {"committed_total": 73, "participants_in_groups": 30}, 41.1),
    (
        "cooperation_degree:project_share",
        {"committed_total": 73, "participants_in_projects": 11},
        15.1,
    ),
    (
        "personal_contacts:contacted_share",
        {"committed_total": 73, "participants_contacted": 44},
        60.3,
    ),
    (
        "personal_contacts:contacts_per_participant",
        {"committed_total": 73, "contacts_total": 410},
        5.62,
    ),
    ("working_groups:working_groups", {"working_groups": 5}, 5),
    ("working_groups:meetings_per_group", {"working_groups": 5, "group_meetings": 17}, 3.4),
    ("cooperation_requests:requests", {"requests": 40}, 40),
    (
        "cooperation_requests:requests_from_abroad",
        {"requests": 40, "request_origin": [40, 25, 25, 10]},
        35.0,
    ),
    (
        "cooperation_requests:request_origin.world",
        {"requests": 40, "request_origin": [40, 25, 25, 10]},
        10,
    ),
    ("cluster_partnerships:partners_home", {"partners_home": 6}, 6),
    ("cluster_partnerships:partners_abroad", {"partners_abroad": 4}, 4),
    (
        "press_appearances:press_total",
        {"press_regional": 12, "press_national": 3, "press_international": 1},
        16,
    ),
    ("visibility:visibility_mean", {"visibility": [3, 2, 3, 2, 1, 2]}, 2.17),
    ("visibility:visibility.policy", {"visibility": [3, 2, 3, 2, 1, 2]}, 2),
    ("impact_research:impact_research_sme", {"impact_research_sme": 3}, 3),
    ("impact_business:impact_business_large", {"impact_business_large": 1}, 1),
    ("impact_international:impact_international_sme", {"impact_international_sme": 0}, 0),
]


@pytest.mark.parametrize(("key", "answers", "value"), TABLE)
def test_a_measure_has_the_value_worked_out_by_hand(
    key: str, answers: dict[str, Any], value: Any, catalogue: Catalogue
) -> None:
    assert measured(catalogue, key, **answers).rounded == value


def _services(catalogue: Catalogue, level: int) -> dict[str, Any]:
    names = [name for name in catalogue.questions if name.startswith("service_")]
    return {name: dict.fromkeys(catalogue.questions[name].part_names, level) for name in names}


def test_the_overview_is_the_mean_of_the_seven_fields(catalogue: Catalogue) -> None:
    services = _services(catalogue, 0)
    services["service_funding"] = dict.fromkeys(services["service_funding"], 4)
    services["service_exchange"] = {**services["service_exchange"], "matchmaking": 3}
    found = {
        name: measured(catalogue, f"service_overview:{name}", **services).rounded
        for name in ("spectrum", "intensity", "business_spectrum", "business_intensity")
    }
    # funding 100 % and exchange 1 of 6 items; intensities 4 and 3/6; one of the nine items
    assert found == {
        "spectrum": round((100 + 100 / 6) / 7, 1),
        "intensity": round(4.5 / 7, 2),
        "business_spectrum": 11.1,
        "business_intensity": 0.33,
    }


def test_a_field_that_does_not_apply_leaves_the_overview(catalogue: Catalogue) -> None:
    services = _services(catalogue, 2)
    services["service_technology"] = "!not_applicable"
    found = measured(catalogue, "service_overview:intensity", **services)
    assert found.value == 2.0
    assert [one.status.value for one in found.excluded] == ["not_applicable"]


@pytest.mark.parametrize("status", ["dont_know", "refused", "follow_up", "not_reached"])
def test_a_non_answer_makes_no_value_and_says_why(status: str, catalogue: Catalogue) -> None:
    found = measured(
        catalogue,
        "press_appearances:press_total",
        press_regional=12,
        press_national=f"!{status}",
        press_international=1,
    )
    assert found.value is None
    assert found.status == status
    assert say(catalogue.edition.statuses[status]) in say(found.why)
    assert "0" not in say(found.shown)


@pytest.mark.parametrize("status", ["not_applicable", "added_later"])
def test_what_does_not_apply_leaves_the_denominator(status: str, catalogue: Catalogue) -> None:
    found = measured(
        catalogue,
        "press_appearances:press_total",
        press_regional=12,
        press_national=3,
        press_international=f"!{status}",
    )
    assert found.value == 15
    assert "Left out" in say(found.why)


def test_a_skipped_question_is_left_out(catalogue: Catalogue) -> None:
    found = measured(
        catalogue,
        "cooperation_requests:requests_from_abroad",
        requests=0,
        request_origin=[25, 25, 25, 25],
    )
    assert (found.value, found.status) == (None, "skipped")


def test_nothing_is_divided_by_zero(catalogue: Catalogue) -> None:
    found = measured(
        catalogue, "committed_participants:written_share", committed_total=0, committed_written=0
    )
    assert (found.value, found.status) == (None, "not_applicable")
    assert "is 0, so there is no result" in say(found.why)


def test_every_measure_of_an_empty_case_has_no_value_and_a_reason(catalogue: Catalogue) -> None:
    for one in score(answered(), catalogue):
        assert one.value is None
        assert one.reason
        assert say(one.shown).startswith("no value")


def test_answers_that_contradict_each_other_make_no_value(catalogue: Catalogue) -> None:
    doubtful = measured(
        catalogue,
        "committed_participants:written_share",
        committed_total=34,
        committed_written=36,
    )
    assert (doubtful.value, doubtful.status) == (None, "implausible")
    assert "36 is more than “Committed participants”, which is 34" in say(doubtful.why)
    sound = measured(
        catalogue,
        "committed_participants:written_share",
        committed_total=36,
        committed_written=34,
    )
    assert sound.rounded == 94.4


def test_an_element_that_does_not_apply_leaves_the_count(catalogue: Catalogue) -> None:
    found = measured(
        catalogue,
        "roles_and_governing_body:governance_elements",
        role_written="yes",
        governing_body="yes",
        industry_in_body="!not_applicable",
        rules_written="yes",
    )
    assert say(found.shown) == "3\u00a0of 3 elements"


def test_the_account_of_a_value_names_its_inputs(catalogue: Catalogue) -> None:
    found = measured(
        catalogue,
        "participants_per_employee:participants_per_fte",
        committed_total=73,
        staff_fte=2.4,
    )
    assert "73" in say(found.why)
    assert "2.4" in say(found.why)


SHOWN = [
    ("age:age_years", "17.5 years"),
    ("age:age_group", "Over 8 years"),
    ("committed_participants:committed_participants", "1 500 participants"),
    ("committed_participants:written_share", "2.7 %"),
    ("participants_per_employee:participants_per_fte", "612.24 participants per FTE"),
    (
        "participant_involvement:involvement",
        (
            "3 – Vote or represented: participants decide together, directly or through those they "
            "elect"
        ),
    ),
    ("legal_form:legal_form", "Association"),
    ("roles_and_governing_body:governance_elements", "no value (does not know)"),
    ("competences:training_days", "6.5 days"),
    ("competences:turnover_share", "no value (does not wish to answer)"),
    ("financing_sources:budget_per_participant", "320.25 EUR per participant"),
    ("strategic_planning:planning_share", "no value (not reached)"),
]

WHY = [
    (
        "participants_per_employee:participants_per_fte",
        (
            "Committed participants divided by the full-time equivalents of the cluster "
            "management. From: Committed participants = 1 500; Full-time equivalents = 2.45."
        ),
    ),
    (
        "competences:turnover_share",
        (
            "People who left within the last 24 months, as a share of all people: those who left "
            "and those who work for the cluster management today. No value, because “People who "
            "left in 24 months” has no usable answer (does not wish to answer). From: People who "
            "left in 24 months = does not wish to answer; People in the team = 3."
        ),
    ),
    ("legal_form:legal_form", "The legal form, as answered. From: Legal form = association."),
]

A_CASE = {
    "founded": "2009-05",
    "committed_total": 1500,
    "committed_written": 41,
    "staff_fte": 2.45,
    "staff_left": "!refused",
    "staff_headcount": 3,
    "involvement": 3,
    "legal_form": "association",
    "governing_body": "yes",
    "role_written": "yes",
    "industry_in_body": "partly",
    "rules_written": "!dont_know",
    "training_days": 6.5,
    "budget_total": 480375,
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("key", "text"), SHOWN)
def test_a_value_is_shown_with_its_decimals_its_unit_or_its_class(
    key: str, text: str, catalogue: Catalogue
) -> None:
    shown = plain(say(measured(catalogue, key, **A_CASE).shown))
    assert shown.removesuffix(" (unusual)") == text


@pytest.mark.parametrize(("key", "text"), WHY)
def test_the_account_of_a_value_is_its_formula_what_is_missing_and_where_it_comes_from(
    key: str, text: str, catalogue: Catalogue
) -> None:
    why = plain(say(measured(catalogue, key, **A_CASE).why))
    assert why.partition(" Unusual, and no reason is given:")[0] == text


@given(
    parts=st.lists(st.integers(0, 500), min_size=9, max_size=9).filter(any),
)
def test_the_shares_of_a_composition_sum_to_100(catalogue: Catalogue, parts: list[int]) -> None:
    found = score(answered(composition=_whole("composition", parts, catalogue)), catalogue)
    shares = [
        one.number for one in found.of("composition") if one.measure.startswith("composition.")
    ]
    assert sum(share or 0 for share in shares) == pytest.approx(100)


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (0, 1, "0"),
        (31.0, 1, "31"),
        (31.25, 1, "31.3"),
        (6.25, 1, "6.3"),
        (1.005, 2, "1.01"),
        (1e300, 0, f"{1e300:,.0f}".replace(",", "\u202f")),
        (0.333, 2, "0.33"),
        (6575.34, 2, "6\u202f575"),
        (1234567, 0, "1\u202f234\u202f567"),
        (-0.5, 1, "-0.5"),
    ],
)
def test_a_number_is_written_without_decimals_that_pretend(
    number: float, decimals: int, text: str
) -> None:
    assert show_number(number, decimals) == text
