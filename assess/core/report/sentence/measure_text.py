"""Measures in words: each with its value, its scale and the numbers behind it."""

from __future__ import annotations

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import Measure, ShareMeasure
from assess.core.report.figure.axis import natural_axis
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.score_text import (
    level_name,
    measure_label,
    missing_word,
    number_text,
    scaled_text,
)
from assess.core.scoring.score import Score
from assess.core.text.message import (
    Inside,
    Message,
    MessageValue,
    Say,
    message,
)


def measure_clause(score: Score, indicator: Indicator, catalogue: Catalogue, say: Say) -> Message:
    """Give a measure with its value, or with the word for why there is none."""
    measure = next((each for each in indicator.measures if each.name == score.measure), None)
    label = measure_label(score, say)
    if score.value is None:
        reason = missing_word(score.status, catalogue, say)
        return message(ReportSentenceMessage.MEASURE_WITHOUT_VALUE, measure=label, reason=reason)
    text: MessageValue = number_text(score, catalogue, say)
    figures = part_of_whole(score, measure, say)
    axis = natural_axis(indicator, score.measure, catalogue, say)
    on_scale = axis is not None and score.number is not None
    if on_scale and not score.unit:
        text = scaled_text(score, axis, catalogue, say)
    elif figures:
        text = message(ReportSentenceMessage.WITH_ASIDE, value=text, aside=figures)
    if on_scale and score.class_label:
        level = Inside(level_name(say(score.class_label)))
        text = message(ReportSentenceMessage.WITH_ASIDE, value=text, aside=level)
    return message(ReportSentenceMessage.MEASURE, measure=label, value=text)


def part_of_whole(score: Score, measure: Measure | None, say: Say) -> str:
    """Give the two numbers behind a share, `63 of 86`, where there are just two."""
    if not isinstance(measure, ShareMeasure) or score.value is None:
        return ""
    figures = [each.value for each in score.inputs]
    pair = len(measure.numerator) == len(measure.denominator) == 1 and len(figures) == 2
    part, whole = figures if pair else (None, None)
    if not isinstance(part, int) or not isinstance(whole, int):
        return ""
    return say(message(ReportSentenceMessage.PART_OF_WHOLE, part=str(part), whole=str(whole)))
