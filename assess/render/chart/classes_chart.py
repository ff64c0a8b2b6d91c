"""Class charts: one choice among several, with the share of each group in every one."""

from __future__ import annotations

from assess.core.report.figure.picture import Class, ClassesPicture
from assess.render.chart.canvas import BASE, PITCH, Canvas, text_width, wrapped
from assess.render.chart.peer_marks import draw_shares, group_heads

MOST_IN_A_COLUMN = 6


def draw_classes(canvas: Canvas, picture: ClassesPicture) -> None:
    """List the classes with the own one marked."""
    y = 1.0
    if picture.missing:
        colour = canvas.tokens.colour.secondary
        canvas.text((0, y + PITCH / 2 + BASE), picture.missing, colour=colour, italic=True)
        y += PITCH + 2
    if picture.groups:
        _of_groups(canvas, picture, y)
        return
    gap = 34.0
    widths = [text_width(class_.label, canvas.size) + gap for class_ in picture.classes]
    if sum(widths) - gap + 16 <= canvas.width:
        x = 0.0
        for class_, width in zip(picture.classes, widths, strict=True):
            _class(canvas, class_, [class_.label], (x, y + PITCH / 2))
            x += width
        canvas.reach(y + PITCH + 1)
        return
    columns = 2 if len(picture.classes) > MOST_IN_A_COLUMN and not canvas.narrow else 1
    down = -(-len(picture.classes) // columns)
    for column in range(columns):
        left, bottom = column * (canvas.width / 2 + 8), y
        for class_ in picture.classes[column * down : (column + 1) * down]:
            room = canvas.width - (16 if canvas.narrow else 80)
            room = room if columns == 1 else canvas.width / 2 - 26
            bottom = _row(canvas, class_, (left, bottom), room)
        canvas.reach(bottom + 1)


def _of_groups(canvas: Canvas, picture: ClassesPicture, top: float) -> None:
    """List the classes, with a bar of each group's share beside each."""
    left = 120.0 if canvas.narrow else 220.0
    y = group_heads(canvas, picture.groups, (left, canvas.width), top)
    for class_ in picture.classes:
        bottom = _row(canvas, class_, (0, y), left - 24)
        draw_shares(canvas, class_.shares, (left, canvas.width), (y + bottom) / 2)
        y = bottom
    canvas.reach(y + 1)


def _row(canvas: Canvas, class_: Class, place: tuple[float, float], room: float) -> float:
    """Write a class in its lines; give where the next one begins."""
    x, top = place
    size = canvas.size * (1.05 if class_.own else 1)
    lines = wrapped(class_.label, room, size, 4 if canvas.narrow else 2)
    bottom = top + len(lines) * PITCH
    _class(canvas, class_, lines, (x, (top + bottom) / 2))
    return bottom


def _class(canvas: Canvas, class_: Class, lines: list[str], place: tuple[float, float]) -> None:
    colour = canvas.tokens.colour
    x, middle = place
    if class_.own:
        canvas.diamond(x + 5, middle)
    else:
        canvas.dot(x + 5, middle, colour.track, 3)
    ink, weight = (colour.accent, 600) if class_.own else (colour.secondary, 400)
    canvas.lines((x + 16, middle), lines, colour=ink, weight=weight)
