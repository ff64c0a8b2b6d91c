"""What screens ask of the application around them, without knowing which one it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from datetime import date

    from textual.dom import DOMNode
    from textual.screen import Screen

    from assess.core.report.record.report import Report
    from assess.tui.frame.printed import PrintedKind
    from assess.workflow import Desk


class Documents(Protocol):
    """Documents that are printed in the background, as screens see them."""

    @property
    def is_printing(self) -> bool:
        """Whether something is being printed."""

    def preview(self, case_id: str) -> Report:
        """Draft the report of a case to be looked at; called apart from the main thread."""

    def print_report(
        self, case_id: str, target: Path, *, summary: bool = False, language: str | None = None
    ) -> None:
        """Write the report of a case in the background."""

    def issue_report(
        self, case_id: str, target: Path, *, accepts_all: bool = False, language: str | None = None
    ) -> None:
        """Issue the next edition of a case's report in the background.

        `accepts_all`: what nobody has looked at is accepted as it is.
        """

    def print_award_record(self, case_id: str, target: Path) -> None:
        """Print the award record of a case in the background."""

    def print_document(
        self, kind: PrintedKind, write: Callable[[Path], None], target: Path
    ) -> None:
        """Print a document away from the main thread, and tell when it is there."""

    def warm(self) -> None:
        """Get the printer ready in the background."""

    def cancel(self) -> None:
        """Stop what is being printed."""


class Host(Protocol):
    """The application, as its screens see it."""

    theme_file: Path | None
    """The publisher's or the expert's own logo, colours and texts, if there are any."""
    synthetic_notice: bool
    """Whether everything here is invented."""
    is_shared: bool
    """Whether others look at the screen: peers, notes and the last round are then hidden."""

    @property
    def desk(self) -> Desk:
        """The open desk, opened now if need be; only used on the main thread."""

    def is_open(self) -> bool:
        """Tell whether the database is open; it is opened now, if that is still to come."""

    def open_desk_apart(self) -> Desk:
        """Open a desk of its own for another thread, which closes it."""

    @property
    def previous_labels(self) -> dict[str, date]:
        """Until when previous labels are or were valid, where it was typed, by case."""

    def open_interview(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or where it was left."""

    @property
    def documents(self) -> Documents:
        """What is printed in the background."""

    @property
    def register_key(self) -> Path | None:
        """The file of the key that signs the public pages, made when it is first needed."""

    @property
    def templates(self) -> Path:
        """The folder of the templates of documents."""

    def open_register(self) -> None:
        """Show the labels of the register."""

    def open_queue(self) -> None:
        """Show the cases at the secretariat, for its staff."""

    def ask_for_report(self, case_id: str) -> None:
        """Show what will be in the report; from there it is printed."""

    def push_screen(
        self, screen: Screen[Any], callback: Callable[[Any], object] | None = None, /
    ) -> Awaitable[None]:
        """Open a screen over the others; `callback` gets its result."""

    def complain(self, text: str) -> None:
        """Say what could not be done."""

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Do something that may be refused; say why if it is. Tells whether it was done."""


def host(node: DOMNode) -> Host:
    """Give the application of a screen or widget."""
    return cast("Host", node.app)
