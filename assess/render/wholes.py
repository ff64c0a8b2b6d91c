"""Wholes in their parts: a bar of 100 %, with its parts named beside it or in a key below."""

from __future__ import annotations

from assess.core.report.picture import Bar, StackedPicture
from assess.core.tokens import Tokens
from assess.render.canvas import LABEL, WIDTH, Canvas, text_width, wrapped


def draw_stacked(canvas: Canvas, picture: StackedPicture) -> None:
    """Draw one or more wholes, one below the other."""
    top = 2.0
    several = len(picture.bars) > 1
    for bar in picture.bars:
        if several or bar.missing:
            canvas.text((0, top + 9), bar.label)
            top += 14
        if bar.missing:
            colour = canvas.tokens.colour.secondary
            canvas.text((LABEL, top - 5), bar.missing, colour=colour, italic=True)
            continue
        top = _parts(canvas, bar, top)
    canvas.reach(top)


def _parts(canvas: Canvas, bar: Bar, top: float) -> float:
    """Draw a whole in its parts: words beside them where all fit, else a key in the same order."""
    tokens, size = canvas.tokens, canvas.size
    present = [one for one in bar.segments if one.share > 0]
    direct = len(present) == len(bar.segments) and all(
        text_width(one.label, size) + 4 <= one.share / 100 * WIDTH for one in present
    )
    if direct:
        top += 12
    height, x = 20.0, 0.0
    fills = dict(zip((one.label for one in bar.segments), _fills(tokens, bar), strict=True))
    for one in present:
        width = one.share / 100 * WIDTH
        fill = fills[one.label]
        canvas.box((x, top), (max(0.6, width - 1.2), height), fill)
        if direct:
            canvas.text((x, top - 4), one.label)
        if text_width(one.text, size) + 6 <= width:
            colour = tokens.colour.paper if _is_dark(fill) else tokens.colour.ink
            canvas.text((x + 5, top + 13.4), one.text, colour=colour, weight=600)
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
    for index, one in enumerate(bar.segments):
        x = (column + gap) * (index // down)
        y = top + (index % down) * 14.5
        canvas.box((x, y + 1.5), (8, 8), fills[one.label])
        label = wrapped(one.label, column - 44, canvas.size, 1)[0]
        canvas.text((x + 13, y + 9), label)
        canvas.text((x + column, y + 9), one.text, anchor="end", weight=600)
    return top + down * 14.5
