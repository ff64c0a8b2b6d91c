"""A canvas: the few shapes that the charts are drawn with, as SVG, and text that fits its place.

Marks of one kind share one path: the printer takes time for each element. Words are kept apart from
them, so that on paper they are text of the page (`printed.py`), and in a browser part of the SVG.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal

from assess.core.text.design_tokens import Tokens
from assess.render.document.visible import visible

WIDTH = 448.0
"""The width of an indicator's chart in points."""

PAGE = 482.0
"""The width of a chart of an area or of all areas: that of the text."""

NARROW = 268.0
"""The width of a chart on a telephone, in the same unit."""

LABEL, NARROW_LABEL = 156.0, 104.0
"""Where its marks begin: labels stand to the left."""

PITCH = 13.0
"""The distance of two lines, in all charts: words below one another are one block on paper."""

BASE = 3.1
"""How far below the middle of a line its base line is."""

Anchor = Literal["start", "middle", "end"]

_NARROW = frozenset("fijlrtI.,:;'|!()[]{}/\\ \u00a0-·")
_WIDE = frozenset("mwMW%@&—…")
_WIDTHS = {"narrow": 0.29, "wide": 0.84, "upper": 0.62, "other": 0.515}
"""Widths of letters in em, a little more than those of the bundled family."""


def text_width(text: str, size: float) -> float:
    """Estimate the width of a text in points; rather too much than too little."""
    total = 0.0
    for letter in text:
        if letter in _NARROW:
            total += _WIDTHS["narrow"]
        elif letter in _WIDE or ord(letter) > 0x2E80:
            total += _WIDTHS["wide"] if ord(letter) <= 0x2E80 else 1.0
        else:
            total += _WIDTHS["upper" if letter.isupper() else "other"]
    return total * size


def wrapped(text: str, width: float, size: float, most: int = 3) -> list[str]:
    """Break a text into at most so many lines of a width; what is too long ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:most]
    for index, line in enumerate(kept):
        cut = line if index < most - 1 or len(lines) <= most else f"{line} …"
        while text_width(cut, size) > width and len(cut) > 2:
            cut = f"{cut.rstrip('… ')[:-1]}…"
        kept[index] = cut
    return kept


@dataclass(frozen=True)
class Word:
    """A line of text with its base line at a place."""

    x: float
    y: float
    text: str
    anchor: Anchor
    colour: str
    weight: int
    italic: bool


@dataclass(frozen=True)
class Tip:
    """What a part of the chart says to whoever points at it or comes to it by key."""

    x: float
    y: float
    width: float
    height: float
    text: str


class Canvas:
    """Collects shapes and gives them as one SVG; all lengths in points."""

    def __init__(self, width: float, tokens: Tokens) -> None:
        self.width = width
        self.height = 0.0
        self.tokens = tokens
        self.size = tokens.size.text
        self.words: list[Word] = []
        self.tips: list[Tip] = []
        self._grounds: list[str] = []
        self._boxes: dict[str, list[str]] = {}
        self._paths: dict[str, list[str]] = {}

    @property
    def narrow(self) -> bool:
        """Whether it is for a telephone: labels are short of room."""
        return self.width <= NARROW

    @property
    def label(self) -> float:
        """Where marks begin."""
        return NARROW_LABEL if self.narrow else LABEL

    def tip(self, corner: tuple[float, float], size: tuple[float, float], text: str) -> None:
        """Let a part of the chart tell its value."""
        self.tips.append(Tip(*corner, *size, visible(text).replace("\n", " ")))

    def reach(self, y: float) -> None:
        """Make the canvas at least so high."""
        self.height = max(self.height, y)

    def text(
        self,
        place: tuple[float, float],
        text: str,
        *,
        anchor: Anchor = "start",
        colour: str | None = None,
        weight: int = 400,
        italic: bool = False,
    ) -> None:
        """Write a line of text with its base line at a place."""
        if not text:
            return
        ink = colour or self.tokens.colour.ink
        said = visible(text).replace("\n", " ")
        self.words.append(Word(*place, said, anchor, ink, weight, italic))

    def lines(
        self,
        place: tuple[float, float],
        lines: Sequence[str],
        *,
        anchor: Anchor = "start",
        colour: str | None = None,
        weight: int = 400,
    ) -> None:
        """Write lines around a middle height."""
        x, middle = place
        first = middle - (len(lines) - 1) * PITCH / 2 + BASE
        for index, line in enumerate(lines):
            at = (x, first + index * PITCH)
            self.text(at, line, anchor=anchor, colour=colour, weight=weight)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.75
    ) -> None:
        """Draw a straight line."""
        style = f'fill="none" stroke="{colour}" stroke-width="{width}"'
        path = f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
        self._paths.setdefault(style, []).append(path)

    def box(self, corner: tuple[float, float], size: tuple[float, float], fill: str) -> None:
        """Fill a rectangle; one of another colour that came later covers it."""
        x, y = corner
        path = f"M{x:.1f} {y:.1f}h{size[0]:.1f}v{size[1]:.1f}h{-size[0]:.1f}z"
        self._boxes.setdefault(fill, []).append(path)

    def under(self, corner: tuple[float, float], size: tuple[float, float], fill: str) -> None:
        """Fill a rectangle below everything else."""
        x, y = corner
        path = f"M{x:.1f} {y:.1f}h{size[0]:.1f}v{size[1]:.1f}h{-size[0]:.1f}z"
        self._grounds.append(f'<path d="{path}" fill="{fill}"/>')

    def outline(self, points: Sequence[tuple[float, float]], style: str, *, closed: bool) -> None:
        """Draw lines through points."""
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("z" if closed else "")
        self._paths.setdefault(style, []).append(path)

    def figure(self, place: tuple[float, float], text: str, *, own: bool) -> None:
        """Write a number beside its mark, on a ground of paper where lines would cross it."""
        x, base = place
        width = text_width(text, self.size) * 0.97
        self.box((x - 1.5, base - 8), (width + 3, 10), self.tokens.colour.paper)
        colour = self.tokens.colour.accent if own else self.tokens.colour.secondary
        self.text(place, text, colour=colour, weight=600 if own else 400)

    def diamond(self, x: float, y: float, half: float = 4.6) -> None:
        """Mark an own value."""
        style = f'fill="{self.tokens.colour.accent}"'
        path = f"M{x:.1f} {y - half:.1f}l{half} {half}l{-half} {half}l{-half} {-half}z"
        self._paths.setdefault(style, []).append(path)

    def hollow_diamond(self, x: float, y: float, half: float) -> None:
        """Mark an own value that is neither better nor worse."""
        paper, colour = self.tokens.colour.paper, self.tokens.colour.accent
        style = f'fill="{paper}" stroke="{colour}" stroke-width="1.3"'
        half -= 0.5
        path = f"M{x:.1f} {y - half:.1f}l{half} {half}l{-half} {half}l{-half} {-half}z"
        self._paths.setdefault(style, []).append(path)

    def ring(self, x: float, y: float, radius: float = 3.6) -> None:
        """Mark a published value, or a place that is not taken."""
        paper, colour = self.tokens.colour.paper, self.tokens.colour.secondary
        style = f'fill="{paper}" stroke="{colour}" stroke-width="1.2"'
        r = radius
        path = f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
        self._paths.setdefault(style, []).append(path)

    def dot(self, x: float, y: float, colour: str, width: float) -> None:
        """Draw a dot as the round cap of a line without length."""
        style = f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"'
        self._paths.setdefault(style, []).append(f"M{x:.1f} {y:.1f}h0.01")

    def svg(self, alternative: str) -> str:
        """Give the whole as SVG, with what it says in words as its title."""
        families = ",".join([self.tokens.font.family, *self.tokens.font.fallback.split(", ")])
        font = f'font-family="{families}" font-size="{self.size}"'
        words = "".join(_texts(self.words))
        title = f"<title>{escape(visible(alternative), quote=False)}</title>"
        return self._drawn(title, f"<g {font}>{words}</g>" if words else "")

    def marks(self) -> str:
        """Give all but the words as SVG."""
        return self._drawn("", "")

    def _drawn(self, title: str, words: str) -> str:
        """Give the marks: lines are the lowest, then filled rectangles, words, and the others."""
        size = f'width="{self.width:g}" height="{self.height:.1f}"'
        view = f'viewBox="0 0 {self.width:g} {self.height:.1f}"'
        paths = [f'<path d="{"".join(parts)}" {style}/>' for style, parts in self._paths.items()]
        boxes = [
            f'<path d="{"".join(parts)}" fill="{fill}"/>' for fill, parts in self._boxes.items()
        ]
        lines = [path for path in paths if 'fill="none"' in path]
        marks = [path for path in paths if 'fill="none"' not in path]
        content = "".join([*self._grounds, *lines, *boxes, words, *marks])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img">'
            f"{title}{content}</svg>"
        )


def _texts(words: Sequence[Word]) -> Iterator[str]:
    """Give words as elements; those of one style that follow each other share it."""
    for style, alike in groupby(words, key=_style):
        yield f"<g {style}>{''.join(map(_text, alike))}</g>"


def _style(word: Word) -> str:
    style = f'fill="{word.colour}"'
    if word.weight != 400:
        style += f' font-weight="{word.weight}"'
    return style + ' font-style="italic"' if word.italic else style


def _text(word: Word) -> str:
    place = f'x="{word.x:.1f}" y="{word.y:.1f}"'
    if word.anchor != "start":
        place += f' text-anchor="{word.anchor}"'
    return f"<text {place}>{escape(word.text, quote=False)}</text>"
