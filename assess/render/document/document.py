"""Documents: printed as PDF, or written as a web page or for Word, in a subprocess; whole or not.

Which format a file is of, its name says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from assess.core.report.document.award_record import AwardRecord
from assess.core.report.document.site_preview import SitePreview
from assess.core.report.record.report import Report
from assess.core.text.value import Value
from assess.errors import RenderFault
from assess.files import write_whole
from assess.languages import gettext, ngettext, spoken_language
from assess.render.printing.printer import TIMEOUT, Printer, Tell
from assess.temporary import TemporaryFolder

FORMATS = ("pdf", "html", "docx")

Lacking = Callable[[tuple[str, ...]], None]
"""Takes the characters without a glyph before a file is written; it may raise to prevent that."""


@dataclass(frozen=True)
class Printed:
    """What came of printing."""

    pages: int
    missing: tuple[str, ...]
    """Characters without a glyph in any font; they stand in print by their number."""
    refused: tuple[str, ...]
    """Addresses that the document asked for and did not get."""
    seconds: Mapping[str, float]
    """How long each step took: import, record, html, parse, layout, write."""
    asked: tuple[str, ...] = ()
    """Every address that the document asked for; of what it carries itself only the kind."""


@dataclass(frozen=True)
class LibraryFinding:
    """One part of the printer on this machine."""

    name: str
    text: str
    works: bool
    package: str = ""
    """What to install where it does not work."""
    needed: bool = True
    """Whether nothing can be printed without it."""


def write_report(
    report: Report,
    templates: Path,
    target: Path,
    *,
    summary: bool = False,
    timeout: float = TIMEOUT,
    printer: Printer | None = None,
    tell: Tell | None = None,
    lacking: Lacking | None = None,
) -> Printed:
    """Print a report, or its two pages for a board, as PDF/A-3a and PDF/UA-1 to a file.

    A target that ends in `.html` or `.docx` becomes a web page or a document to edit. Raises
    RenderFault where it cannot be printed, and where the renderer had anything to warn of.
    """
    document = "summary" if summary else "report"
    return write_document(
        document,
        report,
        templates,
        target,
        timeout=timeout,
        printer=printer,
        tell=tell,
        lacking=lacking,
        is_private=True,
    )


def write_award_record(
    record: AwardRecord, templates: Path, target: Path, *, timeout: float = TIMEOUT
) -> Printed:
    """Print an award record on one page; as `write_report`."""
    return write_document("award_record", record, templates, target, timeout=timeout)


def format_of(target: Path) -> str:
    """Give the format that a file's name stands for: `pdf`, `html` or `docx`."""
    kind = target.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise RenderFault(
            gettext(
                "{target} does not end in .{formats}.", target=target, formats=", .".join(FORMATS)
            )
        )
    return kind


def libraries(templates: Path) -> tuple[LibraryFinding, ...]:
    """Tell what of the printer works on this machine; never raises for what does not."""
    try:
        with Printer(templates) as printer:
            answer = printer.ask({"document": "libraries"})
    except RenderFault as fault:
        package = gettext(
            "libpangoft2-1.0-0 and libharfbuzz-subset0 (Debian), pango (Fedora, Homebrew), "
            "mingw-w64-ucrt-x86_64-pango (MSYS2)"
        )
        return (LibraryFinding(name="WeasyPrint", text=str(fault), works=False, package=package),)
    return tuple(LibraryFinding(**found) for found in answer["found"])


def write_document(  # noqa: PLR0913  what may be stated of any document
    document: str,
    record: Value,
    templates: Path,
    target: Path,
    *,
    timeout: float = TIMEOUT,
    printer: Printer | None = None,
    tell: Tell | None = None,
    lacking: Lacking | None = None,
    is_private: bool = False,
) -> Printed:
    """Print any document of the worker by its name; a printer that is warm already is faster.

    What `is_private`, as answers are, can be read by nobody else.

    It is printed in the language of its record, or where that states none, in the one spoken now.
    """
    with (
        TemporaryFolder("print") as folder,
        nullcontext(printer) if printer is not None else Printer(templates) as ready,
    ):
        printed = folder.path / "document.pdf"
        request = {
            "document": document,
            "record": record.model_dump(mode="json"),
            "target": str(printed),
            "format": format_of(target),
            "language": getattr(record, "language", spoken_language().code),
        }
        answer = ready.ask(request, timeout=timeout, tell=tell)
        if answer["log"]:
            raise RenderFault(_warned(answer["log"][0][:300], len(answer["log"]) - 1))
        if answer["missing"] and lacking is not None:
            lacking(tuple(answer["missing"]))
        write_whole(target, printed.read_bytes(), is_private=is_private)
    return Printed(
        pages=answer["pages"],
        missing=tuple(answer["missing"]),
        refused=tuple(answer["refused"]),
        seconds=answer["seconds"],
        asked=tuple(answer["asked"]),
    )


def draw_previews(records: Sequence[SitePreview], templates: Path) -> Iterator[bytes]:
    """Give the picture of the public pages as PNG in each language; RenderFault: it cannot be."""
    with TemporaryFolder("print") as folder, Printer(templates) as printer:
        target = folder.path / "preview.png"
        for record in records:
            request = {"document": "preview", "format": "png", "target": str(target)}
            stated = {"record": record.model_dump(mode="json"), "language": record.language}
            printer.ask(request | stated)
            yield target.read_bytes()


def _warned(first: str, more: int) -> str:
    """Say what the renderer warned of."""
    if not more:
        return gettext("The document could not be printed correctly: {fault}.", fault=first)
    return ngettext(
        "The document could not be printed correctly: {fault} (and {count} more).",
        "The document could not be printed correctly: {fault} (and {count} more).",
        more,
        fault=first,
    )
