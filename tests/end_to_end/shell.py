"""A shell with job control in a terminal, in which the program runs; the terminal may go away."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Self

import pexpect

PATIENCE = 30.0
"""How many seconds to wait for the program to show something."""


class Life(NamedTuple):
    """How a process is at a moment."""

    state: str
    """A letter: R runs, S sleeps, T is stopped, Z has ended and nobody has asked for it."""
    seconds: float
    """For how long it has used a processor."""


def life_of(number: int) -> Life | None:
    """Give how a process is; None once it has gone."""
    try:
        said = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return Life(said[0], (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK"))


def has_ended(number: int) -> bool:
    """Tell whether a process has ended."""
    life = life_of(number)
    return life is None or life.state == "Z"


def wait_until(holds: Callable[[], bool], seconds: float) -> float:
    """Wait until something holds; gives how long that took, or fails."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds, f"not after {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - begun


def wait_for_end(number: int, seconds: float) -> None:
    """Wait until a process has ended, for which it may use a processor for so many seconds.

    Other programs may slow it down; what counts is that it goes about nothing but its end.
    """
    begun = life_of(number)
    until = time.monotonic() + PATIENCE
    while (life := life_of(number)) is not None and life.state != "Z":
        used = life.seconds - begun.seconds if begun is not None else life.seconds
        assert used < seconds, f"busy for {used} s, and not at its end"
        assert time.monotonic() < until, f"not at its end after {PATIENCE} s: {life}"
        time.sleep(0.02)


class ShellInTerminal:
    """The program as a job of a shell."""

    def __init__(self, arguments: Sequence[str], env: Mapping[str, str], shown: str) -> None:
        """Start it, and wait until it shows a text."""
        self.child = pexpect.spawn(
            "bash",
            ["--norc", "--noprofile", "-i"],
            dimensions=(24, 80),
            env={**env, "TERM": "xterm-256color", "PS1": "ready> "},
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.child.expect_exact("ready> ")
        self.type(f"{sys.executable} -m assess {' '.join(arguments)}\r")
        self.child.expect_exact(shown)
        self.read(0.5)
        self.shell = int(self.child.pid or 0)
        (self.program,) = _children(self.shell)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for number in (self.program, self.shell):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.child.wait()
        self.child.close()

    def type(self, keys: str) -> None:
        """Type keys."""
        self.child.send(keys)

    def read(self, seconds: float) -> str:
        """Give what the terminal is sent for a while."""
        until, read = time.monotonic() + seconds, list[Any]()
        while (left := until - time.monotonic()) > 0:
            with suppress(pexpect.TIMEOUT, pexpect.EOF):
                read.append(self.child.read_nonblocking(65536, timeout=left))
        return b"".join(read).decode(errors="replace")

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.program, number)

    def close_window(self) -> None:
        """Close the terminal, as when its window is closed."""
        with Path(os.devnull).open("rb") as nothing:  # in its place, for who closes it again
            os.dup2(nothing.fileno(), self.child.child_fd)

    def wait_for_stop(self) -> None:
        """Wait until the program is stopped, and the shell has noticed."""
        wait_until(lambda: self.state == "T", PATIENCE)
        self.child.expect_exact("ready> ")

    @property
    def state(self) -> str:
        """How the program is, in a letter."""
        life = life_of(self.program)
        return life.state if life is not None else ""


class TerminalWithoutShell:
    """The program in a terminal that controls nothing: when it goes, no signal is sent."""

    def __init__(self, arguments: Sequence[str], env: Mapping[str, str], shown: str) -> None:
        """Start it, and wait until it shows a text."""
        self._ours, theirs = os.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assess", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**env, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"},
            start_new_session=True,
        )
        os.close(theirs)
        self.wait_for(shown)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(OSError):
            os.close(self._ours)

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self._ours, keys.encode())

    def wait_for(self, shown: str) -> None:
        """Read until the program has shown a text."""
        until, read = time.monotonic() + PATIENCE, b""
        while shown.encode() not in read:
            assert time.monotonic() < until, read[-500:]
            if select.select([self._ours], [], [], 0.1)[0]:
                read += os.read(self._ours, 65536)

    def delete(self) -> None:
        """Close the other end of the terminal."""
        os.close(self._ours)


def _children(number: int) -> list[int]:
    said = Path(f"/proc/{number}/task/{number}/children").read_text()
    return [int(child) for child in said.split()]
