"""Pixels: pictures as PNG, drawn by the same hand as the PDF's. Imported by the worker only."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from assess.core.report.picture import Picture
from assess.core.tokens import Tokens
from assess.errors import RenderFault
from assess.render.charts import draw

DENSITY = 200
"""Pixels an inch: sharp on paper, and small enough for a mail."""

POINTS = 72

_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"')
_FACE = re.compile(r"@font-face \{[^}]*\}")


class Pixels(NamedTuple):
    """A picture as PNG, with its width on paper in points."""

    png: bytes
    width: float


def pixels(pictures: Sequence[Picture], tokens: Tokens, templates: Path) -> list[Pixels]:
    """Draw pictures as PNG, each on a page of a document that nobody sees."""
    import pypdfium2

    if not pictures:
        return []
    opened = pypdfium2.PdfDocument(_document([draw(one, tokens) for one in pictures], templates))
    try:
        return [_pixels(page) for page in opened]
    finally:
        opened.close()


def _document(drawings: Sequence[str], templates: Path) -> bytes:
    """Print each drawing on a page of its own size."""
    import weasyprint

    from assess.render.fetching import locked_fetcher
    from assess.render.notes import kept_notes
    from assess.render.swift import hasten

    hasten()
    style = _FACE.findall((templates / "page.css").read_text(encoding="utf-8"))
    pages = []
    for number, drawing in enumerate(drawings):
        size = _SIZE.match(drawing)
        if size is None:
            raise RenderFault("A chart has no size.")
        style.append(f"@page p{number} {{ size: {size[1]}pt {size[2]}pt; margin: 0 }}")
        content = base64.b64encode(drawing.encode("utf-8")).decode("ascii")
        pages.append(
            f'<img style="page: p{number}; display: block; width: {size[1]}pt; height: {size[2]}pt"'
            f' src="data:image/svg+xml;base64,{content}" alt="">'
        )
    with kept_notes() as notes:
        document: bytes = weasyprint.HTML(
            string=f"<style>{' '.join(style)} body {{ margin: 0 }}</style>{''.join(pages)}",
            base_url=f"{templates.resolve().as_uri()}/",
            url_fetcher=locked_fetcher([templates], []),
        ).write_pdf()
    if notes.lines:
        raise RenderFault(f"The charts could not be drawn: {notes.lines[0][:200]}")
    return document


def _pixels(page: object) -> Pixels:
    image = page.render(scale=DENSITY / POINTS).to_pil()  # type: ignore[attr-defined]  # no types
    content = BytesIO()
    image.quantize(64).save(content, "PNG", optimize=True)
    return Pixels(content.getvalue(), image.width * POINTS / DENSITY)
