"""Scores in words: a value with its unit, or the word for why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.axis import Axis
from assess.core.scoring.score import Score
from assess.core.text.message import Say
from assess.core.text.number_text import NO_BREAK_SPACE, show_number

SHORT_UNIT = 5
"""A unit of at most so many characters stands beside a mark, a longer one beside the axis."""

_SCALE = re.compile(r", \d+ to \d+$")


def missing_word(status: Status, catalogue: Catalogue, say: Say) -> str:
    """Give the word that stands where a value would stand."""
    return str(catalogue.edition.statuses[status.value])


def number_text(score: Score, catalogue: Catalogue, say: Say) -> str:
    """Give a value in figures with its unit, or in words, or the word for why there is none."""
    if score.value is None:
        return missing_word(score.status, catalogue, say)
    if score.number is not None:
        unit = f"{NO_BREAK_SPACE}{score.unit}" if score.unit else ""
        return f"{show_number(score.number, score.decimals)}{unit}"
    return say(score.class_label or str(score.value))


def scaled_text(score: Score, axis: Axis | None, catalogue: Catalogue, say: Say) -> str:
    """Give a value with the top of its scale where its unit does not say it: `3 of 4`."""
    text = number_text(score, catalogue, say)
    if score.number is None or axis is None or score.unit:
        return text
    return f"{text} of {show_number(axis.high, 0)}"


def measure_label(score: Score, say: Say) -> str:
    """Give the label of a measure without the scale at its end, which stands beside it anyway."""
    return _SCALE.sub("", say(score.label))


def level_name(name: str) -> str:
    """Give the short name of a level: what stands before the colon of its anchor."""
    return name.partition(":")[0].strip()


def figure_text(number: float, score: Score, say: Say) -> str:
    """Give a number as it stands beside its mark: with a short unit, or without one."""
    figure = show_number(number, score.decimals)
    return f"{figure}{NO_BREAK_SPACE}{score.unit}" if 0 < len(score.unit) <= SHORT_UNIT else figure


def clauses(parts: Iterable[str]) -> str:
    """Give clauses as one sentence."""
    return "; ".join(part.rstrip(" .;") for part in parts) + "."
