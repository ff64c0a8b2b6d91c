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
        EMPLOYEES,
        'name = "staff_headcount"',
        'name = "founded"',
        [
            f"{EMPLOYEES}: question.name: 'founded' is already used by age",
            (
                "13_competences.toml: measure turnover_share: 'staff_headcount': "
                "there is no such question or measure here: 'staff_headcount'"
            ),
        ],
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
        EMPLOYEES,
        'kind = "answer"\nname = "staff_fte"',
        'kind = "answer"\nname = "participants_per_fte"',
        [
            f"{EMPLOYEES}: measure.name: 'participants_per_fte' is used 2 times",
            f"{EMPLOYEES}: chart[1].measures: there is no measure 'staff_fte'",
            (
                "label.toml: criterion E2.prefill: 'participants_per_employee:staff_fte': "
                "participants_per_employee has no measure 'staff_fte'"
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
        "02_legal_form.toml",
        '[[measure]]\nkind = "answer"',
        '[[measure]]\nkind = "parts"',
        ["02_legal_form.toml: measure legal_form.of: 'legal_form' has no parts"],
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
                f"{PARTICIPANTS}: recommendation few.quality_items: "
                "there is no quality item '1.30' in label.toml"
            )
        ],
    ),
    *(
        (
            "18_service_funding.toml",
            '"strategic_priorities:priorities.joint_research"',
            f'"{reference}"',
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
        'id = "few_per_person"',
        'id = "many_per_person"',
        [f"{EMPLOYEES}: recommendation 'many_per_person': the id is used 2 times"],
    ),
    (
        PARTICIPANTS,
        'id = "in_writing"',
        'id = "many"',
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
        'missing = ["planning.strategy_process", "planning.strategy_document"]',
        'missing = ["planning.strategy", "planning.document"]',
        [
            (
                f"{PLANNING}: recommendation strategy.when: missing: 'planning.strategy': "
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
]

SOUND = [
    (EMPLOYEES, '"committed_total"', '"composition.*"'),  # all parts of a question
    (EMPLOYEES, '"committed_total"', '"staff_fte"'),  # a question comes before a measure
    (PARTICIPANTS, 'id = "in_writing"', 'id = "few"'),  # a strength and a recommendation may agree
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


@pytest.mark.parametrize(("name", "old", "new"), SOUND)
def test_what_fits_together_is_loaded(name: str, old: str, new: str, folder: Path) -> None:
    edit(folder / name, old, new)
    load(folder)
