"""Keys in the order in which they were pressed, each dealt with in full before the next one.

Textual hands a key to the widget with the focus and takes the next one at once. It inserts a
letter as soon as its widget sees it, but lets a key that is bound (Backspace, End, an arrow) go up
to the application and come back as an action. Where keys come faster than the machine follows,
letters would overtake it: `1`, Backspace, `2` would leave nothing of the 2. Or a key would find the
screen, the card or the focus as it was before, and answer another question. So a widget carries out
at once what it has bound itself, and the application lets each key wait for its turn.
"""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from time import monotonic

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

LOOK_SECONDS = 0.05
"""How often it is looked whether a widget that is waited for has gone."""

SOON = 12
"""How many turns of the loop are given to a widget that is idle, before a clock is set for it."""

PATIENCE = 10.0
"""How many seconds a widget is waited for that does not answer; it may itself wait for keys."""

AT_ONCE = 0.001
"""Keys that arrive within so many seconds were read at once, from a line or machine that lags."""

CHORDS = ("ctrl+", "alt+", "super+", "hyper+", "meta+")

KeyOrPaste = Key | Paste


class KeyTurns:
    """Takes keys and pasted texts in, and deals with them in their order."""

    def __init__(self, app: App[None], deal: Callable[[KeyOrPaste], Awaitable[None]]) -> None:
        """Take those of an application; `deal` deals with one."""
        self._app, self._deal = app, deal
        self._waiting: deque[KeyOrPaste] = deque()
        self._is_called = False
        """Whether the next key has been called up."""
        self._before = 0.0
        """When the last key was pressed."""
        self._typed_in: Widget | None = None
        """Where the text goes of which the last key was a letter."""

    @property
    def is_idle(self) -> bool:
        """Whether no key waits for its turn."""
        return not self._waiting and not self._is_called

    def take(self, event: KeyOrPaste) -> None:
        """Take a key; it is dealt with once those before it are."""
        self._waiting.append(event)
        self._call_next()

    def _call_next(self) -> None:
        """Call the next key up, behind all that the application has to do already.

        A key that its widget has no use for comes back to the application in a message of its own.
        """
        if self._waiting and not self._is_called:
            self._is_called = self._app.call_later(self._deal_with_next)

    async def _deal_with_next(self) -> None:
        self._is_called = False
        event = self._as_pressed(self._waiting.popleft())
        if not self._goes_on_typing(event):
            await arrived(self._app.screen)
        focused = self._app.focused
        is_typed = _takes_letters(focused) and _is_letter(event)
        self._typed_in = focused if is_typed else None
        await self._deal(without_letter(event))
        if not is_typed:
            await arrived(self._app.screen)
        self._call_next()

    def _as_pressed(self, event: KeyOrPaste) -> KeyOrPaste:
        """Give a key as it was pressed, where several arrived at once.

        Textual cannot tell an Esc from the beginning of a sequence then: it makes `^` of one with
        another Esc behind it, and a chord with Alt of the last one and the letter after it.
        """
        before, self._before = self._before, event.time
        is_alone = event.time - before > AT_ONCE and not (
            self._waiting and self._waiting[0].time - event.time <= AT_ONCE
        )
        if is_alone or not isinstance(event, Key):
            return event
        chord, _, letter = event.key.rpartition("+")
        if chord == "alt" and len(letter) == 1:
            self._waiting.appendleft(_pressed(letter, letter, event.time))
        elif event.key != "circumflex_accent" or not self._waiting:
            return event
        return _pressed("escape", None, event.time)

    def _goes_on_typing(self, event: KeyOrPaste) -> bool:
        """Tell whether a letter follows another one into the same text, which keeps their order."""
        focused = self._app.focused
        return focused is not None and focused is self._typed_in and _is_letter(event)


def _is_letter(event: KeyOrPaste) -> bool:
    return isinstance(event, Key) and event.is_printable and not _is_chord(event)


def _is_chord(event: Key) -> bool:
    return event.key.startswith(CHORDS)


def without_letter(event: KeyOrPaste) -> KeyOrPaste:
    """Give a key; that of a chord without its letter, which nobody means to type."""
    if not isinstance(event, Key) or not event.is_printable or not _is_chord(event):
        return event
    return _pressed(event.key, None, event.time)


def _pressed(key: str, character: str | None, at: float) -> Key:
    """Give a key that was pressed at a moment."""
    event = Key(key, character)
    event.time = at
    return event


async def arrived(screen: Screen[object]) -> None:
    """Wait until what was typed so far on a screen has arrived, and what follows from it is done.

    A key goes to the widget with the focus, and what follows from it up to the screen, through a
    queue each; an empty message through the same queues arrives behind them.
    """
    until = monotonic() + PATIENCE
    while not screen.is_running and monotonic() < until:  # noqa: ASYNC110  nothing tells when it is made
        await asyncio.sleep(LOOK_SECONDS / 10)
    focused = screen.focused
    for node in focused.ancestors_with_self if focused is not None else (screen,):
        for _ in range(2):
            await _passed(node)
        if node is screen:
            return


async def _passed(node: MessagePump) -> None:
    """Wait until the messages that wait for a widget are dealt with; not for one that goes away."""
    passed = asyncio.Event()
    if not node.is_running or node.task is asyncio.current_task():
        return
    if not node.call_later(passed.set):
        return
    for _ in range(SOON):
        await asyncio.sleep(0)
        if passed.is_set():
            return
    until = monotonic() + PATIENCE
    while node.is_attached and monotonic() < until:
        try:
            await asyncio.wait_for(passed.wait(), LOOK_SECONDS)
        except TimeoutError:
            continue
        return


async def carry_out(widget: Widget, event: Key) -> None:
    """Carry out a key that a widget has bound itself at once, between the letters around it."""
    if widget.check_consume_key(event.key, event.character):
        return
    for binding in _bindings(type(widget)).get(event.key, ()):
        if await widget.app.run_action(binding.action, widget):
            event.stop()
            event.prevent_default()
            return


@cache
def _bindings(kind: type[Widget]) -> Mapping[str, Sequence[Binding]]:
    """Give what a kind of widget and its ancestors have bound, by the key."""
    maps = (BindingsMap(vars(part).get("BINDINGS", ())) for part in reversed(kind.__mro__))
    return BindingsMap.merge(maps).key_to_bindings


def _takes_letters(focused: Widget | None) -> bool:
    """Tell whether letters are typed into what has the focus; loads nothing for the first list."""
    from textual.widgets import Input

    if isinstance(focused, Input):
        return True
    if focused is None or "textual.widgets._text_area" not in sys.modules:
        return False  # no text of several lines was ever shown
    from textual.widgets import TextArea

    return isinstance(focused, TextArea)
