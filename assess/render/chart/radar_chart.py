"""The radar: the fields of a service overview around a centre, and a list of them beside it."""

from __future__ import annotations

import math

from assess.core.report.figure.picture import RadarPicture, ServiceField
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped


def draw_radar(canvas: Canvas, picture: RadarPicture) -> None:
    """Draw the fields around a centre, and list them with their numbers beside it."""
    colour, axis = canvas.tokens.colour, picture.axis
    centre, radius = ((canvas.width / 2 if canvas.narrow else 92.0), 94.0), 72.0
    count = max(3, len(picture.fields))

    def place(index: int, share: float) -> tuple[float, float]:
        angle = 2 * math.pi * index / count - math.pi / 2
        x, y = centre
        return x + radius * share * math.cos(angle), y + radius * share * math.sin(angle)

    for tick in axis.ticks:
        ring = [place(index, axis.share(tick.place)) for index in range(count)]
        style = f'fill="none" stroke="{colour.rule}" stroke-width="0.75"'
        if tick.place > axis.low:
            canvas.outline(ring, style, closed=True)
    for index in range(count):
        canvas.line(centre, place(index, 1), colour.rule, 0.6)

    def around(numbers: list[float | None], style: str) -> None:
        shares = [None if number is None else axis.share(number) for number in numbers]
        for index, share in enumerate(shares):
            after = shares[(index + 1) % len(shares)]
            if share is not None and after is not None:
                ends = [place(index, share), place(index + 1, after)]
                canvas.outline(ends, style, closed=False)

    dashed = f'fill="none" stroke="{colour.secondary}" stroke-width="1.2" stroke-dasharray="3 2"'
    around([field.median for field in picture.fields], dashed)
    around(
        [field.intensity for field in picture.fields],
        f'fill="none" stroke="{colour.accent}" stroke-width="1.6"',
    )
    for index, field in enumerate(picture.fields):
        x, y = place(index, 1.17)
        canvas.text((x, y + 3.2), str(field.number), anchor="middle", weight=600)
        if field.intensity is not None:
            canvas.diamond(*place(index, axis.share(field.intensity)), 4)
    for tick in axis.ticks[1:]:
        x, y = place(0, axis.share(tick.place))
        canvas.text((x + 3, y + 3), tick.text, colour=colour.secondary)
    top = 182.0 if canvas.narrow else 0.0
    bottom = max(_fields(canvas, picture, top), 178)
    if picture.group:
        bottom = _key(canvas, picture, bottom, dashed)
    canvas.reach(bottom)


def _key(canvas: Canvas, picture: RadarPicture, top: float, dashed: str) -> float:
    """Say which line is whose."""
    colour = canvas.tokens.colour
    text = gettext("median of {group}; in a bar, the tick shows it", group=picture.group)
    left, middle = (0.0, top + PITCH * 1.5) if canvas.narrow else (86.0, top + PITCH / 2 + 1)
    lines = wrapped(text, canvas.width - left - 20, canvas.size, 4)
    canvas.line((0, top + PITCH / 2 + 1), (16, top + PITCH / 2 + 1), colour.accent, 1.6)
    own = gettext("this cluster")
    canvas.lines((20, top + PITCH / 2 + 1), [own], colour=colour.accent, weight=600)
    canvas.outline([(left, middle), (left + 16, middle)], dashed, closed=False)
    below = middle + (len(lines) - 1) * PITCH / 2
    canvas.lines((left + 20, below), lines, colour=colour.secondary)
    return middle + (len(lines) - 0.5) * PITCH


def _fields(canvas: Canvas, picture: RadarPicture, top: float) -> float:
    """List the fields of a radar by number, each with its intensity and the bar of its spectrum."""
    colour = canvas.tokens.colour
    left, levels, bars = (0.0, 176.0, 186.0) if canvas.narrow else (200.0, 368.0, 380.0)
    heads = wrapped(picture.spectrum_label, canvas.width - bars, canvas.size, 2)
    base = top + PITCH / 2 + BASE
    scale = gettext("0 to 4") if picture.axis.high == 4 else ""
    canvas.text((levels, base), scale, anchor="end", colour=colour.secondary)
    head = heads[0] if len(heads) == 1 else gettext("Spectrum")
    canvas.text((bars, base), head, colour=colour.secondary)
    y = top + PITCH + 1
    canvas.line((left, y), (canvas.width, y), colour.rule, 0.75)
    for field in picture.fields:
        label = wrapped(field.label, levels - left - 44, canvas.size, 3)
        bottom = y + max(len(label) * PITCH, 19)
        middle = (y + bottom) / 2
        canvas.lines((left, middle), [str(field.number)], weight=600)
        canvas.lines((left + 18, middle), label)
        _field(canvas, field, (levels, bars), middle)
        y = bottom
    return y + 2


def _field(
    canvas: Canvas, field: ServiceField, columns: tuple[float, float], middle: float
) -> None:
    """Write the intensity of a field, and draw its spectrum."""
    colour, base = canvas.tokens.colour, middle + BASE
    levels, bars = columns
    width = canvas.width - bars - 34
    if field.intensity is None:
        place = (canvas.width, base)
        canvas.text(place, field.intensity_text, anchor="end", colour=colour.secondary, italic=True)
        return
    canvas.text(
        (levels, base), field.intensity_text, anchor="end", colour=colour.accent, weight=600
    )
    if field.spectrum is not None:
        canvas.box((bars, middle - 4), (width, 8), colour.wash)
        canvas.box((bars, middle - 4), (max(0.5, width * field.spectrum / 100), 8), colour.accent)
        if field.spectrum_median is not None:
            x = bars + width * field.spectrum_median / 100
            canvas.box((x - 0.9, middle - 6), (1.8, 12), colour.ink)
    canvas.text((canvas.width, base), field.spectrum_text, anchor="end")
