"""Verifies a database: the file itself, and that no row of a history was altered or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import pairwise

from assess.core.value import Value
from assess.store.chain import FIRST, link
from assess.store.ledger import Chained, Ledger

COLUMNS: dict[Chained, tuple[str, ...]] = {
    "details": ("case_id", "body", "by", "at"),
    "answer": ("case_id", "question", "body", "by", "at"),
    "decision": ("case_id", "kind", "subject", "body", "by", "at"),
    "register": ("case_id", "body", "by", "at"),
}
"""The columns of a row that its hash covers, in their order."""


class Fault(Value):
    """One thing that is not as it was written."""

    table: str
    row: int | None = None
    case: str | None = None
    what: str

    def __str__(self) -> str:
        place = self.table if self.row is None else f"{self.table} row {self.row}"
        return f"{place}{f' (case {self.case})' if self.case else ''}: {self.what}"


class Verified(Value):
    """How many rows were looked at, and every fault that was found."""

    rows: dict[str, int]
    faults: tuple[Fault, ...] = ()


def verify(ledger: Ledger) -> Verified:
    """Check the file with SQLite's own means, then the chain of every case in every table."""
    faults = list(_file_faults(ledger))
    counts: dict[str, int] = {}
    for table in COLUMNS:
        rows = _rows(ledger, table)
        counts[table] = len(rows)
        faults += _chain_faults(table, rows)
        faults += _gaps(ledger, table, [int(row["seq"]) for row in rows])
    return Verified(rows=counts, faults=tuple(faults))


def _file_faults(ledger: Ledger) -> Iterator[Fault]:
    for (said,) in ledger.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(table="file", what=str(said))
    for table, row, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
        yield Fault(table=str(table), row=row, what=f"it belongs to no row of {parent}")


def _rows(ledger: Ledger, table: Chained) -> list[dict[str, str]]:
    names = ("seq", *COLUMNS[table], "hash_before", "hash")
    query = f"SELECT {', '.join(names)} FROM {table} ORDER BY seq"  # noqa: S608  our own names
    try:
        return [dict(zip(names, row, strict=True)) for row in ledger.rows(query)]
    except sqlite3.Error:
        return []


def _chain_faults(table: Chained, rows: list[dict[str, str]]) -> Iterator[Fault]:
    last: dict[str, str] = {}
    for row in rows:
        case, number = row["case_id"], int(row["seq"])
        fields = [row[name] for name in COLUMNS[table]]
        if link(row["hash_before"], *fields) != row["hash"]:
            yield Fault(
                table=table, row=number, case=case, what="it was altered after it was written"
            )
        if row["hash_before"] != last.get(case, FIRST):
            what = "a row before it was removed, added or altered"
            yield Fault(table=table, row=number, case=case, what=what)
        last[case] = row["hash"]


def _gaps(ledger: Ledger, table: Chained, numbers: list[int]) -> Iterator[Fault]:
    """Find numbers that were given out and are gone; SQLite remembers the last one."""
    given = ledger.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    last = int(given[0][0]) if given else 0
    for before, after in pairwise([0, *numbers, last + 1]):
        if after - before > 1:
            gone = (
                f"row {before + 1}" if after - before == 2 else f"rows {before + 1} to {after - 1}"
            )
            yield Fault(table=table, what=f"{gone} gone")
