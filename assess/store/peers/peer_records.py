"""The pool in the store: records of organisations, by where they came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from assess.core.peers.pool_rows import PoolRow
from assess.core.peers.pool_schema import PoolSchema
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import POOL

Kind = Literal["case", "file"]

Setting = Literal["key", "stamp", "contributor", "shown_until", "publisher", "snapshot"]
"""The key from which ids of organisations are made; the state at which cases were gathered; under
which id this database contributes; until when reports showed peers without a table; whose tables
are taken; and which snapshot of the secretariat was taken last.
"""

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
    contributor: str = ""
    """Who gave it; empty: it is of this database."""


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
            "(SELECT count(*) FROM peer WHERE source = peer_source.id), contributor "
            "FROM peer_source ORDER BY id"
        )
        return tuple(
            PeerSource(id_, kind, name, version, bool(synthetic), datetime.fromisoformat(at), *rest)
            for id_, kind, name, version, synthetic, at, *rest in rows
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
        contributor: str = "",
    ) -> None:
        """Keep the records of a source; those of an earlier version of it go."""
        with self._ledger.writing():
            self._drop("name = ? AND kind = ?", (name, kind))
            cursor = self._ledger.run(
                "INSERT INTO peer_source (kind, name, version, synthetic, at, contributor) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (kind, name, version, int(synthetic), at.isoformat(), contributor),
            )
            for layout in layouts:
                self._ledger.run(
                    "INSERT OR IGNORE INTO peer_layout (digest, body) VALUES (?, ?)",
                    (layout.digest, layout.model_dump_json()),
                )
            for row in rows:
                self._ledger.run(
                    f"INSERT INTO peer (source, {_RECORD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  our own names
                    (cursor.lastrowid, *row[:8]),
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
        query = (
            "SELECT kind, name, version, synthetic, at, contributor FROM peer_source WHERE id = ?"
        )
        ((kind, name, version, synthetic, since, giver),) = self._ledger.rows(query, (source,))
        body = {"version": version, "synthetic": bool(synthetic), "at": since}
        body |= {"contributor": giver} if giver else {}
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

    def _drop(self, where: str, values: Sequence[Any]) -> None:
        chosen = f"SELECT id FROM peer_source WHERE {where}"  # noqa: S608  our own words
        self._ledger.run(f"DELETE FROM peer WHERE source IN ({chosen})", values)  # noqa: S608  the same
        self._ledger.run(f"DELETE FROM peer_source WHERE {where}", values)  # noqa: S608  the same

    def rows(self, *, synthetic: bool, kinds: Sequence[Kind] = ()) -> Iterator[PoolRow]:
        """Give the records of real or of synthetic organisations one by one, as they came.

        What is invented is no secret of whoever gave it.
        """
        of_kind = f"AND kind IN ({', '.join('?' for _ in kinds)})" if kinds else ""
        query = (
            f"SELECT {_RECORD}, contributor FROM peer JOIN peer_source ON peer_source.id = source "  # noqa: S608  our own names
            f"WHERE synthetic = ? {of_kind} ORDER BY peer.id"
        )
        for *stated, contributor in self._ledger.each_row(query, (int(synthetic), *kinds)):
            known_to = frozenset((contributor,) if contributor and not synthetic else ())
            yield PoolRow._make((*stated, known_to))

    def newest_ids(self, *, synthetic: bool) -> Mapping[int, frozenset[str]]:
        """Give the number of the latest record of each organisation, with who gave any of it."""
        found: dict[str, tuple[int, int]] = {}
        givers: dict[str, set[str]] = {}
        for number, ref, year, contributor in self._ledger.each_row(
            "SELECT peer.id, ref, coalesce(year, 0), contributor FROM peer "
            "JOIN peer_source ON peer_source.id = source WHERE synthetic = ? ORDER BY peer.id",
            (int(synthetic),),
        ):
            if ref not in found or year >= found[ref][0]:
                found[ref] = (year, number)
            if contributor and not synthetic:
                givers.setdefault(ref, set()).add(contributor)
        shared: dict[frozenset[str], frozenset[str]] = {}
        known = {ref: frozenset(names) for ref, names in givers.items()}
        return {
            number: shared.setdefault(known.get(ref, frozenset()), known.get(ref, frozenset()))
            for ref, (_, number) in found.items()
        }

    def chosen_rows(self, chosen: Mapping[int, frozenset[str]]) -> Iterator[PoolRow]:
        """Give records by their number one by one, each with who gave it."""
        query = f"SELECT id, {_RECORD} FROM peer ORDER BY id"  # noqa: S608  our own names
        for number, *stated in self._ledger.each_row(query):
            if number in chosen:
                yield PoolRow._make((*stated, chosen[number]))

    def layouts(self) -> Mapping[str, PoolSchema]:
        """Give the layouts of the records by their digest."""
        rows = self._ledger.rows("SELECT digest, body FROM peer_layout")
        return {str(digest): PoolSchema.model_validate_json(body) for digest, body in rows}

    def stamp(self) -> str:
        """Give what changes whenever a case may enter or leave the pool or be called otherwise."""
        rows = self._ledger.rows(_STAMP)
        return json.dumps(rows[0])

    def data_stamp(self, *, synthetic: bool) -> str:
        """Give what changes whenever records come, go or change."""
        sources = self._ledger.rows(
            "SELECT name, version, contributor FROM peer_source WHERE synthetic = ? ORDER BY id",
            (int(synthetic),),
        )
        known = self._ledger.rows(
            "SELECT ref, level FROM peer JOIN peer_source ON peer_source.id = source "
            "WHERE synthetic = ? AND kind = 'case' ORDER BY peer.id",
            (int(synthetic),),
        )
        return hashlib.sha256(json.dumps([sources, known]).encode()).hexdigest()[:16]

    def setting(self, name: Setting) -> str | None:
        """Give what is kept under a name, if anything is."""
        rows = self._ledger.rows("SELECT value FROM peer_setting WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def forget(self, name: Setting) -> None:
        """Keep nothing under a name any more."""
        with self._ledger.writing():
            self._ledger.run("DELETE FROM peer_setting WHERE name = ?", (name,))

    def set_key(self, key: bytes, *, at: datetime) -> None:
        """Keep the key from which the ids of organisations are made."""
        with self._ledger.writing():
            body = json.dumps({"key": hashlib.sha256(key.hex().encode("ascii")).hexdigest()})
            self._ledger.append("pool", POOL, NewEntry(body, at, None, "key"))
            self.keep("key", key.hex())

    def keep(self, name: Setting, value: str) -> None:
        """Keep something under a name."""
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
