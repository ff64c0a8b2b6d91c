"""Overview charts: the picture that opens an area, a row or more for each of its indicators."""

from __future__ import annotations

from assess.core.report.figure.picture import OverviewPicture, OverviewRow
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, text_width, wrapped
from assess.render.chart.peer_marks import draw_peers

NAME = 19.0
"""Where names begin, beside the numbers of their indicators."""

FIGURE_SPACE, EM_SPACE = "\u2007", "\u2003"


def draw_overview(canvas: Canvas, picture: OverviewPicture) -> None:
    """Draw the indicators of an area, one below the other."""
    colour = canvas.tokens.colour
    y = 0.5
    for row in picture.rows:
        if row.first:
            canvas.line((0, y), (canvas.width, y), colour.rule, 0.6)
        y = _narrow_row(canvas, row, y) if canvas.narrow else _row(canvas, row, y)
    canvas.line((0, y), (canvas.width, y), colour.rule, 0.6)
    if picture.key:
        lines = wrapped(picture.key, canvas.width - NAME, canvas.size, 3)
        canvas.lines((NAME, y + 3 + len(lines) * PITCH / 2), lines, colour=colour.secondary)
        y += 3 + len(lines) * PITCH
    canvas.reach(y + 1)


def _row(canvas: Canvas, row: OverviewRow, top: float) -> float:
    """Draw the name, the mark and the value, behind which stands what it is of."""
    left, right = 194.0, 274.0
    label = [(line, True) for line in wrapped(row.label, left - 12 - NAME, canvas.size, 2)]
    has_mark = row.axis is not None and row.place is not None
    start = right + 14 if has_mark else left
    text = wrapped(row.text, canvas.width - start, canvas.size, 2)
    behind = start + text_width(text[-1], canvas.size) * 1.05 + 6
    measure = wrapped(row.measure, canvas.width - behind, canvas.size, 9) if row.measure else []
    if len(measure) > 1:
        behind, measure = start, wrapped(row.measure, canvas.width - start, canvas.size, 2)
    below = len(measure) if behind == start else 0
    bottom = top + max(len(label), len(text) + below) * PITCH + 4
    middle = (top + bottom) / 2
    _names(canvas, row, label, middle)
    _mark(canvas, row, (left, right), middle)
    _value(canvas, row, text, (start, middle - below * PITCH / 2))
    last = middle + (len(text) + below - 1) * PITCH / 2
    first = last - (len(measure) - 1) * PITCH / 2
    canvas.lines((behind, first), measure, colour=canvas.tokens.colour.secondary)
    return bottom


def _narrow_row(canvas: Canvas, row: OverviewRow, top: float) -> float:
    """Draw the name above its mark and its value."""
    label = _named(canvas, row, canvas.width - NAME)
    middle = top + 2 + len(label) * PITCH / 2
    _names(canvas, row, label, middle)
    below = top + 2 + len(label) * PITCH
    left, right = NAME + 4, NAME + 104
    has_mark = row.axis is not None and row.place is not None
    start = right + 14 if has_mark else NAME
    text = wrapped(row.text, canvas.width - start, canvas.size, 4)
    middle = below + len(text) * PITCH / 2
    _mark(canvas, row, (left, right), middle)
    _value(canvas, row, text, (start, middle))
    return below + len(text) * PITCH + 3


def _named(canvas: Canvas, row: OverviewRow, room: float) -> list[tuple[str, bool]]:
    """Give the lines of a name and of its measure, each with whether it is of the name."""
    most = 4 if canvas.narrow else 2
    label = wrapped(row.label, room, canvas.size, most) if row.label else []
    measure = wrapped(row.measure, room, canvas.size, most) if row.measure else []
    return [(line, True) for line in label] + [(line, False) for line in measure]


def _names(canvas: Canvas, row: OverviewRow, lines: list[tuple[str, bool]], middle: float) -> None:
    first = middle - (len(lines) - 1) * PITCH / 2
    for index, (line, is_name) in enumerate(lines):
        colour = None if is_name else canvas.tokens.colour.secondary
        with_number = row.first and index == 0
        text = f"{row.number:{FIGURE_SPACE}>2}{EM_SPACE}{line}" if with_number else line
        canvas.text((0 if with_number else NAME, first + index * PITCH + BASE), text, colour=colour)


def _value(canvas: Canvas, row: OverviewRow, text: list[str], place: tuple[float, float]) -> None:
    colour = canvas.tokens.colour
    ink, weight = (colour.secondary, 400) if row.missing else (colour.accent, 600)
    canvas.lines(place, text, colour=ink, weight=weight)


def _mark(canvas: Canvas, row: OverviewRow, span: tuple[float, float], middle: float) -> None:
    """Draw the scale as a pale strip, the peers and the own value on it."""
    left, right = span
    if row.axis is None or row.place is None:
        return
    canvas.under((left, middle - 4.5), (right - left, 9), canvas.tokens.colour.wash)
    if row.band is not None:
        draw_peers(canvas, row.band, row.axis, span, middle)
    canvas.diamond(left + row.axis.share(row.place) * (right - left), middle, 5)
    said = gettext("{name}: {value}", name=row.measure or row.label, value=row.text)
    if row.among:
        said = gettext("{text}, {position}", text=said, position=row.among)
    canvas.tip((left, middle - PITCH / 2), (right - left, PITCH), said)
