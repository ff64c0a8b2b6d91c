"""Whoever walks: presses keys, looks at what is shown, and takes down what is wrong with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import ModalScreen

from assess.tui.app import AssessApp
from assess.tui.case.home import HomeScreen
from assess.tui.dialog.help import HelpScreen
from tests.languages.english_words import Data
from tests.languages.on_screen import texts_on
from tests.languages.screen_places import Watch
from tests.tui.pace import done_apart

CALM = 2
"""After so many looks at a screen that is as before it stays as it is."""


class Typed(str):
    """A text that is typed, as quickly as a terminal pastes it; other texts are names of keys."""

    __slots__ = ()


class Walker:
    """Presses keys, looks at what is shown, and takes down what is wrong with it."""

    def __init__(self, pilot: Pilot[None], data: Data, watch: Watch) -> None:
        """Begin with nothing found."""
        self.pilot = pilot
        self._data = data
        self._watch = watch
        self.english: dict[str, None] = {}
        self.cut: dict[str, None] = {}

    @property
    def app(self) -> AssessApp:
        """The interface."""
        assert isinstance(self.pilot.app, AssessApp)
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what follows."""
        for key in keys:
            if isinstance(key, Typed):
                self.app.post_message(Paste(key))
            else:
                await self.pilot.press(key)
            await self._settle()
            assert not self.app.is_leaving, f"{key}: {self.app.screen}"
        await self._settle()

    async def _settle(self) -> None:
        """Wait until nothing follows any more: a key is told upwards, and may open a screen."""
        await done_apart(self.pilot)
        before: object = None
        calm = 0
        while calm < CALM or not self._hears():
            await self.pilot.pause()
            screen = self.app.screen
            here = (id(screen), id(screen.focused), len(screen.query("*")))
            calm = calm + 1 if here == before else 0
            before = here

    def _hears(self) -> bool:
        """Tell whether the screen in front is painted: keys pressed before count for none."""
        return getattr(self.app.screen, "shown_at", 0.0) < monotonic()

    async def leave_dialog(self) -> None:
        """Leave the dialog in front, if there is one."""
        if isinstance(self.app.screen, ModalScreen):
            await self.press("escape")

    async def home(self) -> None:
        """Be back at the list of cases, or stop: the walk has lost its way."""
        await self.press()
        assert isinstance(self.app.screen, HomeScreen), self.app.screen

    async def look(self, place: str, *keys: str) -> None:
        """Press keys, then look at the screen."""
        await self.press(*keys)
        self._watch.look_at(self.app.screen)
        for widget, text, is_cut in texts_on(self.app):
            for piece in self._data.foreign(text):
                self.english.setdefault(f"{place}, {widget}: {piece}")
            if is_cut:
                self.cut.setdefault(f"{place}, {widget}: {text}")

    async def help(self, place: str) -> None:
        """Look at the list of keys of a screen; a dialog has none."""
        await self.press("f1")
        if isinstance(self.app.screen, HelpScreen):
            await self.look(f"help of {place}")
            await self.press("escape")

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something."""
        for _ in range(1000):
            if is_so():
                await self.pilot.pause()
                return
            await asyncio.sleep(0.01)
        raise AssertionError(self.app.screen)
