"""Lines from a terminal or a pipe; what is typed and not given yet is kept while it is typed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, Protocol

from assess.cli.command.output import plain, put

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
    brings_back: bool
    """Whether what was typed before can be brought back into a line."""

    def ask(self, prompt: str, keep: Keep, begun: str = "") -> str | None:
        """Give the next line, None at the end; `begun` can be brought back into it."""

    def look(self) -> None:
        """Keep what stands in the line at this moment."""


class Piped:
    """Lines of a file or a pipe; each is shown behind its prompt, so that the output is whole."""

    is_typed = False
    brings_back = False

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


class TypedUnseen:
    """Lines typed where the program does not see them before they are whole, as in Windows."""

    is_typed = True
    brings_back = False

    def ask(self, prompt: str, keep: Keep, begun: str = "") -> str | None:
        """Give the next line, None at the end."""
        del keep, begun
        try:
            return input(prompt)
        except EOFError:
            put("\n")
            return None

    def look(self) -> None:
        """Do nothing: what is typed is not seen yet."""


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
