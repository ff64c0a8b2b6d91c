"""Axes: the natural scale of a measure where it has one, else a plain one from zero."""

from __future__ import annotations

import math
from collections.abc import Iterable

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import (
    AnswerMeasure,
    ElementsMeasure,
    MeanMeasure,
    Measure,
    PartsMeasure,
)
from assess.core.catalogue.question import GridQuestion, Question, ScaleQuestion, SelectOneQuestion
from assess.core.text.message import Number, Say
from assess.core.text.value import Value

STEPS = (1.0, 2.0, 5.0, 10.0)
"""The steps between ticks that read well, times a power of ten."""


class Tick(Value):
    """A place on an axis, in the unit of the measure, and what is written there."""

    place: float
    text: str


class Axis(Value):
    """From where to where a measure is drawn, in its unit."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    natural: bool
    """Whether the ends are those of the measure itself (0 to 100 %, the levels of a scale)."""
    levels: tuple[str, ...] = ()
    """The names of the levels, lowest first, where there are levels."""

    def share(self, number: float) -> float:
        """Give the place of a number as a share of the axis, from 0 to 1."""
        span = self.high - self.low
        return min(1.0, max(0.0, (number - self.low) / span)) if span else 0.0


PER_CENT = Axis(
    low=0,
    high=100,
    natural=True,
    ticks=tuple(Tick(place=place, text=f"{place}") for place in (0, 25, 50, 75, 100)),
)


def natural_axis(indicator: Indicator, name: str, catalogue: Catalogue, say: Say) -> Axis | None:
    """Give the axis of a measure (`name`, `question.part`) that has ends of its own, else None."""
    measure = next(
        (
            measure
            for measure in indicator.measures
            if measure.name in (name, name.partition(".")[0])
        ),
        None,
    )
    return _natural(measure, indicator, catalogue, say) if measure else None


def _natural(measure: Measure, indicator: Indicator, catalogue: Catalogue, say: Say) -> Axis | None:
    match measure:
        case PartsMeasure():
            question = catalogue.questions[measure.of]
            return _levels(question, say) or PER_CENT
        case ElementsMeasure():
            count = sum(_count(reference, catalogue) for reference in measure.of)
            return level_axis(0, count)
        case MeanMeasure():
            return _of_reference(measure.of[0], indicator, catalogue, say)
        case AnswerMeasure():
            answered = catalogue.questions.get(measure.of)
            levels = _levels(answered, say) if answered else None
            return levels or (PER_CENT if measure.unit == "%" else None)
        case _:
            return PER_CENT if measure.unit == "%" else None


def _of_reference(
    reference: str, indicator: Indicator, catalogue: Catalogue, say: Say
) -> Axis | None:
    owner, colon, name = reference.partition(":")
    if colon:
        return natural_axis(catalogue.indicator(owner), name, catalogue, say)
    question = catalogue.questions.get(reference.partition(".")[0])
    return (
        _levels(question, say) if question else natural_axis(indicator, reference, catalogue, say)
    )


def _count(reference: str, catalogue: Catalogue) -> int:
    name, _, part = reference.partition(".")
    question = catalogue.questions.get(name)
    return len(question.part_names) if question and part == "*" else 1


def _levels(question: Question, say: Say) -> Axis | None:
    match question:
        case GridQuestion() | ScaleQuestion():
            names = tuple(say(anchor) for anchor in question.anchors)
            return level_axis(0, len(names) - 1, names)
        case SelectOneQuestion() if question.is_ordinal:
            levels = sorted((choice.level or 0, say(choice.label)) for choice in question.choices)
            return level_axis(levels[0][0], levels[-1][0], tuple(label for _, label in levels))
        case _:
            return None


def level_axis(low: int, high: int, names: tuple[str, ...] = ()) -> Axis:
    """Give the axis of whole levels, with a tick at each."""
    ticks = tuple(Tick(place=level, text=str(level)) for level in range(low, high + 1))
    return Axis(low=low, high=high, ticks=ticks, natural=True, levels=names)


SMALLEST_SPAN = 1e-6
"""Numbers closer together than this lie on one spot of an axis that is one unit long."""


def open_axis(numbers: Iterable[float], say: Say) -> Axis:
    """Give an axis from zero to a round number beyond the largest, with three to six ticks."""
    known = [number for number in numbers if math.isfinite(number)]
    top = max([*known, 0.0])
    bottom = min([*known, 0.0])
    if top - bottom < SMALLEST_SPAN:
        top = bottom + 1.0
    step = _step((top - bottom) / 5)
    low, high = math.floor(bottom / step + 1e-9) * step, math.ceil(top / step - 1e-9) * step
    count = round((high - low) / step)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    ticks = tuple(
        Tick(place=low + index * step, text=say(Number(low + index * step, decimals)))
        for index in range(count + 1)
    )
    return Axis(low=low, high=high, ticks=ticks, natural=False)


def _step(rough: float) -> float:
    """Give the smallest readable step that is not below a rough one."""
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough * (1 - 1e-9))
