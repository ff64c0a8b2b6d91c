"""What reports that were given out showed of the peers, each with the pool as it was."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import zlib
from array import array
from datetime import date, datetime

from assess.core.peers.differencing import ShownBefore
from assess.core.peers.membership import GroupKey
from assess.core.peers.pool import Pool, PoolColumn
from assess.store.database.ledger import Ledger
from assess.store.peers.arrays import array_from


class ShownPeers:
    """Adds and gives what reports showed; a pool is kept once for all the reports that used it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case_id: str, shown: ShownBefore, *, at: datetime) -> None:
        """Keep what a report that was given out showed of the peers, unless the last one did so.

        It is only ever added to.
        """
        body = _bytes_of(shown.pool)
        digest = hashlib.sha256(body).hexdigest()
        head = _head_of(shown)
        with self._ledger.writing():
            last = self._ledger.rows(
                "SELECT pool, head FROM peers_shown WHERE case_id = ? ORDER BY id DESC LIMIT 1",
                (case_id,),
            )
            if last == [(digest, head)]:
                return
            if not self._ledger.rows("SELECT 1 FROM peer_snapshot WHERE digest = ?", (digest,)):
                self._ledger.run(
                    "INSERT INTO peer_snapshot (digest, body) VALUES (?, ?)",
                    (digest, zlib.compress(body, 6)),
                )
            self._ledger.run(
                "INSERT INTO peers_shown (case_id, pool, head, day, at) VALUES (?, ?, ?, ?, ?)",
                (case_id, digest, head, shown.on.isoformat(), at.isoformat()),
            )

    def of(self, case_id: str) -> tuple[ShownBefore, ...]:
        """Give what the reports of a case showed of the peers, oldest first."""
        rows = self._ledger.rows(
            "SELECT pool, head, day FROM peers_shown WHERE case_id = ? ORDER BY id", (case_id,)
        )
        pools = {digest: self._snapshot(digest) for digest in {row[0] for row in rows}}
        return tuple(_shown(pools[digest], head, day) for digest, head, day in rows)

    def _snapshot(self, digest: str) -> Pool:
        ((body,),) = self._ledger.rows("SELECT body FROM peer_snapshot WHERE digest = ?", (digest,))
        return _pool_of(zlib.decompress(body))


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
    columns: dict[str, PoolColumn] = {}
    view, start = memoryview(body), start + 1
    for key, count in head["columns"]:
        parts = []
        for kind in ("d", "I"):
            end = start + count * array(kind).itemsize
            parts.append(array_from(kind, bytes(view[start:end]), head["order"]))
            start = end
        columns[key] = PoolColumn(*parts)
    return Pool(list(zip(*head["parts"], strict=True)), columns)


def _head_of(shown: ShownBefore) -> str:
    head = {
        "marks": base64.b64encode(shown.marks).decode("ascii"),
        "labels": dict(shown.labels),
        "shown": {key: list(groups) for key, groups in shown.shown.items() if groups},
    }
    return json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _shown(pool: Pool, head: str, day: str) -> ShownBefore:
    plain = json.loads(head)
    return ShownBefore(
        pool=pool,
        marks=base64.b64decode(plain["marks"]),
        labels={GroupKey(key): label for key, label in plain["labels"].items()},
        shown={
            key: tuple(GroupKey(group) for group in groups)
            for key, groups in plain["shown"].items()
        },
        on=date.fromisoformat(day),
    )
