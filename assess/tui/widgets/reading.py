"""A text to read, scrolled by the keys that move everywhere."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from assess.tui.frame.keys import bound


class ReadingPane(VerticalScroll):
    """Scrolls what it holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("up", "scroll_up"),
        bound("down", "scroll_down"),
    ]


class Detail(ReadingPane):
    """What is said in full about the marked row; the focus stays in the list of rows."""

    def __init__(self) -> None:
        """Begin as the width of the terminal has it."""
        super().__init__(classes="detail")

    def turn(self) -> None:
        """Show it, or put it away for a wider list."""
        if self.has_focus:
            self.screen.focus_previous()
        self.display = not self.display
