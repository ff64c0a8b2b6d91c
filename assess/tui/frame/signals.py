"""What comes from outside: logging out, a closed terminal, a polite kill, a stop and a return."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import sleep
from typing import Any, NoReturn

from textual.app import App

if sys.platform == "win32":
    raise ImportError("Windows knows none of these signals")

from assess.tui.frame.terminal_watch import TerminalWatch, is_in_front, is_there

GRACE_SECONDS = 1.2
"""How long an orderly end may take once what is typed is kept; then the process ends at once."""

LONGEST_SECONDS = 10.0
"""How long what is typed is waited for, when the machine is so slow that it is not kept yet."""


class Signals:
    """Has what is typed kept, and ends, stops or resumes the interface, as the system says."""

    def __init__(self, app: App[Any], put_away: Callable[[], None]) -> None:
        """Take what closes the files of the interface."""
        self._app, self._put_away = app, put_away
        self._loop = asyncio.get_running_loop()
        self._watch: TerminalWatch | None = None
        self._is_kept = Event()
        self._ended_by = 0
        self._is_continued = False

    def heed(self) -> None:
        """Heed signals from now on, where there is a terminal that can be watched."""
        if self._app.is_headless:
            return
        self._terminal = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note_end)
        # What Textual does on these it does in the midst of anything, where it may wait for itself.
        signal.signal(signal.SIGTSTP, lambda *_: None)
        signal.signal(signal.SIGCONT, self._note_return)
        self._watch = TerminalWatch(self._terminal, self._tell)
        self._watch.begin()

    def close(self) -> None:
        """Heed no more signals, unless one of them has ended the program: that goes on."""
        if self._watch is None or self._ended_by:
            return
        self._watch.end()
        self._watch = None
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)

    def _note_end(self, number: int, _: object) -> None:
        self._ended_by = self._ended_by or number

    def _note_return(self, *_: object) -> None:
        self._is_continued = True

    # On the thread of the watch

    def _tell(self, number: int) -> None:
        """Have a signal obeyed on the main thread; one that ends the program must not fail."""
        acts: dict[int, Callable[[], None]] = {
            signal.SIGTSTP: self._stop,
            signal.SIGCONT: self._continue,
        }
        if number in (signal.SIGTERM, signal.SIGHUP):
            self._ended_by = self._ended_by or number
            Thread(target=self._insist, name="ending", daemon=True).start()
        with suppress(RuntimeError):  # the loop has ended already
            self._loop.call_soon_threadsafe(acts.get(number, self._look))

    def _insist(self) -> NoReturn:
        """End the process, whatever still holds it: a terminal that takes nothing, a thread."""
        self._is_kept.wait(LONGEST_SECONDS)
        sleep(GRACE_SECONDS)
        os._exit(128 + self._ended_by)

    # On the main thread

    def _look(self) -> None:
        """End the program if that was asked for; any other signal has just woken the loop."""
        if not self._ended_by:
            return
        self._ask_screens("keep_typed")
        self._is_kept.set()
        if is_there(self._terminal):
            with self._app.suspend():  # which gives the terminal back as it was
                self._end()
        self._end()

    def _ask_screens(self, act: str) -> None:
        for screen in self._app.screen_stack:
            asked: Callable[[], None] | None = getattr(screen, act, None)
            if asked is not None:
                asked()

    def _stop(self) -> None:
        """Give the terminal back and sleep until somebody brings the program to the front again."""
        if self._ended_by:
            return
        self._ask_screens("keep_typed")
        with self._app.suspend():
            self._sleep()

    def _continue(self) -> None:
        """Take the terminal anew after a stop that could not be seen: a shell has changed it."""
        if self._is_continued and not self._ended_by:
            self._is_continued = False
            with self._app.suspend():
                if not is_in_front(self._terminal):
                    self._sleep()

    def _sleep(self) -> None:
        """Sleep until the program is in front; the terminal belongs to others meanwhile."""
        while True:
            os.kill(os.getpid(), signal.SIGSTOP)
            if self._ended_by or not is_there(self._terminal):
                self._end()
            if is_in_front(self._terminal):
                self._is_continued = False
                return

    def _end(self) -> NoReturn:
        """End now: the terminal may be gone, or another program's, and must not be touched."""
        self._ask_screens("keep_typed")
        self._ask_screens("end_work")
        self._put_away()
        os._exit(128 + (self._ended_by or signal.SIGHUP))
