"""The pool in the store: records without names, and the whole of it ready in columns."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from assess.core.peers.pool import Pool, PoolColumn
from assess.core.peers.pool_rows import PoolRow, pool_from_rows
from assess.core.peers.pool_schema import PoolSchema
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import POOL
from assess.store.peers.arrays import array_from

Kind = Literal["case", "file"]

_RECORD = "ref, portfolio, country, age_group, level, year, layout, cells"


class PeerSource(NamedTuple):
    """Where records came from: a case of this database, or a pool file."""

    id: int
    kind: Kind
    name: str
    """The id of the case, or the name of the file."""
    version: str
    """Which state of the case, or the SHA-256 of the file."""
    synthetic: bool
    at: datetime
    size: int


class CasePeer(NamedTuple):
    """The record of a finished case: its source, the state it was taken in, and how it is known."""

    source: int
    version: str
    ref: str
    level: str | None


class PeerRecords:
    """Keeps records of peers by where they came from; each source is taken in or put out whole."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def sources(self) -> tuple[PeerSource, ...]:
        """Give where the records came from, oldest first."""
        rows = self._ledger.rows(
            "SELECT id, kind, name, version, synthetic, at, "
            "(SELECT count(*) FROM peer WHERE source = peer_source.id) FROM peer_source ORDER BY id"
        )
        return tuple(
            PeerSource(id_, kind, name, version, bool(synthetic), datetime.fromisoformat(at), n)
            for id_, kind, name, version, synthetic, at, n in rows
        )

    def case_records(self) -> Mapping[str, CasePeer]:
        """Give the records of finished cases by the id of their case."""
        rows = self._ledger.rows(
            "SELECT name, peer_source.id, version, ref, level FROM peer_source "
            "JOIN peer ON peer.source = peer_source.id WHERE kind = 'case'"
        )
        return {str(name): CasePeer(*rest) for name, *rest in rows}

    def add(
        self,
        kind: Kind,
        name: str,
        version: str,
        rows: Iterable[PoolRow],
        layouts: Iterable[PoolSchema],
        *,
        synthetic: bool,
        at: datetime,
    ) -> None:
        """Keep the records of a source; those of an earlier version of it go."""
        with self._ledger.writing():
            self._drop("name = ? AND kind = ?", (name, kind))
            cursor = self._ledger.run(
                "INSERT INTO peer_source (kind, name, version, synthetic, at) "
                "VALUES (?, ?, ?, ?, ?)",
                (kind, name, version, int(synthetic), at.isoformat()),
            )
            for layout in layouts:
                self._ledger.run(
                    "INSERT OR IGNORE INTO peer_layout (digest, body) VALUES (?, ?)",
                    (layout.digest, layout.model_dump_json()),
                )
            for row in rows:
                self._ledger.run(
                    f"INSERT INTO peer (source, {_RECORD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  our own names
                    (cursor.lastrowid, *row),
                )
            self._enter(cursor.lastrowid or 0, at)

    def drop(self, source: int, *, at: datetime) -> None:
        """Put a source and its records out."""
        with self._ledger.writing():
            query = "SELECT kind, name FROM peer_source WHERE id = ?"
            for kind, name in self._ledger.rows(query, (source,)):
                gone = NewEntry('{"records": null}', at, None, f"{kind} {name}")
                self._ledger.append("pool", POOL, gone)
            self._drop("id = ?", (source,))

    def _enter(self, source: int, at: datetime) -> None:
        """Enter in the record which records a source has."""
        query = "SELECT kind, name, version, synthetic, at FROM peer_source WHERE id = ?"
        ((kind, name, version, synthetic, since),) = self._ledger.rows(query, (source,))
        body = {"version": version, "synthetic": bool(synthetic), "at": since}
        body["records"] = self._ledger.digest_of_records(source)
        entry = NewEntry(json.dumps(body), at, None, f"{kind} {name}")
        self._ledger.append("pool", POOL, entry)

    def change(self, source: int, ref: str, level: str | None, *, at: datetime) -> None:
        """Keep under which id and with which label the organisation of a case is known now."""
        with self._ledger.writing():
            self._ledger.run(
                "UPDATE peer SET ref = ?, level = ? WHERE source = ?", (ref, level, source)
            )
            self._enter(source, at)
            self._forget_pools()

    def _forget_pools(self) -> None:
        self._ledger.run("DELETE FROM peer_column", ())
        self._ledger.run("DELETE FROM peer_pool", ())

    def _drop(self, where: str, values: Sequence[Any]) -> None:
        chosen = f"SELECT id FROM peer_source WHERE {where}"  # noqa: S608  our own words
        self._ledger.run(f"DELETE FROM peer WHERE source IN ({chosen})", values)  # noqa: S608  the same
        self._ledger.run(f"DELETE FROM peer_source WHERE {where}", values)  # noqa: S608  the same
        self._forget_pools()

    def rows(self, *, synthetic: bool, kinds: Sequence[Kind] = ()) -> list[PoolRow]:
        """Give the records of real or of synthetic organisations, in the order they came."""
        of_kind = f"AND kind IN ({', '.join('?' for _ in kinds)})" if kinds else ""
        rows = self._ledger.rows(
            f"SELECT {_RECORD} FROM peer JOIN peer_source ON peer_source.id = source "  # noqa: S608  our own names
            f"WHERE synthetic = ? {of_kind} ORDER BY peer.id",
            (int(synthetic), *kinds),
        )
        return [PoolRow(*row) for row in rows]

    def layouts(self) -> Mapping[str, PoolSchema]:
        """Give the layouts of the records by their digest."""
        rows = self._ledger.rows("SELECT digest, body FROM peer_layout")
        return {str(digest): PoolSchema.model_validate_json(body) for digest, body in rows}

    def get(self, layout: PoolSchema, *, synthetic: bool) -> Pool:
        """Give the whole pool in columns; it is built once after each change and then kept so."""
        key = (int(synthetic), layout.digest)
        if (kept := self._kept_pool(key)) is not None:
            return kept
        with self._ledger.writing():
            if (kept := self._kept_pool(key)) is not None:  # another window was quicker
                return kept
            pool = pool_from_rows(self._newest_rows(synthetic), self.layouts(), layout)
            parts = json.dumps([list(part) for part in pool.parts], ensure_ascii=False)
            self._ledger.run(
                "INSERT INTO peer_pool (synthetic, layout, byte_order, parts) VALUES (?, ?, ?, ?)",
                (*key, sys.byteorder, parts),
            )
            for name, column in pool.columns.items():
                self._ledger.run(
                    "INSERT INTO peer_column (synthetic, layout, name, numbers, places) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (*key, name, column.values.tobytes(), column.places.tobytes()),
                )
        return pool

    def build(self, layout: PoolSchema, *, synthetic: bool) -> Pool:
        """Give the pool without keeping it in columns: nothing is written."""
        return pool_from_rows(self._newest_rows(synthetic), self.layouts(), layout)

    def _kept_pool(self, key: tuple[int, str]) -> Pool | None:
        """Read the columns one by one, so that a large pool is never held twice."""
        where = "WHERE synthetic = ? AND layout = ?"
        heads = self._ledger.rows(f"SELECT byte_order, parts FROM peer_pool {where}", key)  # noqa: S608  our own words
        if not heads:
            return None
        ((order, parts),) = heads
        columns: dict[str, PoolColumn] = {}
        query = f"SELECT name, numbers, places FROM peer_column {where} ORDER BY id"  # noqa: S608  the same
        for name, numbers, places in self._ledger.each_row(query, key):
            columns[name] = PoolColumn(
                array_from("d", numbers, order), array_from("I", places, order)
            )
        return Pool(list(zip(*json.loads(parts), strict=True)), columns)

    def _newest_rows(self, synthetic: bool) -> Iterator[PoolRow]:  # noqa: FBT001  private
        """Give the latest record of each organisation, one by one."""
        found: dict[str, tuple[int, int]] = {}
        for number, ref, year in self._ledger.rows(
            "SELECT peer.id, ref, coalesce(year, 0) FROM peer "
            "JOIN peer_source ON peer_source.id = source WHERE synthetic = ? ORDER BY peer.id",
            (int(synthetic),),
        ):
            if ref not in found or year >= found[ref][0]:
                found[ref] = (year, number)
        chosen = {number for _, number in found.values()}
        query = f"SELECT id, {_RECORD} FROM peer ORDER BY id"  # noqa: S608  our own names
        for number, *record in self._ledger.each_row(query):
            if number in chosen:
                yield PoolRow(*record)

    def stamp(self) -> str:
        """Give what changes whenever a case may enter or leave the pool or be called otherwise."""
        rows = self._ledger.rows(_STAMP)
        return json.dumps(rows[0])

    def gathered_stamp(self) -> str | None:
        """Give the stamp at which the cases were last gathered."""
        rows = self._ledger.rows("SELECT value FROM peer_setting WHERE name = 'stamp'")
        return str(rows[0][0]) if rows else None

    def set_gathered_stamp(self, stamp: str) -> None:
        """Keep the stamp at which the cases were gathered."""
        self._set("stamp", stamp)

    def key(self) -> bytes | None:
        """Give the key from which the ids of organisations are made, if there is one."""
        rows = self._ledger.rows("SELECT value FROM peer_setting WHERE name = 'key'")
        return bytes.fromhex(rows[0][0]) if rows else None

    def set_key(self, key: bytes, *, at: datetime) -> None:
        """Keep the key from which the ids of organisations are made."""
        with self._ledger.writing():
            body = json.dumps({"key": sha256(key.hex().encode("ascii")).hexdigest()})
            self._ledger.append("pool", POOL, NewEntry(body, at, None, "key"))
            self._set("key", key.hex())

    def _set(self, name: str, value: str) -> None:
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO peer_setting (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )


_STAMP = """
SELECT
    (SELECT max(seq) FROM entry WHERE kind = 'state' AND side = 0),
    (SELECT max(seq) FROM entry WHERE kind = 'details' AND side = 0),
    (SELECT max(seq) FROM entry WHERE kind = 'register' AND side = 0),
    (SELECT count(*) FROM cases),
    (SELECT group_concat(id || name_key || country) FROM organisation)
"""
