"""The radar: the fields of a service overview around a centre, and a list of them beside it."""

from __future__ import annotations

import math

from assess.core.report.figure.picture import RadarPicture
from assess.languages import gettext
from assess.render.chart.canvas import ROW, WIDTH, Canvas, wrapped


def draw_radar(canvas: Canvas, picture: RadarPicture) -> None:
    """Draw the fields around a centre, and list them with their numbers beside it."""
    colour, axis = canvas.tokens.colour, picture.axis
    centre, radius = (92.0, 98.0), 72.0
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
    bottom = max(_fields(canvas, picture), 184)
    if picture.group:
        canvas.line((0, bottom + 8), (16, bottom + 8), colour.accent, 1.6)
        canvas.text((20, bottom + 11), gettext("this cluster"), colour=colour.accent, weight=600)
        canvas.outline([(86, bottom + 8), (102, bottom + 8)], dashed, closed=False)
        text = gettext("median of {group}; in a bar, the tick shows it", group=picture.group)
        canvas.text((106, bottom + 11), text, colour=colour.secondary)
        bottom += 16
    canvas.reach(bottom)


def _fields(canvas: Canvas, picture: RadarPicture) -> float:
    """List the fields of a radar by number, each with its intensity and the bar of its spectrum."""
    colour = canvas.tokens.colour
    left, levels, bars = 200.0, 368.0, 380.0
    width = WIDTH - bars - 34
    heads = wrapped(picture.spectrum_label, WIDTH - bars, canvas.size, 2)
    canvas.text(
        (levels, 10),
        gettext("0 to 4") if picture.axis.high == 4 else "",
        anchor="end",
        colour=colour.secondary,
    )
    canvas.text(
        (bars, 10), heads[0] if len(heads) == 1 else gettext("Spectrum"), colour=colour.secondary
    )
    y = 15.0
    canvas.line((left, y), (WIDTH, y), colour.rule, 0.75)
    for field in picture.fields:
        label = wrapped(field.label, levels - left - 50, canvas.size, 2)
        height = max(ROW + 3, len(label) * canvas.line_height + 4)
        middle = y + height / 2
        base = middle + canvas.size * 0.33
        canvas.text((left, base), str(field.number), weight=600)
        canvas.lines((left + 18, middle), label)
        if field.intensity is None:
            place = (WIDTH, base)
            canvas.text(
                place, field.intensity_text, anchor="end", colour=colour.secondary, italic=True
            )
        else:
            canvas.text(
                (levels, base), field.intensity_text, anchor="end", colour=colour.accent, weight=600
            )
            if field.spectrum is not None:
                canvas.box((bars, middle - 4), (width, 8), colour.wash)
                canvas.box(
                    (bars, middle - 4), (max(0.5, width * field.spectrum / 100), 8), colour.accent
                )
                if field.spectrum_median is not None:
                    x = bars + width * field.spectrum_median / 100
                    canvas.box((x - 0.9, middle - 6), (1.8, 12), colour.ink)
            canvas.text((WIDTH, base), field.spectrum_text, anchor="end")
        y += height
    return y + 2
