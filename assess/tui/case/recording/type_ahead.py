"""Type-ahead: keys come faster than they are dealt with."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from assess.tui.frame.key_order import arrived


class TypeAhead:
    """Waits for what was typed on a screen and has not arrived there yet."""

    def __init__(self, widget: Widget, note_key: Callable[[], object]) -> None:
        """Wait for the screen of a widget; `note_key` is told that somebody types."""
        self._widget = widget
        self._note_key = note_key

    async def arrived(self) -> None:
        """Wait until what was typed so far has arrived."""
        self._note_key()
        await arrived(self._widget.screen)
