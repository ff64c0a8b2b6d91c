"""Programs that run: this one, and whether another one still does."""

from __future__ import annotations

import os
import platform
import subprocess
from functools import cache
from pathlib import Path

_PROC = Path("/proc")
_ENDED = frozenset("ZXx")
"""The states of a process that has ended and is only remembered."""

_PS = "/bin/ps"
"""What tells of processes where the system shows none as files, such as macOS."""


@cache
def this_process() -> str:
    """Name this program so that no other one is ever taken for it; empty if that is impossible."""
    number = os.getpid()
    started = _start_of(number)
    return f"{_system()} {number} {started}" if started else ""


def is_running(process: str) -> bool | None:
    """Tell whether a program runs; None where it cannot be known, as on another machine."""
    system, _, rest = process.partition(" ")
    number, _, started = rest.partition(" ")
    if not number.isdecimal() or system != _system():
        return None
    now = _start_of(int(number))
    return None if now is None else now == started


@cache
def _system() -> str:
    """Name the system whose numbers of processes are those seen here: until its next start."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot}/{(_PROC / 'self/ns/pid').readlink()}".replace(" ", "_")
    except OSError:
        return platform.node().replace(" ", "_")


def _start_of(number: int) -> str | None:
    """Say when a process began; empty where there is none, None where it cannot be known."""
    if (_PROC / "self").exists():
        try:
            told = (_PROC / str(number) / "stat").read_text("utf-8", "replace")
        except OSError:
            return ""
        fields = told.rpartition(")")[2].split()  # its name may have blanks and brackets
        return "" if fields[0] in _ENDED else fields[19]
    try:
        asked = subprocess.run(
            [_PS, "-o", "lstart=", "-p", str(number)],
            capture_output=True,
            text=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return "_".join(asked.stdout.split())
