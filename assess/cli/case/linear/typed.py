"""Lines typed at a terminal, each kept while it is typed: where there is readline."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from assess.cli.case.linear.lines import Ended, Keep
from assess.cli.command.output import put

if sys.platform == "win32":
    raise ImportError("Windows has no readline, and no signal of a timer")

import readline
import termios

KEPT_EVERY = 0.5
"""How often, in seconds, what is being typed is kept."""


class Typed:
    """Lines typed at a terminal."""

    is_typed = True
    brings_back = True

    def __init__(self) -> None:
        """Begin; several pasted lines are one answer, and of a line nothing is remembered."""
        self._kept = self._begun = self._prompt = ""
        self._keep: Keep | None = None
        readline.set_auto_history(False)
        takes_pastes = os.environ.get("TERM", "dumb") != "dumb"
        readline.parse_and_bind("set enable-bracketed-paste " + ("on" if takes_pastes else "off"))
        readline.parse_and_bind("set bell-style none")
        readline.parse_and_bind("tab: self-insert")

    def ask(self, prompt: str, keep: Keep, begun: str = "") -> str | None:
        """Give the next line, None at the end."""
        with self._watched(keep, begun):
            self._prompt = prompt
            try:
                return input(prompt)
            except EOFError:
                put("\n")
                return None

    @contextmanager
    def _watched(self, keep: Keep, begun: str) -> Iterator[None]:
        """Keep what is being typed until the line is there."""
        self._keep, self._kept, self._begun = keep, "", begun
        readline.clear_history()
        if begun:
            readline.add_history(begun)
        before = {
            signal.SIGALRM: signal.signal(signal.SIGALRM, lambda *_: self.look()),
            signal.SIGINT: signal.signal(signal.SIGINT, self._interrupt),
            signal.SIGTSTP: signal.signal(signal.SIGTSTP, self._stop),
        }
        signal.setitimer(signal.ITIMER_REAL, KEPT_EVERY, KEPT_EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._keep = None

    def _interrupt(self, *_: object) -> NoReturn:
        self.look()
        raise KeyboardInterrupt

    def _stop(self, *_: object) -> None:
        """Sleep until the program is in front again, and show the line as it was left."""
        self.look()
        terminal = sys.stdin.fileno()
        modes = termios.tcgetattr(terminal)
        try:
            while True:
                os.kill(os.getpid(), signal.SIGSTOP)
                if os.tcgetpgrp(terminal) == os.getpgrp():
                    break
        except (Ended, OSError) as error:  # it may not touch the terminal, which may be gone
            os._exit(128 + (error.number if isinstance(error, Ended) else signal.SIGHUP))
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSADRAIN, modes)
        put(f"{self._prompt}{readline.get_line_buffer()}")

    def look(self) -> None:
        """Keep what stands in the line, if it is anything new."""
        text = readline.get_line_buffer()
        if text != self._kept and self._keep is not None:
            self._kept = text
            self._keep(text or self._begun)
