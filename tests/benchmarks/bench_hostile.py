"""How long each damaged or hostile file takes until it is read or refused, and its memory.

Run by hand: `./run python tests/benchmarks/bench_hostile.py`. Each file is taken in by a process of
its own; goals: within 5 seconds and 300 MB.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assess.catalogue import load
from assess.errors import AssessError
from assess.locations import indicators_folder, templates_folder
from assess.store import Store
from assess.workflow import Desk, begin, import_files
from tests.exchange.test_hostile_files import DEFAULTS, Good, pdfs, texts, workbooks
from tests.notation import NOON, case_of


def take(path: Path) -> tuple[float, float, str]:
    """Take in one file; give the seconds, the most megabytes, and what was said."""
    catalogue = load(indicators_folder())
    numbers = count()
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder, "a.db"), now=NOON) as store,
    ):
        desk = Desk(catalogue, store, lambda: NOON, lambda: f"here{next(numbers)}")
        pattern = case_of("Fjord Energy Cluster")
        begin(desk, pattern.organisation, pattern.details)
        started = time.perf_counter()
        try:
            (arrived,) = import_files(desk, [path], defaults=DEFAULTS)
            said = arrived.came[0]
        except AssessError as error:
            said = str(error).splitlines()[0]
        took = time.perf_counter() - started
    status = Path("/proc/self/status").read_text(encoding="ascii")  # Linux tells it by process
    most = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return took, most, said.replace(str(path), path.name)


def main() -> None:
    """Take in every file, and print the slowest and the hungriest."""
    catalogue = load(indicators_folder())
    good = Good(catalogue, templates_folder(), None)
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for name, content in (*workbooks(good), *texts(good), *pdfs()):
            path = Path(folder, name)
            path.write_bytes(content)
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                found.append((*pool.apply(take, (path,)), name))
    for took, most, said, name in sorted(found, reverse=True):
        print(f"{took:6.2f} s {most:5.0f} MB  {name}: {said[:90]}")
    slowest, hungriest = max(one[0] for one in found), max(one[1] for one in found)
    print(f"{len(found)} files; at most {slowest:.2f} s and {hungriest:.0f} MB")


if __name__ == "__main__":
    main()
