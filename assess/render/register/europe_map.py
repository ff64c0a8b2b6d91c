"""The map of Europe, coloured by the labels of each country; the outlines are `europe.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from assess.core.register.public_label import slug
from assess.core.report.document.brochure import MapCountry
from assess.languages import gettext, ngettext

OUTLINES = Path(__file__).with_name("europe.json")
SHADES = (0.0, 0.08, 0.25, 0.55)
"""From which share of the highest number on a country has the next darker shade."""


class MapShape(NamedTuple):
    """One country on the map."""

    slug: str
    """Of its page; empty: it has none."""
    path: str
    shade: int
    """0: no label is valid, 1 to 4: how many are."""
    x: int
    y: int
    is_point: bool
    said: str


class MapShade(NamedTuple):
    """One shade with the numbers that it stands for."""

    shade: int
    text: str


class EuropeMap(NamedTuple):
    """The map, ready to be drawn."""

    width: int
    height: int
    title: str
    shapes: tuple[MapShape, ...]
    """Countries with labels, which lead to their pages."""
    land: str
    """All others, in one line."""
    shades: tuple[MapShade, ...]
    elsewhere: tuple[str, ...]
    """Countries with labels that lie outside the map."""
    source: str


@cache
def _outlines() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return found


def europe_map(countries: Iterable[MapCountry], on: date) -> EuropeMap:
    """Draw the countries by their organisations with a valid label.

    Where no label is valid, by the organisations that are listed: an empty map says nothing.
    """
    groups = {group.code: group for group in countries}
    by_valid = any(group.valid for group in groups.values())
    numbers = {code: _number(group, by_valid=by_valid) for code, group in groups.items()}
    bounds = _bounds(max(numbers.values(), default=0))
    outlines: dict[str, dict[str, Any]] = _outlines()["countries"]
    shapes = tuple(
        _shape(group, outlines[code], _shade(numbers[code], bounds), by_valid=by_valid)
        for code, group in groups.items()
        if code in outlines
    )
    return EuropeMap(
        width=_outlines()["width"],
        height=_outlines()["height"],
        title=_title(on, by_valid=by_valid),
        shapes=shapes,
        land="".join(outline["path"] for code, outline in outlines.items() if code not in groups),
        shades=tuple(_shades(bounds, has_none=0 in numbers.values())),
        elsewhere=tuple(groups[code].name for code in groups if code not in outlines),
        source=_outlines()["source"],
    )


def _title(on: date, *, by_valid: bool) -> str:
    if by_valid:
        return gettext("Organisations with a valid label on {day}", day=on)
    return gettext(
        "No label is known to be valid on {day}: the map shows all listed organisations",
        day=on,
    )


def _number(group: MapCountry, *, by_valid: bool) -> int:
    return group.valid if by_valid else group.organisations


def _bounds(most: int) -> tuple[int, ...]:
    """Give the lowest number of each shade, without doubles."""
    return tuple(dict.fromkeys(max(1, ceil(share * most)) for share in SHADES)) if most else ()


def _shade(number: int, bounds: tuple[int, ...]) -> int:
    # With few shades the darkest still stands for the most.
    return sum(number >= bound for bound in bounds) + (4 - len(bounds) if number else 0)


def _shades(bounds: tuple[int, ...], *, has_none: bool) -> list[MapShade]:
    found = [MapShade(0, "0")] if has_none else []
    for place, bound in enumerate(bounds):
        above = bounds[place + 1] - 1 if place + 1 < len(bounds) else None
        shade = place + 1 + 4 - len(bounds)
        if above is None:
            text = gettext("{number} or more", number=bound)
        elif above == bound:
            text = str(bound)
        else:
            text = gettext("{first} to {last}", first=bound, last=above)
        found.append(MapShade(shade, text))
    return found


def _shape(group: MapCountry, outline: dict[str, Any], shade: int, *, by_valid: bool) -> MapShape:
    name, valid = group.name, group.valid
    said = (
        ngettext(
            "{country}: {count} organisation with a valid label, {all} listed",
            "{country}: {count} organisations with a valid label, {all} listed",
            valid,
            country=name,
            all=group.organisations,
        )
        if by_valid
        else ngettext(
            "{country}: {count} listed organisation",
            "{country}: {count} listed organisations",
            group.organisations,
            country=name,
        )
    )
    x, y = outline["middle"]
    return MapShape(slug(group.code), outline["path"], shade, x, y, outline["tiny"], said)
