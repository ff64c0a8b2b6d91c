"""Charts: each kind of picture drawn as SVG with the tokens of the look.

The own value is a filled diamond with its number, a published one a hollow circle; a missing value
is a word where the mark would be. Nothing depends on colour alone.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from assess.core.report.axis import Axis
from assess.core.report.picture import (
    BandPicture,
    Class,
    ClassesPicture,
    MatrixPicture,
    OverviewPicture,
    Panel,
    Picture,
    PositionPicture,
    ProfilePicture,
    RadarPicture,
    Row,
    StackedPicture,
)
from assess.core.tokens import Tokens
from assess.render.canvas import LABEL, ROW, WIDTH, Canvas, text_width, wrapped
from assess.render.glances import draw_overview, draw_position
from assess.render.profiles import draw_profile, draw_radar
from assess.render.wholes import draw_stacked


def draw(picture: Picture, tokens: Tokens) -> str:
    """Draw a picture as SVG."""
    match picture:
        case PositionPicture():
            return draw_position(picture, tokens)
        case OverviewPicture():
            return draw_overview(picture, tokens)
    canvas = Canvas(WIDTH, tokens)
    match picture:
        case BandPicture():
            _band(canvas, picture)
        case StackedPicture():
            draw_stacked(canvas, picture)
        case ClassesPicture():
            _classes(canvas, picture)
        case MatrixPicture():
            _matrix(canvas, picture)
        case ProfilePicture():
            draw_profile(canvas, picture)
        case RadarPicture():
            draw_radar(canvas, picture)
    return canvas.svg(picture.alternative)


def drawn(picture: Picture, tokens: Tokens) -> Markup:
    """Draw a picture as the address of an image that carries it; no letter of it is special."""
    content = b64encode(draw(picture, tokens).encode("utf-8")).decode("ascii")
    return Markup(f"data:image/svg+xml;base64,{content}")  # noqa: S704  base64


def _band(canvas: Canvas, picture: BandPicture) -> None:
    top = 2.0
    for panel in picture.panels:
        if panel.axis is None:
            top = _figures(canvas, panel.rows, top)
        else:
            top = _panel(canvas, panel, panel.axis, top) + 5
    canvas.reach(top - 4 if picture.panels[-1:] and picture.panels[-1].axis else top)


def _figures(canvas: Canvas, rows: Sequence[Row], top: float) -> float:
    """Write numbers that have nothing to stand beside: label and figure, without an axis."""
    colour = canvas.tokens.colour
    y = top
    for row in rows:
        label = wrapped(row.label, LABEL - 12, canvas.size)
        height = max(ROW, len(label) * canvas.line_height + 4)
        middle = y + height / 2
        canvas.lines((0, middle), label)
        known = row.place is not None
        canvas.text(
            (LABEL, middle + canvas.size * 0.33),
            row.text,
            colour=colour.accent if known else colour.secondary,
            weight=600 if known else 400,
            italic=not known,
        )
        y += height
    return y


def _panel(canvas: Canvas, panel: Panel, axis: Axis, top: float) -> float:
    colour = canvas.tokens.colour
    left, right = LABEL, WIDTH - 62
    middles: list[float] = []
    y = top
    for row in panel.rows:
        label = wrapped(row.label, LABEL - 12, canvas.size)
        height = max(ROW, len(label) * canvas.line_height + 4)
        middles.append(y + height / 2)
        own = row.kind == "own"
        canvas.lines((0, y + height / 2), label, colour=None if own else colour.secondary)
        y += height
    known = any(row.place is not None for row in panel.rows)
    if known:
        for tick in axis.ticks:
            x = left + axis.share(tick.place) * (right - left)
            canvas.line((x, top), (x, y + 1), colour.rule, 0.6)
            canvas.text((x, y + 10.5), tick.text, anchor="middle", colour=colour.secondary)
    for row, middle in zip(panel.rows, middles, strict=True):
        _band_row(canvas, row, axis, (left, right), middle)
    if known and panel.unit:
        canvas.text((0, y + 10.5), panel.unit, colour=colour.secondary)
    return y + (12.5 if known else 0)


def _band_row(
    canvas: Canvas, row: Row, axis: Axis, span: tuple[float, float], middle: float
) -> None:
    colour = canvas.tokens.colour
    left, right = span
    base = middle + canvas.size * 0.33
    if row.place is None and row.band is None:
        canvas.text((left, base), row.text, colour=colour.secondary, italic=True)
        return
    canvas.line((left, middle), (right, middle), colour.track, 0.75)
    if row.band is not None:
        _peers(canvas, row, axis, span, middle)
    if row.place is None:
        return
    x = left + axis.share(row.place) * (right - left)
    own = row.kind == "own"
    if own:
        canvas.diamond(x, middle)
    else:
        canvas.ring(x, middle)
    canvas.figure((x + 8, base - 0.2), row.figure, own=own)


def _peers(canvas: Canvas, row: Row, axis: Axis, span: tuple[float, float], middle: float) -> None:
    """Draw a group of peers: whiskers, the middle half as a wide bar, the median as a tick."""
    colour = canvas.tokens.colour
    left, right = span
    if row.band is None:
        return
    places = (row.band.least, row.band.lower, row.band.median, row.band.upper, row.band.most)
    least, lower, median, upper, most = (left + axis.share(one) * (right - left) for one in places)
    canvas.line((least, middle), (most, middle), colour.secondary, 1.2)
    canvas.box((lower, middle - 5), (max(1.0, upper - lower), 10), colour.rule)
    canvas.box((median - 0.9, middle - 6.5), (1.8, 13), colour.ink)


MOST_IN_A_COLUMN = 6


def _classes(canvas: Canvas, picture: ClassesPicture) -> None:
    y = 2.0
    if picture.missing:
        colour = canvas.tokens.colour.secondary
        canvas.text((0, y + 10), picture.missing, colour=colour, italic=True)
        y += 16
    gap = 34.0
    widths = [text_width(one.label, canvas.size) + gap for one in picture.classes]
    shares = any(one.share_text for one in picture.classes)
    if sum(widths) - gap + 16 <= WIDTH and not shares:
        x = 0.0
        for one, width in zip(picture.classes, widths, strict=True):
            _class(canvas, one, [one.label], (x, y + 8))
            x += width
        canvas.reach(y + 16)
        return
    columns = 2 if len(picture.classes) > MOST_IN_A_COLUMN and not shares else 1
    down = -(-len(picture.classes) // columns)
    for column in range(columns):
        left, bottom = column * (WIDTH / 2 + 8), y
        for one in picture.classes[column * down : (column + 1) * down]:
            room = WIDTH - 80 if columns == 1 else WIDTH / 2 - 26
            lines = wrapped(one.label, room, canvas.size * (1.05 if one.own else 1), 2)
            height = len(lines) * canvas.line_height + 3.2
            _class(canvas, one, lines, (left, bottom + height / 2))
            bottom += height
        canvas.reach(bottom)


def _class(canvas: Canvas, one: Class, lines: list[str], place: tuple[float, float]) -> None:
    colour = canvas.tokens.colour
    x, middle = place
    if one.own:
        canvas.diamond(x + 5, middle)
    else:
        canvas.dot(x + 5, middle, colour.track, 3)
    ink, weight = (colour.accent, 600) if one.own else (colour.secondary, 400)
    canvas.lines((x + 16, middle), lines, colour=ink, weight=weight)
    base = middle + canvas.size * 0.33
    canvas.text((WIDTH, base), one.share_text, anchor="end", colour=colour.secondary)


def _matrix(canvas: Canvas, picture: MatrixPicture) -> None:
    colour = canvas.tokens.colour
    y = 1.0
    side = 8.0
    for one in picture.elements:
        lines = wrapped(one.label, 318, canvas.size, 3)
        height = len(lines) * canvas.line_height + 6
        middle = y + height / 2
        canvas.lines((0, middle), lines)
        x, corner = 336.0, middle - side / 2
        if one.state == "yes":
            canvas.box((x, corner), (side, side), colour.accent)
        elif one.state == "partly":
            canvas.box((x, corner), (side / 2, side), colour.accent)
        if one.state in ("partly", "no"):
            corners = [
                (x, corner),
                (x + side, corner),
                (x + side, corner + side),
                (x, corner + side),
            ]
            style = f'fill="none" stroke="{colour.accent}" stroke-width="1.1"'
            canvas.outline(corners, style, closed=True)
        known = one.state != "unknown"
        canvas.text(
            (x + 15 if known else x, middle + canvas.size * 0.33),
            one.text,
            colour=colour.accent if known else colour.secondary,
            weight=600 if known else 400,
            italic=not known,
        )
        y += height
        canvas.line((0, y), (WIDTH, y), colour.rule, 0.5)
    canvas.reach(y + 1)
