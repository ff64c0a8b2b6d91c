"""Profiles: the levels of several items on one scale."""

from __future__ import annotations

from assess.core.report.figure.picture import ProfilePicture
from assess.core.report.sentence.score_text import level_name
from assess.languages import gettext
from assess.render.chart.canvas import LABEL, ROW, WIDTH, Canvas, wrapped
from assess.render.chart.peer_marks import draw_peers


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
            if row.band is not None:
                draw_peers(canvas, row.band, axis, (places[0], places[-1]), middle)
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
    heads = [tick.text for tick in picture.axis.ticks]
    if names:
        heads = [f"{number} {name}" for number, name in zip(heads, names, strict=False)]
    broken = [wrapped(head, column - 4, canvas.size, 3) for head in heads]
    deepest = max((len(lines) - 1 for lines in broken), default=0)
    for lines, x in zip(broken, places, strict=False):
        for down, line in enumerate(lines):
            y = 9.5 + down * canvas.line_height * 0.95
            canvas.text((x, y), line, anchor="middle", colour=colour.secondary)
    if picture.group:
        key = wrapped(
            gettext("Grey: middle half and median of {group}", group=picture.group),
            LABEL - 20,
            canvas.size,
            4,
        )
        for down, line in enumerate(key):
            canvas.text((0, 9.5 + down * canvas.line_height), line, colour=colour.secondary)
        deepest = max(deepest, len(key) - 1)
    bottom = 15 + deepest * canvas.line_height * 0.95
    canvas.line((0, bottom), (WIDTH, bottom), colour.rule, 0.75)
    return bottom + 2
