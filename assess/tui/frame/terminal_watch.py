"""Watching the terminal from a thread of its own: it may go away without any signal.

A terminal whose other end was closed reads as empty for ever, so a program that only reads from it
turns in a circle. The thread here sleeps until the system tells of a hang-up or of a signal.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from threading import Thread

if sys.platform == "win32":
    raise ImportError("a terminal of Windows ends its programs itself")

import select
import termios

LOOK_SECONDS = 0.5
"""How often the terminal is looked at: some systems tell of no hang-up."""

STOP = 0
"""What ends the thread; no signal has this number."""

Told = Callable[[int], object]
"""Takes the number of a signal, on the thread of the watch."""


class TerminalWatch:
    """Tells of signals, and of a terminal that has gone, even while the main thread is busy."""

    def __init__(self, terminal: int, told: Told) -> None:
        """Watch an open terminal; one that has gone is told as the signal of a hang-up."""
        self._terminal, self._told = terminal, told
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self._thread = Thread(target=self._watch, name="terminal-watch", daemon=True)
        self._written_before = -1

    def begin(self) -> None:
        """Watch from now on; only the main thread may ask for it."""
        self._written_before = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._thread.start()

    def end(self) -> None:
        """Watch no longer."""
        signal.set_wakeup_fd(self._written_before)
        os.write(self._writing, bytes([STOP]))
        self._thread.join()
        os.close(self._reading)
        os.close(self._writing)

    def _watch(self) -> None:
        watched = select.poll()
        watched.register(self._reading, select.POLLIN)
        watched.register(self._terminal, 0)  # a hang-up is always told
        has_gone = False
        while True:
            woken = dict(watched.poll(LOOK_SECONDS * 1000))
            if self._reading in woken:
                numbers = os.read(self._reading, 256)
                if STOP in numbers:
                    return
                for number in numbers:
                    self._told(number)
            if not has_gone and (self._terminal in woken or not is_there(self._terminal)):
                has_gone = True
                watched.unregister(self._terminal)
                self._told(signal.SIGHUP)


def is_there(terminal: int) -> bool:
    """Tell whether a terminal still has another end."""
    try:
        termios.tcgetattr(terminal)
    except (termios.error, ValueError):
        return False
    return True


def is_in_front(terminal: int) -> bool:
    """Tell whether this program may read from its terminal: no shell has put it aside."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:  # it controls nothing, or has gone
        return True
