"""Keys one after another: each is dealt with in full before the next one is looked at.

Textual hands a key to the widget with the focus and takes the next one at once. Where keys come
faster than the machine follows, the next one would find the screen, the card or the focus as it
was before, and would answer another question. Here it waits for its turn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

LOOK_SECONDS = 0.05
"""How often it is looked whether a widget that is waited for has gone."""

CHORDS = ("ctrl+", "alt+", "super+", "hyper+", "meta+")

KeyOrPaste = Key | Paste


class KeyTurns:
    """Takes keys and pasted texts in, and deals with them in their order."""

    def __init__(self, app: App[None], deal: Callable[[KeyOrPaste], Awaitable[None]]) -> None:
        """Take those of an application; `deal` deals with one."""
        self._app, self._deal = app, deal
        self._waiting: deque[KeyOrPaste] = deque()
        self._typed_in: Widget | None = None
        """Where the text goes of which the last key was a letter."""

    async def take(self, event: KeyOrPaste) -> None:
        """Take a key, and deal with it once those before it are dealt with."""
        self._waiting.append(event)
        await self._go_on()

    async def _go_on(self) -> None:
        while self._waiting:
            event, screen = self._waiting[0], self._app.screen
            if not self._goes_on_typing(event):
                await arrived(screen)
            if self._app.screen is not screen:  # what opens or closes it may have more to do
                self._app.call_next(self._go_on)
                return
            self._waiting.popleft()
            self._typed_in = self._app.focused if _is_letter(event) else None
            await self._deal(without_letter(event))

    def _goes_on_typing(self, event: KeyOrPaste) -> bool:
        """Tell whether a letter follows another one into the same text, which keeps their order."""
        focused = self._app.focused
        is_text = isinstance(focused, Input | TextArea) and focused is self._typed_in
        return is_text and _is_letter(event)


def _is_letter(event: KeyOrPaste) -> bool:
    return isinstance(event, Key) and event.is_printable and not _is_chord(event)


def _is_chord(event: Key) -> bool:
    return event.key.startswith(CHORDS)


def without_letter(event: KeyOrPaste) -> KeyOrPaste:
    """Give a key; that of a chord without its letter, which nobody means to type."""
    if not isinstance(event, Key) or not event.is_printable or not _is_chord(event):
        return event
    chord = Key(event.key, None)
    chord.time = event.time
    return chord


async def arrived(screen: Screen[object]) -> None:
    """Wait until what was typed so far on a screen has arrived, and what follows from it is done.

    A key goes to the widget with the focus, and what follows from it up to the screen, through a
    queue each; an empty message through the same queues arrives behind them.
    """
    focused = screen.focused
    for node in focused.ancestors_with_self if focused is not None else (screen,):
        for _ in range(2):
            await _passed(node)
        if node is screen:
            return


async def _passed(node: MessagePump) -> None:
    """Wait until the messages that wait for a widget are dealt with; not for one that goes away."""
    passed = asyncio.Event()
    if node.task is asyncio.current_task() or not node.call_later(passed.set):
        return
    while node.is_attached and node.is_running:
        try:
            await asyncio.wait_for(passed.wait(), LOOK_SECONDS)
        except TimeoutError:
            continue
        return
