"""Printing beside the interface: in a subprocess that is warm, with progress, and to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assess.workflow.report.printing import Printer

APART = 0.15
"""Seconds between two lines of progress: more often nobody reads them."""

Told = Callable[[str], object]


class Press:
    """The printer of the interface; everything but `cancel` and `close` runs in a thread."""

    def __init__(self, templates: Path) -> None:
        """Have a printer, which starts when it is first needed."""
        self.templates = templates
        self._printer: Printer | None = None
        self._lock = Lock()
        self._closed = False

    @property
    def printer(self) -> Printer:
        """The printer, made when it is first asked for; after the end it prints nothing."""
        from assess.workflow.report.printing import open_printer

        with self._lock:
            if self._printer is None:
                self._printer = open_printer(self.templates)
                if self._closed:
                    self._printer.close()
            return self._printer

    def warm(self) -> None:
        """Start it, so that the first report need not wait; a fault shows when it is asked."""
        from assess.errors import AssessError

        if self._closed:
            return
        try:
            self.printer.warm()
        except AssessError:
            return

    def cancel(self) -> None:
        """Stop what is being printed."""
        if self._printer is not None:
            self._printer.cancel()

    def close(self) -> None:
        """Stop it for good."""
        with self._lock:
            self._closed = True
            if self._printer is not None:
                self._printer.close()


def teller(told: Told) -> Callable[[str, int], None]:
    """Give what turns progress into lines, not too many of them."""
    from assess.workflow.report.printing import progress_text

    last: list[Any] = ["", 0.0]

    def tell(part: str, page: int) -> None:
        now = monotonic()
        if part != last[0] or now - last[1] > APART:
            last[:] = [part, now]
            told(progress_text(part, page))

    return tell
