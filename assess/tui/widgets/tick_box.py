"""A yes or no in a form."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from assess.languages import gettext
from assess.tui.frame.keys import bound
from assess.tui.widgets.wrapping import hanging


class TickBox(Widget, can_focus=True):
    """Yes or no: Space turns it, `y` and `n` say it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("mark", "turn", gettext("Turn")),
        bound("yes", "say(True)"),
        bound("no", "say(False)"),
        bound("open", "go_on", gettext("Go on")),
    ]
    DEFAULT_CSS = """
    TickBox { height: auto; width: 1fr; background: $surface; padding: 0; }
    TickBox:focus { background: $block-cursor-background; text-style: bold; }
    """

    is_on: reactive[bool] = reactive(default=False)

    class Turned(Message):
        """It says something else now."""

    class Submitted(Message):
        """Enter."""

    def __init__(self, text: str, *, is_on: bool) -> None:
        """Begin as yes or no."""
        super().__init__()
        self._text = text
        self.set_reactive(TickBox.is_on, is_on)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Give how many lines the text takes."""
        return self._drawn(width).plain.count("\n") + 1

    def render(self) -> Content:
        """Draw the mark and its text."""
        return self._drawn(self.content_size.width)

    def _drawn(self, width: int) -> Content:
        return hanging(f"{'[x]' if self.is_on else '[ ]'} ", self._text, width)

    def action_turn(self) -> None:
        """Turn it."""
        self.action_say(not self.is_on)

    def action_say(self, is_on: bool) -> None:  # noqa: FBT001  Textual passes what the binding states
        """Say yes or no."""
        if is_on != self.is_on:
            self.is_on = is_on
            self.post_message(self.Turned())

    def action_go_on(self) -> None:
        """Go on to the next line."""
        self.post_message(self.Submitted())

    def on_click(self) -> None:
        """Do what the place that was clicked stands for."""
        self.action_turn()
