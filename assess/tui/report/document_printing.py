"""Documents printed in the background of the interface: what goes on, and which is the newest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assess.languages import gettext
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.frame.printed import PrintedKind, not_printed, printed, printing, printing_part
from assess.tui.frame.printing import Press

if TYPE_CHECKING:
    from textual.app import App

    from assess.core.report.record.report import Report
    from assess.tui.report.document_jobs import DocumentJobs, Told
    from assess.workflow import Desk


class Telling(NamedTuple):
    """Whom documents tell, on the main thread."""

    activity: Callable[[str], None]
    """Takes what goes on, in words; empty: nothing does any more."""
    complain: Callable[[str], None]
    """Takes what could not be done."""


class DocumentPrinting:
    """Prints documents away from the main thread, and tells when they are there."""

    def __init__(
        self,
        app: App[Any],
        open_desk: Callable[[], Desk],
        templates: Path,
        theme_file: Path | None,
        telling: Telling,
        *,
        warms: bool,
    ) -> None:
        """Print for an application; `warms` tells whether the printer may get ready before."""
        self._app = app
        self._tell, self._complain = telling
        self._press = Press(templates)
        self._open_desk, self._templates, self._theme_file = open_desk, templates, theme_file
        self._warms, self._warmed = warms, False
        self._running = 0
        self.newest: Path | None = None
        """The document that was printed last."""

    def preview(self, case_id: str) -> Report:
        """Draft the report of a case to be looked at; called apart from the main thread."""
        return self._jobs.preview(case_id, self._told_apart(PrintedKind.REPORT).complain)

    def print_report(
        self, case_id: str, target: Path, *, summary: bool = False, language: str | None = None
    ) -> None:
        """Write the report of a case in the background."""
        kind = PrintedKind.SUMMARY if summary else PrintedKind.REPORT
        told = self._told_apart(kind)
        write = self._jobs.report(case_id, told, summary=summary, language=language)
        self.print_document(kind, write, target)

    def issue_report(
        self, case_id: str, target: Path, *, accepts_all: bool = False, language: str | None = None
    ) -> None:
        """Issue the next edition of a case's report in the background, and write it to a file."""
        kind = PrintedKind.EDITION
        told = self._told_apart(kind)
        write = self._jobs.edition(case_id, told, accepts_all=accepts_all, language=language)
        self.print_document(kind, write, target)

    def print_award_record(self, case_id: str, target: Path) -> None:
        """Print the award record of a case in the background."""
        write = self._jobs.award_record(case_id)
        self.print_document(PrintedKind.AWARD_RECORD, write, target)

    @property
    def _jobs(self) -> DocumentJobs:
        from assess.tui.report.document_jobs import DocumentJobs

        return DocumentJobs(self._open_desk, self._press, self._templates, self._theme_file)

    def _told_apart(self, kind: PrintedKind) -> Told:
        from assess.tui.report.document_jobs import Told

        def complain(text: str) -> None:
            self._app.call_from_thread(self._complain, text)

        return Told(self._telling(kind), self._lacking, complain)

    @property
    def is_printing(self) -> bool:
        """Whether something is being printed."""
        return self._running > 0

    def warm(self) -> None:
        """Get the printer ready in the background, if that is wanted and it is not."""
        if self._warms and not self._warmed:
            self._warmed = True
            self._app.run_worker(self._press.warm, thread=True, group="warming")

    def cancel(self) -> None:
        """Stop what is being printed."""
        self._press.cancel()

    def _telling(self, kind: PrintedKind) -> Callable[[str, int], None]:
        from assess.tui.frame.printing import teller

        def told(text: str) -> None:
            self._tell(printing_part(kind, text))

        return teller(lambda text: self._app.call_from_thread(told, text))

    def _lacking(self, letters: tuple[str, ...]) -> None:
        """Name the characters without a glyph, before the file is written."""
        named = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:8])
        text = gettext(
            "No installed font has the characters {characters}; their numbers are printed "
            "instead. The command `assess check` shows more.",
            characters=named,
        )
        self._app.call_from_thread(self._complain, text)

    def print_document(
        self, kind: PrintedKind, write: Callable[[Path], None], target: Path
    ) -> None:
        """Print a document away from the main thread, and tell when it is there."""
        self._running += 1
        self._tell(printing(kind))
        Apart(
            self._app,
            Slow("", partial(write, target), lambda _: self._printed(kind, target, "")),
            lambda error: self._printed(kind, target, str(error)),
        )

    def _printed(self, kind: PrintedKind, target: Path, fault: str) -> None:
        self._running -= 1
        if not self._running:
            self._tell("")
        self._app.screen.refresh_bindings()
        if fault:
            self._complain(not_printed(kind, fault))
            return
        self.newest = target
        self._app.notify(
            f"{printed(kind, target)}\n{gettext('Ctrl+O opens it.')}",
            timeout=15,
            markup=False,
            title=gettext("Saved"),
        )

    def open_newest(self) -> None:
        """Open the document printed last with the viewer of the system."""
        from assess.tui.dialog.documents import view

        if self.newest is None:
            self._complain(gettext("No document was saved since the program started."))
        else:
            opened = Slow("", partial(view, self.newest), lambda _: None)
            Apart(self._app, opened, lambda error: self._complain(str(error)))

    def close(self) -> None:
        """Stop printing for good."""
        self._press.close()
