"""What the newest edition writes of leads, preconditions, groups and checks makes sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.catalogue import load
from assess.errors import CatalogueFault
from tests.indicator_folder import copied_to, edit

PARTICIPANTS = "05_committed_participants.toml"
STORIES = "36_impact_international.toml"

FAULTS = [
    # file, old text, new text, all that is said
    *(
        (
            "06_composition.toml",
            'lead = "industry_share"',
            f'lead = "{lead}"',
            [
                (
                    f"06_composition.toml: lead: '{lead}' is not a measure of this indicator "
                    "with one value (industry_share)"
                )
            ],
        )
        for lead in ("company_share", "composition", "composition.sme")
    ),
    *(
        (
            PARTICIPANTS,
            'needs = [\n    { holds = "working_groups > 0" },',
            f"needs = [\n    {need},",
            [f"{PARTICIPANTS}: recommendation many_passive.needs: {said}"],
        )
        for need, said in (
            ('{ measure = "share", above = 0 }', "committed_participants has no measure 'share'"),
            ('{ measure = "age:share", above = 0 }', "age has no measure 'share'"),
            ('{ holds = "groups > 0" }', "there is no question 'groups'"),
            ('{ holds = "planning.plan > 0" }', "'planning' has no part 'plan'"),
            ('{ holds = "founded.year > 0" }', "'founded' has no parts"),
            (
                '{ holds = "founded > 0" }',
                "the kinds of these answers do not fit each other: founded > 0",
            ),
            (
                "{ holds = \"governing_body == 'none'\" }",
                "'governing_body' has no answer 'none'; its answers are yes, partly, no",
            ),
        )
    ),
    *(
        (PARTICIPANTS, 'criterion = "E3"', stated, [f"{PARTICIPANTS}: recommendation {said}"])
        for stated, said in (
            (
                'criterion = "E1"',
                "too_few.criterion: label.toml has no criterion 'E1' with a measure",
            ),
            (
                'criterion = "E3"\ngroup = "size"',
                "too_few.group: there is no advice_group 'size' in edition.toml",
            ),
            (
                'criterion = "E3"\nnaming = { missing = ["age"] }',
                (
                    "too_few.naming: missing: 'age': "
                    "there is no such question or measure here: 'age'"
                ),
            ),
        )
    ),
    (
        "36_impact_international.toml",
        'serves = ["internationalisation"]',
        'serves = ["exports"]',
        [
            (
                f"{STORIES}: serves: 'exports' is not one of the priorities: joint_research, "
                "business_development, internationalisation, human_resources, entrepreneurship, "
                "visibility, lobbying, cross_sector, digital_transformation, green_transition, "
                "social_economy"
            )
        ],
    ),
    *(
        ("checks.toml", old, new, [f"checks.toml: check {said}"])
        for old, new, said in (
            (
                'when = "staff_fte > staff_headcount"',
                'when = "staff_fte > heads + staff_headcount"',
                "more_fte_than_people.when: there is no question 'heads'",
            ),
            (
                'when = "staff_fte > staff_headcount"',
                'when = "staff_fte > staff_headcount and founded + 1 > 2"',
                (
                    "more_fte_than_people.when: the kinds of these answers do not fit each other: "
                    "staff_fte > staff_headcount and founded + 1 > 2"
                ),
            ),
            (
                "in the team, {staff_headcount}",
                "in the team, {heads}",
                (
                    "more_fte_than_people.text: the text names 'heads', "
                    "but neither when nor shown has it"
                ),
            ),
            (
                'id = "budget_for_the_team"',
                'id = "more_fte_than_people"',
                "'more_fte_than_people': the id is used 2 times",
            ),
        )
    ),
    *(
        ("survey.toml", old, new, [f"survey.toml: {said}"])
        for old, new, said in (
            (
                'survey_jobs = ["impact_business_sme"',
                'survey_jobs = ["involved"',
                (
                    "survey survey.beside.survey_jobs: 'involved' is not a question of the "
                    "interview with levels from 0 to 4"
                ),
            ),
            (
                'name = "survey_story"\ntype = "yes_partly_no"',
                'name = "survey_story"\ntype = "text"',
                (
                    "survey survey.survey_story: its answers cannot be counted; the types are "
                    "select_one, select_multiple, scale, yes_partly_no, grid, and every question "
                    "is asked"
                ),
            ),
            (
                'survey_satisfaction = ["5.3"]',
                'survey_satisfaction = ["5.9"]',
                "survey survey.quality.survey_satisfaction: there is no item of quality '5.9'",
            ),
            (
                'name = "event_content"',
                'name = "founded"',
                "survey event.founded: there is another question with the name 'founded'",
            ),
        )
    ),
]

UNREADABLE = [
    # file, old text, new text, what is said of it
    (
        "checks.toml",
        'when = "staff_fte > staff_headcount"',
        'when = "staff_fte >> staff_headcount"',
        "check[1]: this is not understood: staff_fte >> staff_headcount; write",
    ),
    (
        "checks.toml",
        'when = "staff_fte > staff_headcount"',
        'when = "staff_fte >"',
        "check[1]: this is not understood: staff_fte >; write",
    ),
    (
        "checks.toml",
        'when = "staff_fte > staff_headcount"',
        'when = "open(staff_fte) > 1"',
        "check[1]: there is no function open; there are answered, classed, count",
    ),
    (
        "checks.toml",
        'kind = "contradiction"',
        'kind = "hard"',
        "check[1].kind: Input should be 'contradiction' or 'warning'",
    ),
    *(
        (PARTICIPANTS, '{ holds = "working_groups > 0" }', need, f"needs[1]{said}")
        for need, said in (
            ('{ measure = "written_share" }', ": state one of: a test"),
            ("{ above = 0 }", ": write either measure"),
            ('{ holds = "founded", above = 0 }', ": holds = ... has no test"),
            ('{ holds = "import os" }', ": this is not understood: import os"),
            ('{ measure = "written_share", over = 0 }', ".over: there is no field of this name"),
            (
                '{ measure = "written_share", position = ["outside"] }',
                ".position[1]: Input should be 'below', 'within' or 'above'",
            ),
        )
    ),
    (PARTICIPANTS, 'effort = "L"', 'effort = "XL"', "effort: Input should be 'S', 'M' or 'L'"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of indicators to change."""
    return copied_to(tmp_path)


@pytest.mark.parametrize(("name", "old", "new", "faults"), FAULTS)
def test_what_a_rule_names_and_is_not_there_is_named_and_nothing_else(
    name: str, old: str, new: str, faults: list[str], folder: Path
) -> None:
    edit(folder / name, old, new)
    with pytest.raises(CatalogueFault) as refusal:
        load(folder)
    assert list(refusal.value.faults) == faults


@pytest.mark.parametrize(("name", "old", "new", "said"), UNREADABLE)
def test_what_is_not_understood_is_named_with_its_place(
    name: str, old: str, new: str, said: str, folder: Path
) -> None:
    edit(folder / name, old, new)
    with pytest.raises(CatalogueFault) as refusal:
        load(folder)
    assert any(said in fault for fault in refusal.value.faults), refusal.value.faults
