"""The bundled fonts within a page: only the letters that it has, so that it asks for nothing."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

Face = tuple[str, int, str]
"""A file of the bundled fonts, with its weight and its style."""

FACES = (
    ("SourceSans3-Regular.ttf", 400, "normal"),
    ("SourceSans3-Semibold.ttf", 600, "normal"),
    ("SourceSans3-It.ttf", 400, "italic"),
)
UPRIGHT = FACES[:2]
"""Where nothing is slanted."""


def web_fonts(letters: set[str], templates: Path, faces: Sequence[Face]) -> str:
    """Give faces of the bundled fonts with only some letters, as rules of a style sheet."""
    return "\n".join(
        f'@font-face {{ font-family: "Report Sans"; font-weight: {weight}; font-style: {style}; '
        f"src: url(data:font/woff2;base64,{_subset(templates / 'fonts' / name, letters)}) "
        'format("woff2"); }'
        for name, weight, style in faces
    )


def _subset(path: Path, letters: set[str]) -> str:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    chooser = subset.Subsetter(subset.Options(flavor="woff2", notdef_outline=True))
    chooser.populate(unicodes=[ord(letter) for letter in letters])
    content = BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        chooser.subset(font)
        font.flavor = "woff2"
        font.save(content)
    return base64.b64encode(content.getvalue()).decode("ascii")
