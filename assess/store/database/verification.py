"""Verifies a database: the file itself, and that no row of a history was altered or removed."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.text.value import Value
from assess.errors import DamagedStore
from assess.languages import gettext
from assess.store.database.chain import FIRST, link
from assess.store.database.fault_text import in_one_line
from assess.store.database.ledger import Chained, Ledger

COLUMNS: dict[Chained, tuple[str, ...]] = {
    "details": ("case_id", "body", "by", "at"),
    "answer": ("case_id", "question", "body", "by", "at"),
    "decision": ("case_id", "kind", "subject", "body", "by", "at"),
    "register": ("case_id", "body", "by", "at"),
    "edition": ("case_id", "number", "body", "by", "at"),
    "plan": ("case_id", "subject", "body", "by", "at"),
}
"""The columns of a row that its hash covers, in their order."""


_HANDFUL = 2000
"""Rows that are read at a time."""


FILE = "file"
"""What stands for a table where the whole file is meant."""


class IntegrityFault(Value):
    """One thing that is not as it was written."""

    table: str
    row: int | None = None
    case: str | None = None
    what: str

    def __str__(self) -> str:
        if self.row is None and self.case is None:
            if self.table == FILE:
                return gettext("file: {fault}", fault=self.what)
            return f"{self.table}: {self.what}"
        if self.row is None:
            return gettext(
                "{table} (case {case}): {fault}",
                table=self.table,
                case=self.case or "",
                fault=self.what,
            )
        if not self.case:
            return gettext(
                "{table} row {row}: {fault}", table=self.table, row=self.row, fault=self.what
            )
        return gettext(
            "{table} row {row} (case {case}): {fault}",
            table=self.table,
            row=self.row,
            case=self.case,
            fault=self.what,
        )


class VerifiedHistory(Value):
    """How many rows were looked at, and every fault that was found."""

    rows: dict[str, int]
    faults: tuple[IntegrityFault, ...] = ()


def verify(ledger: Ledger) -> VerifiedHistory:
    """Check the file with SQLite's own means, then the chain of every case in every table."""
    faults = list(_file_faults(ledger))
    counts: dict[str, int] = {}
    for table in COLUMNS:
        walk = _Walk(ledger, table)
        faults += walk.faults()
        counts[table] = walk.count
    return VerifiedHistory(rows=counts, faults=tuple(faults))


def _file_faults(ledger: Ledger) -> Iterator[IntegrityFault]:
    try:
        for (said,) in ledger.rows("PRAGMA integrity_check"):
            if said != "ok":
                yield IntegrityFault(table=FILE, what=in_one_line([str(said)]))
        for table, row, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
            yield IntegrityFault(
                table=str(table),
                row=row,
                what=gettext("there is no row of {table} for it", table=parent),
            )
    except DamagedStore as error:
        yield IntegrityFault(table=FILE, what=error.what)


class _Walk:
    """Goes through the rows of a table, a handful at a time: nobody has to wait to write."""

    def __init__(self, ledger: Ledger, table: Chained) -> None:
        self.count = 0
        self._ledger, self._table = ledger, table
        self._last_hash: dict[str, str] = {}

    def faults(self) -> Iterator[IntegrityFault]:
        """Find rows that were altered, rows whose neighbour was, and numbers that are gone."""
        table, number = self._table, 0
        try:
            given = self._ledger.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
            for row in self._rows():
                yield from self._gap(number + 1, int(row["seq"]))
                number = int(row["seq"])
                yield from self._chain_faults(number, row)
            yield from self._gap(number + 1, int(given[0][0]) + 1 if given else 0)
        except DamagedStore as error:
            yield IntegrityFault(
                table=table,
                what=gettext(
                    "the rows after {row} cannot be read ({fault})",
                    row=number,
                    fault=error.what,
                ),
            )

    def _rows(self) -> Iterator[dict[str, str]]:
        names = ("seq", *COLUMNS[self._table], "hash_before", "hash")
        query = f"SELECT {', '.join(names)} FROM {self._table} WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608  our own names
        last = 0
        while rows := self._ledger.rows(query, (last, _HANDFUL)):
            last = rows[-1][0]
            self.count += len(rows)
            yield from (dict(zip(names, row, strict=True)) for row in rows)

    def _chain_faults(self, number: int, row: dict[str, str]) -> Iterator[IntegrityFault]:
        table, case = self._table, row["case_id"]
        fields = [row[name] for name in COLUMNS[table]]
        if link(row["hash_before"], *fields) != row["hash"]:
            what = gettext("it was altered after it was written")
            yield IntegrityFault(table=table, row=number, case=case, what=what)
        if row["hash_before"] != self._last_hash.get(case, FIRST):
            what = gettext("a row before it was removed, added or altered")
            yield IntegrityFault(table=table, row=number, case=case, what=what)
        self._last_hash[case] = row["hash"]

    def _gap(self, first: int, after: int) -> Iterator[IntegrityFault]:
        """Name the numbers that were given out and are gone; SQLite remembers the last one."""
        if after > first:
            gone = (
                gettext("row {row} is missing", row=first)
                if after - first == 1
                else gettext("rows {first} to {last} are missing", first=first, last=after - 1)
            )
            yield IntegrityFault(table=self._table, what=gone)
