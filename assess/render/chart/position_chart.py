"""The six areas in one figure: a strip each, and every mark with the number of its indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assess.core.catalogue.measure import Direction
from assess.core.report.figure.picture import PositionPicture, Strip, StripMark
from assess.core.text.words import runs
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, text_width, wrapped

LANE = 11.0
"""The height of a lane of marks: one whose number would cover another takes the next lane."""

HALF = 3.9
"""Of a mark."""

CLOSE = 3.0
"""Marks of one kind no farther apart than this are one mark with several numbers."""


def draw_position(canvas: Canvas, picture: PositionPicture) -> None:
    """Draw the six areas."""
    colour = canvas.tokens.colour
    left = 4.0 if canvas.narrow else 112.0
    room = 92.0 if picture.missing_word and not canvas.narrow else 26.0
    right = canvas.width - room
    top = _heads(canvas, picture, (left, right))
    y = top
    for strip in picture.strips:
        y = _strip(canvas, strip, (left, right), y)
        canvas.line((0, y), (canvas.width, y), colour.rule, 0.5)
    if picture.middle:
        lower, upper = (left + part * (right - left) for part in (1 / 3, 2 / 3))
        canvas.under((lower, top), (upper - lower, y - top), colour.wash)
    y = _key(canvas, picture, y)
    canvas.reach(y + 1)


def _heads(canvas: Canvas, picture: PositionPicture, span: tuple[float, float]) -> float:
    """Name the ends of the strips, and the middle; give where the strips begin."""
    colour, size = canvas.tokens.colour, canvas.size
    left, right = span
    width = (right - left) / 3 if picture.middle else (right - left) / 2
    low, high = (
        wrapped(text, width - 4, size, 3) if text else [] for text in (picture.low, picture.high)
    )
    middle = wrapped(picture.middle, 1.6 * width, size, 3) if picture.middle else []
    missing = [] if canvas.narrow or not picture.missing_word else [picture.missing_word]
    deep = max(len(low), len(middle), len(high), 1)
    centre = 1 + deep * PITCH / 2
    canvas.lines((left, centre), low, colour=colour.secondary)
    canvas.lines(((left + right) / 2, centre), middle, anchor="middle")
    canvas.lines((right, centre), high, anchor="end", colour=colour.secondary)
    canvas.lines((canvas.width, centre), missing, anchor="end", colour=colour.secondary)
    return 3 + deep * PITCH


def _strip(canvas: Canvas, strip: Strip, span: tuple[float, float], top: float) -> float:
    """Draw one area: marks that stand close are above one another, each with its number."""
    size = canvas.size
    left, right = span
    if canvas.narrow:
        canvas.text((0, top + 11), strip.letter, weight=600)
        canvas.text((14, top + 11), strip.label)
        top += PITCH + 1
    groups = _together(strip.marks, left, right)
    lanes = _lanes(groups, size, canvas.width)
    deep = max([*lanes, 1 if not canvas.narrow else 0]) + 1
    bottom = top + deep * LANE + 3
    middle = (top + bottom) / 2
    if not canvas.narrow:
        canvas.lines((0, middle), [strip.letter], weight=600)
        canvas.lines((16, middle), [strip.label])
    for group, lane in zip(groups, lanes, strict=True):
        _mark(canvas, group, bottom - 1.5 - (lane + 0.5) * LANE)
    if strip.missing:
        _missing(canvas, strip, middle if not canvas.narrow else top - PITCH / 2 - 1)
    return bottom


@dataclass(frozen=True)
class _Group:
    """Marks at one place, which share a sign."""

    x: float
    marks: tuple[StripMark, ...]

    @property
    def text(self) -> str:
        """The numbers of its indicators."""
        return runs(sorted(mark.number for mark in self.marks))

    def reach(self, size: float, width: float) -> tuple[float, float]:
        """Give from where to where it stands; its numbers are to the left at the right edge."""
        wide = HALF + 2 + text_width(self.text, size)
        if self.x + wide > width:
            return self.x - wide, self.x + HALF
        return self.x - HALF, self.x + wide


def _together(marks: Sequence[StripMark], left: float, right: float) -> list[_Group]:
    """Put marks together that would cover each other and mean the same kind of thing."""
    groups: list[_Group] = []
    for mark in sorted(marks, key=lambda mark: (mark.share, mark.number)):
        x = left + mark.share * (right - left)
        for index, group in enumerate(groups):
            if group.marks[0].direction == mark.direction and x - group.x <= CLOSE:
                groups[index] = _Group(group.x, (*group.marks, mark))
                break
        else:
            groups.append(_Group(x, (mark,)))
    return groups


def _mark(canvas: Canvas, group: _Group, y: float) -> None:
    """Draw a mark with its numbers beside it."""
    _sign(canvas, group.marks[0].direction, group.x, y)
    start, end = group.reach(canvas.size, canvas.width)
    is_left = start < group.x - HALF
    place = (group.x - HALF - 2 if is_left else group.x + HALF + 2, y + BASE)
    canvas.text(place, group.text, anchor="end" if is_left else "start")
    said = "; ".join(mark.text for mark in group.marks if mark.text)
    if said:
        canvas.tip((start, y - LANE / 2), (end - start, LANE), said)


def _sign(canvas: Canvas, direction: Direction, x: float, y: float) -> None:
    """Draw the sign for whether more is better: full, turned downwards, or hollow for neither."""
    match direction:
        case "higher":
            canvas.diamond(x, y, HALF)
        case "lower":
            style = f'fill="{canvas.tokens.colour.accent}"'
            points = [(x - HALF, y - HALF + 1), (x + HALF, y - HALF + 1), (x, y + HALF)]
            canvas.outline(points, style, closed=True)
        case "none":
            canvas.hollow_diamond(x, y, HALF)


def _missing(canvas: Canvas, strip: Strip, middle: float) -> None:
    """Name the indicators without a value."""
    place = (canvas.width, middle)
    lines = [runs(strip.missing)]
    canvas.lines(place, lines, anchor="end", colour=canvas.tokens.colour.secondary)


def _key(canvas: Canvas, picture: PositionPicture, top: float) -> float:
    """Say what the signs mean, where there are several; give where the figure ends."""
    words: dict[Direction, str] = {
        "higher": gettext("more is better"),
        "lower": gettext("less is better"),
        "none": gettext("neither more nor less is better"),
    }
    there = {mark.direction for strip in picture.strips for mark in strip.marks}
    x, y = HALF, top + 3 + PITCH / 2
    if not there:
        return top
    for direction, text in words.items():
        if direction in there:
            width = HALF + 5 + text_width(text, canvas.size)
            if x + width > canvas.width:
                x, y = HALF, y + PITCH
            _sign(canvas, direction, x, y)
            canvas.lines((x + HALF + 4, y), [text], colour=canvas.tokens.colour.secondary)
            x += width + 16
    return y + PITCH / 2


def _lanes(groups: Sequence[_Group], size: float, width: float) -> list[int]:
    """Give the lane of each mark, from the left: the lowest in which nothing is covered."""
    ends: list[float] = []
    lanes: list[int] = []
    for group in groups:
        start, end = group.reach(size, width)
        lane = next((index for index, last in enumerate(ends) if last + 2 <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        ends[lane] = end
        lanes.append(lane)
    return lanes
