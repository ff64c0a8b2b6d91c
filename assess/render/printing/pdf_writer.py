"""The PDF writer: from HTML to a tagged PDF that lasts. Imported by the worker only."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import weasyprint

from assess.languages import gettext
from assess.render.printing.fetcher import Attempt, locked_fetcher
from assess.render.printing.form_fields import filling
from assess.render.printing.notes import kept_notes, unprintable
from assess.render.printing.pdf_archive import VARIANT, finish

Finisher = Callable[[Any, Any], None]
"""Takes a laid out document and the PDF that is about to be written of it."""

Tell = Callable[[str, int], None]
"""Takes the part that is worked on, and the page where there is one."""

_UNUSUAL = re.compile("[^\x00-\u024f\u0370-\u052f\u2000-\u206f\u20ac\ud800-\udfff]")
"""Characters beyond Latin, Greek and Cyrillic, which the bundled fonts have."""

_PAGE = re.compile(r"Step 5 .* Page (\d+)$")
_STEPS = {"Step 3": "style", "Step 4": "style", "Step 6": "write"}


@dataclass(frozen=True)
class Attached:
    """A file that travels within the document."""

    name: str
    description: str
    content: bytes
    day: date


@dataclass
class WrittenPdf:
    """A printed document, and what there is to say of how it was printed."""

    content: bytes = b""
    pages: int = 0
    missing: frozenset[str] = frozenset()
    attempts: list[Attempt] = field(default_factory=list)
    """All that the document asked for, in its order."""
    log: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def without_glyph(text: str) -> frozenset[str]:
    """Give the unusual characters of a text that cannot be printed; asking costs little."""
    unusual = set(_UNUSUAL.findall(text))
    return frozenset(unprintable(sorted(unusual))) if unusual else frozenset()


def write_pdf(
    write_html: Callable[[frozenset[str]], str],
    templates: Path,
    missing: frozenset[str],
    tell: Tell,
    attached: Attached | None = None,
    filled: Mapping[str, str] | None = None,
) -> WrittenPdf:
    """Print a document; once more where a character had no glyph, with its number instead.

    With `filled`, its inputs become fields of a form, which say that already.
    """
    pressed = WrittenPdf(missing=missing)
    with kept_notes() as notes, _told(tell):
        _press(pressed, write_html, templates, attached, filled)
    if notes.missing:
        pressed.missing |= notes.missing
        with kept_notes() as notes, _told(tell):
            _press(pressed, write_html, templates, attached, filled)
        notes.lines += [
            gettext("no glyph for U+{letter}", letter=f"{ord(letter):04X}")
            for letter in sorted(notes.missing)
        ]
    pressed.log = notes.lines
    return pressed


def _press(
    pressed: WrittenPdf,
    write_html: Callable[[frozenset[str]], str],
    templates: Path,
    attached: Attached | None,
    filled: Mapping[str, str] | None,
) -> None:
    with _timed(pressed.seconds, "html"):
        page = write_html(pressed.missing)
    fetcher = locked_fetcher([templates], pressed.attempts)
    base = f"{templates.resolve().as_uri()}/"
    with _timed(pressed.seconds, "parse"):
        document = weasyprint.HTML(string=page, base_url=base, url_fetcher=fetcher)
    options: dict[str, Any] = {"pdf_variant": VARIANT, "pdf_tags": True}
    finisher: Finisher = finish
    if filled is not None:
        options = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "pdf_forms": True}
        finisher = filling(filled)
    with _timed(pressed.seconds, "layout"):
        laid_out = document.render(**options)
    with _timed(pressed.seconds, "write"):
        if attached is not None:
            laid_out.metadata.attachments.append(_attachment(attached))
        pressed.content = laid_out.write_pdf(finisher=finisher, **options)
    pressed.pages = len(laid_out.pages)


def _attachment(attached: Attached) -> Any:
    """Attach a file with the day of the document as its time: the clock would change the bytes."""
    midnight = datetime(attached.day.year, attached.day.month, attached.day.day, tzinfo=UTC)
    return weasyprint.Attachment(
        file_obj=BytesIO(attached.content),
        name=attached.name,
        description=attached.description,
        relationship="Source",
        created=midnight,
        modified=midnight,
    )


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[part] = seconds.get(part, 0.0) + time.perf_counter() - started


class _Steps(logging.Handler):
    """Turns what WeasyPrint says of its progress into parts and pages."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.INFO)
        self.tell = tell
        self.page = 0

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        page = _PAGE.match(line)
        if page:
            if int(page[1]) > self.page:  # pages are gone through again for their numbers
                self.page = int(page[1])
                self.tell("layout", self.page)
        elif line[:6] in _STEPS:
            self.tell(_STEPS[line[:6]], 0)


@contextmanager
def _told(tell: Tell) -> Iterator[None]:
    logger = logging.getLogger("weasyprint.progress")
    before = logger.handlers, logger.propagate, logger.level
    logger.handlers, logger.propagate = [_Steps(tell)], False
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.handlers, logger.propagate = before[:2]
        logger.setLevel(before[2])
