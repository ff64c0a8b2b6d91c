"""Makes the outlines of Europe's countries for the maps of the pages and the brochure.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    ./run python .ci/outlines.py package/countries-50m.json assess/render/register/europe.json

The borders are those of Natural Earth 4.1 (naturalearthdata.com), which is in the public domain,
in the TopoJSON that the package world-atlas makes of them. They are projected as the statistical
office of the European Union projects its maps (Lambert azimuthal equal-area around 52 N, 10 E),
clipped, and simplified line by line, so that neighbours still fit. Crimea is drawn as part of
Ukraine, as the United Nations see it, and the north of Cyprus as part of Cyprus.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global

from assess.languages.countries import countries

Point = tuple[float, float]

WEST, EAST, SOUTH, NORTH = -2_950_000.0, 2_850_000.0, -2_130_000.0, 2_480_000.0
"""What is drawn, in metres from the middle."""

UNIT = 5800.0
"""Metres in a unit of the drawing, which is 1000 wide."""

TOLERANCE = 1.1
"""By how many units a border may be moved."""

LEAST = 9.0
"""Islands with fewer square units are left out."""

TINY = ("AND", "LIE", "MCO", "MLT", "SMR", "VAT", "LUX", "GIB")
"""Countries that are too small to be seen: they get a point."""

OTHERS = {"Kosovo": "XKX", "N. Cyprus": "CYP"}
"""Areas without a number of ISO 3166."""

PARTS = {"ALA": "FIN"}
"""Islands that are drawn with the country to which they belong."""


def main() -> None:
    """Read the borders, and write the outlines."""
    source, target = map(Path, sys.argv[1:])
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_simplified([*map(_projected, arc)]) for arc in _arcs(topology)]
    rings: dict[str, list[list[int]]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        for code, ring in _rings(shape, arcs):
            rings[code].append(ring)
    outlines = {}
    for code in sorted(rings):
        drawn = [_clipped(ring) for ring in _joined(rings[code], arcs)]
        whole = sorted((ring for ring in drawn if len(ring) > 2), key=_area, reverse=True)
        kept = [ring for ring in whole if _area(ring) >= LEAST]
        if kept or (whole and code in TINY):
            largest = (kept or whole)[0]
            outlines[code] = {
                "path": "".join(map(_path, kept)),
                "middle": [*map(round, _middle(largest))],
                "tiny": code in TINY,
            }
    height = round((NORTH - SOUTH) / UNIT)
    document = {
        "source": "Natural Earth 4.1 (public domain), simplified by .ci/outlines.py",
        "width": round((EAST - WEST) / UNIT),
        "height": height,
        "countries": outlines,
    }
    text = json.dumps(document, ensure_ascii=False, indent=0, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")


def _arcs(topology: dict[str, Any]) -> Iterable[list[Point]]:
    """Give the lines, which are written as steps on a grid, in degrees."""
    transform = topology["transform"]
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for right, upwards in arc:
            x, y = x + right, y + upwards
            line.append((x * across + left, y * up + bottom))
        yield line


def _projected(place: Point) -> Point:
    """Give the place of a longitude and latitude in units of the drawing."""
    east, north = radians(place[0] - 10), radians(place[1])
    middle = radians(52)
    away = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
    scale = 6_371_000 * sqrt(2 / max(1 + away, 0.05))
    x = scale * cos(north) * sin(east)
    y = scale * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
    return (x - WEST) / UNIT, (NORTH - y) / UNIT


def _simplified(line: list[Point]) -> list[Point]:
    """Leave out points that are nearly on the line between others (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    far, place = max(
        (_distance(point, first, last), place) for place, point in enumerate(line[1:-1], 1)
    )
    if far < TOLERANCE and first != last:
        return [first, last]
    if far < TOLERANCE:
        return [first, line[place], last]
    return [*_simplified(line[: place + 1])[:-1], *_simplified(line[place:])]


def _distance(point: Point, first: Point, last: Point) -> float:
    across, down = last[0] - first[0], last[1] - first[1]
    length = hypot(across, down)
    if length == 0:
        return hypot(point[0] - first[0], point[1] - first[1])
    return abs(across * (first[1] - point[1]) - (first[0] - point[0]) * down) / length


def _rings(shape: dict[str, Any], arcs: list[list[Point]]) -> Iterable[tuple[str, list[int]]]:
    """Give the outer lines of a country with its code; holes are the countries within."""
    code = _code(shape)
    if code is None or shape["type"] not in ("Polygon", "MultiPolygon"):
        return
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        ring = polygon[0]
        x, y = _middle(_line(ring, arcs))
        is_crimea = code == "RUS" and _near((x, y), _projected((34.2, 45.2)), 25)
        yield ("UKR" if is_crimea else code), ring


def _near(one: Point, other: Point, most: float) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) < most


def _code(shape: dict[str, Any]) -> str | None:
    if shape.get("id") is None:
        return OTHERS.get(shape["properties"]["name"])
    alpha2 = get_global("territory_aliases").get(str(shape["id"]).zfill(3), [None])[0]
    code = next((country.code for country in countries() if country.alpha2 == alpha2), None)
    return PARTS.get(code, code) if code else None


def _line(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    found: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += line if not found else line[1:]
    return found


def _joined(rings: list[list[int]], arcs: list[list[Point]]) -> list[list[Point]]:
    """Give the lines around a country: what two of its parts share is no border."""
    every = {number for ring in rings for number in ring}
    inner = {number for number in every if ~number in every}
    whole = [_line(ring, arcs) for ring in rings if not inner.intersection(ring)]
    parted = [ring for ring in rings if inner.intersection(ring)]
    left = [number for ring in parted for number in ring if number not in inner]
    while left:
        ring = [left.pop(0)]
        while _line(ring, arcs)[-1] != _line(ring, arcs)[0]:
            end = _line(ring, arcs)[-1]
            following = next((n for n in left if _line([n], arcs)[0] == end), None)
            if following is None:
                break
            left.remove(following)
            ring.append(following)
        whole.append(_line(ring, arcs))
    return whole


def _clipped(ring: list[Point]) -> list[Point]:
    """Cut a ring at the edges of the drawing (Sutherland and Hodgman)."""
    width, height = (EAST - WEST) / UNIT, (NORTH - SOUTH) / UNIT
    for axis, edge, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        found: list[Point] = []
        for place, point in enumerate(ring):
            before = ring[place - 1]
            inside, was = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
            if inside != was:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                found.append(
                    (
                        before[0] + share * (point[0] - before[0]),
                        before[1] + share * (point[1] - before[1]),
                    )
                )
            if inside:
                found.append(point)
        ring = found
    return ring


def _area(ring: list[Point]) -> float:
    return abs(_signed(ring))


def _signed(ring: list[Point]) -> float:
    return (
        sum(
            ring[place - 1][0] * point[1] - point[0] * ring[place - 1][1]
            for place, point in enumerate(ring)
        )
        / 2
    )


def _middle(ring: list[Point]) -> Point:
    """Give the centre of gravity."""
    area = _signed(ring)
    if abs(area) < 1e-9:
        return ring[0]
    x = y = 0.0
    for place, (right, down) in enumerate(ring):
        left, up = ring[place - 1]
        cross = left * down - right * up
        x, y = x + (left + right) * cross, y + (up + down) * cross
    return x / (6 * area), y / (6 * area)


def _path(ring: list[Point]) -> str:
    """Write a ring with whole numbers: where it begins, and then only steps."""
    points = [(round(x), round(y)) for x, y in ring]
    steps = []
    for before, point in pairwise(points):
        step = (point[0] - before[0], point[1] - before[1])
        if step != (0, 0):
            steps.append(step)
    text = " ".join(f"{x}{'' if y < 0 else ' '}{y}" for x, y in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{text}z"


if __name__ == "__main__":
    main()
