"""How long a database is verified, and whether that grows with its entries alone.

Run by hand: ./run python tests/benchmarks/bench_verify.py [--cases N]
Makes databases of a fourth, a half and all of so many cases, each with every question answered, a
spell of work on each, verdicts and a state, and verifies each three times. Prints the best of them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.core.case.answer import Answer  # noqa: E402
from assess.core.case.assessment import State, StateChange  # noqa: E402
from assess.core.case.work_time import WorkSpell  # noqa: E402
from assess.core.label.eligibility import Verdict  # noqa: E402
from assess.locations import indicators_folder  # noqa: E402
from assess.workflow import Desk, open_desk  # noqa: E402
from assess.workflow.program.verifying import verify  # noqa: E402
from tests.cases import full_case  # noqa: E402
from tests.notation import NOON, case_of  # noqa: E402


def fill(desk: Desk, cases: int) -> None:
    """Add cases in which everything is answered."""
    answers: Iterable[Answer] = [
        answer.model_copy(update={"at": NOON, "by": "Ada Expert"})
        for answer in full_case(desk.newest).answers.values()
    ]
    later = NOON + timedelta(minutes=2)
    store = desk.store
    with store.writing():
        for number in range(cases):
            case = case_of(f"Cluster {number}").model_copy(update={"id": f"case{number:06d}"})
            store.cases.add(case, by="Ada Expert")
            store.answers.add(case.id, answers, at=NOON, keeps_drafts=True)
            spells = [
                WorkSpell(question=answer.question, started_at=NOON, ended_at=later)
                for answer in answers
            ]
            store.work_time.add(case.id, *spells)
            given = [
                Verdict(criterion=criterion.id, verdict="met", by="Ada Expert", at=NOON)
                for criterion in desk.newest.label.criteria
            ]
            store.verdicts.add(case.id, given, at=NOON)
            finished = StateChange(state=State.FINISHED, by="Ada Expert", at=NOON)
            store.states.add(case.id, [finished], at=NOON)


def measure(folder: Path, cases: int) -> None:
    """Verify a database of so many cases, and print how long it took."""
    path = folder / f"{cases}.db"
    with open_desk(path, indicators_folder()) as desk:
        fill(desk, cases)
        times = []
        entries = 0
        for _ in range(3):
            started = time.perf_counter()
            found = verify(desk)
            times.append(time.perf_counter() - started)
            if found.faults:
                raise AssertionError(found.faults[:3])
            entries = found.rows["entry"]
    each = min(times) / entries * 1e6
    size = path.stat().st_size / 1e6
    print(f"{cases:6} cases {entries:8} entries {size:6.0f} MB {min(times):6.2f} s {each:6.1f} µs")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=1300)
    stated = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors"
    )
    with tempfile.TemporaryDirectory() as folder:
        for part in (4, 2, 1):
            measure(Path(folder), stated.cases // part)


if __name__ == "__main__":
    main()
