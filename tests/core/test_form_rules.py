"""The rules of forms as the program has them, and as they travel with a page."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.rule.expression_tree import tree_of
from assess.core.questionnaire.browser.form_rules import form_rules, rules_hash
from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.languages.message import say
from assess.locations import templates_folder
from tests import form_rules as table


@pytest.mark.parametrize("row", list(table.reads()), ids=str)
def test_what_is_typed_is_read_by_the_table(row: table.Read, catalogue: Catalogue) -> None:
    said = table.read_by_program(catalogue, row.question, row.lines, row.answers)
    assert said.value == row.value
    assert said.faults == ([row.fault] if row.fault else [])
    if row.running:
        assert said.running == row.running


@pytest.mark.parametrize(("name", "answers", "is_asked"), table.askings())
def test_questions_are_asked_by_the_table(
    name: str, answers: dict[str, object], is_asked: bool, catalogue: Catalogue
) -> None:
    assert table.asked_by_program(catalogue, name, answers) is is_asked


@pytest.mark.parametrize(("name", "answers", "found"), table.findings())
def test_what_does_not_fit_is_found_by_the_table(
    name: str, answers: dict[str, object], found: list[str], catalogue: Catalogue
) -> None:
    assert table.found_by_program(catalogue, name, answers) == found


def test_an_expression_travels_as_nested_lists() -> None:
    assert tree_of("a.b / 2 > 3 and not answered(c)") == [
        "and",
        [
            ["compare", [">"], [["/", ["answer", "a.b"], ["value", 2]], ["value", 3]]],
            ["not", ["call", "answered", [["answer", "c"]]]],
        ],
    ]


def test_the_rules_are_data_and_their_hash_is_that_of_every_language(catalogue: Catalogue) -> None:
    questions, checks = catalogue.questions.values(), catalogue.checks
    english = form_rules(questions, checks, say)
    with speaking(PSEUDO):
        pseudo = form_rules(questions, checks, say, interview=date(2026, 11, 2), country="NOR")
    assert json.loads(json.dumps(english)) == english
    assert english["texts"] != pseudo["texts"]
    assert rules_hash(english) == rules_hash(pseudo)
    fewer = form_rules(list(questions)[1:], checks, say)
    assert rules_hash(fewer) != rules_hash(english)


def test_a_check_on_questions_that_are_not_asked_does_not_travel(catalogue: Catalogue) -> None:
    assert len(catalogue.checks) > 10
    assert form_rules([catalogue.questions["legal_form"]], catalogue.checks, say)["checks"] == []


def test_the_page_reads_what_the_rules_give(catalogue: Catalogue) -> None:
    rules = form_rules(
        catalogue.questions.values(),
        catalogue.checks,
        say,
        interview=date(2026, 11, 2),
        country="NOR",
    )
    script = (templates_folder() / "form" / "rules.js").read_text(encoding="utf-8")
    read = set(re.findall(r"\bdata\.([a-z_]+)", script))
    assert read == rules.keys()
    assert rules["writing"] == {"group": "\u202f", "decimal": "."}
    assert (rules["interview"], rules["country"]) == ("2026-11", "NOR")
    numbers = rules["numbers"]
    assert isinstance(numbers, dict)
    used = set(re.findall(r"\bnumbers\.([a-z_]+)", script))
    assert numbers.keys() >= used - {"read"}  # its own door
