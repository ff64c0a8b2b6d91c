"""A note on a question: several lines, kept as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.screen_frame import KeyBar
from assess.tui.widgets.text_input import Page


class NoteScreen(Dialog[str | None]):
    """A page to write on; gives the note as it stands when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave", gettext("Done, save the note"), show=True),
        *(
            bound(name, "leave", gettext("Done, save the note"))
            for name in ("save", "next_field", "leave")
        ),
        bound("for_report", "turn", gettext("For the report, or private"), show=True),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(
        self, label: str, text: str, keep: Callable[[str], None], *, for_report: bool = False
    ) -> None:
        """Write on; `keep` is given the note whenever it changes.

        `for_report` says whether the note may be in the report; one key turns it.
        """
        super().__init__()
        self.for_report = for_report
        self._label = label
        self._page = Page(text, placeholder=gettext("what you want to remember"))
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside"):
            yield Static(
                gettext("Note: {question}", question=self._label),
                markup=False,
                classes="aside-title",
            )
            yield self._page
            yield Static(self._who(), id="who", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self._page.move_cursor(self._page.document.end)
        self.set_focus(self._page)

    @on(Page.Changed)
    def _typed(self, event: Page.Changed) -> None:
        event.stop()
        self._keep(self._page.text)

    def _who(self) -> str:
        if self.for_report:
            return gettext("This note is for the report: others can read it. F6 makes it private.")
        return gettext("This note is private. F6 marks it for the report.")

    def action_turn(self) -> None:
        """Mark the note for the report, or as private again."""
        self.for_report = not self.for_report
        self.query_one("#who", Static).update(self._who())

    def action_leave(self) -> None:
        """Keep the note and go back."""
        self.dismiss(self._page.text)
