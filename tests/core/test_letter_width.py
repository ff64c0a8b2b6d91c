"""The width of letters is that of the bundled family, and lines are broken as a printer does."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from assess.core.report.figure.letter_width import lines_at, width_of

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "–—…’·«»„“”€©ßøØæÆłŁþœäÖéñçåćęşůžŹ"


def test_letters_are_as_wide_as_in_the_font_or_a_little_wider(templates: Path) -> None:
    with TTFont(templates / "fonts" / "SourceSans3-Regular.ttf") as font:
        glyphs, widths = font.getBestCmap(), font["hmtx"]
        for letter in LETTERS:
            real = widths[glyphs[ord(letter)]][0]
            assert real <= width_of(letter) <= real + 12, letter


@pytest.mark.parametrize(
    ("letter", "width"), [("漢", 1000), ("é", 500), ("Ω", 700), ("я", 600), ("\u0301", 600)]
)
def test_other_letters_are_rather_too_wide(letter: str, width: int) -> None:
    assert width_of(letter) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, 1),
        ("one", 100, 1),
        ("one two", 35, 1),
        ("one two", 34, 2),
        ("one two three", 23, 3),
        ("W" * 20, 80, 2),
        ("W" * 21, 80, 3),
        ("a " + "W" * 10, 80, 2),
    ],
)
def test_lines_are_broken_between_words(text: str, width: float, lines: int) -> None:
    assert lines_at(text, width, 10) == lines
