"""Raster: pictures as PNG, drawn by the same hand as the PDF's. Imported by the worker only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from assess.core.report.figure.picture import Picture
from assess.core.report.record.theme import Logo
from assess.core.text.design_tokens import Tokens
from assess.errors import RenderFault
from assess.languages import gettext
from assess.render.chart.chart import compose
from assess.render.chart.printed import printed
from assess.render.document.html import style_of

DENSITY, LOGO_DENSITY = 200, 400
"""Pixels an inch: sharp on paper, and small enough for a mail."""

POINTS = 72

LOGO_WIDTH, LOGO_HEIGHT = 227, 57
"""The room for a logo in points: what the cover of the PDF leaves for it."""


class Pixels(NamedTuple):
    """A picture as PNG, with its width on paper in points."""

    png: bytes
    width: float


def pixels(pictures: Sequence[Picture], tokens: Tokens, templates: Path) -> list[Pixels]:
    """Draw pictures as PNG, each on a page of a document that nobody sees."""
    sheets = []
    for picture in pictures:
        canvas = compose(picture, tokens)
        chart = printed(picture, tokens, "", frozenset())
        sheets.append(_PaperSheet(chart, f"{canvas.width:g}", f"{canvas.height:.1f}"))
    style = style_of(("page.css",), tokens, templates)
    return [
        Pixels(_png(image.quantize(64)), image.width * POINTS / DENSITY)
        for image in _drawn(sheets, style, templates, DENSITY)
    ]


def logo_pixels(logo: Logo, templates: Path) -> Pixels:
    """Draw a logo as PNG, as the cover of the PDF shows it, without the empty paper around it."""
    width, height = str(LOGO_WIDTH), str(LOGO_HEIGHT)
    style = f"display:block;max-width:{width}pt;max-height:{height}pt"
    sheet = _PaperSheet(f'<img style="{style}" src="{logo.address}" alt="">', width, height)
    (image,) = _drawn([sheet], "", templates, LOGO_DENSITY)
    inked = image.convert("L").point(lambda lightness: 255 if lightness < PAPER else 0).getbbox()
    image = image.crop(inked) if inked else image
    return Pixels(_png(image), image.width * POINTS / LOGO_DENSITY)


def page_png(html: str, templates: Path) -> bytes:
    """Draw the one page of a document, a pixel for each of CSS."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(_printed_html(html, templates))
    try:
        return _png(opened[0].render(scale=PIXELS / POINTS).to_pil().quantize(128))
    finally:
        opened.close()


PIXELS = 96
"""Pixels of CSS an inch."""

PAPER = 252
"""What is at least so light, of 255, is taken for empty paper."""


class _PaperSheet(NamedTuple):
    """What stands on a page of its own, sizes in points."""

    content: str
    width: str
    height: str


def _drawn(
    sheets: Sequence[_PaperSheet], style: str, templates: Path, density: int
) -> Iterator[Any]:
    """Draw each sheet as an image of Pillow, which the reader of the PDF gives."""
    import pypdfium2

    if not sheets:
        return
    opened = pypdfium2.PdfDocument(_document(sheets, style, templates))
    try:
        for page in opened:
            yield page.render(scale=density / POINTS).to_pil()
    finally:
        opened.close()


_BARE = "@page { margin: 0; " + " ".join(
    f"@{place} {{ content: none }}"
    for place in ("top-left", "top-right", "bottom-left", "bottom-right")
)
"""A page without what the pages of documents have in their margins."""


def _document(sheets: Sequence[_PaperSheet], style: str, templates: Path) -> bytes:
    """Print each sheet on a page of its own size."""
    rules, pages = [style, f"{_BARE} }} body {{ margin: 0 }}"], []
    for number, sheet in enumerate(sheets):
        rules.append(f"@page p{number} {{ size: {sheet.width}pt {sheet.height}pt }}")
        pages.append(f'<div style="page: p{number}">{sheet.content}</div>')
    return _printed_html(f"<style>{' '.join(rules)}</style>{''.join(pages)}", templates)


def _printed_html(html: str, templates: Path) -> bytes:
    import weasyprint

    from assess.render.printing.fetcher import locked_fetcher
    from assess.render.printing.notes import kept_notes

    with kept_notes() as notes:
        document: bytes = weasyprint.HTML(
            string=html,
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
