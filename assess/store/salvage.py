"""Salvage: everything that can still be read of a damaged database, saved to a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from assess.core.value import Value
from assess.errors import StoreFault
from assess.store.migrations import migrations

_TABLES = (
    "organisation",
    "cases",
    "details",
    "answer",
    "decision",
    "register",
    "draft",
    "place",
)


class Salvaged(Value):
    """What was saved, by table, and where; `lost` says in which tables reading stopped."""

    target: Path
    rows: dict[str, int]
    lost: tuple[str, ...] = ()


def is_damaged(path: Path) -> bool:
    """Tell whether a file is a database with damage, as far as a quick check sees."""
    try:
        with closing(_reading(path)) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            return str(said) != "ok"
    except sqlite3.DatabaseError as error:
        return "locked" not in str(error) and "unable to open" not in str(error)


def salvage(path: Path, *, now: datetime) -> Salvaged:
    """Save every row that can be read to a new database beside the damaged one, left as it is."""
    target = path.with_name(f"{path.stem}.salvaged-{now:%Y%m%d-%H%M%S}.db")
    if target.exists():
        raise StoreFault(f"{target} exists already; look into it before another try.")
    counts: dict[str, int] = {}
    lost = []
    with closing(sqlite3.connect(target, isolation_level=None)) as saved:
        migrations.apply(Database(saved, execute_plugins=False))
        with closing(_reading(path)) as damaged:
            for table in _TABLES:
                saved.execute("BEGIN")
                counts[table], whole = _copy_table(damaged, saved, table)
                saved.execute("COMMIT")
                if not whole:
                    lost.append(table)
        orphans = saved.execute("PRAGMA foreign_key_check").fetchall()
        gone = {f"{table} (rows without their {parent})" for table, _, parent, _ in orphans}
        lost += sorted(gone)
    return Salvaged(target=target, rows=counts, lost=tuple(lost))


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy_table(
    damaged: sqlite3.Connection, saved: sqlite3.Connection, table: str
) -> tuple[int, bool]:
    """Copy a table from its beginning and from its end, up to where reading fails."""
    columns = [str(row[1]) for row in saved.execute(f"PRAGMA table_info({table})")]
    names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  our own names
    whole = False
    for direction in ("", " DESC"):
        query = f"SELECT {names} FROM {table} ORDER BY 1{direction}"  # noqa: S608  our own names
        for row in _readable(damaged, query):
            if row is None:
                break
            try:
                saved.execute(insert, row)
            except sqlite3.Error:
                continue
        else:
            whole = True
        if whole:
            break
    (count,) = saved.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  our own names
    return int(count), whole


def _readable(damaged: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...] | None]:
    """Give row after row; None, and then nothing more, where reading fails."""
    try:
        yield from damaged.execute(query)
    except sqlite3.Error:
        yield None
