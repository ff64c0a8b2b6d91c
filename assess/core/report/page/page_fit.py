"""The second page for a board: it holds what there is, tighter or shorter where that is much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assess.core.report.figure.letter_width import lines_at
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.board import KeyFigure, LabelResult, Summary
from assess.core.text.message import Say, message
from assess.core.text.words import shortened

ROOM = 710.0
"""The height of the page in points, less what an estimate may be wrong by."""

LINE = 13.5
"""The height of a line in points."""

BROAD, NAME, UNIT, PLACE, CRITERION, FINDING = 482.0, 123.0, 56.0, 112.0, 174.0, 204.0
"""How wide the page is, and the columns of its tables, in points."""

SIZE = 9.5
"""Of the text, in points."""

BRIEF_REMARK, BRIEF_SENTENCE, FEW_SENTENCES = 46, 150, 6
"""What is left of the remarks and sentences on the label where all of them are too much."""

FEW_FIGURES = 6
"""So many key figures stay at least; all of them stand in their areas."""

FEW_LETTERS = 12
"""A label of fewer letters says nothing any more."""


class _Spacing(NamedTuple):
    """In points: what stands around a heading, and around a line of a table."""

    heading: float
    row: float


_ROOMY, _TIGHT = _Spacing(37.0, 7.0), _Spacing(29.0, 4.1)


def fitted(summary: Summary, say: Say) -> Summary:
    """Set the second page tighter where it is full, and cut what is said of the label if need be.

    What is cut stands whole in the annex, what is left out on the pages that follow.
    """
    if not summary.changes and _height(summary, _ROOMY, say) <= ROOM:
        return summary
    fitting = summary.model_copy(update={"tight": True})
    shorter = _shorter(summary.label, say)
    while _height(fitting, _TIGHT, say) > ROOM and (label := next(shorter, None)) is not None:
        fitting = fitting.model_copy(update={"label": label})
    if _height(fitting, _TIGHT, say) > ROOM:  # the next page says it as well
        learning = say(message(ReportPageMessage.FOR_LEARNING))
        reading = fitting.reading.removeprefix(learning).lstrip()
        fitting = fitting.model_copy(update={"reading": reading})
    while _height(fitting, _TIGHT, say) > ROOM and len(fitting.key_figures) > FEW_FIGURES:
        fitting = fitting.model_copy(update={"key_figures": fitting.key_figures[:-1]})
    return fitting


def lines(text: str, width: float) -> int:
    """Count the lines that a text of the report takes at a width in points."""
    return lines_at(text, width, SIZE)


def _height(summary: Summary, spacing: _Spacing, say: Say) -> float:
    label = summary.label
    headings = 3 + bool(summary.changes)
    figures = (
        max(
            lines(figure.label, NAME),
            lines(figure.unit, UNIT),
            lines(_place(figure, summary.peers), PLACE),
        )
        for figure in summary.key_figures
    )
    criteria = (
        max(lines(criterion.title, CRITERION), lines(criterion.remark, FINDING))
        for criterion in label.criteria
    )
    rows = [2, *figures, *([1, *criteria] if label.criteria else [])]
    said = f"{label.headline}. {label.title}. {' '.join(label.sentences)}"
    texts = (said, *label.warnings, summary.reading, *_aside(summary, say))
    taken = sum(rows) + sum(lines(text, BROAD) for text in texts)
    return headings * spacing.heading + len(rows) * spacing.row + taken * LINE


def _place(figure: KeyFigure, peers: str) -> str:
    """Give what stands in the column of positions, with the group where it is not the usual one."""
    if figure.missing:
        return figure.reading
    group = figure.group if figure.group != peers else ""
    return f"{figure.position or figure.reading} {group}".rstrip()


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
