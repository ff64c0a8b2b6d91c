"""The keys of the screen below, listed."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from assess.languages import gettext
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.textual_words import in_our_words
from assess.tui.widgets.screen_frame import KeyBar, Masthead, Notice

_PLAIN = {"screen.copy_text", "app.focus_next", "app.focus_previous"}
"""What every terminal program does, and nobody looks up here."""
_PLACES = (gettext("On this screen"), gettext("Where the cursor is"), gettext("Everywhere"))


class HelpScreen(Dialog[None]):
    """Lists every key that works on a screen; gives nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "leave", gettext("Back"), key_display="Esc"),
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, below: Screen[Any]) -> None:
        """Take down the keys of a screen as they are now."""
        super().__init__()
        self._below = str(getattr(below, "PLACE", "") or below.title or "")
        self._keys: dict[str, dict[str, tuple[list[str], str]]] = {place: {} for place in _PLACES}
        for node, binding, _, tooltip in below.active_bindings.values():
            if binding.description and not binding.system and binding.action not in _PLAIN:
                known = self._keys[_place(node)]
                words = in_our_words(binding.description)
                keys, _ = known.setdefault(words, ([], in_our_words(tooltip)))
                keys.append(below.app.get_key_display(binding))

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead(gettext("Keys"), self._below)
        with VerticalScroll(id="help"):
            for place, keys in self._keys.items():
                if keys:
                    yield Static(place, classes="help-head", markup=False)
                    for text, (shown, tooltip) in keys.items():
                        yield Static(_line(shown, text, tooltip))
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.query_one("#help").focus()

    def action_leave(self) -> None:
        """Go back to the screen below."""
        self.dismiss()


def _line(keys: list[str], text: str, tooltip: str) -> Content:
    shown = ", ".join(dict.fromkeys(keys))
    return Content.assemble(
        (f"  {shown:<18}", "bold $accent"), text, (f"  {tooltip}" if tooltip else "", "$text-muted")
    )


def _place(node: DOMNode) -> str:
    if isinstance(node, App):
        return _PLACES[2]
    return _PLACES[0] if isinstance(node, Screen) else _PLACES[1]
