"""Measures the pool: loading it, and comparing one case with all its groups on all 36 indicators.

    ./run python -m tests.benchmarks.bench_pool [--sizes 1300,10000,100000]

Each way runs in a process of its own, on the same organisations: this program's own; the same job
with NumPy; and with DuckDB where it is installed. What NumPy and DuckDB give is held against ours.
Milliseconds are medians, of the processor's time; memory is the most that the process ever held.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from assess.catalogue import load
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import compare
from assess.core.peers.membership import GROUPS
from assess.core.peers.peer_group import SELECTORS, Standpoint, marks_of
from assess.core.peers.pool import Pool
from assess.core.peers.pool_rows import PoolRow
from assess.core.peers.pool_schema import PoolSchema, schema_of
from assess.core.peers.position import PeerComparison
from assess.exchange.peers import pool_file
from assess.locations import demonstration_files, indicators_folder
from assess.store import Store

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SIZES = (1_300, 10_000, 100_000)
WAYS = ("own", "numpy", "duckdb")
OWN = Standpoint(portfolio="Energy and environment", country="NOR", age_group="over_8")


def rows(count: int, layout: PoolSchema) -> Iterator[PoolRow]:
    """Give so many organisations, drawn from those of the demonstration and varied a little."""
    content = (demonstration_files() / "pool" / "synthetic_pool.json").read_bytes()
    records = [one for _, some in pool_file.read(content, "-").records for one in some]
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
        yield PoolRow(
            f"r{place}",
            source.choice(records).portfolio,
            source.choice(records).country,
            like.age_group,
            like.level,
            like.year,
            layout.digest,
            cells.tobytes(),
        )


def own_values(layout: PoolSchema) -> dict[str, float | str]:
    """Give a case with a value for everything."""
    return {one.key: one.classes[0] if one.classes else 2.0 for one in layout.pooled}


def build(path: Path, count: int, catalogue: Catalogue) -> float:
    """Write a database of so many organisations; give the seconds to put it into columns."""
    layout = schema_of(catalogue)
    with Store(path, now=NOW) as store:
        store.pool.add("file", "pool", "1", rows(count, layout), [layout], synthetic=False, at=NOW)
        begun = time.process_time()
        store.pool.get(layout, synthetic=False)
        return time.process_time() - begun


def timed(what: Callable[[], Any], repeat: int) -> float:
    """Give the median of the milliseconds that something takes."""
    spent = []
    for _ in range(repeat):
        begun = time.process_time()
        what()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


Figures = dict[str, dict[str, tuple[float, ...]]]
"""By measure and group: n, and the quartiles where the measure has numbers."""


def figures_of(found: PeerComparison) -> Figures:
    """Give what a comparison shows, to hold other ways against it."""
    return {
        key: {
            one.group.value: (
                float(one.n or 0),
                *(x for x in (one.q1, one.median, one.q3) if x is not None),
            )
            for one in standings
            if one.is_shown
        }
        for key, standings in found.standings.items()
    }


def with_numpy(pool: Sorted, marks: bytes, layout: PoolSchema) -> Figures:
    """Do the same job with NumPy, on columns that are in order already, as ours are."""
    masks = {g: np.frombuffer(marks.translate(SELECTORS[g]), dtype=np.uint8) != 0 for g in GROUPS}
    found: Figures = {}
    for pooled in layout.pooled:
        values, places = pool[pooled.key]
        found[pooled.key] = {}
        for group, mask in masks.items():
            chosen = values[mask[places]]
            if chosen.size < 5:
                continue
            figures: tuple[float, ...] = (float(chosen.size),)
            if pooled.labels:
                np.bincount(chosen.astype(np.int64), minlength=len(pooled.labels))
            if not pooled.classes:
                at = np.array((0.1, 0.25, 0.5, 0.75, 0.9)) * (chosen.size - 1)
                low = at.astype(np.int64)
                high = np.minimum(low + 1, chosen.size - 1)
                part = at - low
                five = chosen[low] * (1 - part) + chosen[high] * part
                figures = (*figures, *map(float, five[1:4]))
            found[pooled.key][group.value] = figures
    return found


Sorted = dict[str, tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]]
"""The values of each measure in ascending order, and the places of their organisations."""


def in_order(path: Path, layout: PoolSchema) -> Sorted:
    """Load the kept columns for NumPy."""
    return {
        key: (np.frombuffer(column.values), np.frombuffer(column.places, dtype=np.uint32))
        for key, column in _kept(path, layout).columns.items()
    }


def columns_of(path: Path, layout: PoolSchema) -> dict[str, np.ndarray[Any, Any]]:
    """Load the kept columns with a place for each organisation, NaN where it has no value."""
    pool = _kept(path, layout)
    found = {}
    for key, column in pool.columns.items():
        whole = np.full(len(pool), np.nan)
        whole[np.frombuffer(column.places, dtype=np.uint32)] = np.frombuffer(column.values)
        found[key] = whole
    return found


def _kept(path: Path, layout: PoolSchema) -> Pool:
    with Store(path, now=NOW) as store:
        return store.pool.get(layout, synthetic=False)


def same(ours: Figures, theirs: Figures) -> bool:
    """Tell whether two ways agree, but for the groups that are hidden and for rounding."""
    return all(
        len(figures) == len(theirs[key][group])
        and np.allclose(figures, theirs[key][group], atol=0.051)
        for key, groups in ours.items()
        for group, figures in groups.items()
    )


def measure(way: str, path: Path, size: int) -> dict[str, Any]:
    """Measure one way in this process."""
    catalogue = load(indicators_folder())
    layout = schema_of(catalogue)
    repeat = max(3, min(15, 40_000 // size))
    if way == "own":
        loading = timed(lambda: _kept(path, layout), repeat)
        pool = _kept(path, layout)
        values = own_values(layout)
        comparing = timed(lambda: compare(values, OWN, pool, catalogue), repeat)
        return {"load": loading, "compare": comparing, "memory": _held()}
    pool = _kept(path, layout)
    marks = marks_of(pool, OWN)
    ours = figures_of(compare(own_values(layout), OWN, pool, catalogue))
    if way == "numpy":
        loading = timed(lambda: in_order(path, layout), repeat)
        columns = in_order(path, layout)
        comparing = timed(lambda: with_numpy(columns, marks, layout), repeat)
        assert same(ours, with_numpy(columns, marks, layout))
        return {"load": loading, "compare": comparing, "memory": _held()}
    return _with_duckdb(path, marks, layout, ours, repeat)


def _with_duckdb(
    path: Path, marks: bytes, layout: PoolSchema, ours: Figures, repeat: int
) -> dict[str, Any]:
    """Do the same job with DuckDB: one query for each group over all columns."""
    import duckdb  # type: ignore[import-not-found,unused-ignore]  # only where it is installed

    columns = columns_of(path, layout)
    names = {pooled.key: f"c{index}" for index, pooled in enumerate(layout.pooled)}
    connection = duckdb.connect()
    connection.execute("SET threads = 2")

    def load_table() -> None:
        import pyarrow as pa  # type: ignore[import-not-found,unused-ignore]  # as duckdb is

        table = pa.table(
            {names[key]: pa.array(column, from_pandas=True) for key, column in columns.items()}
            | {"mark": np.frombuffer(marks, dtype=np.uint8)}
        )
        connection.register("arrived", table)
        connection.execute("CREATE OR REPLACE TABLE peers AS SELECT * FROM arrived")

    parts = [
        f"count({name}), quantile_cont({name}, [0.1, 0.25, 0.5, 0.75, 0.9])"
        for name in names.values()
    ]
    needed = {"portfolio": 1, "portfolio_country": 3, "country": 2, "age_group": 4, "gold": 8}

    def ask() -> Figures:
        found: Figures = {pooled.key: {} for pooled in layout.pooled}
        for group in GROUPS:
            bits = needed.get(group.value, 0)
            where = f"mark < 16 AND (mark & {bits}) = {bits}"
            (row,) = connection.execute(
                f"SELECT {', '.join(parts)} FROM peers WHERE {where}"
            ).fetchall()
            for index, pooled in enumerate(layout.pooled):
                count, quartiles = row[2 * index], row[2 * index + 1]
                if count >= 5:
                    numbers = () if pooled.classes else tuple(quartiles[1:4])
                    found[pooled.key][group.value] = (float(count), *numbers)
        return found

    loading = timed(load_table, min(repeat, 3))
    comparing = timed(ask, repeat)
    assert same(ours, ask())
    return {"load": loading, "compare": comparing, "memory": _held()}


def _held() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def importing(name: str) -> float:
    """Give the milliseconds that a package costs a program that has only just begun."""
    program = f"import time; t = time.process_time(); import {name}; print(time.process_time() - t)"
    command = [sys.executable, "-c", program]
    found = [float(subprocess.check_output(command, text=True)) for _ in range(5)]
    return 1000 * statistics.median(found)


def main() -> None:
    """Measure every way at every size, and say how they compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--measure", nargs=3, metavar=("WAY", "DATABASE", "SIZE"))
    stated = parser.parse_args()
    if stated.measure:
        way, path, size = stated.measure
        print(json.dumps(measure(way, Path(path), int(size))))
        return
    ways = [way for way in WAYS if way != "duckdb" or importlib.util.find_spec("duckdb")]
    catalogue = load(indicators_folder())
    print(f"{len(schema_of(catalogue).pooled)} measures and elements, {len(GROUPS)} groups\n")
    for way in ways[1:]:
        print(f"import {way}: {importing(way):.0f} ms, on top of loading and comparing")
    heads = f"{'organisations':>13}  {'way':7}{'load ms':>9}{'compare ms':>12}"
    print(f"{heads}{'peak MB':>9}{'ratio':>8}")
    for size in map(int, stated.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pool.db"
            seconds = build(path, size, catalogue)
            ours = 0.0
            for way in ways:
                command = [sys.executable, "-m", "tests.benchmarks.bench_pool", "--measure"]
                done = subprocess.run(
                    [*command, way, str(path), str(size)],
                    check=True,
                    stdout=subprocess.PIPE,
                    text=True,
                )
                found = json.loads(done.stdout)
                ours = ours or found["compare"]
                print(
                    f"{size:13,}  {way:7}{found['load']:9.1f}{found['compare']:12.1f}"
                    f"{found['memory']:9.0f}{found['compare'] / ours:8.2f}"
                )
            print(f"{'':13}  put into columns once, after each change: {seconds:.2f} s")


if __name__ == "__main__":
    main()
