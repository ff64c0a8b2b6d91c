"""Lines from a terminal or a pipe; what is typed and not given yet is kept while it is typed."""

from __future__ import annotations

import os
import readline
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, Protocol

from assess.cli.command.output import plain, put

KEPT_EVERY = 0.5
"""How often, in seconds, what is being typed is kept."""

Keep = Callable[[str], None]
"""Keeps what is being typed; it must not fail."""


class Ended(Exception):
    """The terminal went away or the program was told to end; `number` is that of the signal."""

    def __init__(self, number: int) -> None:
        """Keep which signal it was."""
        self.number = number
        super().__init__(number)


class Lines(Protocol):
    """Where lines come from."""

    is_typed: bool
    """Whether somebody types them at a terminal."""

    def ask(self, prompt: str, keep: Keep, begun: str = "") -> str | None:
        """Give the next line, None at the end; `begun` can be brought back into it."""

    def look(self) -> None:
        """Keep what stands in the line at this moment."""


class Piped:
    """Lines of a file or a pipe; each is shown behind its prompt, so that the output is whole."""

    is_typed = False

    def ask(self, prompt: str, keep: Keep, begun: str = "") -> str | None:
        """Give the next line, None at the end."""
        del keep, begun
        sys.stdout.flush()
        line = sys.stdin.buffer.readline()
        if not line:
            put(f"{prompt}\n")
            return None
        text = line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="surrogateescape")
        text = text.removesuffix("\n").removesuffix("\r")
        put(f"{prompt}{plain(text)}\n")
        return text

    def look(self) -> None:
        """Do nothing: a line comes whole."""


class Typed:
    """Lines typed at a terminal."""

    is_typed = True

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


@contextmanager
def ending_in_order(lines: Lines) -> Iterator[None]:
    """Let a closed terminal and a request to end come as `Ended`, so that all is kept first."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        lines.look()
        raise Ended(number)

    numbers = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            with suppress(TypeError):  # one that was not set from Python
                signal.signal(number, handler)
