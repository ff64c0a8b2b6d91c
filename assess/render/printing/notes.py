"""Notes: what the renderer has to say while it prints."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape

_NO_GLYPH = re.compile(r"\.notdef glyph.*\(U\+([0-9A-F]+)\)", re.DOTALL)


class Notes(logging.Handler):
    """Keeps warnings, and apart from them the characters for which no font has a glyph."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        line = record.getMessage()
        glyph = _NO_GLYPH.search(line)
        if glyph:
            self.missing.add(chr(int(glyph[1], 16)))
        else:
            self.lines.append(line)


@contextmanager
def kept_notes() -> Iterator[Notes]:
    """Keep what the renderer says within the block, and let nothing of it reach the terminal."""
    notes = Notes()
    logger = logging.getLogger("weasyprint")
    before = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [notes], False
    try:
        yield notes
    finally:
        logger.handlers, logger.propagate = before


def unprintable(letters: Iterable[str]) -> set[str]:
    """Give those of some characters for which no font has a glyph, by printing them."""
    import weasyprint

    page = f"<html lang=en><title>Letters</title><p>{escape(' '.join(letters))}</p></html>"
    with kept_notes() as notes:
        weasyprint.HTML(string=page).write_pdf()
    return notes.missing
