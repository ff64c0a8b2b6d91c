"""Marks of peers in charts: always grey, so that the own value stands out."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.report.figure.axis import Axis
from assess.core.report.figure.picture import PeerBand
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped

GAP = 10.0
"""Between the columns of two groups."""

FIGURE = 30.0
"""The room for a share beside its bar."""


def draw_peers(
    canvas: Canvas, band: PeerBand, axis: Axis, span: tuple[float, float], middle: float
) -> None:
    """Draw a group: the middle half as a wide bar, the median as a tick."""
    colour = canvas.tokens.colour
    left, right = span

    def place(number: float) -> float:
        return left + axis.share(number) * (right - left)

    lower, median, upper = place(band.lower), place(band.median), place(band.upper)
    canvas.box((lower, middle - 4.5), (max(1.5, upper - lower), 9), colour.rule)
    canvas.box((median - 0.9, middle - 6), (1.8, 12), colour.ink)


def key_of_peers(canvas: Canvas, place: tuple[float, float]) -> None:
    """Draw the sign beside the name of the group that grey bands are of."""
    x, middle = place
    canvas.box((x, middle - 4.5), (14, 9), canvas.tokens.colour.rule)
    canvas.box((x + 6, middle - 6), (1.8, 12), canvas.tokens.colour.ink)


def group_heads(
    canvas: Canvas, groups: Sequence[str], span: tuple[float, float], top: float
) -> float:
    """Write the names of groups above their columns; give where the rows below them begin."""
    left, right = span
    width = (right - left + GAP) / max(1, len(groups))
    lines = [wrapped(group, width - 2, canvas.size, 4) for group in groups]
    deep = max((len(each) for each in lines), default=0)
    for index, each in enumerate(lines):
        for down, line in enumerate(each):
            y = top + 9 + (down + deep - len(each)) * PITCH
            canvas.text((left + index * width, y), line, colour=canvas.tokens.colour.secondary)
    bottom = top + deep * PITCH
    canvas.line((0, bottom), (right, bottom), canvas.tokens.colour.rule, 0.75)
    return bottom + 2


def draw_shares(
    canvas: Canvas, shares: Sequence[int | None], span: tuple[float, float], middle: float
) -> None:
    """Draw a bar for each group's share, with its figure."""
    colour = canvas.tokens.colour
    left, right = span
    width = (right - left + GAP) / max(1, len(shares))
    for index, share in enumerate(shares):
        x, full = left + index * width, width - GAP - FIGURE
        base = middle + BASE
        if share is None:
            canvas.text((x, base), gettext("not shown"), colour=colour.secondary, italic=True)
            continue
        canvas.box((x, middle - 4), (full, 8), colour.wash)
        canvas.box((x, middle - 4), (max(0.6, full * share / 100), 8), colour.track)
        figure = f"{share}\u00a0%"
        canvas.text((x + full + FIGURE, base), figure, anchor="end", colour=colour.ink)
