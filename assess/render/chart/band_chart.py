"""Band charts: numbers on axes, each beside the middle half of the groups."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.report.figure.axis import Axis, Tick
from assess.core.report.figure.picture import BandPicture, Panel, PictureRow
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped
from assess.render.chart.peer_marks import draw_peers, key_of_peers

BESIDE = 50.0
"""The room for figures beside the axes."""


def draw_band(canvas: Canvas, picture: BandPicture) -> None:
    """Draw the axes below one another."""
    top = 1.0
    # where the title is a finding, it names the group
    groups = ["" if picture.is_finding else _merged(panel.rows)[1] for panel in picture.panels]
    for index, panel in enumerate(picture.panels):
        if panel.axis is None:
            top = _figures(canvas, panel.rows, top)
        else:
            key = groups[index] if groups[index] not in groups[index + 1 :] else ""
            top = _panel(canvas, panel, panel.axis, top, key) + 4
    last = picture.panels[-1] if picture.panels else None
    canvas.reach(top - (4 if last is not None and last.axis is not None else 0))


def _figures(canvas: Canvas, rows: Sequence[PictureRow], top: float) -> float:
    """Write numbers that have nothing to stand beside: label and figure, without an axis."""
    colour = canvas.tokens.colour
    y = top
    for row in rows:
        label = wrapped(row.label, canvas.label - 12, canvas.size)
        height = len(label) * PITCH
        middle = y + height / 2
        canvas.lines((0, middle), label)
        known = row.place is not None
        canvas.text(
            (canvas.label, middle + BASE),
            row.text,
            colour=colour.accent if known else colour.secondary,
            weight=600 if known else 400,
            italic=not known,
        )
        y += height
    return y


MOST_TICKS = 3
"""So many numbers below an axis say enough; the lines between them count the steps."""


def _panel(canvas: Canvas, panel: Panel, axis: Axis, top: float, group: str) -> float:
    """Draw an axis with its rows, and `group` as that of its grey bands; give where it ends."""
    colour = canvas.tokens.colour
    rows = _merged(panel.rows)[0]
    ends = len(rows) == 1 and not panel.unit
    left, right = canvas.label, canvas.width - BESIDE - (28 if ends else 12)
    middles: list[float] = []
    y = top
    for row in rows:
        label = wrapped(row.label, left - (18 if ends else 4), canvas.size)
        middles.append(y + len(label) * PITCH / 2)
        own = row.kind == "own"
        canvas.lines((0, middles[-1]), label, colour=None if own else colour.secondary)
        y += len(label) * PITCH
    known = any(row.place is not None for row in rows)
    if ends and known:
        _ends(canvas, axis, (left, right), middles[0])
    elif known:
        for tick in axis.ticks:
            x = left + axis.share(tick.place) * (right - left)
            canvas.line((x, top), (x, y + 1), colour.rule, 0.6)
    beside = any(row.band is not None for row in rows)
    for row, middle in zip(rows, middles, strict=True):
        _band_row(canvas, row, axis, (left, right), middle, beside=beside)
    if not known:
        return y
    if ends:
        return _key(canvas, group, y)
    name = panel.unit
    if group:
        name = gettext("{unit}; grey: {group}", unit=name, group=group) if name else group
    lines = wrapped(name, left - (8 if not group else 28), canvas.size) if name else []
    if group:
        key_of_peers(canvas, (0, y + 6.5))
    for down, line in enumerate(lines):
        place = (20 if group else 0, y + 9.6 + down * PITCH)
        canvas.text(place, line, colour=colour.secondary)
    for tick in _named_ticks(axis):
        x = left + axis.share(tick.place) * (right - left)
        canvas.text((x, y + 10), tick.text, anchor="middle", colour=colour.secondary)
    return y + 12 + max(0, len(lines) - 1) * PITCH


def _ends(canvas: Canvas, axis: Axis, span: tuple[float, float], middle: float) -> None:
    """Write the ends of the axis of a single row at its sides."""
    colour, (left, right) = canvas.tokens.colour.secondary, span
    base = middle + BASE
    canvas.text((left - 7, base), axis.ticks[0].text, anchor="end", colour=colour)
    canvas.text((right + 7, base), axis.ticks[-1].text, colour=colour)


def _key(canvas: Canvas, group: str, top: float) -> float:
    """Name the group that grey bands are of; give where it ends."""
    if not group:
        return top
    lines = wrapped(group, canvas.width - 20, canvas.size)
    key_of_peers(canvas, (0, top + 6.5))
    canvas.lines((20, top + len(lines) * PITCH / 2), lines, colour=canvas.tokens.colour.secondary)
    return top + len(lines) * PITCH


def _merged(rows: Sequence[PictureRow]) -> tuple[list[PictureRow], str]:
    """Put the only group of each measure into its own row; give the rows and the group.

    Rows of several groups, and of different ones, stay as they are.
    """
    groups = {row.label for row in rows if row.kind == "peers"}
    own = [row for row in rows if row.kind == "own"]
    peers = [row for row in rows if row.kind == "peers"]
    if len(groups) != 1 or not own or len(own) < len(peers):
        return list(rows), ""
    merged: list[PictureRow] = []
    for row in rows:
        if row.kind == "peers":
            before = merged[-1]
            text = gettext(
                "{value}; {group}: {peers}", value=before.text, group=row.label, peers=row.text
            )
            merged[-1] = before.model_copy(update={"band": row.band, "text": text})
        else:
            merged.append(row)
    return merged, next(iter(groups))


def _named_ticks(axis: Axis) -> Sequence[Tick]:
    """Give the ticks whose numbers are written: the ends, and the middle where there is one."""
    ticks = axis.ticks
    if len(ticks) <= MOST_TICKS:
        return ticks
    between = [ticks[len(ticks) // 2]] if len(ticks) % 2 else []
    return [ticks[0], *between, ticks[-1]]


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
    base = middle + BASE
    if row.place is None and row.band is None:
        canvas.text((left, base), row.text, colour=colour.secondary, italic=True)
        return
    said = gettext("{name}: {value}", name=row.label, value=row.text)
    canvas.tip((left, middle - PITCH / 2), (right - left, PITCH), said)
    canvas.under((left, middle - 4.5), (right - left, 9), colour.wash)
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
        place = (canvas.width - BESIDE, base)
        canvas.text(place, row.figure, colour=ink, weight=weight)
    elif row.figure:
        canvas.figure((x + 8, base), row.figure, own=own)
