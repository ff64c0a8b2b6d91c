"""How long 1,300 cases take out and in: one table as CSV and as a workbook, a folder of case files.

Run by hand, on a quiet machine: `./run python tests/benchmarks/bench_exchange.py [CASES ...]`.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assess.catalogue import load
from assess.core.case.assessment import Assessment
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk, import_files
from assess.workflow.case.case_transfer import export_folder
from assess.workflow.questionnaire.table_export import every_case, export_tables
from tests.cases import full_case, organisation_case

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


CATALOGUE = load(indicators_folder())


def desk_at(path: Path) -> Desk:
    """Open a database with a clock that stands still."""
    numbers = count(1)
    return Desk(
        newest=CATALOGUE,
        store=Store(path, now=NOW),
        clock=lambda: NOW,
        new_id=lambda: f"new{next(numbers):05d}",
    )


def filled(desk: Desk, cases: int) -> None:
    """Put full cases with figures of their own into a database."""
    pattern = full_case(desk.newest)
    chance = random.Random(7)  # noqa: S311  no secret
    with desk.store.writing():
        for number in range(cases):
            case = organisation_case(f"Cluster number {number}", id=f"case{number:05d}")
            answers = dict(pattern.answers)
            for name in ("contacts_total", "press_regional", "funded_projects", "requests"):
                if answers[name].value is not None:
                    answers[name] = answers[name].changed(value=chance.randrange(1, 60))
            desk.store.add_carried(
                Assessment(case=case, answers=answers),
                earlier=(),
                drafts={},
                verdicts=(),
                edits=(),
                entries=(),
                at=NOW,
            )


def timed(what: str, work: Callable[[], Any]) -> None:
    """Print how long something took, and the most memory the process has had by then."""
    started, busy = time.perf_counter(), time.process_time()
    work()
    took, busy = time.perf_counter() - started, time.process_time() - busy
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {what:<34}{took:7.2f} s   {busy:7.2f} s busy   {most:6.0f} MB")


def _out(desk: Desk, table: Path) -> None:
    export_tables(desk, every_case(desk), table)


def measure(cases: int) -> None:
    """Take a number of cases out and in by every way."""
    print(f"{cases} cases")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with desk_at(folder / "here.db") as desk:
            filled(desk, cases)
            for ending in (".csv", ".xlsx"):
                table = folder / f"table{ending}"
                timed(f"out, {ending[1:]}", partial(_out, desk, table))
                with desk_at(folder / f"there{ending}.db") as there:
                    timed(f"in, {ending[1:]}", partial(import_files, there, [table]))
            files = folder / "cases"
            timed("out, a folder of case files", partial(export_folder, desk, files))
            with desk_at(folder / "there.db") as there:
                timed("in, a folder of case files", lambda: import_files(there, files.iterdir()))


if __name__ == "__main__":
    for given in sys.argv[1:] or ("325", "650", "1300"):
        measure(int(given))
