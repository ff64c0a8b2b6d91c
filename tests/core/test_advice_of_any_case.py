"""Advice of any case: few, fitting, never against the answers, and nowhere beside its opposite."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

import pytest

from assess.core.advice.advice import Advised, advise
from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    YesPartlyNoQuestion,
)
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.scoring.score import Scores, score
from assess.core.text.number_text import show_number
from assess.languages.message import say
from assess.languages.understanding import in_english
from tests.notation import case_of
from tests.peers import drawn_comparison


class Tried(NamedTuple):
    """One drawn case with its advice."""

    case: Assessment
    scores: Scores
    comparison: PeerComparison
    advised: Advised


def drawn(seed: int, catalogue: Catalogue) -> Tried:
    """Give a case whose answers are drawn: mostly some, often at the ends of their scales."""
    source = Random(seed)  # noqa: S311  drawn, not secret
    answered = source.choice((0.1, 0.6, 0.95, 1.0))
    size = source.choice((6, 15, 40, 90))
    given = []
    for question in catalogue.questions.values():
        if source.random() > answered:
            continue
        if (value := _value(question, size, source)) is not None:
            answer = Answer(question=question.name, status=Status.ANSWERED, value=value)
            reason = "it is so" if source.random() < 0.5 else None
            given.append(answer.changed(reason=reason))
        elif source.random() < 0.5:
            given.append(Answer(question=question.name, status=Status.DONT_KNOW))
    case = Assessment(case=case_of()).with_answers(given)
    scores = score(case, catalogue)
    peers = source.random() < 0.7
    comparison = drawn_comparison(case, catalogue, 60) if peers else NO_COMPARISON
    advised = advise(scores, case, catalogue, comparison, edits={}, english=in_english)
    return Tried(case, scores, comparison, advised)


def _value(question: Question, size: int, source: Random) -> Any:
    match question:
        case IntegerQuestion():
            return source.choice((0, 0, 1, 2, size // 3, size // 2, size))
        case DecimalQuestion():
            return source.choice((0.5, 1, 1.5, 4, 20, 150000))
        case MonthQuestion():
            return source.choice(("2005", "2016-03", "2021-04", "2025-06", "2026-05"))
        case SelectOneQuestion():
            return source.choice([choice.name for choice in question.choices])
        case SelectMultipleQuestion():
            return [] if not question.choices else [source.choice(question.choices).name]
        case ScaleQuestion():
            return source.randrange(5)
        case YesPartlyNoQuestion():
            return source.choice(("yes", "partly", "no"))
        case SharesQuestion():
            whole = source.choice(question.part_names)
            return {name: 100 * (name == whole) for name in question.part_names}
        case CountsQuestion():
            return {name: source.choice((0, 1, size // 4)) for name in question.part_names}
        case GridQuestion():
            top = source.randrange(question.top_level + 1)
            return {name: source.randint(0, top) for name in question.part_names}
        case _:
            return None


PRESUMED: list[tuple[str, str, Callable[[Any], bool]]] = [
    # words of finding, action or first step; the question; what its answer must not be
    ("into the governing body", "governing_body", lambda value: value == "no"),
    ("Ask each group", "working_groups", lambda value: value == 0),
    ("partner abroad", "partners_abroad", lambda value: value == 0),
    ("partnerships abroad", "partners_abroad", lambda value: value == 0),
    ("Consider more staff", "funding_secured", lambda value: value == "under_1_year"),
    ("before public money ends", "financing", lambda value: not _public(value)),
    ("no service for funding", "funded_projects", lambda value: value > 0),
    ("two or three groups", "working_groups", lambda value: value in (1, 2)),
    ("Name a contact person for each region", "staff_headcount", lambda value: value < 2),
]


def _public(financing: dict[str, float]) -> float:
    return sum(share for name, share in financing.items() if name.startswith("public_"))


def hold(tried: Tried, catalogue: Catalogue) -> None:
    """Hold the advice of a case to what it must be."""
    cards = [each for each in tried.advised.recommendations if not each.noticed]
    team = tried.case.value("staff_fte")
    doubted = (found := tried.scores.get("participants_per_employee", "staff_fte")) and found.doubt
    small = isinstance(team, int | float) and team < 2 and not doubted
    assert len(tried.advised.recommendations) <= 12
    assert len(cards) <= (3 if small else 5)
    covered = [name for each in tried.advised.recommendations for name in each.covers]
    assert len(covered) == len(set(covered))
    keys = [each.key for each in tried.advised.recommendations]
    services = [each for each in keys if each.startswith("service_") or each == "group.services"]
    assert len([each for each in services if not each.startswith("service_overview")]) <= 2
    assert len([each for each in keys if each.startswith(("impact_", "group.impacts"))]) <= 1
    for each in tried.advised.recommendations:
        _hold_text(" ".join(map(say, (each.finding, each.action, each.first_step))), tried)
        assert say(each.reason)
    _hold_strengths(tried, catalogue, set(covered))
    _hold_positions(tried)


def _hold_text(text: str, tried: Tried) -> None:
    assert "{" not in text
    for words, question, denies in PRESUMED:
        value = tried.case.value(question)
        assert not (words in text and value is not None and denies(value)), (words, value, text)


def _hold_strengths(tried: Tried, catalogue: Catalogue, covered: set[str]) -> None:
    assert len(tried.advised.strengths) <= 5
    for strength in tried.advised.strengths:
        assert strength.indicator not in covered
        lead = catalogue.indicator(strength.indicator).lead_measure
        held = tried.scores.by_key[f"{strength.indicator}:{lead}"]
        standing = tried.comparison.reference(held.key)
        assert held.doubt is None
        assert held.direction == "higher"
        assert strength.position == ("top" if standing is None else "above")
        assert standing is None or standing.position == "above"
        assert "{" not in say(strength.finding)


def _hold_positions(tried: Tried) -> None:
    """Words and figures agree as they are shown."""
    for held in tried.scores:
        standing = tried.comparison.reference(held.key)
        if standing is None or standing.q1 is None or standing.q3 is None or held.number is None:
            continue
        own = float(show_number(held.number, held.decimals).replace("\u202f", ""))
        expected = "below" if own < standing.q1 else "above" if own > standing.q3 else "within"
        assert standing.position == expected, (held.key, own, standing)


@pytest.mark.parametrize("seed", range(6))
def test_advice_fits_any_case(seed: int, catalogue: Catalogue) -> None:
    hold(drawn(seed, catalogue), catalogue)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 2000, 50))
def test_advice_fits_two_thousand_cases(first: int, catalogue: Catalogue) -> None:
    for seed in range(first, first + 50):
        hold(drawn(seed, catalogue), catalogue)


@pytest.mark.parametrize("seed", range(2))
def test_advice_fits_any_case_of_the_first_edition(seed: int, first_edition: Catalogue) -> None:
    tried = drawn(seed, first_edition)
    assert len(tried.advised.recommendations) <= 12
    covered = {name for each in tried.advised.recommendations for name in each.covers}
    _hold_strengths(tried, first_edition, covered)
    _hold_positions(tried)


def test_what_is_hidden_by_the_routing_founds_no_advice(catalogue: Catalogue) -> None:
    tried = drawn(3, catalogue)
    hidden = [
        name
        for name, question in catalogue.questions.items()
        if not is_relevant(question, tried.case, catalogue)
    ]
    bare = {name: one for name, one in tried.case.answers.items() if name not in hidden}
    again = tried.case.model_copy(update={"answers": bare})
    scores = score(again, catalogue)
    found = advise(scores, again, catalogue, tried.comparison, edits={}, english=in_english)
    assert [each.key for each in found.recommendations] == [
        each.key for each in tried.advised.recommendations
    ]
