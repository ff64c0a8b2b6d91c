"""The code book: every question, code, check, measure and trigger of a catalogue, in words."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import ClassMeasure, Direction, Measure, references
from assess.core.catalogue.message import RuleMessage
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    Question,
    SelectMultipleQuestion,
    SelectOneQuestion,
    YesPartlyNoQuestion,
)
from assess.core.catalogue.rule_text import checks, routing, trigger_text
from assess.core.text.message import Message, Say, Text, message
from assess.core.text.value import Value


class CodeOfAnswer(Value):
    """A name or a level that stands in case files and exports, with what it means."""

    code: str
    meaning: str


class QuestionEntry(Value):
    """A question of the interview."""

    name: str
    type: str
    label: str
    hint: str | None
    guidance: str | None
    required: bool
    unit: str | None = None
    codes: tuple[CodeOfAnswer, ...] = ()
    """Its choices or levels."""
    parts: tuple[CodeOfAnswer, ...] = ()
    """The rows of a question that asks for several values."""
    checks: tuple[str, ...] = ()
    routing: str | None = None


class MeasureEntry(Value):
    """A measure, and how it comes about."""

    name: str
    label: str
    kind: str
    formula: str
    source: tuple[str, ...]
    """The questions, parts and measures that it is derived from."""
    unit: str
    direction: str
    decimals: int
    classes: tuple[CodeOfAnswer, ...] = ()


class RuleEntry(Value):
    """A recommendation or a strength, and when it applies."""

    id: str
    when: tuple[str, ...]
    finding: str
    meaning: str = ""
    action: str = ""
    first_step: str = ""
    quality_items: tuple[CodeOfAnswer, ...] = ()


class IndicatorEntry(Value):
    """One indicator with everything that its file states."""

    number: int
    id: str
    area: str
    title: str
    why: str
    guidance: str | None
    direction: str
    evidence: str
    evidence_meaning: str
    source: tuple[str, ...]
    judgement: bool
    quality_items: tuple[CodeOfAnswer, ...]
    questions: tuple[QuestionEntry, ...]
    measures: tuple[MeasureEntry, ...]
    charts: tuple[CodeOfAnswer, ...]
    """The kind of each chart, and its title."""
    recommendations: tuple[RuleEntry, ...]
    strengths: tuple[RuleEntry, ...]


class AreaEntry(Value):
    """One area with its indicators."""

    letter: str
    id: str
    title: str
    intro: str
    indicators: tuple[IndicatorEntry, ...]


class Codebook(Value):
    """A whole catalogue in words."""

    catalogue: str
    title: str
    notice: str
    statuses: tuple[CodeOfAnswer, ...]
    areas: tuple[AreaEntry, ...]


def codebook(catalogue: Catalogue, say: Say) -> Codebook:
    """Put a catalogue into words of a language."""
    edition = catalogue.edition
    return Codebook(
        catalogue=edition.id,
        title=say(edition.title),
        notice=say(edition.notice),
        statuses=tuple(
            CodeOfAnswer(code=name, meaning=say(words)) for name, words in edition.statuses.items()
        ),
        areas=tuple(
            AreaEntry(
                letter=area.letter,
                id=area.id,
                title=say(area.title),
                intro=say(area.intro),
                indicators=tuple(
                    _indicator(indicator, catalogue, say) for indicator in catalogue.in_area(area)
                ),
            )
            for area in catalogue.areas
        ),
    )


def _indicator(indicator: Indicator, catalogue: Catalogue, say: Say) -> IndicatorEntry:
    return IndicatorEntry(
        number=indicator.number,
        id=indicator.id,
        area=indicator.area,
        title=say(indicator.title),
        why=say(indicator.why),
        guidance=say(indicator.guidance) if indicator.guidance else None,
        direction=say(_direction(indicator.direction)),
        evidence=indicator.evidence,
        evidence_meaning=say(catalogue.edition.evidence[indicator.evidence]),
        source=indicator.source,
        judgement=indicator.judgement,
        quality_items=_items(indicator.quality_items, catalogue, say),
        questions=tuple(_question(question, say) for question in indicator.questions),
        measures=tuple(_measure(measure, indicator, say) for measure in indicator.measures),
        charts=tuple(
            CodeOfAnswer(code=chart.kind, meaning=say(chart.title)) for chart in indicator.charts
        ),
        recommendations=tuple(
            RuleEntry(
                id=rule.id,
                when=tuple(say(trigger_text(trigger)) for trigger in rule.when),
                finding=say(rule.finding),
                meaning=say(rule.meaning),
                action=say(rule.action),
                first_step=say(rule.first_step),
                quality_items=_items(rule.quality_items or indicator.quality_items, catalogue, say),
            )
            for rule in indicator.recommendations
        ),
        strengths=tuple(
            RuleEntry(
                id=rule.id,
                when=tuple(say(trigger_text(trigger)) for trigger in rule.when),
                finding=say(rule.text),
            )
            for rule in indicator.strengths
        ),
    )


def _items(
    identifiers: tuple[str, ...], catalogue: Catalogue, say: Say
) -> tuple[CodeOfAnswer, ...]:
    return tuple(
        CodeOfAnswer(code=identifier, meaning=say(catalogue.quality_item(identifier).title))
        for identifier in identifiers
    )


def _question(question: Question, say: Say) -> QuestionEntry:
    parts = getattr(question, "parts", ())
    asked = routing(question)
    return QuestionEntry(
        name=question.name,
        type=question.type,
        label=say(question.label),
        hint=say(question.hint) if question.hint else None,
        guidance=say(question.guidance_hint) if question.guidance_hint else None,
        required=question.required,
        unit=say(getattr(question, "unit", "")) or None,
        codes=tuple(_codes(question, say)),
        parts=tuple(CodeOfAnswer(code=part.name, meaning=say(part.label)) for part in parts),
        checks=tuple(say(check) for check in checks(question)),
        routing=say(asked) if asked else None,
    )


def _codes(question: Question, say: Say) -> Iterator[CodeOfAnswer]:
    match question:
        case SelectMultipleQuestion() if question.choices_from:
            yield CodeOfAnswer(code="AAA", meaning=say(message(RuleMessage.COUNTRY_BY_CODE)))
        case SelectOneQuestion() | SelectMultipleQuestion():
            for choice in question.choices:
                meaning: Text = choice.label
                if choice.level is not None:
                    meaning = message(
                        RuleMessage.CHOICE_WITH_LEVEL, choice=choice.label, level=choice.level
                    )
                yield CodeOfAnswer(code=choice.name, meaning=say(meaning))
        case YesPartlyNoQuestion():
            for word, worth in YES_PARTLY_NO.items():
                yield CodeOfAnswer(code=word, meaning=say(message(RuleMessage.COUNTS, value=worth)))
        case _:
            for number, anchor in enumerate(getattr(question, "anchors", ())):
                yield CodeOfAnswer(code=str(number), meaning=say(anchor))


def _measure(measure: Measure, indicator: Indicator, say: Say) -> MeasureEntry:
    bands = measure.bands if isinstance(measure, ClassMeasure) else ()
    return MeasureEntry(
        name=measure.name,
        label=say(measure.label),
        kind=measure.kind,
        formula=say(measure.formula),
        source=references(measure),
        unit=say(measure.unit),
        direction=say(_direction(indicator.direction_of(measure))),
        decimals=measure.decimals,
        classes=tuple(CodeOfAnswer(code=band.name, meaning=say(band.label)) for band in bands),
    )


def _direction(direction: Direction) -> Message:
    match direction:
        case "higher":
            return message(RuleMessage.DIRECTION_HIGHER)
        case "lower":
            return message(RuleMessage.DIRECTION_LOWER)
        case "none":
            return message(RuleMessage.DIRECTION_NONE)
