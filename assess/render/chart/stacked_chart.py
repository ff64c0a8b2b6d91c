"""Stacked charts: a bar of 100 %, with its parts named above it, or in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

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
    is_table = bool(groups) or not named
    top = 1.0 if is_table else PITCH
    _bar(canvas, own, top, by_letter=is_table)
    top += HEIGHT + 2
    if is_table:
        top = _table(canvas, picture.bars, top)
    canvas.reach(top + 1)


def _named_parts(canvas: Canvas, bar: Bar) -> bool:
    """Tell whether every part is wide enough for its name and its figure."""
    size = canvas.size
    return all(
        text_width(segment.label, size) + 6 <= segment.share / 100 * canvas.width
        and text_width(segment.text, size) + 10 <= segment.share / 100 * canvas.width
        for segment in bar.segments
    )


def _bar(canvas: Canvas, bar: Bar, top: float, *, by_letter: bool) -> None:
    """Draw the whole; its parts bear their names above, or the letters of the table below."""
    x = 0.0
    tokens = canvas.tokens
    for index, (segment, fill) in enumerate(zip(bar.segments, _fills(tokens, bar), strict=True)):
        width = segment.share / 100 * canvas.width
        if width > 0:
            canvas.box((x, top), (max(0.6, width - 1.2), HEIGHT), fill)
            said = gettext("{name}: {value}", name=segment.label, value=segment.text)
            canvas.tip((x, top), (width, HEIGHT), said)
        if not by_letter:
            canvas.text((x, top - 3.5), segment.label)
        ink = tokens.colour.paper if _is_dark(fill) else tokens.colour.ink
        letter = _letter(index) if by_letter else ""
        for text in (f"{letter}  {segment.text}".strip(), letter):
            if text and text_width(text, canvas.size) + 6 <= width:
                place = (x + 4, top + HEIGHT / 2 + BASE)
                canvas.text(place, text, colour=ink, weight=600)
                break
        x += width


def _letter(index: int) -> str:
    """Give the letter by which the bar and the table name a part."""
    return ascii_lowercase[index % len(ascii_lowercase)]


def _table(canvas: Canvas, bars: Sequence[Bar], top: float) -> float:
    """List the parts with their letters, the own figure and the median of each group."""
    colour, own, *groups = canvas.tokens.colour, *bars
    column = (52.0 if canvas.narrow else 104.0) if groups else 0.0
    right = canvas.width if groups or canvas.narrow else PLAIN_TABLE
    ends = [right - column * (len(groups) - index) for index in range(len(bars))]
    y = _heads(canvas, bars, ends, column, top) if groups else top
    room = ends[0] - (30 if canvas.narrow else 46)
    for index, part in enumerate(own.segments):
        lines = wrapped(part.label, room, canvas.size, 3 if canvas.narrow else 1)
        middle = y + len(lines) * PITCH / 2
        canvas.lines((0, middle), [_letter(index)], weight=600)
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
    """Give the largest part the accent, and the others two pale tints in turn."""
    most = max((segment.share for segment in bar.segments), default=0.0)
    largest = next((at for at, each in enumerate(bar.segments) if each.share == most), 0)
    dark, *pale = tokens.parts.fills
    pale = [fill for fill in pale if not _is_dark(fill)] or pale
    return [
        dark if index == largest else pale[index % len(pale)] for index in range(len(bar.segments))
    ]


def _is_dark(fill: str) -> bool:
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140
