"""Raster: pictures as PNG, drawn by the same hand as the PDF's. Imported by the worker only."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from assess.core.report.figure.picture import Picture
from assess.core.report.record.theme import Logo
from assess.core.text.design_tokens import Tokens
from assess.errors import RenderFault
from assess.languages import gettext
from assess.render.chart.chart import draw

DENSITY, LOGO_DENSITY = 200, 400
"""Pixels an inch: sharp on paper, and small enough for a mail."""

POINTS = 72

LOGO_WIDTH, LOGO_HEIGHT = 227, 57
"""The room for a logo in points: what the cover of the PDF leaves for it."""

_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"')
_FACE = re.compile(r"@font-face \{[^}]*\}")


class Pixels(NamedTuple):
    """A picture as PNG, with its width on paper in points."""

    png: bytes
    width: float


def pixels(pictures: Sequence[Picture], tokens: Tokens, templates: Path) -> list[Pixels]:
    """Draw pictures as PNG, each on a page of a document that nobody sees."""
    sheets = []
    for picture in pictures:
        drawing = draw(picture, tokens)
        size = _SIZE.match(drawing)
        if size is None:
            raise RenderFault(gettext("A chart has no size."))
        content = base64.b64encode(drawing.encode("utf-8")).decode("ascii")
        style = f"width:{size[1]}pt;height:{size[2]}pt"
        sheets.append(_PaperSheet(f"data:image/svg+xml;base64,{content}", size[1], size[2], style))
    return [
        Pixels(_png(image.quantize(64)), image.width * POINTS / DENSITY)
        for image in _drawn(sheets, templates, DENSITY)
    ]


def logo_pixels(logo: Logo, templates: Path) -> Pixels:
    """Draw a logo as PNG, as the cover of the PDF shows it, without the empty paper around it."""
    width, height = str(LOGO_WIDTH), str(LOGO_HEIGHT)
    style = f"max-width:{width}pt;max-height:{height}pt"
    (image,) = _drawn([_PaperSheet(logo.address, width, height, style)], templates, LOGO_DENSITY)
    inked = image.convert("L").point(lambda lightness: 255 if lightness < PAPER else 0).getbbox()
    image = image.crop(inked) if inked else image
    return Pixels(_png(image), image.width * POINTS / LOGO_DENSITY)


PAPER = 252
"""What is at least so light, of 255, is taken for empty paper."""


class _PaperSheet(NamedTuple):
    """An image on a page of its own, sizes in points."""

    address: str
    width: str
    height: str
    style: str


def _drawn(sheets: Sequence[_PaperSheet], templates: Path, density: int) -> Iterator[Any]:
    """Draw each sheet as an image of Pillow, which the reader of the PDF gives."""
    import pypdfium2

    if not sheets:
        return
    opened = pypdfium2.PdfDocument(_document(sheets, templates))
    try:
        for page in opened:
            yield page.render(scale=density / POINTS).to_pil()
    finally:
        opened.close()


def _document(sheets: Sequence[_PaperSheet], templates: Path) -> bytes:
    """Print each image on a page of its own size."""
    import weasyprint

    from assess.render.printing.fetcher import locked_fetcher
    from assess.render.printing.notes import kept_notes

    style = _FACE.findall((templates / "page.css").read_text(encoding="utf-8"))
    pages = []
    for number, sheet in enumerate(sheets):
        style.append(f"@page p{number} {{ size: {sheet.width}pt {sheet.height}pt; margin: 0 }}")
        pages.append(
            f'<img style="page: p{number}; display: block; {sheet.style}" '
            f'src="{sheet.address}" alt="">'
        )
    with kept_notes() as notes:
        document: bytes = weasyprint.HTML(
            string=f"<style>{' '.join(style)} body {{ margin: 0 }}</style>{''.join(pages)}",
            base_url=f"{templates.resolve().as_uri()}/",
            url_fetcher=locked_fetcher([templates], []),
        ).write_pdf()
    if notes.lines:
        raise RenderFault(
            gettext("The pictures could not be drawn: {fault}", fault=notes.lines[0][:200])
        )
    return document


def _png(image: Any) -> bytes:
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
