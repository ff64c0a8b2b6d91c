"""What a newcomer to the indicators gets wrong is named: as a fault, or as a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assess.catalogue import load, load_texts, read_texts
from assess.errors import CatalogueFault
from assess.locations import indicators_folder
from assess.workflow.catalogue.catalogue_warnings import catalogue_warnings
from tests.indicator_folder import copied_to, edit

FILE = "12_participants_per_employee.toml"

QUESTION = """[[question]]
type = "integer"
name = "one_more"
label.en = "How many of these people does a participant pay?"
short.en = "People paid by a participant"
guidance_hint.en = "Count those who have a contract with a participant."
unit = "people"
min = 0

"""

CHOICE = """[[question]]
type = "select_one"
name = "one_more"
label.en = "Who pays these people?"
short.en = "Who pays the team"
guidance_hint.en = "Ask who signs the contracts."
choices = [{ name = "cluster", label.en = "The cluster" }, { name = "other", label.en = "Others" }]

"""

GRID = """[[question]]
type = "grid"
name = "one_more"
label.en = "How well do these people know the field?"
short.en = "Knowledge of the field"
guidance_hint.en = "Ask for examples."
anchors = [{ en = "Not" }, { en = "Well" }]
items = [{ name = "field", label.en = "Field" }, { name = "region", label.en = "Region" }]

[[measure]]
kind = "parts"
name = "one_more"
label.en = "Knowledge of the field"
of = "one_more"
unit = ""
formula.en = "Each level as answered"

"""


def measure(kind: str, of: str) -> str:
    return f"""[[measure]]
kind = "{kind}"
name = "more"
label.en = "More"
{of}
unit = "people"
formula.en = "As answered"

"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied_to(tmp_path)


def asking(folder: Path, question: str) -> Path:
    """Ask a question more in an indicator."""
    edit(folder / FILE, "[[measure]]", f"{question}[[measure]]")
    return folder


@pytest.mark.parametrize("question", [QUESTION, CHOICE, GRID])
def test_a_question_more_is_one_edit_of_one_file(question: str, folder: Path) -> None:
    before = len(load(folder).questions)
    assert len(load(asking(folder, question)).questions) == before + 1
    assert catalogue_warnings(folder) == ()


def relevant(question: str, test: str) -> str:
    return f'{QUESTION}relevant = {{ question = "{question}", {test} }}\n\n'


FAULTS = [
    (f'{QUESTION}at_most = "potential_basis"\n', "at_most: a number is needed, and 'potential_b"),
    (f'{QUESTION}at_most = "legal_form"\n', "at_most: a number is needed, and 'legal_form'"),
    (f'{QUESTION}at_most = "one_more"\n', "at_most: name another question than this one"),
    (f"{QUESTION}usual_max = -1\n", "question one_more: min (0) is more than usual_max (-1)"),
    (
        f"{QUESTION}max = 5\nusual_min = 6\n",
        "question one_more: usual_min (6) is more than max (5)",
    ),
    (relevant("governing_body", 'is = ["yess"]'), "has no choice 'yess'; its choices are yes, pa"),
    (relevant("governing_body", "at_least = 1"), "relevant: a number is needed, and 'governing_"),
    (relevant("legal_form", 'is_not = ["club"]'), "'legal_form' has no choice 'club'"),
    (relevant("legal_form", "above = 2"), "relevant: a number is needed, and 'legal_form' is"),
    (relevant("staff_fte", 'is = ["yes"]'), "'staff_fte' has no choices to compare with; write"),
    (relevant("founded", "above = 2000"), "relevant: a number is needed, and 'founded' is not"),
    (relevant("composition", "above = 2"), "relevant: a number is needed, and 'composition' is"),
    (
        relevant("international_countries", 'is = ["Norway"]'),
        "'international_countries' has no choice 'Norway'",
    ),
    (CHOICE.replace('"other"', '"Other one"'), "choices: the name of a choice has small letters"),
    (CHOICE + measure("sum", 'of = ["one_more"]'), "measure more: a number is needed, and 'one_"),
    (CHOICE + measure("age", 'of = "one_more"'), "measure more: a month is needed, and 'one_more"),
    (QUESTION + measure("age", 'of = "one_more"'), "a month is needed, and 'one_more' is not one"),
    (
        QUESTION
        + measure("dominant", 'of = "one_more"\nover = 50\notherwise = "mixed"\n')
        + 'otherwise_label.en = "Mixed"\n',
        "measure more: 'one_more' has no parts",
    ),
    (GRID + measure("answer", 'of = "one_more"'), "measure more: a number is needed, and 'one_mo"),
    (
        QUESTION + measure("ratio", 'numerator = ["potential_basis"]\ndenominator = ["one_more"]'),
        "measure more: a number is needed, and 'potential_basis' is not one",
    ),
    (QUESTION.replace('type = "integer"\n', ""), "].type: this field is missing"),
]


@pytest.mark.parametrize(("question", "said"), FAULTS)
def test_what_an_answer_cannot_give_is_a_fault(question: str, said: str, folder: Path) -> None:
    with pytest.raises(CatalogueFault) as refusal:
        load(asking(folder, question))
    (fault,) = refusal.value.faults
    assert fault.startswith(f"{FILE}: ")
    assert said in fault


RELEVANT = [
    relevant("governing_body", 'is = ["yes", "partly"]'),
    relevant("staff_fte", "above = 1"),
    relevant("involvement", "at_least = 2"),
    relevant("international_countries", 'is = ["NOR"]'),
    relevant("international_countries", "at_least = 2"),
    relevant("legal_form", 'is_not = ["association"]'),
]


@pytest.mark.parametrize("question", RELEVANT)
def test_a_question_may_depend_on_what_its_earlier_question_gives(
    question: str, folder: Path
) -> None:
    edit(folder / "13_competences.toml", "[[question]]", f"{question}[[question]]")
    load(folder)


RULES = [
    # what is changed in the indicator of the team, and what is said
    ('measures = ["participants_per_fte", "staff_fte"]', 'questions = ["staff_fte"]', "only a mat"),
    ('position = "above" }', 'is = ["lots"] }', "'participants_per_fte' has no choices to compare"),
]


@pytest.mark.parametrize(("old", "new", "said"), RULES)
def test_what_a_chart_or_rule_cannot_use_is_a_fault(
    old: str, new: str, said: str, folder: Path
) -> None:
    edit(folder / FILE, old, new)
    with pytest.raises(CatalogueFault, match=said):
        load(folder)


def test_a_rule_compares_a_class_with_its_classes(folder: Path) -> None:
    edit(folder / "26_steering.toml", 'is = ["central"]', 'is = ["centre"]')
    with pytest.raises(CatalogueFault, match="has no choice 'centre'; its choices are "):
        load(folder)


def test_an_edition_that_was_kept_before_is_still_read(folder: Path) -> None:
    """A case whose catalogue was in order when it began must open for good."""
    asking(folder, f"{QUESTION}usual_max = -1\n")
    assert "one_more" in load_texts(read_texts(folder), folder).questions
    with pytest.raises(CatalogueFault):
        load(folder)


WARNINGS = [
    # what is asked, and what is said after the file
    (QUESTION.replace('short.en = "People paid by a participant"\n', ""), "short: write short.en"),
    (QUESTION.replace("People paid", f"People paid {'and paid ' * 6}"), "short: short.en has more"),
    (
        QUESTION.replace("People paid by a participant", "people IN the team"),
        "short: short.en is th",
    ),
    (QUESTION.replace("pay?", "pay"), "label: label.en ends with neither"),
    (QUESTION.replace("guidance_hint", "hint"), "guidance_hint: write guidance_hint.en"),
    (QUESTION.replace('"people"', '"persns"'), "unit: there is no unit 'persns' among the units"),
    (QUESTION.replace("does a", "does not a never"), "].label.en: a clause has two neg"),
    (
        QUESTION.replace("does a", "does the respondent as a"),
        "label.en: 'respondent' is not used he",
    ),
    (QUESTION.replace("of these", f"of these {'very ' * 40}"), "a sentence has more than 35 words"),
    (CHOICE.replace('"Others"', '"the cluster"'), "choices: 'the cluster' is written twice"),
    (GRID.replace('"Well"', '"not"'), "anchors: 'not' is written twice"),
    (GRID.replace('"Region"', '"field"'), "parts: 'field' is written twice"),
    (GRID.partition("[[measure]]")[0], 'question one_more: add a measure of kind = "parts"'),
    (QUESTION + measure("sum", 'of = ["one_more"]').replace('"people"', '"prcent"'), "more.unit"),
]


def _asked_in(place: int) -> str:
    """Name the file that asks a question more: another one each, all behind the team of 12."""
    return sorted(path.name for path in indicators_folder().glob("[0-9]*.toml"))[12 + place]


def _named(text: str, place: int) -> str:
    """Give a question its own name and title."""
    named = text.replace("one_more", f"more_{place}")
    return re.sub(r'(?m)^(short\.en = "(?!people IN).*)"$', rf'\1, {place}"', named)


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Give what is missed where all these questions are asked at once, each in another file."""
    folder = copied_to(tmp_path_factory.mktemp("warned"))
    for place, (question, _) in enumerate(WARNINGS):
        edit(folder / _asked_in(place), "[[measure]]", f"{_named(question, place)}[[measure]]")
    return catalogue_warnings(folder)


@pytest.mark.parametrize("place", range(len(WARNINGS)), ids=[said for _, said in WARNINGS])
def test_what_readers_of_a_question_miss_is_a_warning(place: int, warned: tuple[str, ...]) -> None:
    (warning,) = [each for each in warned if each.startswith(f"{_asked_in(place)}: ")]
    assert _named(WARNINGS[place][1], place) in warning
    assert len(warned) == len(WARNINGS)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("There are {value}, more", "There are {valeu}, more", "no value is put at {valeu}"),
        ("There are {value}, more", "There are {value, more", "no value is put at {value, more"),
        ("There are {value}, more", "There are {missing}, more", "nothing is put at {missing}"),
        ("That can be a sign", "For Gold it can be a sign", "meaning: the advice names 'Gold'"),
        ("guidance.en = ", "why_not.en = ", "guidance: write guidance.en"),
    ],
)
def test_what_an_indicator_lacks_is_a_warning(old: str, new: str, said: str, folder: Path) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    lines = text.replace(old, new, 1).splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith("why_not"))
    (folder / FILE).write_text(kept, encoding="utf-8")
    assert any(
        warning.startswith(f"{FILE}: ") and said in warning
        for warning in catalogue_warnings(folder)
    )


def test_any_unit_will_do_where_an_edition_states_none(folder: Path) -> None:
    text = (folder / "edition.toml").read_text(encoding="utf-8")
    start, end = text.index("units = ["), text.index("[module_area]")
    (folder / "edition.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert catalogue_warnings(asking(folder, QUESTION.replace('"people"', '"persns"'))) == ()
