"""Recommendations and strengths: rules of the catalogue that apply to a case."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.answer import Status
from assess.core.assessment import Assessment, State, status_of
from assess.core.catalogue import Catalogue
from assess.core.condition import Trigger
from assess.core.indicator import Indicator, RecommendationRule, StrengthRule
from assess.core.question import YES_PARTLY_NO, GridQuestion, Question, YesPartlyNoQuestion
from assess.core.scoring import Score, Scores
from assess.core.value import Value


class Recommendation(Value):
    """Finding, meaning and one action, with the quality-label items that it serves."""

    key: str
    """`indicator.rule`, stable while the catalogue keeps the rule."""
    indicator: str
    number: int
    finding: str
    meaning: str
    action: str
    first_step: str
    quality_items: tuple[str, ...] = ()


class Strength(Value):
    """Something that stands out well."""

    key: str
    indicator: str
    number: int
    text: str


def recommend(
    scores: Scores, assessment: Assessment, catalogue: Catalogue
) -> tuple[Recommendation, ...]:
    """Give the recommendations whose triggers hold, in the order of the catalogue.

    Triggers on a position among peers do not hold as long as there are none.
    """
    return tuple(
        _recommendation(indicator, rule, scores, assessment, catalogue)
        for indicator in catalogue.indicators
        for rule in indicator.recommendations
        if all(_holds(one, indicator, scores, assessment, catalogue) for one in rule.when)
    )


def strengths(scores: Scores, assessment: Assessment, catalogue: Catalogue) -> tuple[Strength, ...]:
    """Give the strengths whose triggers hold, in the order of the catalogue."""
    return tuple(
        Strength(
            key=f"{indicator.id}.{rule.id}",
            indicator=indicator.id,
            number=indicator.number,
            text=_filled(str(rule.text), rule, indicator, scores, assessment, catalogue),
        )
        for indicator in catalogue.indicators
        for rule in indicator.strengths
        if all(_holds(one, indicator, scores, assessment, catalogue) for one in rule.when)
    )


def _recommendation(
    indicator: Indicator,
    rule: RecommendationRule,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Recommendation:
    return Recommendation(
        key=f"{indicator.id}.{rule.id}",
        indicator=indicator.id,
        number=indicator.number,
        finding=_filled(str(rule.finding), rule, indicator, scores, assessment, catalogue),
        meaning=str(rule.meaning),
        action=str(rule.action),
        first_step=str(rule.first_step),
        quality_items=rule.quality_items or indicator.quality_items,
    )


def _holds(
    trigger: Trigger,
    indicator: Indicator,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
) -> bool:
    if trigger.needs_peers:
        return False
    if trigger.missing is not None:
        return bool(list(_missing(trigger, assessment, catalogue)))
    measured = _measured(trigger, indicator, scores)
    return measured is not None and trigger.holds(measured.value) is True


def _measured(trigger: Trigger, indicator: Indicator, scores: Scores) -> Score | None:
    owner, colon, name = (trigger.measure or "").partition(":")
    return scores.get(owner, name) if colon else scores.get(indicator.id, owner)


def _missing(trigger: Trigger, assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Give the labels of the elements that are known not to be there."""
    for reference in trigger.missing or ():
        name, _, part = reference.partition(".")
        question = catalogue.questions[name]
        status = status_of(question, assessment, catalogue)
        value = assessment.value(name)
        if isinstance(question, YesPartlyNoQuestion):
            gone = value is not None and YES_PARTLY_NO[str(value)] < 1
            label = question.title
        elif isinstance(question, GridQuestion) and isinstance(value, dict):
            needed = question.top_level if trigger.needed is None else trigger.needed
            level = value.get(part)
            gone = isinstance(level, int) and level < needed
            label = next(str(one.label) for one in question.parts if one.name == part)
        elif isinstance(question, GridQuestion):
            continue
        else:
            gone = _is_known_to_be_absent(question, status, value, assessment)
            label = question.title
        if gone:
            yield label


def _is_known_to_be_absent(
    question: Question, status: Status, value: object, assessment: Assessment
) -> bool:
    """Tell whether there is nothing to tell: an empty answer, a "does not know", or never asked.

    A refusal says nothing about what there is.
    """
    if status is Status.NOT_REACHED:
        return not question.required and assessment.case.state is State.FINISHED
    return status is Status.DONT_KNOW or (status is Status.ANSWERED and value in ("", []))


def _filled(
    text: str,
    rule: RecommendationRule | StrengthRule,
    indicator: Indicator,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
) -> str:
    """Put the value and the missing elements where the wording names them; nothing else is read."""
    if "{value}" in text:
        measured = next(
            (_measured(one, indicator, scores) for one in rule.when if one.measure), None
        )
        text = text.replace("{value}", measured.shown if measured else "no value")
    if "{missing}" in text:
        labels = [
            label
            for one in rule.when
            if one.missing
            for label in _missing(one, assessment, catalogue)
        ]
        text = text.replace("{missing}", _listed(labels))
    return text


def _listed(labels: list[str]) -> str:
    """Write labels as one list within a sentence: only the first keeps its capital."""
    later = [
        label if label[:2].isupper() else label[:1].lower() + label[1:] for label in labels[1:]
    ]
    return ", ".join([*labels[:1], *later])
