"""Asks for the number of an indicator; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.text_input import Line


class GoToScreen(Dialog[int | None]):
    """A line for a number; gives the number of an indicator, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave", gettext("Stay here"), show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, titles: Sequence[str]) -> None:
        """Ask; the titles are those of the indicators from 1 on."""
        super().__init__()
        self._titles = tuple(titles)
        self._line = Line()
        self._line.restrict = "[0-9]*"

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside"), Horizontal(classes="aside-row"):
            yield Static(f"{gettext('Go to indicator')} ", markup=False, classes="aside-title")
            yield self._line
            yield Static("", markup=False, classes="aside-echo")

    def on_mount(self) -> None:
        """Begin."""
        self.set_focus(self._line)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        number = self._number(event.value)
        echo = (
            self._titles[number - 1] if number else gettext("1 to {last}", last=len(self._titles))
        )
        self.query_one(".aside-echo", Static).update(Content(f"  {echo}"))

    @on(Line.Submitted)
    def _entered(self, event: Line.Submitted) -> None:
        number = self._number(event.value)
        if number is not None or not event.value.strip():
            self.dismiss(number)

    def _number(self, text: str) -> int | None:
        typed = text.strip()
        is_number = typed.isascii() and typed.isdecimal() and len(typed) <= 4
        return int(typed) if is_number and 1 <= int(typed) <= len(self._titles) else None

    def action_leave(self) -> None:
        """Stay where the interview is."""
        self.dismiss(None)
