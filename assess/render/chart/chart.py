"""Charts: each kind of picture drawn as SVG with the tokens of the look.

The own value is a filled diamond with its number, a published one a hollow circle; a missing value
is a word where the mark would be. Nothing depends on colour alone.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from assess.core.report.figure.axis import Axis
from assess.core.report.figure.picture import (
    BandPicture,
    Class,
    ClassesPicture,
    MatrixPicture,
    OverviewPicture,
    Panel,
    Picture,
    PictureRow,
    PositionPicture,
    ProfilePicture,
    RadarPicture,
    StackedPicture,
)
from assess.core.text.design_tokens import Tokens
from assess.render.chart.canvas import LABEL, ROW, WIDTH, Canvas, text_width, wrapped
from assess.render.chart.matrix_chart import draw_matrix
from assess.render.chart.overview_chart import draw_overview, draw_position
from assess.render.chart.peer_marks import draw_peers, draw_shares, group_heads
from assess.render.chart.profile_chart import draw_profile
from assess.render.chart.radar_chart import draw_radar
from assess.render.chart.stacked_chart import draw_stacked


def draw(picture: Picture, tokens: Tokens) -> str:
    """Draw a picture as SVG."""
    canvas = Canvas(WIDTH, tokens)
    match picture:
        case PositionPicture():
            return draw_position(picture, tokens)
        case OverviewPicture():
            return draw_overview(picture, tokens)
        case BandPicture():
            _band(canvas, picture)
        case StackedPicture():
            draw_stacked(canvas, picture)
        case ClassesPicture():
            _classes(canvas, picture)
        case MatrixPicture():
            draw_matrix(canvas, picture)
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
    last = picture.panels[-1] if picture.panels else None
    below = 0 if last is None or last.axis is None else 2 if last.unit else 4
    canvas.reach(top - below)


def _figures(canvas: Canvas, rows: Sequence[PictureRow], top: float) -> float:
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
        peers = row.kind == "peers"
        label = wrapped(row.label, LABEL - (4 if peers else 12), canvas.size)
        least, pad = (GROUP_ROW, 0.5) if peers else (ROW, 4)
        height = max(least, len(label) * canvas.line_height + pad)
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
    beside = any(row.band is not None for row in panel.rows)
    for row, middle in zip(panel.rows, middles, strict=True):
        _band_row(canvas, row, axis, (left, right), middle, beside=beside)
    if known and panel.unit:
        canvas.text((0, y + 10.5), panel.unit, colour=colour.secondary)
    return y + (12.5 if known else 0)


def _band_row(
    canvas: Canvas,
    row: PictureRow,
    axis: Axis,
    span: tuple[float, float],
    middle: float,
    *,
    beside: bool,
) -> None:
    """Draw one row; `beside`: its figure stands in a column beside the axis, not at its mark."""
    colour = canvas.tokens.colour
    left, right = span
    base = middle + canvas.size * 0.33
    if row.place is None and row.band is None:
        canvas.text((left, base), row.text, colour=colour.secondary, italic=True)
        return
    canvas.line((left, middle), (right, middle), colour.track, 0.75)
    if row.band is not None:
        draw_peers(canvas, row.band, axis, span, middle)
    if row.place is None:
        return
    x = left + axis.share(row.place) * (right - left)
    own = row.kind != "published"
    if own:
        canvas.diamond(x, middle)
    else:
        canvas.ring(x, middle)
    if beside and row.figure:
        ink, weight = (colour.accent, 600) if own else (colour.secondary, 400)
        canvas.text((right + 12, base), row.figure, colour=ink, weight=weight)
    elif row.figure:
        canvas.figure((x + 8, base - 0.2), row.figure, own=own)


GROUP_ROW = 12.6
"""The least height of the row of a group."""

MOST_IN_A_COLUMN = 6


def _classes(canvas: Canvas, picture: ClassesPicture) -> None:
    y = 2.0
    if picture.missing:
        colour = canvas.tokens.colour.secondary
        canvas.text((0, y + 10), picture.missing, colour=colour, italic=True)
        y += 16
    if picture.groups:
        _classes_of_groups(canvas, picture, y)
        return
    gap = 34.0
    widths = [text_width(class_.label, canvas.size) + gap for class_ in picture.classes]
    if sum(widths) - gap + 16 <= WIDTH:
        x = 0.0
        for class_, width in zip(picture.classes, widths, strict=True):
            _class(canvas, class_, [class_.label], (x, y + 8))
            x += width
        canvas.reach(y + 16)
        return
    columns = 2 if len(picture.classes) > MOST_IN_A_COLUMN else 1
    down = -(-len(picture.classes) // columns)
    for column in range(columns):
        left, bottom = column * (WIDTH / 2 + 8), y
        for class_ in picture.classes[column * down : (column + 1) * down]:
            room = WIDTH - 80 if columns == 1 else WIDTH / 2 - 26
            lines = wrapped(class_.label, room, canvas.size * (1.05 if class_.own else 1), 2)
            height = len(lines) * canvas.line_height + 3.2
            _class(canvas, class_, lines, (left, bottom + height / 2))
            bottom += height
        canvas.reach(bottom)


def _classes_of_groups(canvas: Canvas, picture: ClassesPicture, top: float) -> None:
    """List the classes, with a bar of each group's share beside each."""
    left = 214.0
    y = group_heads(canvas, picture.groups, (left, WIDTH), top)
    for class_ in picture.classes:
        lines = wrapped(class_.label, left - 30, canvas.size * (1.05 if class_.own else 1), 2)
        height = len(lines) * canvas.line_height + 3.2
        _class(canvas, class_, lines, (0, y + height / 2))
        draw_shares(canvas, class_.shares, (left, WIDTH), y + height / 2)
        y += height
    canvas.reach(y)


def _class(canvas: Canvas, class_: Class, lines: list[str], place: tuple[float, float]) -> None:
    colour = canvas.tokens.colour
    x, middle = place
    if class_.own:
        canvas.diamond(x + 5, middle)
    else:
        canvas.dot(x + 5, middle, colour.track, 3)
    ink, weight = (colour.accent, 600) if class_.own else (colour.secondary, 400)
    canvas.lines((x + 16, middle), lines, colour=ink, weight=weight)
