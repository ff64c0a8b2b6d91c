"""Charts on paper: their marks as an image, and their words as text of the page above it.

A reader of screens finds the words, and the printer sets them like all others: words of a picture
it would draw letter by letter. Words of one kind that stand below one another are one block.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from assess.core.report.figure.picture import Picture
from assess.core.text.design_tokens import Tokens
from assess.render.chart.canvas import PITCH, Canvas, Word, text_width
from assess.render.chart.chart import compose
from assess.render.document.visible import visible, without_glyphs

ASCENT = 9.46
"""From the top of a line of `PITCH` to its base line, in the bundled family."""

LEAST, MOST, EXACT = 12.0, 34.0, 0.06
"""How far apart the lines of a block may be, and how exactly they keep their distance."""

SLACK = 12.0
"""Room beside a word that is broader than estimated."""


@dataclass
class _Block:
    """Lines of one kind below one another."""

    first: Word
    lines: list[str] = field(default_factory=list)
    pitch: float = PITCH
    """The distance of its lines, once there are two."""

    def takes(self, word: Word) -> bool:
        """Tell whether a word can be the next line, and take it where it can."""
        if len(self.lines) == 1 and LEAST <= word.y - self.first.y <= MOST:
            self.pitch = word.y - self.first.y
        if abs(self.first.y + len(self.lines) * self.pitch - word.y) > EXACT:
            return False
        self.lines.append(word.text)
        return True


def printed(picture: Picture, tokens: Tokens, kind: str, without: frozenset[str]) -> Markup:
    """Give a picture as HTML for the printer; `without` are letters to show by their number."""
    canvas = compose(picture, tokens)
    alternative = escape(without_glyphs(visible(picture.alternative), without))
    size = f"width:{canvas.width:g}pt;height:{canvas.height:.1f}pt"
    image = b64encode(canvas.marks().encode("utf-8")).decode("ascii")
    words = "".join(_paragraph(block, canvas, without) for block in _blocks(canvas.words))
    return Markup(  # noqa: S704  escaped
        f'<div class="chart {kind}" style="{size}">'
        f'<img src="data:image/svg+xml;base64,{image}" alt="{alternative}" style="{size}">'
        f"{words}</div>"
    )


def _blocks(words: Iterable[Word]) -> list[_Block]:
    """Put words of one kind that stand below one another together, in the order of the first."""
    blocks: list[_Block] = []
    growing: dict[tuple[object, ...], _Block] = {}
    for word in words:
        key = (round(word.x, 1), word.anchor, word.colour, word.weight, word.italic)
        block = growing.get(key)
        if block is None or not block.takes(word):
            growing[key] = _Block(word, [word.text])
            blocks.append(growing[key])
    return blocks


def _paragraph(block: _Block, canvas: Canvas, without: frozenset[str]) -> str:
    word = block.first
    width = max(text_width(line, canvas.size) for line in block.lines) + SLACK
    left = word.x - {"start": 0.0, "middle": width / 2, "end": width}[word.anchor]
    top = word.y - ASCENT - (block.pitch - PITCH) / 2
    style = f"left:{left:.1f}pt;top:{top:.1f}pt;width:{width:.0f}pt"
    if block.pitch != PITCH:
        style += f";line-height:{block.pitch:.2f}pt"
    names = {"middle": "mid", "end": "right"}.get(word.anchor, "")
    names += " semi" if word.weight != 400 else ""
    names += " slant" if word.italic else ""
    if word.colour != canvas.tokens.colour.ink:
        style += f";color:{word.colour}"
    named = f' class="{names.strip()}"' if names.strip() else ""
    said = escape(without_glyphs("\n".join(block.lines), without), quote=False)
    return f'<p{named} style="{style}">{said}</p>'
