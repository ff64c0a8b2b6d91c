"""Profiles: the levels of several items on one scale."""

from __future__ import annotations

from assess.core.report.figure.picture import PictureRow, ProfilePicture
from assess.core.report.sentence.score_text import level_name
from assess.languages import gettext
from assess.render.chart.canvas import BASE, PITCH, Canvas, wrapped
from assess.render.chart.peer_marks import draw_peers, key_of_peers


def draw_profile(canvas: Canvas, picture: ProfilePicture) -> None:
    """Draw a row of levels for each item."""
    count = len(picture.axis.ticks)
    column = (canvas.width - canvas.label) / count
    places = [canvas.label + column * (index + 0.5) for index in range(count)]
    y = _levels(canvas, picture, places, column)
    for row in picture.rows:
        y = _row(canvas, picture, row, places, y)
    if canvas.narrow:
        y = _names(canvas, picture, y)
    canvas.reach(y + 1)


def _row(
    canvas: Canvas, picture: ProfilePicture, row: PictureRow, places: list[float], top: float
) -> float:
    colour, axis = canvas.tokens.colour, picture.axis
    label = wrapped(row.label, canvas.label - 8, canvas.size)
    bottom = top + len(label) * PITCH
    middle = (top + bottom) / 2
    canvas.lines((0, middle), label)
    if row.place is None:
        place = (places[0] - 5, middle + BASE)
        canvas.text(place, row.text, colour=colour.secondary, italic=True)
        return bottom
    canvas.line((places[0], middle), (places[-1], middle), colour.rule, 0.75)
    if row.band is not None:
        draw_peers(canvas, row.band, axis, (places[0], places[-1]), middle)
    for x in places:
        canvas.dot(x, middle, colour.track, 2.6)
    canvas.diamond(places[0] + axis.share(row.place) * (places[-1] - places[0]), middle, 5)
    said = gettext("{name}: {value}", name=row.label, value=row.text)
    canvas.tip((places[0] - 6, middle - PITCH / 2), (places[-1] - places[0] + 12, PITCH), said)
    return bottom


def _levels(canvas: Canvas, picture: ProfilePicture, places: list[float], column: float) -> float:
    """Write the levels above their columns, by number and name; give where the rows begin."""
    colour = canvas.tokens.colour
    heads = [[tick.text] for tick in picture.axis.ticks]
    if picture.axis.levels and not canvas.narrow:
        heads = [wrapped(text, column - 4, canvas.size, 3) for text in _named(picture)]
    key = wrapped(picture.group, canvas.label - 28, canvas.size, 3) if picture.group else []
    deep = max(len(key), *(len(lines) for lines in heads))
    for lines, x in zip(heads, places, strict=False):
        first = 9.5 + (deep - len(lines)) * PITCH
        for down, line in enumerate(lines):
            place = (x, first + down * PITCH)
            canvas.text(place, line, anchor="middle", colour=colour.secondary)
    if key:  # what the grey bands below it are of
        middle = 1 + (deep - len(key) / 2) * PITCH
        key_of_peers(canvas, (0, middle))
        canvas.lines((20, middle - 1 + 3.3 - BASE), key, colour=colour.secondary)
    bottom = deep * PITCH + 1
    canvas.line((0, bottom), (canvas.width, bottom), colour.rule, 0.75)
    return bottom + 1


def _named(picture: ProfilePicture) -> list[str]:
    """Give the levels with their numbers and names."""
    numbers = (tick.text for tick in picture.axis.ticks)
    names = (level_name(name) for name in picture.axis.levels)
    return [f"{number} {name}" for number, name in zip(numbers, names, strict=False)]


def _names(canvas: Canvas, picture: ProfilePicture, top: float) -> float:
    """Name the levels below, where they have no room above their columns."""
    lines = wrapped(" · ".join(_named(picture)), canvas.width, canvas.size, 9)
    middle = top + 3 + len(lines) * PITCH / 2
    canvas.lines((0, middle), lines, colour=canvas.tokens.colour.secondary)
    return top + 3 + len(lines) * PITCH if picture.axis.levels else top
