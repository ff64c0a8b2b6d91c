"""The pool in the store: records without names, and the whole of it ready in columns."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from assess.core.peers.differencing import Earlier
from assess.core.peers.peer_group import GroupKey
from assess.core.peers.pool import Column, Pool
from assess.core.peers.pool_rows import Row, pool_from_rows
from assess.core.peers.pool_schema import Layout
from assess.store.explaining import explained
from assess.store.ledger import Ledger

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


class PoolStore(Ledger):
    """Keeps records of peers by where they came from; each source is taken in or put out whole."""

    def peer_sources(self) -> tuple[PeerSource, ...]:
        """Give where the records came from, oldest first."""
        rows = self.rows(
            "SELECT id, kind, name, version, synthetic, at, "
            "(SELECT count(*) FROM peer WHERE source = peer_source.id) FROM peer_source ORDER BY id"
        )
        return tuple(
            PeerSource(id_, kind, name, version, bool(synthetic), datetime.fromisoformat(at), n)
            for id_, kind, name, version, synthetic, at, n in rows
        )

    def case_peers(self) -> Mapping[str, CasePeer]:
        """Give the records of finished cases by the id of their case."""
        rows = self.rows(
            "SELECT name, peer_source.id, version, ref, level FROM peer_source "
            "JOIN peer ON peer.source = peer_source.id WHERE kind = 'case'"
        )
        return {str(name): CasePeer(*rest) for name, *rest in rows}

    def add_peers(
        self,
        kind: Kind,
        name: str,
        version: str,
        rows: Iterable[Row],
        layouts: Iterable[Layout],
        *,
        synthetic: bool,
        at: datetime,
    ) -> None:
        """Keep the records of a source; those of an earlier version of it go."""
        with self.writing():
            self._drop("name = ? AND kind = ?", (name, kind))
            cursor = self.run(
                "INSERT INTO peer_source (kind, name, version, synthetic, at) "
                "VALUES (?, ?, ?, ?, ?)",
                (kind, name, version, int(synthetic), at.isoformat()),
            )
            for layout in layouts:
                self.run(
                    "INSERT OR IGNORE INTO peer_layout (digest, body) VALUES (?, ?)",
                    (layout.digest, layout.model_dump_json()),
                )
            for row in rows:
                self.run(
                    f"INSERT INTO peer (source, {_RECORD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  our own names
                    (cursor.lastrowid, *row),
                )

    def drop_peers(self, source: int) -> None:
        """Put a source and its records out."""
        with self.writing():
            self._drop("id = ?", (source,))

    def change_peer(self, source: int, ref: str, level: str | None) -> None:
        """Keep under which id and with which label the organisation of a case is known now."""
        with self.writing():
            self.run("UPDATE peer SET ref = ?, level = ? WHERE source = ?", (ref, level, source))
            self._forget_pools()

    def _forget_pools(self) -> None:
        self.run("DELETE FROM peer_column", ())
        self.run("DELETE FROM peer_pool", ())

    def _drop(self, where: str, values: Sequence[Any]) -> None:
        chosen = f"SELECT id FROM peer_source WHERE {where}"  # noqa: S608  our own words
        self.run(f"DELETE FROM peer WHERE source IN ({chosen})", values)  # noqa: S608  the same
        self.run(f"DELETE FROM peer_source WHERE {where}", values)  # noqa: S608  the same
        self._forget_pools()

    def peer_rows(self, *, synthetic: bool, kinds: Sequence[Kind] = ()) -> list[Row]:
        """Give the records of real or of synthetic organisations, in the order they came."""
        of_kind = f"AND kind IN ({', '.join('?' for _ in kinds)})" if kinds else ""
        rows = self.rows(
            f"SELECT {_RECORD} FROM peer JOIN peer_source ON peer_source.id = source "  # noqa: S608  our own names
            f"WHERE synthetic = ? {of_kind} ORDER BY peer.id",
            (int(synthetic), *kinds),
        )
        return [Row(*row) for row in rows]

    def peer_layouts(self) -> Mapping[str, Layout]:
        """Give the layouts of the records by their digest."""
        rows = self.rows("SELECT digest, body FROM peer_layout")
        return {str(digest): Layout.model_validate_json(body) for digest, body in rows}

    def pool(self, layout: Layout, *, synthetic: bool) -> Pool:
        """Give the whole pool in columns; it is built once after each change and then kept so."""
        key = (int(synthetic), layout.digest)
        if (kept := self._kept_pool(key)) is not None:
            return kept
        with self.writing():
            if (kept := self._kept_pool(key)) is not None:  # another window was quicker
                return kept
            pool = pool_from_rows(self._newest_rows(synthetic), self.peer_layouts(), layout)
            parts = json.dumps([list(part) for part in pool.parts], ensure_ascii=False)
            self.run(
                "INSERT INTO peer_pool (synthetic, layout, byte_order, parts) VALUES (?, ?, ?, ?)",
                (*key, sys.byteorder, parts),
            )
            for name, column in pool.columns.items():
                self.run(
                    "INSERT INTO peer_column (synthetic, layout, name, numbers, places) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (*key, name, column.values.tobytes(), column.places.tobytes()),
                )
        return pool

    def pool_as_it_is(self, layout: Layout, *, synthetic: bool) -> Pool:
        """Give the pool without keeping it in columns: nothing is written."""
        return pool_from_rows(self._newest_rows(synthetic), self.peer_layouts(), layout)

    def _kept_pool(self, key: tuple[int, str]) -> Pool | None:
        """Read the columns one by one, so that a large pool is never held twice."""
        where = "WHERE synthetic = ? AND layout = ?"
        heads = self.rows(f"SELECT byte_order, parts FROM peer_pool {where}", key)  # noqa: S608  our own words
        if not heads:
            return None
        ((order, parts),) = heads
        columns: dict[str, Column] = {}
        with explained(self.path):
            query = f"SELECT name, numbers, places FROM peer_column {where} ORDER BY id"  # noqa: S608  the same
            for name, numbers, places in self._db.execute(query, key):
                columns[name] = Column(_array("d", numbers, order), _array("I", places, order))
        return Pool(list(zip(*json.loads(parts), strict=True)), columns)

    def _newest_rows(self, synthetic: bool) -> Iterator[Row]:  # noqa: FBT001  private
        """Give the latest record of each organisation, one by one."""
        found: dict[str, tuple[int, int]] = {}
        for number, ref, year in self.rows(
            "SELECT peer.id, ref, coalesce(year, 0) FROM peer "
            "JOIN peer_source ON peer_source.id = source WHERE synthetic = ? ORDER BY peer.id",
            (int(synthetic),),
        ):
            if ref not in found or year >= found[ref][0]:
                found[ref] = (year, number)
        chosen = {number for _, number in found.values()}
        query = f"SELECT id, {_RECORD} FROM peer ORDER BY id"  # noqa: S608  our own names
        for number, *record in self._db.execute(query):
            if number in chosen:
                yield Row(*record)

    def state_versions(self) -> Mapping[str, str]:
        """Give for each case which state it is in, by the number of its last change of state."""
        rows = self.rows(
            "SELECT case_id, max(seq) FROM decision WHERE kind = 'state' GROUP BY case_id"
        )
        return {str(case): str(number) for case, number in rows}

    def peer_stamp(self) -> str:
        """Give what changes whenever a case may enter or leave the pool or be called otherwise."""
        rows = self.rows(_STAMP)
        return json.dumps(rows[0])

    def settled_stamp(self) -> str | None:
        """Give the stamp at which the cases were last gathered."""
        rows = self.rows("SELECT value FROM peer_setting WHERE name = 'stamp'")
        return str(rows[0][0]) if rows else None

    def settle_stamp(self, stamp: str) -> None:
        """Keep the stamp at which the cases were gathered."""
        self._set("stamp", stamp)

    def pool_key(self) -> bytes | None:
        """Give the key from which the ids of organisations are made, if there is one."""
        rows = self.rows("SELECT value FROM peer_setting WHERE name = 'key'")
        return bytes.fromhex(rows[0][0]) if rows else None

    def set_pool_key(self, key: bytes) -> None:
        """Keep the key from which the ids of organisations are made."""
        self._set("key", key.hex())

    def _set(self, name: str, value: str) -> None:
        with self.writing():
            self.run(
                "INSERT INTO peer_setting (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def add_shown_peers(self, case_id: str, shown: Earlier, *, at: datetime) -> None:
        """Keep what a report that was given out showed of the peers, unless the last one did so.

        It is only ever added to; the pool as it was is kept once for all the reports that used it.
        """
        body = _bytes_of(shown.pool)
        digest = hashlib.sha256(body).hexdigest()
        head = _head_of_shown(shown)
        with self.writing():
            last = self.rows(
                "SELECT pool, head FROM peers_shown WHERE case_id = ? ORDER BY id DESC LIMIT 1",
                (case_id,),
            )
            if last == [(digest, head)]:
                return
            if not self.rows("SELECT 1 FROM peer_snapshot WHERE digest = ?", (digest,)):
                self.run(
                    "INSERT INTO peer_snapshot (digest, body) VALUES (?, ?)",
                    (digest, zlib.compress(body, 6)),
                )
            self.run(
                "INSERT INTO peers_shown (case_id, pool, head, day, at) VALUES (?, ?, ?, ?, ?)",
                (case_id, digest, head, shown.on.isoformat(), at.isoformat()),
            )

    def shown_peers(self, case_id: str) -> tuple[Earlier, ...]:
        """Give what the reports of a case showed of the peers, oldest first."""
        rows = self.rows(
            "SELECT pool, head, day FROM peers_shown WHERE case_id = ? ORDER BY id", (case_id,)
        )
        pools = {digest: self._snapshot(digest) for digest in {row[0] for row in rows}}
        return tuple(_shown(pools[digest], head, day) for digest, head, day in rows)

    def _snapshot(self, digest: str) -> Pool:
        ((body,),) = self.rows("SELECT body FROM peer_snapshot WHERE digest = ?", (digest,))
        return _pool_of(zlib.decompress(body))


_STAMP = """
SELECT
    (SELECT max(seq) FROM decision WHERE kind = 'state'),
    (SELECT max(seq) FROM details),
    (SELECT max(seq) FROM register),
    (SELECT count(*) FROM cases),
    (SELECT group_concat(id || name_key || country) FROM organisation)
"""


def _array(kind: str, content: bytes, order: str) -> array[Any]:
    found: array[Any] = array(kind)
    found.frombytes(content)
    if order != sys.byteorder:
        found.byteswap()
    return found


def _bytes_of(pool: Pool) -> bytes:
    """Give a pool as bytes: a line of JSON, then the columns one after another."""
    head = {
        "order": sys.byteorder,
        "parts": [list(part) for part in pool.parts],
        "columns": [(key, len(column.values)) for key, column in pool.columns.items()],
    }
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    arrays = (part for column in pool.columns.values() for part in (column.values, column.places))
    return b"\n".join([line, b"".join(part.tobytes() for part in arrays)])


def _pool_of(body: bytes) -> Pool:
    """Read a pool that `_bytes_of` wrote."""
    start = body.index(b"\n")
    head = json.loads(body[:start])
    columns: dict[str, Column] = {}
    view, start = memoryview(body), start + 1
    for key, count in head["columns"]:
        parts = []
        for kind in ("d", "I"):
            end = start + count * array(kind).itemsize
            parts.append(_array(kind, bytes(view[start:end]), head["order"]))
            start = end
        columns[key] = Column(*parts)
    return Pool(list(zip(*head["parts"], strict=True)), columns)


def _head_of_shown(shown: Earlier) -> str:
    head = {
        "marks": base64.b64encode(shown.marks).decode("ascii"),
        "labels": dict(shown.labels),
        "shown": {key: list(groups) for key, groups in shown.shown.items() if groups},
    }
    return json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _shown(pool: Pool, head: str, day: str) -> Earlier:
    plain = json.loads(head)
    return Earlier(
        pool=pool,
        marks=base64.b64decode(plain["marks"]),
        labels={GroupKey(key): label for key, label in plain["labels"].items()},
        shown={
            key: tuple(GroupKey(group) for group in groups)
            for key, groups in plain["shown"].items()
        },
        on=date.fromisoformat(day),
    )
