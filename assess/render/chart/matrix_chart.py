"""Matrix charts: each element with its own state, and how many of each group have it."""

from __future__ import annotations

from assess.core.report.figure.picture import Element, MatrixPicture
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped
from assess.render.chart.peer_marks import draw_shares, group_heads

SIDE = 8.0
"""Of the square that stands for an element."""


def draw_matrix(canvas: Canvas, picture: MatrixPicture) -> None:
    """Draw a checklist."""
    peers, width = bool(picture.groups), canvas.width
    state, groups = width - (60 if canvas.narrow else 112), (width, width)
    if peers:
        state, left = (112.0, 164.0) if canvas.narrow else (164.0, 220.0)
        groups = (left, width)
    y = group_heads(canvas, picture.groups, groups, 1.0) if peers else 1.0
    for element in picture.elements:
        lines = wrapped(element.label, state - 12, canvas.size, 6)
        bottom = y + len(lines) * PITCH
        middle = (y + bottom) / 2
        canvas.lines((0, middle), lines)
        _state(canvas, element, state, middle)
        if peers:
            draw_shares(canvas, element.having, groups, middle)
        y = bottom
        canvas.line((0, y), (width, y), canvas.tokens.colour.rule, 0.5)
    canvas.reach(y + 1)


def _state(canvas: Canvas, element: Element, x: float, middle: float) -> None:
    """Draw a square that is full, half full or empty, with its word; no square is not known."""
    colour = canvas.tokens.colour
    corner = middle - SIDE / 2
    if element.state == "yes":
        canvas.box((x, corner), (SIDE, SIDE), colour.accent)
    elif element.state == "partly":
        canvas.box((x, corner), (SIDE / 2, SIDE), colour.accent)
    if element.state in ("partly", "no"):
        far, low = x + SIDE, corner + SIDE
        style = f'fill="none" stroke="{colour.accent}" stroke-width="1.1"'
        canvas.outline([(x, corner), (far, corner), (far, low), (x, low)], style, closed=True)
    known = element.state != "unknown"
    canvas.text(
        (x + 15 if known else x, middle + BASE),
        element.text,
        colour=colour.accent if known else colour.secondary,
        weight=600 if known else 400,
        italic=not known,
    )
