"""Stacked charts: a bar of 100 %, with its parts named above it, or in a table below."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.report.figure.picture import Bar, StackedPicture
from assess.core.text.design_tokens import Tokens
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, text_width, wrapped

HEIGHT = 17.0
"""Of the bar."""

PLAIN_TABLE = 300.0
"""The width of a table with the own figures only: they stand near their names."""


def draw_stacked(canvas: Canvas, picture: StackedPicture) -> None:
    """Draw the own whole, and below it a table of its parts with the medians of groups."""
    own, *groups = picture.bars
    if own.missing:
        colour = canvas.tokens.colour.secondary
        canvas.text((0, 10), own.label)
        canvas.text((canvas.label, 10), own.missing, colour=colour, italic=True)
        canvas.reach(15)
        return
    named = _named_parts(canvas, own)
    top = PITCH if named else 1.0
    _bar(canvas, own, top, named)
    top += HEIGHT + 2
    if groups or len(named) < len(own.segments):
        top = _table(canvas, picture.bars, top)
    canvas.reach(top + 1)


def _named_parts(canvas: Canvas, bar: Bar) -> frozenset[int]:
    """Give the parts that are wide enough for their name and their figure."""
    size = canvas.size
    return frozenset(
        index
        for index, segment in enumerate(bar.segments)
        if text_width(segment.label, size) + 6 <= segment.share / 100 * canvas.width
        and text_width(segment.text, size) + 10 <= segment.share / 100 * canvas.width
    )


def _bar(canvas: Canvas, bar: Bar, top: float, named: frozenset[int]) -> None:
    x = 0.0
    tokens = canvas.tokens
    for index, (segment, fill) in enumerate(zip(bar.segments, _fills(tokens, bar), strict=True)):
        width = segment.share / 100 * canvas.width
        if width > 0:
            canvas.box((x, top), (max(0.6, width - 1.2), HEIGHT), fill)
            said = gettext("{name}: {value}", name=segment.label, value=segment.text)
            canvas.tip((x, top), (width, HEIGHT), said)
        if index in named:
            canvas.text((x, top - 3.5), segment.label)
        if text_width(segment.text, canvas.size) + 8 <= width:
            ink = tokens.colour.paper if _is_dark(fill) else tokens.colour.ink
            place = (x + 4, top + HEIGHT / 2 + BASE)
            canvas.text(place, segment.text, colour=ink, weight=600)
        x += width


def _table(canvas: Canvas, bars: Sequence[Bar], top: float) -> float:
    """List the parts with their colour, the own figure and the median of each group."""
    colour, own, *groups = canvas.tokens.colour, *bars
    column = (52.0 if canvas.narrow else 98.0) if groups else 0.0
    right = canvas.width if groups or canvas.narrow else PLAIN_TABLE
    ends = [right - column * (len(groups) - index) for index in range(len(bars))]
    y = _heads(canvas, bars, ends, column, top) if groups else top
    room = ends[0] - (30 if canvas.narrow else 64)
    for index, (part, fill) in enumerate(
        zip(own.segments, _fills(canvas.tokens, own), strict=True)
    ):
        lines = wrapped(part.label, room, canvas.size, 3 if canvas.narrow else 1)
        middle = y + len(lines) * PITCH / 2
        canvas.box((0, middle - 4), (8, 8), fill)
        canvas.lines((13, middle), lines)
        for end, bar in zip(ends, bars, strict=True):
            ink, weight = (colour.accent, 600) if bar is own else (colour.secondary, 400)
            place = (end, middle + BASE)
            canvas.text(place, bar.segments[index].text, anchor="end", colour=ink, weight=weight)
        y += len(lines) * PITCH
    return y


def _heads(
    canvas: Canvas, bars: Sequence[Bar], ends: Sequence[float], column: float, top: float
) -> float:
    """Write above the columns whose figures they are; give where the rows begin."""
    colour = canvas.tokens.colour
    texts = [bars[0].label, *(gettext("Median of {group}", group=bar.label) for bar in bars[1:])]
    heads = [wrapped(text, column - 6, canvas.size, 5 if canvas.narrow else 3) for text in texts]
    deep = max(len(lines) for lines in heads)
    for end, lines in zip(ends, heads, strict=True):
        for down, line in enumerate(lines):
            y = top + 10 + (down + deep - len(lines)) * PITCH
            canvas.text((end, y), line, anchor="end", colour=colour.secondary)
    bottom = top + deep * PITCH + 2
    canvas.line((0, bottom), (canvas.width, bottom), colour.rule, 0.75)
    return bottom + 1


def _fills(tokens: Tokens, bar: Bar) -> list[str]:
    fills = tokens.parts.fills
    return [fills[index % len(fills)] for index in range(len(bar.segments))]


def _is_dark(fill: str) -> bool:
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140
