"""Profiles: the levels of several items on one scale, as rows or as a radar."""

from __future__ import annotations

import math

from assess.core.report.picture import ProfilePicture, RadarPicture
from assess.core.report.score_text import level_name
from assess.render.canvas import LABEL, ROW, WIDTH, Canvas, wrapped


def draw_profile(canvas: Canvas, picture: ProfilePicture) -> None:
    """Draw a row of levels for each item."""
    colour, axis = canvas.tokens.colour, picture.axis
    count = len(axis.ticks)
    column = (WIDTH - LABEL) / count
    places = [LABEL + column * (index + 0.5) for index in range(count)]
    top = _levels(canvas, picture, places, column)
    y = top
    for row in picture.rows:
        label = wrapped(row.label, LABEL - 12, canvas.size)
        height = max(ROW, len(label) * canvas.line_height + 4)
        middle = y + height / 2
        canvas.lines((0, middle), label)
        if row.place is None:
            place = (places[0] - 5, middle + canvas.size * 0.33)
            canvas.text(place, row.text, colour=colour.secondary, italic=True)
        else:
            canvas.line((places[0], middle), (places[-1], middle), colour.rule, 0.75)
            for x in places:
                canvas.dot(x, middle, colour.track, 2.6)
            x = places[0] + axis.share(row.place) * (places[-1] - places[0])
            canvas.diamond(x, middle, 5)
        y += height
    canvas.reach(y + 1)


def _levels(canvas: Canvas, picture: ProfilePicture, places: list[float], column: float) -> float:
    """Write the levels above their columns, by number and name; give where the rows begin."""
    colour = canvas.tokens.colour
    names = [level_name(name) for name in picture.axis.levels]
    broken = [wrapped(name, column - 4, canvas.size, 3) for name in names]
    deepest = max((len(lines) for lines in broken), default=0)
    for index, (tick, x) in enumerate(zip(picture.axis.ticks, places, strict=True)):
        canvas.text((x, 9.5), tick.text, anchor="middle", colour=colour.ink, weight=600)
        for down, line in enumerate(broken[index] if broken else ()):
            y = 9.5 + (down + 1) * canvas.line_height * 0.95
            canvas.text((x, y), line, anchor="middle", colour=colour.secondary)
    bottom = 15 + deepest * canvas.line_height * 0.95
    canvas.line((0, bottom), (WIDTH, bottom), colour.rule, 0.75)
    return bottom + 2


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
    shares = [
        None if one.intensity is None else axis.share(one.intensity) for one in picture.fields
    ]
    style = f'fill="none" stroke="{colour.accent}" stroke-width="1.6"'
    for index, share in enumerate(shares):
        following = (index + 1) % len(shares)
        after = shares[following]
        if share is not None and after is not None:
            canvas.outline([place(index, share), place(following, after)], style, closed=False)
    for index, (one, share) in enumerate(zip(picture.fields, shares, strict=True)):
        x, y = place(index, 1.17)
        canvas.text((x, y + 3.2), str(one.number), anchor="middle", weight=600)
        if share is not None:
            canvas.diamond(*place(index, share), 4)
    for tick in axis.ticks[1:]:
        x, y = place(0, axis.share(tick.place))
        canvas.text((x + 3, y + 3), tick.text, colour=colour.secondary)
    canvas.reach(max(_fields(canvas, picture), 184))


def _fields(canvas: Canvas, picture: RadarPicture) -> float:
    """List the fields of a radar by number, each with its intensity and the bar of its spectrum."""
    colour = canvas.tokens.colour
    left, levels, bars = 200.0, 368.0, 380.0
    width = WIDTH - bars - 34
    heads = wrapped(picture.spectrum_label, WIDTH - bars, canvas.size, 2)
    canvas.text(
        (levels, 10),
        "0 to 4" if picture.axis.high == 4 else "",
        anchor="end",
        colour=colour.secondary,
    )
    canvas.text((bars, 10), heads[0] if len(heads) == 1 else "Spectrum", colour=colour.secondary)
    y = 15.0
    canvas.line((left, y), (WIDTH, y), colour.rule, 0.75)
    for one in picture.fields:
        label = wrapped(one.label, levels - left - 50, canvas.size, 2)
        height = max(ROW + 1.5, len(label) * canvas.line_height + 4)
        middle = y + height / 2
        base = middle + canvas.size * 0.33
        canvas.text((left, base), str(one.number), weight=600)
        canvas.lines((left + 18, middle), label)
        if one.intensity is None:
            place = (WIDTH, base)
            canvas.text(
                place, one.intensity_text, anchor="end", colour=colour.secondary, italic=True
            )
        else:
            canvas.text(
                (levels, base), one.intensity_text, anchor="end", colour=colour.accent, weight=600
            )
            if one.spectrum is not None:
                canvas.box((bars, middle - 4), (width, 8), colour.wash)
                canvas.box(
                    (bars, middle - 4), (max(0.5, width * one.spectrum / 100), 8), colour.accent
                )
            canvas.text((WIDTH, base), one.spectrum_text, anchor="end")
        y += height
    return y + 2
