"""The second page for a board: it holds what there is, tighter or shorter where that is much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, fsum
from typing import NamedTuple

from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.board import LabelResult, Summary
from assess.core.text.message import Say, message
from assess.core.text.words import shortened

ROOM = 710.0
"""The height of the page in points, less what an estimate may be wrong by."""

LINE = 13.5
"""The height of a line in points."""

FIRST_WIDE = 0x2E80

BROAD, NAME, UNIT, PLACE, CRITERION, FINDING = 482.0, 128.0, 57.0, 109.0, 184.0, 206.0
"""How wide the page is, and the columns of its tables, in points."""

SIZE, SPACE = 9.5, 1.9
"""Of the text and of the space between two words, in points."""

_NARROW = frozenset("fijlrtI.,:;'|!()[]{}/\\-·")
_WIDE = frozenset("mwMW%@&—…")

BRIEF_REMARK, BRIEF_SENTENCE, FEW_SENTENCES = 46, 150, 6
"""What is left of the remarks and sentences on the label where all of them are too much."""

FEW_LETTERS = 12
"""A label of fewer letters says nothing any more."""


class _Spacing(NamedTuple):
    """In points: what stands around a heading, and around a line of a table."""

    heading: float
    row: float


_ROOMY, _TIGHT = _Spacing(37.0, 7.0), _Spacing(29.0, 4.1)


def fitted(summary: Summary, say: Say) -> Summary:
    """Set the second page tighter where it is full, and cut what is said of the label if need be.

    What is cut stands whole in the annex.
    """
    if not summary.changes and _height(summary, _ROOMY, say) <= ROOM:
        return summary
    fitting = summary.model_copy(update={"tight": True})
    shorter = _shorter(summary.label, say)
    while _height(fitting, _TIGHT, say) > ROOM and (label := next(shorter, None)) is not None:
        fitting = fitting.model_copy(update={"label": label})
    return fitting


def lines_of(text: str, letters: int) -> int:
    """Estimate how many lines a text takes; capitals count more, letters of the east twice."""
    wide = sum(2 if ord(letter) > FIRST_WIDE else 1.5 if letter.isupper() else 1 for letter in text)
    return max(1, ceil(wide / letters))


def _lines(text: str, width: float) -> int:
    """Count the lines of a text that is broken between words, at a width in points."""
    lines, used = 1, 0.0
    for word in text.split():
        wide = SIZE * fsum(_width(letter) for letter in word)
        if used and used + SPACE + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (SPACE if used else 0)
        while used > width:
            lines, used = lines + 1, used - width
    return lines


def _width(letter: str) -> float:
    """Estimate the width of a letter of the bundled family, in its size; rather too much."""
    if ord(letter) > FIRST_WIDE:
        return 1.0
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.83
    return 0.6 if letter.isupper() else 0.52


def _height(summary: Summary, spacing: _Spacing, say: Say) -> float:
    label = summary.label
    headings = 3 + bool(summary.changes)
    figures = (
        max(
            _lines(figure.label, NAME),
            _lines(figure.unit, UNIT),
            _lines(
                f"{figure.reading if figure.missing else figure.position or figure.reading}", PLACE
            ),
        )
        for figure in summary.key_figures
    )
    criteria = (
        max(_lines(criterion.title, CRITERION), _lines(criterion.remark, FINDING))
        for criterion in label.criteria
    )
    rows = [2, *figures, *([1, *criteria] if label.criteria else [])]
    said = f"{label.headline}. {label.title}. {' '.join(label.sentences)}"
    texts = (said, *label.warnings, summary.reading, *_aside(summary, say))
    lines = sum(rows) + sum(_lines(text, BROAD) for text in texts)
    return headings * spacing.heading + len(rows) * spacing.row + lines * LINE


def _aside(summary: Summary, say: Say) -> Iterable[str]:
    if summary.peers:
        yield say(message(ReportPageMessage.COMPARED_WITH, group=summary.peers))
    if summary.changes:
        yield summary.changes[0]
        yield " · ".join(summary.changes[1:])


def _shorter(label: LabelResult, say: Say) -> Iterator[LabelResult]:
    """Give what is said of the label shorter and shorter: long sentences first, then remarks."""
    more = say(message(ReportPageMessage.REST_IN_ANNEX))
    brief = tuple(shortened(text, BRIEF_SENTENCE) for text in label.sentences)
    warnings = tuple(shortened(warning, BRIEF_SENTENCE) for warning in label.warnings[:1])
    criteria = tuple(
        criterion.model_copy(update={"remark": _brief_remark(criterion.remark)})
        for criterion in label.criteria
    )
    if len(brief) > FEW_SENTENCES or warnings != label.warnings or brief != label.sentences:
        few = (*brief[:FEW_SENTENCES], more)
        yield label.model_copy(update={"sentences": few, "warnings": warnings})
    for most in range(FEW_SENTENCES, 0, -1):
        few = brief[:most] if brief[:most] == label.sentences else (*brief[:most], more)
        yield label.model_copy(
            update={"sentences": few, "warnings": warnings, "criteria": criteria}
        )


def _brief_remark(remark: str) -> str:
    """Cut a remark such as "companies among the participants: 74 %" before its value."""
    label, colon, value = remark.rpartition(": ")
    room = BRIEF_REMARK - len(colon) - len(value)
    if not label:
        return shortened(remark, BRIEF_REMARK)
    if len(remark) <= BRIEF_REMARK:
        return remark
    return f"{shortened(label, room)}{colon}{value}" if room >= FEW_LETTERS else value
