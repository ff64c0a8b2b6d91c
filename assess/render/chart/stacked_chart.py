"""Stacked charts: a bar of 100 %, with its parts named beside it or in a key below."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.report.figure.picture import Bar, StackedPicture
from assess.core.text.design_tokens import Tokens
from assess.languages import gettext
from assess.render.chart.canvas import LABEL, WIDTH, Canvas, text_width, wrapped


def draw_stacked(canvas: Canvas, picture: StackedPicture) -> None:
    """Draw the own whole, and below it the medians of groups with one table for all of them."""
    own, *groups = picture.bars
    top = 2.0
    if own.missing:
        colour = canvas.tokens.colour.secondary
        canvas.text((0, top + 9), own.label)
        canvas.text((LABEL, top + 9), own.missing, colour=colour, italic=True)
        canvas.reach(top + 14)
        return
    if not groups:
        canvas.reach(_parts(canvas, own, top))
        return
    for bar in picture.bars:
        is_own = bar is own
        label = (
            bar.label
            if is_own
            else gettext("Medians of {group}, scaled to fill the bar", group=bar.label)
        )
        colour = canvas.tokens.colour.ink if is_own else canvas.tokens.colour.secondary
        canvas.text((0, top + 9), label, colour=colour, weight=600 if is_own else 400)
        _bar(canvas, bar, top + 12, 16.0 if is_own else 9.0)
        top += 32 if is_own else 25
    canvas.reach(_table(canvas, picture.bars, top))


def _bar(canvas: Canvas, bar: Bar, top: float, height: float) -> None:
    x = 0.0
    for segment, fill in zip(bar.segments, _fills(canvas.tokens, bar), strict=True):
        width = segment.share / 100 * WIDTH
        if width > 0:
            canvas.box((x, top), (max(0.6, width - 1.2), height), fill)
        x += width


def _table(canvas: Canvas, bars: Sequence[Bar], top: float) -> float:
    """List the parts with their colour, the own figure and the median of each group."""
    colour = canvas.tokens.colour
    own_column, column = 66.0, min(98.0, 196.0 / max(1, len(bars) - 1))
    ends = [WIDTH - column * (len(bars) - 1 - index) for index in range(len(bars))]
    heads = [wrapped(bar.label, column - 8, canvas.size, 3) for bar in bars]
    deep = max(len(each) for each in heads)
    for end, lines in zip(ends, heads, strict=True):
        for down, line in enumerate(lines):
            y = top + 9 + (down + deep - len(lines)) * canvas.line_height
            canvas.text((end, y), line, anchor="end", colour=colour.secondary)
    y = top + deep * canvas.line_height + 3
    canvas.line((0, y), (WIDTH, y), colour.rule, 0.75)
    fills = _fills(canvas.tokens, bars[0])
    room = ends[0] - own_column - 16
    for index, part in enumerate(bars[0].segments):
        canvas.box((0, y + 4), (8, 8), fills[index])
        canvas.text((13, y + 11), wrapped(part.label, room, canvas.size, 1)[0])
        for end, bar in zip(ends, bars, strict=True):
            own = bar is bars[0]
            figure = bar.segments[index].text
            ink, weight = (colour.accent, 600) if own else (colour.secondary, 400)
            canvas.text((end, y + 11), figure, anchor="end", colour=ink, weight=weight)
        y += 14
    return y + 2


def _parts(canvas: Canvas, bar: Bar, top: float) -> float:
    """Draw a whole in its parts: words beside them where all fit, else a key in the same order."""
    tokens, size = canvas.tokens, canvas.size
    present = [segment for segment in bar.segments if segment.share > 0]
    direct = len(present) == len(bar.segments) and all(
        text_width(segment.label, size) + 4 <= segment.share / 100 * WIDTH for segment in present
    )
    if direct:
        top += 12
    height, x = 20.0, 0.0
    fills = dict(zip((segment.label for segment in bar.segments), _fills(tokens, bar), strict=True))
    for segment in present:
        width = segment.share / 100 * WIDTH
        fill = fills[segment.label]
        canvas.box((x, top), (max(0.6, width - 1.2), height), fill)
        if direct:
            canvas.text((x, top - 4), segment.label)
        if text_width(segment.text, size) + 6 <= width:
            colour = tokens.colour.paper if _is_dark(fill) else tokens.colour.ink
            canvas.text((x + 5, top + 13.4), segment.text, colour=colour, weight=600)
        x += width
    return top + height + 2 if direct else _key(canvas, bar, top + height + 6, fills)


def _fills(tokens: Tokens, bar: Bar) -> list[str]:
    fills = tokens.parts.fills
    return [fills[index % len(fills)] for index in range(len(bar.segments))]


def _is_dark(fill: str) -> bool:
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140


def _key(canvas: Canvas, bar: Bar, top: float, fills: dict[str, str]) -> float:
    gap = 20.0
    column = (WIDTH - gap) / 2
    down = -(-len(bar.segments) // 2)
    for index, segment in enumerate(bar.segments):
        x = (column + gap) * (index // down)
        y = top + (index % down) * 14.5
        canvas.box((x, y + 1.5), (8, 8), fills[segment.label])
        label = wrapped(segment.label, column - 44, canvas.size, 1)[0]
        canvas.text((x + 13, y + 9), label)
        canvas.text((x + column, y + 9), segment.text, anchor="end", weight=600)
    return top + down * 14.5
