"""Faults of expressions: names that lead nowhere, and answers that cannot be held together."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from string import Formatter

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.faults.reference_fault import Fault, at_place, no_parts, no_question
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.question import (
    MonthQuestion,
    Question,
    SelectMultipleQuestion,
    SelectOneQuestion,
    TextQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.catalogue.rule.answer_check import AnswerCheck
from assess.core.catalogue.rule.expression import COUNTRY, evaluated, parsed, references_in
from assess.core.text.message import Message, message, series

CHECKS = "checks.toml"


def expression_fault(text: str, catalogue: Catalogue) -> Message | None:
    """Say what is wrong with an expression that is understood as such; None: nothing."""
    for reference in references_in(text):
        if fault := _reference_fault(reference, catalogue):
            return fault
    try:
        evaluated(text, lambda reference: _sample(reference, catalogue), lambda _: 12)
    except (TypeError, AttributeError):
        return message(CatalogueMessage.VALUES_DO_NOT_FIT, text=text)
    return next(_unknown_answers(parsed(text), catalogue), None)


def check_faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Give what does not fit in the checks between answers."""
    for identifier, count in Counter(check.id for check in catalogue.checks).items():
        if count > 1:
            text = message(CatalogueMessage.ID_REPEATED, count=count)
            yield Fault(CHECKS, at_place("check", repr(identifier)), text)
    for check in catalogue.checks:
        yield from _check(check, catalogue)
    known = {
        f"{indicator.id}:{measure.name}"
        for indicator in catalogue.indicators
        for measure in indicator.measures
    }
    for window in catalogue.windows:
        for key in (window.age, *window.measures):
            if key not in known:
                place = at_place("window", str(window.months))
                yield Fault(CHECKS, place, message(CatalogueMessage.NO_MEASURE, measure=repr(key)))


def _check(check: AnswerCheck, catalogue: Catalogue) -> Iterator[Fault]:
    for field, text in (("when", check.when), *check.shown.items()):
        fields = (field,) if field == "when" else ("shown", field)
        if fault := expression_fault(text, catalogue):
            yield Fault(CHECKS, at_place("check", check.id, *fields), fault)
    for name in check.at:
        if name not in catalogue.questions:
            yield Fault(CHECKS, at_place("check", check.id, "at"), no_question(name))
    known = {*check.looks_at, *check.shown}
    for name in _places(check.text.english):
        if name not in known:
            text_fault = message(CatalogueMessage.PLACE_UNKNOWN, name=repr(name))
            yield Fault(CHECKS, at_place("check", check.id, "text"), text_fault)


def _places(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _reference_fault(reference: str, catalogue: Catalogue) -> Message | None:
    name, dot, part = reference.partition(".")
    question = catalogue.questions.get(name)
    if question is None:
        return no_question(name)
    if dot and not question.part_names:
        return no_parts(name)
    if dot and part not in question.part_names:
        return message(CatalogueMessage.NO_PART, question=repr(name), part=repr(part))
    return None


def _sample(reference: str, catalogue: Catalogue) -> object:
    """Give a value of the kind that a reference has."""
    if reference == COUNTRY:
        return "NOR"
    name, dot, _ = reference.partition(".")
    question = catalogue.questions[name]
    if dot:
        return 1
    if question.part_names:
        return dict.fromkeys(question.part_names, 1)
    match question:
        case MonthQuestion():
            return "2020-01"
        case SelectMultipleQuestion():
            return ["NOR"]
        case SelectOneQuestion() | YesPartlyNoQuestion() | TextQuestion() | UrlQuestion():
            return "yes"
        case _:
            return 1


def _unknown_answers(tree: ast.expr, catalogue: Catalogue) -> Iterator[Message]:
    """Give the answers that a question is held against and does not have."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        held = [node.left, *node.comparators]
        for first, second in pairwise(held):
            for name, answer in ((first, second), (second, first)):
                if isinstance(name, ast.Name) and isinstance(answer, ast.Constant):
                    yield from _unknown_answer(name.id, answer.value, catalogue)


def _unknown_answer(name: str, answer: object, catalogue: Catalogue) -> Iterator[Message]:
    question = catalogue.questions.get(name)
    if question is None or not isinstance(answer, str):
        return
    known = _answers(question)
    if known and answer not in known:
        yield message(
            CatalogueMessage.NO_SUCH_ANSWER,
            question=repr(name),
            answer=repr(answer),
            answers=series(known, "comma"),
        )


def _answers(question: Question) -> tuple[str, ...]:
    match question:
        case YesPartlyNoQuestion():
            return ("yes", "partly", "no")
        case SelectOneQuestion() | SelectMultipleQuestion():
            return tuple(choice.name for choice in question.choices)
        case _:
            return ()
