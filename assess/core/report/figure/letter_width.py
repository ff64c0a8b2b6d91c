"""How wide words are in the bundled family, so that one can tell how many lines they take."""

from __future__ import annotations

import unicodedata
from math import fsum

EM = 1000

_WIDE = {
    200: " ",
    250: "',.:;ij|’·ı",
    260: "l",
    270: "I",
    290: "!",
    300: "fł",
    310: "()[]{}",
    320: "-",
    340: "t",
    350: "/\\r",
    420: "*s",
    430: '"?z«»„“”',
    450: "x",
    460: "c",
    470: "vy",
    480: "JY–",
    490: "L",
    500: "#$+0123456789<=>F^_ek~€Ł",
    510: "ag",
    520: "VX",
    530: "E",
    540: "STZ",
    550: "A`hnouøð",
    560: "bdpqþ",
    570: "PR",
    580: "CKß",
    590: "B",
    610: "&",
    620: "DG",
    650: "NU",
    660: "H",
    670: "OQØ",
    720: "w",
    730: "M",
    750: "©",
    780: "æ",
    790: "W",
    800: "—",
    830: "%mÆ",
    840: "œ",
    850: "@",
    950: "…",
}
"""Letters by their width in thousandths of an em, rounded up: those of Source Sans 3."""

_WIDTHS = {letter: width for width, letters in _WIDE.items() for letter in letters}

_FROM_THE_EAST, _OTHER, _CAPITAL = 0x2E80, 600, 700


def width_of(letter: str) -> int:
    """Give the width of a letter in thousandths of an em; of one of another script rather more."""
    width = _WIDTHS.get(letter) or _WIDTHS.get(unicodedata.normalize("NFD", letter)[0])
    if width is not None:
        return width
    if ord(letter) > _FROM_THE_EAST:
        return EM
    return _CAPITAL if letter.isupper() else _OTHER


def lines_at(text: str, width: float, size: float) -> int:
    """Count the lines of a text that is broken between words, at a width and size in points."""
    space = size * width_of(" ") / EM
    lines, used = 1, 0.0
    for word in text.split():
        wide = size * fsum(map(width_of, word)) / EM
        if used and used + space + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0)
        while used > width:
            lines, used = lines + 1, used - width
    return lines
