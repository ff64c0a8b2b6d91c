"""What does not fit together between the files of a catalogue is named, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.catalogue import load
from assess.errors import CatalogueFault
from assess.locations import indicators_folder
from tests.indicator_folder import edit, frozen_copied_to

EMPLOYEES = "12_participants_per_employee.toml"
PARTICIPANTS = "05_committed_participants.toml"
PLANNING = "14_strategic_planning.toml"
STORIES = "36_impact_international.toml"
DENOMINATOR = f"{EMPLOYEES}: measure participants_per_fte"

FAULTS = [
    # file, old text, new text, all that is said
    (
        "edition.toml",
        'documented.en = "A',
        'document.en = "A',
        ["edition.toml: evidence.documented: the wording is missing"],
    ),
    (
        "08_growth_potential.toml",
        'id = "growth_potential"',
        'id = "age"',
        ["08_growth_potential.toml: id: 'age' is already used by age"],
    ),
    (
        "04_specialisation.toml",
        'name = "specialisation_text"',
        'name = "founded"',
        ["04_specialisation.toml: question.name: 'founded' is already used by age"],
    ),
    (
        "35_impact_business.toml",
        "number = 35",
        "number = 42",
        [
            (
                "edition.toml: the numbers of the indicators have gaps: "
                "[35, 37, 38, 39, 40, 41] missing"
            )
        ],
    ),
    (
        "16_financing_sources.toml",
        'name = "budget_per_participant"',
        'name = "public_share"',
        [
            "16_financing_sources.toml: measure.name: 'public_share' is used 2 times",
            (
                "16_financing_sources.toml: chart[2].measures: "
                "there is no measure 'budget_per_participant'"
            ),
        ],
    ),
    (
        "02_legal_form.toml",
        'name = "company_for_profit"',
        'name = "association"',
        ["02_legal_form.toml: question legal_form.choices: 'association' is used 2 times"],
    ),
    (
        "06_composition.toml",
        'sums_to = "committed_total"',
        'sums_to = "committed"',
        ["06_composition.toml: question composition.sums_to: there is no question 'committed'"],
    ),
    (
        "10_roles_and_governing_body.toml",
        'question = "governing_body"',
        'question = "governing"',
        [
            (
                "10_roles_and_governing_body.toml: question body_meetings.relevant: "
                "there is no question 'governing'"
            )
        ],
    ),
    (
        "29_working_groups.toml",
        'relevant = { question = "working_groups"',
        'relevant = { question = "group_meetings"',
        [
            (
                "29_working_groups.toml: question group_meetings.relevant: "
                "'group_meetings' is not asked before"
            )
        ],
    ),
    *(
        (EMPLOYEES, '"committed_total"', f'"{reference}"', [f"{DENOMINATOR}{said}"])
        for reference, said in (
            ("committed:total", ": 'committed:total': there is no indicator 'committed'"),
            (
                "committed_participants:total",
                ": 'committed_participants:total': committed_participants has no measure 'total'",
            ),
            ("committed_total.sme", ": 'committed_total.sme': 'committed_total' has no parts"),
            ("composition.sm", ": 'composition.sm': 'composition' has no part 'sm'"),
            (
                "participants.sme",
                ": 'participants.sme': there is no such question or measure here: 'participants'",
            ),
            (
                "participants_per_fte.sme",
                (
                    ": 'participants_per_fte.sme': "
                    "there is no such question or measure here: 'participants_per_fte'"
                ),
            ),
            ("participants_per_fte", ": it is derived from itself"),
        )
    ),
    (
        "12_participants_per_employee.toml",
        '[[measure]]\nkind = "answer"',
        '[[measure]]\nkind = "parts"',
        [("12_participants_per_employee.toml: measure staff_fte.of: 'staff_fte' has no parts")],
    ),
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
    (
        PLANNING,
        'of = ["planning.*"]',
        'of = ["strategy_reviewed"]',
        [
            (
                f"{PLANNING}: measure planning_share.of: "
                "a share of the maximum needs the items of a grid"
            )
        ],
    ),
    (
        PLANNING,
        'kind = "parts"\nname = "planning"',
        'kind = "parts"\nname = "plan"',
        [
            (
                f"{PLANNING}: measure plan.name: a measure of parts has the name of its question, "
                "'planning'"
            ),
            f"{PLANNING}: chart[1].measures: there is no measure 'planning'",
        ],
    ),
    (
        EMPLOYEES,
        '["participants_per_fte", "staff_fte"]',
        '["participants_per_fte", "staff"]',
        [f"{EMPLOYEES}: chart[1].measures: there is no measure 'staff'"],
    ),
    (
        EMPLOYEES,
        'measures = ["participants_per_fte", "staff_fte"]',
        'questions = ["staff_fte", "committed_total"]',
        [f"{EMPLOYEES}: chart[1].questions: there is no question 'committed_total'"],
    ),
    (
        EMPLOYEES,
        'measures = ["participants_per_fte", "staff_fte"]\n',
        "",
        [f"{EMPLOYEES}: chart[1]: name the measures (or questions) to draw"],
    ),
    (
        PARTICIPANTS,
        'quality_items = ["1.3"]',
        'quality_items = ["1.30"]',
        [
            (
                f"{PARTICIPANTS}: recommendation too_few.quality_items: "
                "there is no quality item '1.30' in label.toml"
            )
        ],
    ),
    *(
        (
            "18_service_funding.toml",
            'serves = ["joint_research"]',
            f'priority = "{reference}"',
            [f"18_service_funding.toml: priority: {said}"],
        )
        for reference, said in (
            ("strategic:priorities.joint_research", "there is no indicator 'strategic'"),
            ("joint_research", "service_funding has no measure 'joint_research'"),
            ("service_funding.joint", "service_funding has no measure 'service_funding.joint'"),
        )
    ),
    (
        EMPLOYEES,
        '[[recommendation]]\nid = "few_per_person"',
        '[[recommendation]]\nid = "half_a_post"',
        [
            f"{EMPLOYEES}: recommendation 'half_a_post': the id is used 2 times",
            (
                f"{EMPLOYEES}: recommendation half_a_post.supersedes: "
                "there is no other recommendation 'few_per_person' of this indicator"
            ),
        ],
    ),
    (
        PARTICIPANTS,
        'id = "many"',
        (
            'id = "many"\nwhen = [{ measure = "written_share", at_least = 90 }]\n'
            'text.en = "Many."\n\n[[strength]]\nid = "many"'
        ),
        [f"{PARTICIPANTS}: strength 'many': the id is used 2 times"],
    ),
    (
        EMPLOYEES,
        '{ measure = "participants_per_fte", position = "below" }',
        '{ measure = "participants", position = "below" }',
        [
            (
                f"{EMPLOYEES}: recommendation few_per_person.when: "
                "participants_per_employee has no measure 'participants'"
            )
        ],
    ),
    *(
        (
            PARTICIPANTS,
            '"cooperation_degree:group_share"',
            f'"{reference}"',
            [f"{PARTICIPANTS}: recommendation many_passive.when: {said}"],
        )
        for reference, said in (
            ("cooperation:group_share", "there is no indicator 'cooperation'"),
            ("cooperation_degree:groups", "cooperation_degree has no measure 'groups'"),
        )
    ),
    *(
        (
            STORIES,
            'missing = ["success_stories"]',
            f"missing = [{references}]",
            [f"{STORIES}: recommendation no_stories.when: missing: {said}"],
        )
        for references, said in (
            ('"stories"', "'stories': there is no such question or measure here: 'stories'"),
            ('"age:age_years"', "'age:age_years': name a question or an item"),
        )
    ),
    (  # the first fault of a trigger is enough
        PLANNING,
        'missing = ["planning.strategy_document"]',
        'missing = ["planning.strategy", "planning.document"]',
        [
            (
                f"{PLANNING}: recommendation strategy_document.when: missing: 'planning.strategy': "
                "'planning' has no part 'strategy'"
            )
        ],
    ),
    (
        "modules/skills.toml",
        'id = "skills"',
        'id = "skills"\narea = "management"',
        ["modules/skills.toml: area: 'management' is not one of modules"],
    ),
    *(
        ("label.toml", old, new, [f"label.toml: criterion {said}"])
        for old, new, said in (
            (
                '"participants_per_employee:staff_fte"',
                '"participants_per_employee:staff"',
                (
                    "E2.prefill: 'participants_per_employee:staff': "
                    "participants_per_employee has no measure 'staff'"
                ),
            ),
            (
                '"composition:industry_share"',
                '"composed:industry_share"',
                "E4.prefill: 'composed:industry_share': there is no indicator 'composed'",
            ),
            (
                '"service_technology.*"',
                '"service_tech.*"',
                (
                    "E6.prefill: 'service_tech.*': "
                    "there is no such question or measure here: 'service_tech'"
                ),
            ),
            (
                '["priorities.*"]',
                '["priorities.*", "priorities.none"]',
                "E7.prefill: 'priorities.none': 'priorities' has no part 'none'",
            ),
        )
    ),
    (
        "label.toml",
        "interview_to = 2019-11-14",
        "interview_to = 1999-11-14",
        ["label.toml: policy bronze-2010: interview_to is before interview_from"],
    ),
    *(
        (
            "label.toml",
            "interview_to = 2019-11-14\n",
            until,
            ["label.toml: policy bronze-2019: overlaps with bronze-2010 from 2019-11-15 on"],
        )
        for until in ("", "interview_to = 2019-11-15\n")
    ),
    (
        "reference.toml",
        "indicators = [7]",
        "indicators = [77]",
        ["reference.toml: reference R-01.indicators: there is no indicator 77"],
    ),
    *(
        (
            "reference.toml",
            '"financing_sources:public_share"',
            f'"{measure}"',
            [f"reference.toml: reference R-08.measures: there is no measure '{measure}'"],
        )
        for measure in ("financing:public_share", "financing_sources:public_part")
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
                "than the {staff_headcount} of",
                "than the {heads} of",
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

SOUND = [
    (EMPLOYEES, '"committed_total"', '"composition.*"'),  # all parts of a question
    (EMPLOYEES, '"committed_total"', '"staff_fte"'),  # a question comes before a measure
    (PARTICIPANTS, 'id = "many"', 'id = "few"'),  # a strength and a recommendation may agree
    # a policy of one day
    (
        "label.toml",
        "interview_from = 2000-01-01\ninterview_to = 2019-11-14",
        "interview_from = 2000-01-01\ninterview_to = 2000-01-01",
    ),
    ("reference.toml", '"financing_sources:public_share"', '"financing_sources:financing.fees"'),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of indicators to change, with the modules, which came after the first edition."""
    target = frozen_copied_to(tmp_path)
    shutil.copytree(indicators_folder() / "modules", target / "modules")
    edit(target / "edition.toml", "[evidence]", MODULE_AREA)
    return target


MODULE_AREA = """modules = ["skills"]

[module_area]
letter = "M"
id = "modules"
title.en = "Modules"
short_title.en = "Modules"
intro.en = "Asked beside the indicators."

[evidence]"""


@pytest.mark.parametrize(("name", "old", "new", "faults"), FAULTS)
def test_what_does_not_fit_together_is_named_and_nothing_else(
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


@pytest.mark.parametrize(("name", "old", "new"), SOUND)
def test_what_fits_together_is_loaded(name: str, old: str, new: str, folder: Path) -> None:
    edit(folder / name, old, new)
    load(folder)
