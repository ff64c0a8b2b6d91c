"""Why an unusual answer is right: a line of words, kept as it is typed and given with Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assess.core.case.checking import reason_fault
from assess.core.text.visible import visible
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import bound
from assess.tui.widgets.screen_frame import KeyBar
from assess.tui.widgets.text_input import Line


class ReasonScreen(Dialog[str | None]):
    """A line for a reason; gives it, empty where it is taken back, or None where it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "submit", gettext("Keep the reason"), show=True),
        bound("save", "submit", gettext("Keep the reason")),
        bound("back", "leave", show=True),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, label: str, unusual: str, text: str, keep: Callable[[str], None]) -> None:
        """Ask about an answer; `keep` is given the reason whenever it changes, as no answer yet."""
        super().__init__()
        self._label, self._unusual = label, unusual
        self._line = Line(text, placeholder=gettext("a few words"))
        self._line.select_on_focus = False  # what was typed before is gone on with
        self._fault = Static("", markup=False, classes="aside-fault")
        self._keep, self._kept = keep, text

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside"):
            yield Static(self._label, markup=False, classes="aside-label")
            title = gettext("{what_is_unusual}: why is it right?", what_is_unusual=self._unusual)
            yield Static(visible(title), markup=False, classes="aside-title")
            yield self._line
            yield self._fault
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.set_focus(self._line)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        event.stop()
        if event.value != self._kept:
            self._kept = event.value
            self._keep(event.value)
            self._fault.update("")

    @on(Line.Submitted)
    def _entered(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Give the reason, or say why it is none."""
        text = self._line.value
        fault = reason_fault(text)
        if fault is None:
            self.dismiss(text.strip())
        else:
            self._fault.update(Content.styled(f"! {visible(say(fault))}", "$warning"))

    def action_leave(self) -> None:
        """Leave the reason open; what is typed is offered when it is asked for again."""
        self.dismiss(None)
