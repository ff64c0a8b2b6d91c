"""Trend charts: each lead measure over the rounds, in small pictures of one size."""

from __future__ import annotations

from assess.core.report.figure.picture import TrendPanel, TrendPicture
from assess.core.report.figure.trend import IN_A_ROW
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped

NARROW_COLUMNS, GAP = 2, 14.0

PLOT = 26.0
"""The height of a picture without its words."""

PEERS = 9.0
"""The width of the bar of peers."""


def draw_trend(canvas: Canvas, picture: TrendPicture) -> None:
    """Draw the pictures row by row, and what their marks mean below them."""
    colour = canvas.tokens.colour
    columns = NARROW_COLUMNS if canvas.narrow else IN_A_ROW
    width = (canvas.width - GAP * (columns - 1)) / columns
    y = 1.0
    for start in range(0, len(picture.panels), columns):
        row = picture.panels[start : start + columns]
        names = [wrapped(_name(panel), width, canvas.size, 2) for panel in row]
        deep = max(len(lines) for lines in names)
        for index, (panel, lines) in enumerate(zip(row, names, strict=True)):
            x = index * (width + GAP)
            canvas.lines((x, y + (2 * deep - len(lines)) * PITCH / 2), lines)
            _panel(canvas, panel, len(picture.rounds), (x, y + deep * PITCH + 3), width)
        y += deep * PITCH + PLOT + PITCH + 6
    if picture.key:
        lines = wrapped(picture.key, canvas.width, canvas.size, 9)
        canvas.lines((0, y + len(lines) * PITCH / 2), lines, colour=colour.secondary)
        y += len(lines) * PITCH
    canvas.reach(y + 1)


def _name(panel: TrendPanel) -> str:
    return f"{panel.number}  {panel.label}"


def _panel(
    canvas: Canvas, panel: TrendPanel, rounds: int, corner: tuple[float, float], width: float
) -> None:
    """Draw one measure: its points, joined, and beside the last one the peers."""
    colour = canvas.tokens.colour
    left, top = corner
    right = left + width - PEERS - 10
    step = (right - left - 12) / max(1, rounds - 1)
    bottom = top + PLOT

    def height(number: float) -> float:
        return bottom - 4 - panel.axis.share(number) * (PLOT - 8)

    canvas.under((left, top), (width, PLOT), colour.wash)
    places = [(left + 6 + point.round * step, height(point.place)) for point in panel.points]
    canvas.outline(places, f'fill="none" stroke="{colour.accent}" stroke-width="1.1"', closed=False)
    for x, y in places[:-1]:
        canvas.hollow_diamond(x, y, 3.6)
    canvas.diamond(*places[-1], 4.2)
    if panel.band is not None:
        x = left + width - PEERS - 1
        high, low = height(panel.band.upper), height(panel.band.lower)
        canvas.box((x, high), (PEERS, max(1.5, low - high)), colour.rule)
        canvas.box((x - 1, height(panel.band.median) - 0.8), (PEERS + 2, 1.6), colour.ink)
    first, last = panel.points[0], panel.points[-1]
    base = bottom + PITCH / 2 + BASE
    canvas.text((places[0][0] - 6, base), first.text, colour=colour.secondary)
    canvas.text((right, base), last.text, anchor="end", colour=colour.accent, weight=600)
    said = " → ".join(point.text for point in panel.points)
    tip = gettext("{name}: {value}", name=_name(panel), value=said)
    canvas.tip((left, top), (width, PLOT + PITCH), tip)
