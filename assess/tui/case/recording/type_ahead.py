"""Type-ahead: keys come faster than they are dealt with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual.widget import Widget

PATIENCE = 1.0
"""How many seconds a widget is waited for that does not answer."""


class TypeAhead:
    """Waits for what was typed on a screen and has not arrived there yet."""

    def __init__(self, widget: Widget, note_key: Callable[[], object]) -> None:
        """Wait for the screen of a widget; `note_key` is told that somebody types."""
        self._widget = widget
        self._note_key = note_key

    async def arrived(self) -> None:
        """Wait until what was typed so far has arrived.

        A key goes to the widget with the focus, and what follows from it up to the screen, through
        a queue each; an empty message through the same queues arrives behind them.
        """
        self._note_key()
        screen = self._widget.screen
        focused = screen.focused
        for node in focused.ancestors_with_self if focused is not None else ():
            for _ in range(2):
                passed = asyncio.Event()
                if node.task is not asyncio.current_task() and node.call_later(passed.set):
                    with suppress(TimeoutError):  # a widget that is just going away
                        await asyncio.wait_for(passed.wait(), PATIENCE)
            if node is screen:
                return
