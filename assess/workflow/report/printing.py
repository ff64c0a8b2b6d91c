"""Printing for those who stay open: a warm printer, and what its progress is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess.languages import gettext

if TYPE_CHECKING:
    from assess.render.printing.printer import Printer as Printer  # noqa: PLC0414  for those who keep one

PARTS = {
    "start": "starting the printer",
    "record": "reading the record",
    "style": "styling",
    "write": "writing the file",
}
"""The parts of printing in words."""


def progress_text(part: str, page: int) -> str:
    """Say how far printing is."""
    return gettext("page {page}", page=page) if page else PARTS.get(part, part)


def open_printer(templates: Path) -> Printer:
    """Give a printer that starts when it is first asked, or warmed; it has to be closed.

    It gives way to the interface beside it.
    """
    from assess.render.printing.printer import Printer

    return Printer(templates, gives_way=True)


def is_cancelled(error: Exception) -> bool:
    """Tell whether printing ended because it was not wanted any more."""
    from assess.render.printing.printer import Cancelled

    return isinstance(error, Cancelled)
