"""How long from a key to the screen that it changes, while a full report is printed meanwhile.

Run by hand: ./run python tests/benchmarks/bench_key_printing.py [reports]
The program runs in a terminal of its own, with the demonstration's cases. In the results the list
is walked up and down; the clock runs from the key until the mark has moved on the screen. In turn:
while nothing is printed, and while the report of 36 indicators is, by the warm printer.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

import pexpect  # noqa: E402  the path comes first

from tests.end_to_end.terminal import ENTER, ESCAPE, Terminal  # noqa: E402

DOWN, UP, HOME = "\x1b[B", "\x1b[A", "\x1b[H"
BREAK = 0.03
"""Seconds between two keys: nobody types faster."""

MARK = "▸"


def main(reports: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "HOME": folder,
            "ASSESS_HOME": folder,
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
        }
        command = [sys.executable, "-m", "assess", "demo", "--no-open"]
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
        with Terminal("demo", env=env) as terminal:
            _open_results(terminal)
            time.sleep(3)  # the printer gets warm
            quiet = walk(terminal, lambda number: number < 200)
            busy: list[float] = []
            for _ in range(reports):
                target = _begin_printing(terminal, Path(folder))
                busy += walk(terminal, lambda _, target=target: not target.exists())
                terminal.read(1)
                target.unlink()
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{reports} reports"
    )
    print(f"{'milliseconds from key to frame':36}{'keys':>6}{'median':>8}{'p99':>8}{'most':>8}")
    for name, measured in (("nothing is printed", quiet), ("a report is printed", busy)):
        ordered = sorted(1000 * one for one in measured)
        p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
        median = statistics.median(ordered)
        print(f"{name:36}{len(ordered):>6}{median:>8.1f}{p99:>8.1f}{ordered[-1]:>8.1f}")


def walk(terminal: Terminal, goes_on: Any) -> list[float]:
    """Move the mark down and up, and give how long each move took."""
    measured: list[float] = []
    terminal.press(HOME)  # far from the edge, at which the rows move instead of the mark
    terminal.read(0.3)
    for number in count():
        if not goes_on(number):
            break
        measured.append(_pressed(terminal, DOWN if number % 6 < 3 else UP))
        terminal.read(BREAK)
    return measured


def _pressed(terminal: Terminal, key: str) -> float:
    before = _marked(terminal)
    started = time.perf_counter()
    terminal.press(key)
    while _marked(terminal) == before:
        if time.perf_counter() - started > 10:
            raise AssertionError(f"no key moved the mark:\n{terminal.text}")
        try:
            drawn: Any = terminal._child.read_nonblocking(65536, timeout=0.05)
            terminal._stream.feed(drawn)
        except pexpect.TIMEOUT:
            continue
    return time.perf_counter() - started


def _marked(terminal: Terminal) -> int | None:
    """Give the line that the mark stands in."""
    lines = terminal._screen.display
    return next((index for index, line in enumerate(lines) if MARK in line), None)


def _open_results(terminal: Terminal) -> None:
    terminal.wait_for("Nullfjord", "Open")
    terminal.press(DOWN)
    terminal.read(0.5)
    terminal.press(DOWN)
    terminal.read(0.5)
    terminal.press(ENTER)
    terminal.wait_for("Interview", "Nullfjord")
    terminal.read(0.5)
    terminal.press("r")
    terminal.wait_for("Results", MARK)


def _begin_printing(terminal: Terminal, folder: Path) -> Path:
    terminal.press("v")
    terminal.wait_for("Save the report")
    terminal.press("\x13")
    terminal.wait_for("Only the two pages")
    terminal.press("1")
    terminal.wait_for("Save the report of")
    terminal.read(0.5)
    terminal.press(ENTER)
    terminal.wait_for("Stop saving")
    terminal.press(ESCAPE)
    terminal.wait_for("Results", MARK)
    return folder / "Nullfjord Ocean Energy Cluster (fictitious) 2026-03-12 report.pdf"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
