"""Scores in words: a value with its unit, or the word for why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.axis import Axis
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.scoring.message import ScoringMessage
from assess.core.scoring.score import Score
from assess.core.text.message import CountedUnit, Number, Say, message

SHORT_UNIT = 5
"""A unit of at most so many characters stands beside a mark, a longer one beside the axis."""

_SCALE = re.compile(r", (?:\S{1,4} )?\d+ \S{1,4} \d+$")
"""A scale at the end of a label: ", 0 to 4", ", 0 bis 4", ", da 0 a 4"."""


def missing_word(status: Status, catalogue: Catalogue, say: Say) -> str:
    """Give the word that stands where a value would stand."""
    return say(catalogue.edition.statuses[status.value])


def number_text(score: Score, catalogue: Catalogue, say: Say) -> str:
    """Give a value in figures with its unit, or in words, or the word for why there is none."""
    if score.value is None:
        return missing_word(score.status, catalogue, say)
    if score.number is not None:
        return marked(with_unit(score.number, score.decimals, score.unit, say), score, say)
    return marked(say(score.class_label or str(score.value)), score, say)


def marked(said: str, score: Score, say: Say) -> str:
    """Say of a value, or of what is said of it, that it is unusual and nobody has said why."""
    if score.unusual is None:
        return said
    return say(message(ScoringMessage.UNUSUAL, value=said))


def with_unit(number: float, decimals: int, unit: str, say: Say) -> str:
    """Give a number with its unit, if it has one."""
    value = Number(number, decimals)
    if not unit:
        return say(value)
    counted = CountedUnit(unit, round(number, decimals))
    return say(message(ReportSentenceMessage.WITH_UNIT, value=value, unit=counted))


def per_cent(share: int, say: Say) -> str:
    """Give a share in whole per cent."""
    return say(message(ReportSentenceMessage.PER_CENT, share=share))


def scaled_text(score: Score, axis: Axis | None, catalogue: Catalogue, say: Say) -> str:
    """Give a value with the top of its scale where its unit does not say it: `3 of 4`."""
    if score.number is None or axis is None or score.unit:
        return number_text(score, catalogue, say)
    value, top = Number(score.number, score.decimals), Number(axis.high)
    return marked(say(message(ReportSentenceMessage.OF_TOP, value=value, top=top)), score, say)


def measure_label(score: Score, say: Say) -> str:
    """Give the label of a measure without the scale at its end, which stands beside it anyway."""
    return without_scale(say(score.label))


def without_scale(label: str) -> str:
    """Leave out the scale at the end of a label."""
    return _SCALE.sub("", label)


def level_name(name: str) -> str:
    """Give the short name of a level: what stands before the colon of its anchor."""
    return name.partition(":")[0].strip()


def figure_text(number: float, score: Score, say: Say) -> str:
    """Give a number as it stands beside its mark: with a short unit, or without one."""
    unit = score.unit if len(score.unit) <= SHORT_UNIT else ""
    return with_unit(number, score.decimals, unit, say)


def clauses(parts: Iterable[str]) -> str:
    """Give clauses as one sentence."""
    return "; ".join(part.rstrip(" .;") for part in parts) + "."
