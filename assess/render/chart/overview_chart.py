"""Overview charts: the picture that opens an area, and the six areas in one figure."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.report.figure.picture import OverviewPicture, OverviewRow, PositionPicture, Strip
from assess.core.text.design_tokens import Tokens
from assess.render.chart.canvas import Canvas, wrapped
from assess.render.chart.peer_marks import draw_peers

WIDTH = 482.0
"""The width of the text in points."""

LABEL_GAP = 11.5
"""How far apart the numbers of marks stand at least."""


def draw_overview(picture: OverviewPicture, tokens: Tokens) -> str:
    """Draw the indicators of an area, one below the other."""
    canvas = Canvas(WIDTH, tokens)
    y = 0.5
    for row in picture.rows:
        if row.first:
            canvas.line((0, y), (WIDTH, y), tokens.colour.rule, 0.6)
        y = _overview_row(canvas, row, y)
    canvas.line((0, y), (WIDTH, y), tokens.colour.rule, 0.6)
    if picture.key:
        canvas.text((24, y + 12), picture.key, colour=tokens.colour.secondary)
        y += 15
    canvas.reach(y + 1)
    return canvas.svg(picture.alternative)


def _overview_row(canvas: Canvas, row: OverviewRow, top: float) -> float:
    colour = canvas.tokens.colour
    left, right = 226.0, 346.0
    label = wrapped(row.label, left - 36, canvas.size, 2)
    measure = wrapped(row.measure, left - 36, canvas.size, 2) if row.measure else []
    room = WIDTH - right - 18 if row.axis is not None else WIDTH - left
    text = wrapped(row.text, room, canvas.size, 2)
    lines = max(len(label if row.label else []) + len(measure), len(text))
    height = lines * canvas.line_height + 6.5
    middle = top + height / 2
    named = label if row.label else []
    first = middle - (len(named) + len(measure) - 1) * canvas.line_height / 2
    if row.first:
        canvas.lines((0, first), [str(row.number)], weight=600)
    for index, line in enumerate([*named, *measure]):
        at = (24, first + index * canvas.line_height)
        canvas.lines(at, [line], colour=None if index < len(named) else colour.secondary)
    ink = colour.secondary if row.missing else colour.accent
    if row.axis is None or row.place is None:
        canvas.lines((left, middle), text, colour=ink, weight=400 if row.missing else 600)
        return top + height
    canvas.line((left, middle), (right, middle), colour.track, 0.75)
    for end in (left, right):
        canvas.line((end, middle - 3.5), (end, middle + 3.5), colour.track, 0.75)
    if row.band is not None:
        draw_peers(canvas, row.band, row.axis, (left, right), middle)
    canvas.diamond(left + row.axis.share(row.place) * (right - left), middle, 5)
    canvas.lines((right + 18, middle), text, colour=ink, weight=600)
    return top + height


def draw_position(picture: PositionPicture, tokens: Tokens) -> str:
    """Draw the six areas, one strip each, every mark with the number of its indicator."""
    canvas = Canvas(WIDTH, tokens)
    colour = tokens.colour
    left, right = 108.0, WIDTH - (8 if picture.middle else 92)
    canvas.text((left, 9), picture.low, colour=colour.secondary)
    canvas.text((right, 9), picture.high, anchor="end", colour=colour.secondary)
    canvas.text((WIDTH, 9), picture.missing_word, anchor="end", colour=colour.secondary)
    y = 15.0
    if picture.middle:
        lower, upper = (left + part * (right - left) for part in (1 / 3, 2 / 3))
        height = 29.0 * len(picture.strips)
        middle = (lower + upper) / 2
        canvas.line((middle, y), (middle, y + height), colour.wash, upper - lower)
        canvas.text((middle, 9), picture.middle, anchor="middle", colour=colour.ink)
    for strip in picture.strips:
        _strip(canvas, strip, (left, right), y)
        y += 29
        canvas.line((0, y), (WIDTH, y), colour.rule, 0.5)
    canvas.reach(y + 1)
    return canvas.svg(picture.alternative)


def _strip(canvas: Canvas, strip: Strip, span: tuple[float, float], top: float) -> None:
    colour = canvas.tokens.colour
    left, right = span
    middle = top + 20
    canvas.text((0, middle + 1), strip.letter, weight=600)
    canvas.text((16, middle + 1), strip.label)
    canvas.line((left, middle), (right, middle), colour.track, 0.75)
    marks = sorted(strip.marks, key=lambda mark: (round(mark.share, 2), mark.number))
    places_of = [left + mark.share * (right - left) for mark in marks]
    labels = _apart(places_of, right + 6)
    for mark, x, label in zip(marks, places_of, labels, strict=True):
        canvas.diamond(x, middle, 4.4)
        canvas.text((label, middle - 8), str(mark.number), anchor="middle", colour=colour.ink)
        if abs(label - x) > 2:
            canvas.line((label, middle - 7), (x, middle - 3), colour.track, 0.5)
    if strip.missing:
        text = _runs(strip.missing)
        place = (WIDTH, middle + 3)
        canvas.text(place, text, anchor="end", colour=colour.secondary)


def _runs(numbers: Sequence[int]) -> str:
    """Write numbers with runs of three or more as one: `11, 18–25`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = (
        [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run] for run in runs
    )
    return ", ".join(part for text in texts for part in text)


def _apart(places: list[float], right: float) -> list[float]:
    """Move labels apart, as little as need be, in their order and not beyond the right end."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + LABEL_GAP) if moved else place)
    limit = right
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - LABEL_GAP
    return moved
