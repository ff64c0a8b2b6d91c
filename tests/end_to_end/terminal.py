"""The program in a terminal, by default of 80 by 24 cells: keys in, screen out."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Self

import pexpect
import pyte

ENTER, TAB, ESCAPE, ALT_N, CTRL_Q = "\r", "\t", "\x1b", "\x1bn", "\x11"
F2, F4 = "\x1bOQ", "\x1bOS"
CTRL_G, END, SHIFT_TAB = "\x07", "\x1b[F", "\x1b[Z"

PATIENCE = 30.0
"""How many seconds to wait for the screen to show something."""

COLOURS = {
    16: {"TERM": "xterm"},
    256: {"TERM": "xterm-256color"},
    16_777_216: {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
}
"""How a terminal says how many colours it has."""

PROGRAM = ("-m", "assess")


class Terminal:
    """The program as a person sees it."""

    def __init__(
        self,
        *arguments: str,
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        colours: int = 256,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        """Start the program; `size` is in columns and lines."""
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        stated = {name: value for name, value in env.items() if name != "COLORTERM"}
        self._child = pexpect.spawn(
            sys.executable,
            [*program, *arguments],
            dimensions=(lines, columns),
            env={**stated, **COLOURS[colours]},
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, keys: str) -> None:
        """Type keys as fast as they go in."""
        self._child.send(keys)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program draws for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                read: Any = self._child.read_nonblocking(65536, timeout=left)
                self._stream.feed(read)
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                time.sleep(min(left, 0.05))

    def wait_for(self, *texts: str, gone: tuple[str, ...] = (), patience: float = PATIENCE) -> None:
        """Read until the screen shows some texts, and no longer others."""
        until = time.monotonic() + patience
        while any(text not in self.text for text in texts) or any(one in self.text for one in gone):
            assert time.monotonic() < until, f"{texts} and not {gone} in:\n{self.text}"
            self.read()

    def kill(self, how: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self._child.kill(how)

    def hang_up(self) -> None:
        """Close the terminal under the program, as when its window is closed; wait for its end."""
        with suppress(pexpect.ExceptionPexpect):  # which is impatient
            self._child.close(force=False)
        until = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < until, "still running without a terminal"
            time.sleep(0.05)

    def ended(self) -> int | None:
        """Wait for the end of the program; gives its exit code."""
        until = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < until, f"still running:\n{self.text}"
            self.read()
        return self._child.exitstatus
