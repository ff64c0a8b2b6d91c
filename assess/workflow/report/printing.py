"""Printing for those who stay open: a warm printer, and what its progress is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess.languages import gettext, gettext_noop

if TYPE_CHECKING:
    from assess.render.printing.printer import Printer as Printer  # noqa: PLC0414  for those who keep one

PARTS = {
    "start": gettext_noop("starting the printer"),
    "record": gettext_noop("reading the record"),
    "style": gettext_noop("styling"),
    "write": gettext_noop("writing the file"),
}
"""The parts of printing in words."""


def progress_text(part: str, page: int) -> str:
    """Say how far printing is."""
    if page:
        return gettext("page {page}", page=page)
    return gettext(PARTS[part]) if part in PARTS else part


def open_printer(templates: Path) -> Printer:
    """Give a printer that starts when it is first asked, or warmed; it has to be closed.

    It gives way to the interface beside it.
    """
    from assess.render.printing.printer import Printer

    return Printer(templates, gives_way=True)
