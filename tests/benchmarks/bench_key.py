"""How long from a key in the running interface to the commit of the answer that it gives.

Run by hand: ./run python tests/benchmarks/bench_key.py [--keys N] [--cases N]
A digit is pressed on a choice; the clock runs from the key's event to the moment at which the
workflow has committed the answer, through the queues of the interface. In turn with it, one row is
inserted through sqlite3 alone, with the same journal and `synchronous = FULL`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sqlite3
import sys
import tempfile
import time
import tomllib
from contextlib import closing
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from textual.events import Key  # noqa: E402  the path comes first

from assess.locations import indicators_folder, templates_folder  # noqa: E402
from assess.tui.app import AssessApp  # noqa: E402
from assess.tui.case.interview.interview import InterviewScreen  # noqa: E402
from assess.workflow import open_desk  # noqa: E402
from tests.benchmarks.bench_answer import begun, fill, inserting, say_times, seconds  # noqa: E402

BREAK = 0.03
"""Seconds before each: nobody types faster, and both find the machine as a break leaves it."""


async def press(app: AssessApp, keys: int, bare: Any) -> tuple[list[float], list[float]]:
    """Press keys one after another, and insert a row after each."""
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    session, committed = screen.session, asyncio.Event()
    give = session.give

    def give_and_tell(*given: Any) -> Any:
        findings = give(*given)
        moments.append(time.perf_counter())
        committed.set()
        return findings

    moments: list[float] = []
    session.give = give_and_tell  # type: ignore[method-assign, assignment]  # only to look at the clock
    ours, others = [], []
    for key in islice(cycle("12345"), keys):
        committed.clear()
        started = time.perf_counter()
        app.post_message(Key(key, key))
        await asyncio.wait_for(committed.wait(), 10)
        ours.append(moments[-1] - started)
        await asyncio.sleep(BREAK)
        others.append(seconds(bare))
        await asyncio.sleep(BREAK)
    return ours, others


async def measure(folder: Path, cases: int, keys: int) -> None:
    """Measure in a database of so many cases."""
    path = folder / f"{cases}.db"
    with open_desk(path, indicators_folder()) as desk:
        case = begun(desk)
        fill(desk, cases - 1)
    colours = tomllib.loads((templates_folder() / "tokens.toml").read_text("utf-8"))["colour"]
    opener = partial(open_desk, path, indicators_folder())
    app = AssessApp(opener, tokens=colours, templates=templates_folder())
    connection, insert = inserting(folder / f"bare{cases}.db")
    with closing(connection):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(1)
            app.open_interview(case, "specialisation")
            await pilot.pause(1)
            await press(app, 20, insert)
            ours, bare = await press(app, keys, insert)
    say_times(f"{cases} cases, {path.stat().st_size / 1e6:.0f} MB", ours, bare)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--cases", type=int, default=10_000)
    stated = parser.parse_args()
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"{stated.keys} keys"
    )
    print(
        f"{'milliseconds':28} {'key':>7} {'p99':>8}   {'bare':>7} {'p99':>8}   "
        f"{'ratio':>6} {'p99':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for cases in (1, stated.cases):
            asyncio.run(measure(Path(folder), cases, stated.keys))


if __name__ == "__main__":
    main()
