"""Tables of peers in the store: those built here, each with its organisations, and common ones."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from assess.core.peers.membership import GroupId
from assess.core.peers.pool_rows import PoolRow
from assess.core.peers.table import (
    PeerTable,
    TableGroup,
    TableHead,
    TableName,
    figures_of,
    group_of,
    plain_figures,
    plain_group,
    table_hash,
)
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import POOL

TableKind = Literal["local", "common"]

_ROW = "ref, portfolio, country, age_group, level, year, layout, cells"


class KeptTable(NamedTuple):
    """What is known of a kept table without reading it."""

    id: int
    kind: TableKind
    hash: str
    head: TableHead
    stamp: str
    """The state of the records from which it was built; of a common one empty."""
    publisher: str
    """The fingerprint of the key that signed it; empty: it was built here."""
    at: datetime
    left_at: datetime | None
    """Since when figures of it are known to others."""

    @property
    def name(self) -> TableName:
        """How a report names it."""
        return TableName(
            number=self.head.number,
            day=self.head.day,
            hash=self.hash,
            is_common=self.kind == "common",
            corrected=self.head.corrected,
        )


class PeerTables:
    """Keeps tables; one of which nothing has left is replaced, the others stay."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self, *, synthetic: bool) -> tuple[KeptTable, ...]:
        """Give the tables of real or of synthetic organisations, oldest first."""
        rows = self._ledger.rows(
            "SELECT id, kind, hash, head, stamp, publisher, at, left_at FROM peer_table "
            "WHERE synthetic = ? ORDER BY id",
            (int(synthetic),),
        )
        return tuple(
            KeptTable(
                id_,
                kind,
                digest,
                TableHead.model_validate_json(head),
                stamp,
                publisher,
                datetime.fromisoformat(at),
                datetime.fromisoformat(left) if left else None,
            )
            for id_, kind, digest, head, stamp, publisher, at, left in rows
        )

    def add(
        self,
        table: PeerTable,
        kind: TableKind,
        rows: Iterable[PoolRow] = (),
        *,
        stamp: str = "",
        publisher: str = "",
        at: datetime,
    ) -> None:
        """Keep a table, and of one that was built here the organisations in it.

        A table of its kind of which nothing has left goes.
        """
        with self._ledger.writing():
            self.drop_unread(kind, synthetic=table.head.synthetic)
            cursor = self._ledger.run(
                "INSERT INTO peer_table (kind, synthetic, number, hash, head, stamp, publisher, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    kind,
                    int(table.head.synthetic),
                    table.head.number,
                    table_hash(table),
                    table.head.model_dump_json(),
                    stamp,
                    publisher,
                    at.isoformat(),
                ),
            )
            for group, shown in table.groups.items():
                body = json.dumps(plain_figures(shown), separators=(",", ":"))
                self._ledger.run(
                    "INSERT INTO peer_table_group (peer_table, name, body) VALUES (?, ?, ?)",
                    (cursor.lastrowid, _name_of(group), body),
                )
            for row in rows:
                contributors = json.dumps(sorted(row.contributors)) if row.contributors else ""
                self._ledger.run(
                    f"INSERT INTO peer_table_row (peer_table, {_ROW}, contributors) "  # noqa: S608  our own names
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (cursor.lastrowid, *row[:8], contributors),
                )
            stated = {
                "hash": table_hash(table),
                "synthetic": table.head.synthetic,
                "publisher": publisher,
                "rows": self._ledger.digest_of_table_rows(cursor.lastrowid or 0),
            }
            subject = subject_of(kind, table.head.number)
            self._ledger.append("pool", POOL, NewEntry(json.dumps(stated), at, None, subject))

    def drop_unread(self, kind: TableKind, *, synthetic: bool) -> None:
        """Put out the tables of a kind of which nothing has left."""
        with self._ledger.writing():
            for known in self.all(synthetic=synthetic):
                if known.kind == kind and known.left_at is None:
                    for part in ("peer_table_row", "peer_table_group"):
                        self._ledger.run(f"DELETE FROM {part} WHERE peer_table = ?", (known.id,))  # noqa: S608  our own names
                    self._ledger.run("DELETE FROM peer_table WHERE id = ?", (known.id,))

    def erase(self, ref: str, *, at: datetime) -> None:
        """Erase an organisation in the tables: that somebody was counted stays, not who or what.

        Without that, the next table would tell of the one that is missing in it.
        """
        with self._ledger.writing():
            query = (
                "SELECT peer_table_row.id, cells, peer_table, kind, number, hash "
                "FROM peer_table_row JOIN peer_table ON peer_table.id = peer_table WHERE ref = ?"
            )
            for number, cells, table, *named in self._ledger.rows(query, (ref,)):
                values = array("d")
                values.frombytes(cells)
                blank = array("d", [0.0 if value == value else value for value in values])  # noqa: PLR0124  only "no value" is not equal to itself
                self._ledger.run(
                    "UPDATE peer_table_row SET ref = ?, year = NULL, cells = ? WHERE id = ?",
                    (" ".join(("erased", str(number))), blank.tobytes(), number),
                )
                self._state_rows(table, *named, at=at)

    def _state_rows(self, table: int, kind: str, number: int, digest: str, *, at: datetime) -> None:
        """Enter which organisations a table has from now on."""
        stated = {"hash": digest, "rows": self._ledger.digest_of_table_rows(table)}
        entry = NewEntry(json.dumps(stated), at, None, subject_of(kind, number))
        self._ledger.append("pool", POOL, entry)

    def mark_left(self, table: int, *, at: datetime) -> None:
        """Keep that figures of a table are known to others from now on."""
        with self._ledger.writing():
            query = "SELECT kind, number, hash FROM peer_table WHERE id = ? AND left_at IS NULL"
            for kind, number, digest in self._ledger.rows(query, (table,)):
                stated = json.dumps({"hash": digest, "left_at": at.isoformat()})
                entry = NewEntry(stated, at, None, subject_of(kind, number))
                self._ledger.append("pool", POOL, entry)
            self._ledger.run(
                "UPDATE peer_table SET left_at = ? WHERE id = ? AND left_at IS NULL",
                (at.isoformat(), table),
            )

    def read(self, known: KeptTable, groups: Collection[GroupId] | None = None) -> PeerTable:
        """Read a table; with `groups`, only what it shows of these."""
        where, values = "", [known.id]
        names = [] if groups is None else [_name_of(group) for group in groups]
        if groups is not None:
            where = f" AND name IN ({', '.join('?' for _ in names)})"
        query = f"SELECT name, body FROM peer_table_group WHERE peer_table = ?{where} ORDER BY id"  # noqa: S608  our own words
        found: dict[GroupId, TableGroup] = {}
        for name, body in self._ledger.each_row(query, (*values, *names)):
            found[group_of(json.loads(name))] = figures_of(json.loads(body))
        return PeerTable(known.head, found)

    def rows(self, known: KeptTable, ref: str | None = None) -> Iterator[PoolRow]:
        """Give the organisations of a table that was built here, or only one of them."""
        where, values = ("", ()) if ref is None else (" AND ref = ?", (ref,))
        query = f"SELECT {_ROW}, contributors FROM peer_table_row WHERE peer_table = ?{where}"  # noqa: S608  our own names
        for *stated, contributors in self._ledger.each_row(query, (known.id, *values)):
            known_to = frozenset(json.loads(contributors)) if contributors else frozenset[str]()
            yield PoolRow._make((*stated, known_to))


def subject_of(kind: str, number: int) -> str:
    """Give what the entries of a table are about."""
    return " ".join((kind, "table", str(number)))


def _name_of(group: GroupId) -> str:
    return json.dumps(plain_group(group), ensure_ascii=True, sort_keys=True)
