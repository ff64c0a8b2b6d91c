"""Measures the table of peers: building it, and comparing one case by it on all 36 indicators.

    ./run python -m tests.benchmarks.bench_pool [--sizes 1300,10000,100000] [--plain 1300]

Each size runs in a process of its own: plain Python up to the size that `--plain` says, and above
the builder with NumPy. Times are those of the processor; memory is the most that the process held.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assess.catalogue import load
from assess.core.peers.peer_comparison import TableInUse, compare
from assess.core.peers.peer_group import Standpoint, groups_from
from assess.core.peers.pool import PeerRecord
from assess.core.peers.pool_rows import PoolRow
from assess.core.peers.pool_schema import PoolSchema, schema_of
from assess.core.peers.position import PeerComparison
from assess.core.peers.table_building import Occasion, build
from assess.exchange.peers import contribution_file
from assess.locations import demonstration_files, indicators_folder
from assess.store import Store
from assess.workflow.peers.holdings import holdings_of

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SIZES = (1_300, 10_000, 100_000)
OWN = Standpoint(portfolio="Energy and environment", country="NOR", age_group="over_8")
COUNTRIES = 48


def rows(count: int, layout: PoolSchema) -> Iterator[PoolRow]:
    """Give so many organisations, drawn from those of the demonstration and varied a little."""
    records = _demonstration()
    source = random.Random(7)  # noqa: S311  invented data
    numbers = [not one.classes and not one.labels for one in layout.pooled]
    for place in range(count):
        like = records[source.randrange(len(records))]
        cells = array("d")
        for pooled, is_number in zip(layout.pooled, numbers, strict=True):
            value = like.values.get(pooled.key)
            if value is None:
                cells.append(float("nan"))
            elif isinstance(value, str):
                cells.append(pooled.classes.index(value))
            else:
                cells.append(value * source.uniform(0.9, 1.1) if is_number else value)
        country = source.choice(records).country
        if country == "TUR" or source.random() < 0.3:
            country = f"X{source.randrange(COUNTRIES - 20):02d}"
        yield PoolRow(
            f"r{place}",
            source.choice(records).portfolio,
            country,
            like.age_group,
            like.level,
            like.year,
            layout.digest,
            cells.tobytes(),
            frozenset((str(country),)),  # each country has somebody who contributes
        )


def _demonstration() -> list[PeerRecord]:
    content = (demonstration_files() / "pool" / "synthetic_pool.json").read_bytes()
    file = contribution_file.read(content, "-")
    layouts = file.layouts()
    return [
        contribution_file.record_of(each, layouts[each.edition], each.name)
        for each in file.organisations
    ]


def measure(count: int, folder: Path, *, plain: bool) -> None:
    """Build a table of so many organisations, keep it, and compare a case by it."""
    catalogue = load(indicators_folder())
    layout = schema_of(catalogue)
    with Store(folder / "pool.db", now=NOW) as store:
        for giver, some in _by_giver(rows(count, layout)).items():
            store.pool.add(
                "file", giver, giver, some, [layout], synthetic=False, at=NOW, contributor=giver
            )
        resting = _peak()
        begun = time.process_time()
        holdings = holdings_of(store, [], synthetic=False, plain=plain)
        table = build(holdings, Occasion(1, date(2026, 11, 24), False, 6))
        spent = time.process_time() - begun
        store.peer_tables.add(table, "local", (), at=NOW)
        values: dict[str, float | str] = {
            one.key: one.classes[0] if one.classes else 2.0 for one in layout.pooled
        }

        def loaded() -> PeerComparison:
            (known,) = store.peer_tables.all(synthetic=False)
            groups = [group for group in groups_from(OWN).values() if group is not None]
            used = TableInUse(store.peer_tables.read(known, groups), known.name)
            return compare(values, OWN, used, catalogue)

        loaded()
        both = timed(loaded, 20)
    way = "plain Python" if plain else "NumPy"
    sys.stdout.write(
        f"{count:>7} organisations, {way}: {spent:.1f} s to build {len(table.groups)} groups, "
        f"{_peak()} MB at most ({resting} MB before); {both:.1f} ms to load and compare a case\n"
    )


def _by_giver(every: Iterator[PoolRow]) -> dict[str, list[PoolRow]]:
    found: dict[str, list[PoolRow]] = {}
    for row in every:
        found.setdefault(min(row.contributors), []).append(row)
    return found


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(what: Callable[[], Any], repeat: int) -> float:
    """Give the median of the milliseconds that something takes."""
    spent = []
    for _ in range(repeat):
        begun = time.process_time()
        what()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


def main() -> None:
    """Measure every size in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--plain", type=int, default=1_300)
    parser.add_argument("--only", type=int)
    said = parser.parse_args()
    if said.only:
        with tempfile.TemporaryDirectory() as folder:
            measure(said.only, Path(folder), plain=said.only <= said.plain)
        return
    for size in said.sizes.split(","):
        command = [sys.executable, "-m", __spec__.name, "--only", size, "--plain", str(said.plain)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
