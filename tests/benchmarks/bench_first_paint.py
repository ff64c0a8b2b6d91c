"""How long until the first screen shows, beside an empty Textual app.

Run by hand: ./run python tests/benchmarks/bench_first_paint.py [--runs N]
The two are started in turn in a pseudo-terminal of 120 columns and 40 rows; a run ends when the
marker of the screen has arrived. For the first key, Down is pressed once the cases are listed,
and the run ends when the row below is drawn as the chosen one. Prints medians in milliseconds and
the ratios pair by pair.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import platform
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from importlib.metadata import version
from pathlib import Path

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first paint")
Empty().run()
"""


def first_paint(
    command: list[str], marker: bytes, environment: dict[str, str], then: bytes = b""
) -> float:
    """Start a command in a terminal; give the seconds until the marker arrives.

    With `then`, Down is pressed at that moment, and the time ends when this has been drawn anew.
    """
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    try:
        _read_until(marker, terminal)
        if then:
            os.write(terminal, b"\x1b[B")
            _read_until(then, terminal)
        return time.perf_counter() - started
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _read_until(marker: bytes, terminal: int) -> None:
    seen = b""
    while marker not in seen:
        if not select.select([terminal], [], [], 20)[0]:
            raise TimeoutError(f"{marker!r} did not show")
        seen += os.read(terminal, 65536)
        if b"\x1b[?2026$p" in seen:
            os.write(terminal, b"\x1b[?2026;2$y")
            seen = seen.replace(b"\x1b[?2026$p", b"")


def main() -> None:
    """Measure both in turn and print what came out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ASSESS_HOME": home, "TERM": "xterm-256color"}
        ours = [sys.executable, "-m", "assess"]
        empty = [sys.executable, "-c", EMPTY]
        demo = [*ours, "demo", "--no-open"]
        os.spawnve(os.P_WAIT, demo[0], demo, {**environment, "PYTHONWARNINGS": "ignore"})
        environment["ASSESS_DB"] = str(Path(home) / "demonstration.db")
        times: dict[str, list[float]] = {"assess": [], "cases": [], "key": [], "empty": []}
        for run in range(runs + 1):
            took = {
                "assess": first_paint(ours, b"assess", environment),
                "cases": first_paint(ours, b"Nullfjord", environment),
                "key": first_paint(ours, b"Nullfjord", environment, then=b"Alimentario"),
                "empty": first_paint(empty, b"first paint", environment),
            }
            if run:
                for name, seconds in took.items():
                    times[name].append(seconds)
    medians = {name: statistics.median(found) * 1000 for name, found in times.items()}
    ratios = {
        name: statistics.median(
            ours / empty for ours, empty in zip(found, times["empty"], strict=True)
        )
        for name, found in times.items()
    }
    print(
        f"Python {platform.python_version()}, Textual {version('textual')}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {runs} runs"
    )
    for name, what in (
        ("empty", "empty Textual app, first paint"),
        ("assess", "assess, first paint"),
        ("cases", "assess, cases listed"),
        ("key", "assess, first key answered"),
    ):
        print(f"{what:32} {medians[name]:6.0f} ms   ratio {ratios[name]:.2f} (medians)")


if __name__ == "__main__":
    main()
