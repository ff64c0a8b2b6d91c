"""How long from an answer to its commit, beside a bare insert that is kept as safely.

Run by hand: ./run python tests/benchmarks/bench_answer.py [--answers N] [--cases N] [--encrypted]
Each answer goes through the workflow (checks, history, chain, draft) into a database of one case
and into one of many; in turn with it, one row goes into a file of its own through sqlite3 alone,
with the same journal and `synchronous = FULL`. Then a case with a history of 100,000 entries is
opened beside one of 100. Prints medians, 99th percentiles and ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.core.case.answer import Answer  # noqa: E402
from assess.core.catalogue.answer_status import Status  # noqa: E402
from assess.locations import indicators_folder  # noqa: E402
from assess.store.database.connection import Passphrase  # noqa: E402
from assess.workflow import Desk, answer, begin, open_desk  # noqa: E402
from tests.notation import NOON, case_of  # noqa: E402

BODY = '{"question":"committed_total","status":"answered","value":73,"reason":"as counted"}'
QUESTIONS_EACH = 40
"""Answers of each of the other cases."""


def begun(desk: Desk) -> str:
    """Begin a case; give its id."""
    pattern = case_of("Fjord Energy Cluster")
    return begin(desk, pattern.organisation, pattern.details).id


def fill(desk: Desk, cases: int) -> None:
    """Add other cases with answers."""
    store = desk.store
    pattern = case_of("Fjord Energy Cluster")
    with store.writing():
        for number in range(cases):
            case = pattern.model_copy(update={"id": f"other{number:06d}"})
            store.cases.add(case, by="Ada")
            given = (
                Answer(question=f"question_{one}", status=Status.DONT_KNOW, at=NOON, by="Ada")
                for one in range(QUESTIONS_EACH)
            )
            store.answers.add(case.id, given, at=NOON, keeps_drafts=True)


def answering(desk: Desk, case: str) -> Callable[[], None]:
    """Give what answers one question after the other, each time with another value."""
    assessment = desk.store.assessment(case)
    values = cycle(range(5, 90))
    questions = cycle(("committed_total", "staff_fte"))

    def give() -> None:
        nonlocal assessment
        recorded = answer(desk, assessment, next(questions), next(values), reason="as counted")
        if not recorded.is_saved:
            raise AssertionError(recorded.findings)
        assessment = recorded.assessment

    return give


def inserting(path: Path) -> tuple[sqlite3.Connection, Callable[[], None]]:
    """Give what inserts one row through sqlite3 alone."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bare (seq INTEGER PRIMARY KEY, body TEXT)")

    def give() -> None:
        connection.execute("INSERT INTO bare (body) VALUES (?)", (BODY,))

    return connection, give


def seconds(act: Callable[[], object]) -> float:
    """Measure one call."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def say_times(name: str, ours: list[float], bare: list[float]) -> None:
    """Print one line of the table."""
    median = [statistics.median(one) * 1000 for one in (ours, bare)]
    worst = [statistics.quantiles(one, n=100)[98] * 1000 for one in (ours, bare)]
    print(
        f"{name:28} {median[0]:7.2f} {worst[0]:8.2f}   {median[1]:7.2f} {worst[1]:8.2f}   "
        f"{median[0] / median[1]:6.2f} {worst[0] / worst[1]:6.2f}"
    )


def compare_commits(folder: Path, cases: int, answers: int, passphrase: Passphrase | None) -> None:
    """Answer and insert in turn."""
    path = folder / f"{cases}.db"
    with open_desk(path, indicators_folder(), passphrase=passphrase) as desk:
        case = begun(desk)
        fill(desk, cases - 1)
        give = answering(desk, case)
        connection, insert = inserting(folder / f"bare{cases}.db")
        with closing(connection):
            for _ in range(20):
                give(), insert()
            pairs = [(seconds(give), seconds(insert)) for _ in range(answers)]
        ours, bare = (list(one) for one in zip(*pairs, strict=True))
        say_times(f"{cases} cases, {path.stat().st_size / 1e6:.0f} MB", ours, bare)


def compare_openings(folder: Path, passphrase: Passphrase | None, runs: int = 41) -> None:
    """Open a case with a long history and one with a short one in turn."""
    with open_desk(folder / "long.db", indicators_folder(), passphrase=passphrase) as desk:
        found = {length: begun(desk) for length in (100, 100_000)}
        names = list(desk.newest.questions)
        for length, case in found.items():
            given = (
                Answer(
                    question=names[one % len(names)], status=Status.DONT_KNOW, at=desk.now, by="Ada"
                )
                for one in range(length)
            )
            desk.store.answers.add(case, given, at=desk.now)
        times: dict[int, list[float]] = {length: [] for length in found}
        for _ in range(runs):
            for length, case in found.items():
                times[length].append(seconds(partial(desk.store.assessment, case)))
    medians = {length: statistics.median(one) * 1000 for length, one in times.items()}
    ratio = statistics.median(
        long / short for long, short in zip(times[100_000], times[100], strict=True)
    )
    print(f"\nopening a case with      100 entries: {medians[100]:7.2f} ms")
    print(f"opening a case with  100,000 entries: {medians[100_000]:7.2f} ms   ratio {ratio:.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--encrypted", action="store_true")
    stated = parser.parse_args()
    passphrase = Passphrase("of no secret") if stated.encrypted else None
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"{stated.answers} answers{', encrypted' if passphrase else ''}"
    )
    print(
        f"{'milliseconds':28} {'answer':>7} {'p99':>8}   {'bare':>7} {'p99':>8}   "
        f"{'ratio':>6} {'p99':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for cases in (1, stated.cases):
            compare_commits(Path(folder), cases, stated.answers, passphrase)
        compare_openings(Path(folder), passphrase)


if __name__ == "__main__":
    main()
