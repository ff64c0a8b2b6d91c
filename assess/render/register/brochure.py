"""The country overview piece by piece: however long it is, it needs the memory of one piece.

The countries come first, for the contents name their pages; then the front. For the worker only.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assess.core.report.document.brochure import Brochure
from assess.render.printing.bound_volume import Volume
from assess.render.printing.pdf_writer import Tell, WrittenPdf, write_pdf
from assess.render.register.register_html import PIECE, Piece, overview_html, pieces

Take = Callable[[Any, Any], None]


def print_overview(
    record: Brochure,
    templates: Path,
    missing: frozenset[str],
    tell: Tell,
    target: Path,
    *,
    most: int = PIECE,
) -> WrittenPdf:
    """Print a long country overview to a file, so many organisations at a time.

    The content that is given back is empty.
    """
    done = WrittenPdf(missing=missing)
    seconds: Counter[str] = Counter()
    pages: dict[str, int] = {}
    with target.open("wb") as file:
        volume = Volume(file)

        def printed(piece: Piece, take: Take) -> int:
            def write(without: frozenset[str]) -> str:
                return overview_html(record, templates, without=without, piece=piece)

            def tell_on(part: str, page: int) -> None:
                tell(part, page and page + piece.first_page - 1)

            pressed = write_pdf(write, templates, done.missing, tell_on, take=take)
            done.missing |= pressed.missing
            done.attempts += pressed.attempts
            done.log += pressed.log
            seconds.update(pressed.seconds)
            gc.collect()  # a piece is done with before the next one begins
            return pressed.pages

        front = Piece(is_whole=False)
        next_page = 1 + printed(front, lambda _document, _pdf: None)
        for chapters in pieces(record, most):
            first = next_page

            def take(document: Any, pdf: Any, first: int = first) -> None:
                for place, page in enumerate(document.pages):
                    for anchor in page.anchors:
                        pages.setdefault(anchor, first + place)
                volume.bind(document, pdf)

            body = Piece(has_front=False, chapters=chapters, first_page=first, is_whole=False)
            next_page += printed(body, take)
        printed(
            front._replace(pages=pages),
            lambda document, pdf: volume.bind(document, pdf, is_front=True),
        )
        done.pages = volume.close()
    done.seconds = dict(seconds)
    return done
