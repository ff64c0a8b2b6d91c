"""The second page for a board: it holds what there is, tighter or shorter where that is much."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from assess.core.plain import shortened
from assess.core.report.record import LabelResult, Summary

ROOM = 705.0
"""The height of the page in points, less what an estimate may be wrong by."""

LINE = 13.5
"""The height of a line in points."""

FIRST_WIDE = 0x2E80

BROAD, UNIT, PLACE, CRITERION, FINDING = 108, 12, 25, 42, 50
"""How many letters a line holds: of the page, and of the columns of its tables."""

BRIEF_REMARK, BRIEF_SENTENCE, FEW_SENTENCES = 42, 150, 6
"""What is left of the remarks and sentences on the label where all of them are too much."""

MORE = "The annex has all that is to be said of it."


class _Spacing(NamedTuple):
    """In points: what stands around a heading, and around a line of a table."""

    heading: float
    row: float


_ROOMY, _TIGHT = _Spacing(37.0, 7.0), _Spacing(29.0, 4.1)


def fitted(summary: Summary) -> Summary:
    """Set the second page tighter where it is full, and cut what is said of the label if need be.

    What is cut stands whole in the annex.
    """
    if not summary.changes and _height(summary, _ROOMY) <= ROOM:
        return summary
    whole = summary.label
    fitting = summary.model_copy(update={"tight": True})
    for most in range(FEW_SENTENCES, 0, -1):
        if _height(fitting, _TIGHT) <= ROOM:
            break
        fitting = fitting.model_copy(update={"label": _brief(whole, most)})
    return fitting


def lines_of(text: str, letters: int) -> int:
    """Estimate how many lines a text takes; capitals count more, letters of the east twice."""
    wide = sum(2 if ord(one) > FIRST_WIDE else 1.5 if one.isupper() else 1 for one in text)
    return max(1, ceil(wide / letters))


def _height(summary: Summary, spacing: _Spacing) -> float:
    label = summary.label
    headings = 3 + bool(summary.changes)
    figures = (
        max(
            lines_of(one.unit, UNIT),
            lines_of(f"{one.reading if one.missing else one.position or one.reading}", PLACE),
        )
        for one in summary.key_figures
    )
    criteria = (
        max(lines_of(one.title, CRITERION), lines_of(one.remark, FINDING)) for one in label.criteria
    )
    rows = [2, *figures, *([1, *criteria] if label.criteria else [])]
    said = f"{label.headline}. {label.title}. {' '.join(label.sentences)}"
    texts = (said, *label.warnings, summary.reading, *_aside(summary))
    lines = sum(rows) + sum(lines_of(one, BROAD) for one in texts)
    return headings * spacing.heading + len(rows) * spacing.row + lines * LINE


def _aside(summary: Summary) -> Iterable[str]:
    if summary.peers:
        yield f"{summary.peers}{' ' * 88}"
    if summary.changes:
        yield summary.changes[0]
        yield " · ".join(summary.changes[1:])


def _brief(label: LabelResult, most: int) -> LabelResult:
    """Leave at most so many sentences and one notice, and of a remark what one line holds."""
    return label.model_copy(
        update={
            "sentences": (
                *(shortened(one, BRIEF_SENTENCE) for one in label.sentences[:most]),
                MORE,
            ),
            "warnings": tuple(shortened(one, BRIEF_SENTENCE) for one in label.warnings[:1]),
            "criteria": tuple(
                one.model_copy(update={"remark": shortened(one.remark, BRIEF_REMARK)})
                for one in label.criteria
            ),
        }
    )
