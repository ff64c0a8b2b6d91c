"""What is wrong with a value by itself is said with the value and its place."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.case.value_form import address_fault, form_findings
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say

LEGAL_FORMS = (
    "association, company_non_profit, company_for_profit, foundation, part_of_public_body, "
    "part_of_university, part_of_company_or_chamber, no_own_legal_form, other"
)
KINDS_BUT_SME = (
    "non_sme, research_institute, university, training_provider, financial_intermediary, "
    "consultant, government_agency, other"
)
KINDS_MISSING = f"these parts are missing: {KINDS_BUT_SME}; write 0 where there is none"
PLANNING_MISSING = (
    "these parts are missing: strategy_document, implementation_plan, strategy_review, "
    "performance_monitoring, financial_controlling"
)
STORY = "title, problem, role, participants, result, released"
SMALL, BUILDING = "Small and medium-sized companies", "Way of building the strategy"
NO_MONTH = 'is not a month; write it like "2009-05", or the year alone'


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("staff_fte", 0, []),
        ("staff_fte", 0.5, []),
        ("staff_fte", 1e300, []),
        ("staff_fte", True, [("", "", "True is not a number")]),
        ("staff_fte", "x", [("", "", "'x' is not a number")]),
        ("staff_fte", "y" * 58, [("", "", f"'{'y' * 58}' is not a number")]),
        ("staff_fte", "y" * 59, [("", "", f"'{'y' * 56}... is not a number")]),
        ("staff_fte", -1, [("", "", "-1 is less than 0")]),
        ("staff_fte", float("nan"), [("", "", "nan is not a number")]),
        ("staff_fte", 1e301, [("", "", "1e+301 is not a number")]),
        ("staff_headcount", 2.0, []),
        ("staff_headcount", 2.5, [("", "", "2.5 is not a whole number")]),
        ("founded", "2013", []),
        ("founded", "2013-12", []),
        ("founded", "2013-13", [("", "", f"'2013-13' {NO_MONTH}")]),
        ("founded", "2013-00", [("", "", f"'2013-00' {NO_MONTH}")]),
        ("founded", 2013, [("", "", f"2013 {NO_MONTH}")]),
        ("legal_form", "club", [("", "", f"'club' is not one of the choices ({LEGAL_FORMS})")]),
        (
            "international_countries",
            "SWE",
            [("", "", """'SWE' is not a list; write it like ["AFG"]""")],
        ),
        (
            "international_countries",
            ["SWE", "XXX"],
            [("[1]", "", "'XXX' is not one of the choices (AFG, ALA, ALB and 246 more)")],
        ),
        ("international_countries", ["SWE", "SWE"], [("", "", "a choice is named twice")]),
        ("reach", "local", [("", "", """'local' is not a list; write it like ["local"]""")]),
        (
            "reach",
            ["moon"],
            [("[0]", "", "'moon' is not one of the choices (local, national, european, global)")],
        ),
        ("composition", 5, [("", "", f"5 is not an object by part (sme, {KINDS_BUT_SME})")]),
        ("composition", {"sme": 0}, [("", "", KINDS_MISSING)]),
        (
            "composition",
            {"sme": -1},
            [(".sme", SMALL, "-1 is less than 0"), ("", "", KINDS_MISSING)],
        ),
        (
            "composition",
            {"sme": 1.5, "nobody": 1},
            [
                (".sme", SMALL, "1.5 is not a whole number"),
                (
                    ".nobody",
                    "",
                    f"there is no part of this name; the parts are sme, {KINDS_BUT_SME}",
                ),
                ("", "", KINDS_MISSING),
            ],
        ),
        ("driving_forces", {"industry": 100, "research": 0.5, "public": 0}, []),
        (
            "driving_forces",
            {"industry": 101, "research": -1, "public": "x"},
            [
                (".industry", "Industry", "101 is more than 100"),
                (".research", "Research and education", "-1 is less than 0"),
                (".public", "Public bodies", "'x' is not a number"),
            ],
        ),
        ("planning", {"strategy_process": 3}, [("", "", PLANNING_MISSING)]),
        (
            "planning",
            {"strategy_process": 4},
            [
                (".strategy_process", BUILDING, "4 is not a level from 0 to 3"),
                ("", "", PLANNING_MISSING),
            ],
        ),
        ("involvement", 0, []),
        ("involvement", 4, []),
        ("involvement", -1, [("", "", "-1 is not a level from 0 to 4")]),
        ("involvement", 5, [("", "", "5 is not a level from 0 to 4")]),
        ("involvement", True, [("", "", "True is not a level from 0 to 4")]),
        ("involvement", "2", [("", "", "'2' is not a level from 0 to 4")]),
        (
            "role_written",
            "maybe",
            [("", "", "'maybe' is not one of the choices (yes, partly, no)")],
        ),
        ("specialisation_text", 3, [("", "", "3 is not a text")]),
        ("specialisation_text", "  ", [("", "", "the text is empty")]),
    ],
)
def test_a_value_that_is_no_answer_says_why(
    name: str, value: Any, found: list[tuple[str, str, str]], catalogue: Catalogue
) -> None:
    findings = list(form_findings(catalogue.questions[name], value, catalogue))
    assert [(each.place, say(each.label), say(each.message)) for each in findings] == found
    assert {each.kind for each in findings} <= {"hard"}


@pytest.mark.parametrize(
    ("stories", "found"),
    [
        ([{"title": "A mooring", "released": True}], []),
        ([{"title": "A"}] * 3, []),
        ([{"title": "A"}] * 4, [("", "4 stories are more than 3")]),
        ("a mooring", [("", "'a mooring' is not a list of stories")]),
        (["a mooring"], [("[0]", f"'a mooring' is not a story ({STORY})")]),
        (
            [{"title": " "}, {"title": "A", "size": 3}],
            [
                ("[0].title", "the title is missing"),
                ("[1].size", f"there is no field of this name; they are {STORY}"),
            ],
        ),
        (
            [{"title": 3, "released": "yes"}],
            [
                ("[0].title", "3 is not a text"),
                ("[0].released", "'yes' is neither true nor false"),
            ],
        ),
    ],
)
def test_a_story_that_is_none_says_why(
    stories: Any, found: list[tuple[str, str]], catalogue: Catalogue
) -> None:
    findings = form_findings(catalogue.questions["success_stories"], stories, catalogue)
    assert [(each.place, say(each.message)) for each in findings] == found


@pytest.mark.parametrize(
    ("value", "is_address"),
    [
        ("https://fjord.example", True),
        ("http://fjord.example/a b", True),
        ("fjord.example", False),
        ("ftp://fjord.example", False),
        ("http://", False),
        ("https://a b/", False),
        ("http://[x", False),
        (3, False),
    ],
)
def test_what_is_no_address_of_a_page_says_how_one_is_written(
    value: Any, *, is_address: bool
) -> None:
    fault = address_fault(value)
    told = f"{value!r} is not the address of a page; write it like https://www.example.org"
    assert (fault and say(fault)) == (None if is_address else told)
