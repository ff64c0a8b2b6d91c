"""Prints documents in the long ways and in the short ones: python printed_both_ways.py HTML FOLDER.

Says as one line of JSON what came of it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assess.render.printing.deferred_import import postpone

POSTPONED = postpone()

import pydyf  # noqa: E402  what is late has to be prepared first
import pypdfium2  # noqa: E402
import weasyprint  # noqa: E402

from assess.render.printing import speedup  # noqa: E402
from assess.render.printing.speedup import letters, pictures, written_file  # noqa: E402

UNUSUAL = Path(__file__).with_name("unusual.html")
"""A page of words that have to go the long way, among others."""

DRAWING = Path(__file__).with_name("drawing.html")
"""Words of a picture, which two of the short ways draw with other signs and the same ink."""

VARIABLE = """<html lang="en"><title>Web font</title><style>
@font-face { font-family: "Web"; src: url("data:font/woff2;base64,d09GMgAB") }
</style><p style="font-family: Web">A font that cannot be read</p></html>"""


def printed(page: str, base: str, **options: Any) -> tuple[int, bytes]:
    """Print a page; the fonts' identifiers and the clock are the same each time."""
    document = weasyprint.HTML(string=page, base_url=base).render(**options)
    return len(document.pages), document.write_pdf(**options)


def main(report: Path, templates: Path) -> None:
    """Print each document in both ways."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    base = f"{templates.as_uri()}/"
    documents = {
        "unusual": (UNUSUAL.read_text("utf-8"), {}),
        "report": (report.read_text("utf-8"), {"pdf_variant": "pdf/a-3a", "pdf_tags": True}),
    }
    pictures.hasten()  # the one that is not the same to the byte
    _, at_once = printed(DRAWING.read_text("utf-8"), base)
    only_filled, pictures._is_only_filled = pictures._is_only_filled, lambda node: not node
    _, with_all = printed(DRAWING.read_text("utf-8"), base)
    pictures._is_only_filled = only_filled
    long = {name: printed(page, base, **opts) for name, (page, opts) in documents.items()}
    before = pydyf.PDF.write
    speedup.COMPARED_WITH, known = {("0", "0")}, speedup.COMPARED_WITH
    left_alone = not speedup.hasten() and pydyf.PDF.write is before
    speedup.COMPARED_WITH = known
    written_file.LEVEL = 9  # as pydyf has it
    hastened = speedup.hasten()
    ways = {"short": 0, "long": 0}
    letters._string = counted(letters._string, ways, "short")
    letters._draw_first_line = counted(letters._draw_first_line, ways, "long")
    short = {name: printed(page, base, **opts) for name, (page, opts) in documents.items()}
    loaded = "fontTools.ttLib.tables._g_l_y_f", "fontTools.ttLib.woff2"
    loaded_before = any(name in sys.modules for name in loaded)
    printed(VARIABLE, base)
    said = {
        "postponed": POSTPONED,
        "left_alone": left_alone,
        "hastened": hastened,
        "documents": {
            name: (pages, digest(content), digest(short[name][1]))
            for name, (pages, content) in long.items()
        },
        "same_ink": at_once != with_all and ink(at_once) == ink(with_all),
        "loaded_before": loaded_before,
        "loaded_after": any(name in sys.modules for name in loaded),
        **ways,
    }
    print(json.dumps(said))  # noqa: T201  the test reads it


def ink(content: bytes) -> bytes:
    """Give the pixels of the first page."""
    with pypdfium2.PdfDocument(content) as document:
        return bytes(document[0].render(scale=2).buffer)


def counted(draw: Callable[..., Any], ways: dict[str, int], way: str) -> Callable[..., Any]:
    """Count how often a way of drawing is gone."""

    def drawing(*given: Any) -> Any:
        ways[way] += 1
        return draw(*given)

    return drawing


def digest(content: bytes) -> str:
    """Give what stands for the bytes of a file."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
