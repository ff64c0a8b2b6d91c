"""The folder of indicators: what ships is whole, and every fault of a folder is named at once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from assess.catalogue import load
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import GridQuestion, Question
from assess.errors import CatalogueFault
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.workflow.catalogue.catalogue_warnings import catalogue_warnings
from tests.indicator_folder import edit, frozen_copied_to

IN_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

QUESTIONS = {
    1: "founded initiative_started",
    2: "legal_form",
    3: "initiated_by driving_forces",
    4: "specialisation specialisation_text",
    5: "committed_total committed_written committed_paying committed_active",
    6: "composition",
    7: "participants_150km",
    8: "potential_companies potential_research regional_companies regional_research "
    "potential_basis",
    9: "international_participants international_countries",
    10: "role_written governing_body industry_in_body rules_written body_meetings",
    11: "involvement",
    12: "staff_fte staff_headcount",
    13: "manager_experience team_experience needs_assessed training_plan training_days staff_left",
    14: "planning strategy_reviewed",
    15: "priorities reach",
    16: "budget_total financing in_kind_value",
    17: "funding_secured public_trend private_trend",
    18: "service_funding funded_projects",
    19: "service_technology",
    20: "service_exchange",
    21: "service_human_resources",
    22: "service_entrepreneurship",
    23: "service_promotion",
    24: "service_internationalisation",
    25: "",
    26: "steering",
    27: "participants_in_activities participants_in_groups participants_in_projects",
    28: "participants_contacted contacts_total",
    29: "working_groups group_meetings groups_with_results",
    30: "requests request_origin",
    31: "partners_home partners_abroad partner_countries international_strategy",
    32: "press_regional press_national press_international",
    33: "visibility visibility_evidence",
    34: "impact_research_sme impact_research_large impact_research_evidence",
    35: "impact_business_sme impact_business_large impact_business_evidence",
    36: "impact_international_sme impact_international_large impact_international_evidence "
    "success_stories",
}
"""The stable names of the questions, by indicator: never reused, never renamed."""


def test_no_stable_name_of_a_question_is_lost_or_moved(catalogue: Catalogue) -> None:
    """A question more is an edit of its indicator alone; one less is an edit here too."""
    for indicator in catalogue.indicators:
        asked = {question.name for question in indicator.questions}
        assert set(QUESTIONS.get(indicator.number, "").split()) <= asked, indicator.id


def test_the_areas_hold_9_6_2_8_4_7_indicators(catalogue: Catalogue) -> None:
    sizes = [len(catalogue.in_area(area)) for area in catalogue.edition.areas]
    assert sizes == [9, 6, 2, 8, 4, 7]


def test_only_what_is_marked_optional_is_optional(catalogue: Catalogue) -> None:
    optional = {
        question.name
        for indicator in catalogue.indicators
        for question in indicator.questions
        if not question.required and question.name in " ".join(QUESTIONS.values()).split()
    }
    assert optional == {
        "initiated_by",
        "international_countries",
        "reach",
        "public_trend",
        "private_trend",
        "contacts_total",
        "partner_countries",
        "initiative_started",
        "strategy_reviewed",
        "in_kind_value",
        "success_stories",
    }


def test_what_ships_has_no_warning() -> None:
    assert catalogue_warnings(indicators_folder()) == ()


def test_services_are_rated_on_five_levels(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        if isinstance(question, GridQuestion) and question.name.startswith("service_"):
            assert len(question.anchors) == 5


def test_a_formula_counts_and_names_what_its_questions_ask(catalogue: Catalogue) -> None:
    for indicator, measure in catalogue.measures():
        formula = say(measure.formula)
        of: str | tuple[str, ...] = getattr(measure, "of", ())
        names = (of,) if isinstance(of, str) else of
        counted = re.search(rf"(?:of|over|all)(?: the)? ({'|'.join(IN_WORDS)})\b", formula)
        if counted:
            assert IN_WORDS.index(counted[1]) == len(_parts(catalogue, names)), formula
        ends = re.search(r"from (\d) \(([^)]+)\) to (\d) \(([^)]+)\)", formula)
        if ends:
            question = catalogue.questions[names[0].partition(".")[0]]
            levels = _levels(question)
            for level, word in ((int(ends[1]), ends[2]), (int(ends[3]), ends[4])):
                assert levels[level].casefold().startswith(word), (indicator.id, formula)


def test_advice_asks_no_more_participants_than_a_small_cluster_has(catalogue: Catalogue) -> None:
    asked = re.compile(r"\b(?:five|ten|twenty) (?:participants|companies)\b")
    for indicator in catalogue.indicators:
        for rule in indicator.recommendations:
            for text in (say(rule.action), say(rule.first_step)):
                assert not asked.search(text) or "all if there are fewer" in text, text


def _parts(catalogue: Catalogue, names: tuple[str, ...]) -> list[str]:
    """Give what a measure is derived from, with each part of a question."""
    return [
        part
        for name in names
        for part in (
            catalogue.questions[name.removesuffix(".*")].part_names
            if name.endswith(".*")
            else (name,)
        )
    ]


def _levels(question: Question) -> dict[int, str]:
    anchors = getattr(question, "anchors", ())
    choices = getattr(question, "choices", ())
    return dict(enumerate(map(say, anchors))) | {
        choice.level: say(choice.label) for choice in choices
    }


def test_the_portfolios_are_a_dated_vocabulary(catalogue: Catalogue) -> None:
    sizes = [len(words.portfolios) for words in catalogue.label.portfolio_vocabularies]
    assert sizes == [12, 14]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return frozen_copied_to(tmp_path)


FAULTS = [
    # file, old text, new text, what is said
    (
        "12_participants_per_employee.toml",
        'name = "staff_fte"',
        'name = "Staff FTE"',
        "question[1].name",
    ),
    ("12_participants_per_employee.toml", "min = 0", 'min = "none"', "question[1].min"),
    (
        "12_participants_per_employee.toml",
        "min = 0",
        "minimum = 0",
        "question[1].minimum: there is no field",
    ),
    ("12_participants_per_employee.toml", 'type = "decimal"', 'type = "number"', "question[1]"),
    (
        "12_participants_per_employee.toml",
        'area = "management"',
        'area = "kitchen"',
        "area: 'kitchen'",
    ),
    ("12_participants_per_employee.toml", "number = 12", "number = 11", "number: '1"),
    (
        "12_participants_per_employee.toml",
        'denominator = ["staff_fte"]',
        'denominator = ["staff_ftes"]',
        "measure participants_per_fte: 'staff_ftes'",
    ),
    (
        "12_participants_per_employee.toml",
        'label.en = "How many full-time',
        'label.de = "How many full-time',
        "question[1].label: the English wording is missing",
    ),
    ("12_participants_per_employee.toml", "[[question]]", "[[question", "not valid TOML"),
    ("12_participants_per_employee.toml", '"2.2"', '"9.9"', "there is no quality item '9.9'"),
    (
        "05_committed_participants.toml",
        'at_most = "committed_total"',
        'at_most = "nothing"',
        "at_most",
    ),
    (
        "10_roles_and_governing_body.toml",
        'question = "governing_body"',
        'question = "staff_fte"',
        "is not asked before",
    ),
    (
        "18_service_funding.toml",
        "priorities.joint_research",
        "priorities.nothing",
        "priority: strategic_priorities has no measure 'priorities.nothing'",
    ),
    (
        "05_committed_participants.toml",
        'position = "below"',
        'position = "below", change = "fallen"',
        "state one of",
    ),
    ("edition.toml", 'title.en = "36', 'fewest_peers = 4\ntitle.en = "36', "fewest_peers"),
    ("label.toml", 'level = "Bronze"', 'level = "Tin"', "policy[1].level"),
    ("label.toml", 'id = "Silver"', 'id = "Bronze"', "state each of Bronze, Silver, Gold"),
    ("reference.toml", 'id = "R-01"', "ident = 1", "reference[1].ident"),
    ("edition.toml", 'refused.en = "', 'refuse.en = "', "statuses.refused"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), FAULTS)
def test_a_fault_is_named_with_file_and_field(
    name: str, old: str, new: str, said: str, folder: Path
) -> None:
    edit(folder / name, old, new)
    with pytest.raises(CatalogueFault) as refusal:
        load(folder)
    assert any(fault.startswith(f"{name}: ") and said in fault for fault in refusal.value.faults), (
        refusal.value.faults
    )


def test_all_faults_of_a_folder_are_named_at_once(folder: Path) -> None:
    edit(folder / "12_participants_per_employee.toml", "min = 0", "minimum = 0")
    edit(folder / "12_participants_per_employee.toml", 'direction = "none"', 'direction = "up"')
    edit(folder / "label.toml", 'level = "Bronze"', 'level = "Tin"')
    (folder / "reference.toml").unlink()
    (folder / "01_age.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(CatalogueFault) as refusal:
        load(folder)
    files = Counter(fault.partition(":")[0] for fault in refusal.value.faults)
    assert files["12_participants_per_employee.toml"] == 2
    assert files["label.toml"] == files["reference.toml"] == files["01_age.toml"] == 1


def test_a_measure_that_is_derived_from_itself_is_found(folder: Path) -> None:
    path = folder / "25_service_overview.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"service_funding:spectrum"', '"service_overview:spectrum"', 1),
        encoding="utf-8",
    )
    with pytest.raises(CatalogueFault, match="derived from itself"):
        load(folder)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFault, match="There is no folder"):
        load(tmp_path / "nowhere")


def test_merging_two_indicators_is_an_edit_of_data(folder: Path) -> None:
    """The real list may differ: take the last indicator away, and the rest still loads."""
    last = folder / "36_impact_international.toml"
    last.unlink()
    assert len(load(folder).indicators) == 35
