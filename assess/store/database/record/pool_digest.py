"""Hashes over records of peers: of a source as it entered the pool, of a table as it was built."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from assess.core.record.canonical import canonical

_RECORDS = (
    "SELECT ref, portfolio, country, age_group, level, year, layout, cells "
    "FROM peer WHERE source = ? ORDER BY id"
)

_TABLE_ROWS = (
    "SELECT ref, portfolio, country, age_group, level, year, layout, contributors, cells "
    "FROM peer_table_row WHERE peer_table = ? ORDER BY ref"
)


def digest_of_records(db: sqlite3.Connection, source: int) -> str:
    """Give the SHA-256 over the records of a source, in the order in which they came."""
    return _digest(db.execute(_RECORDS, (source,)))


def digest_of_table_rows(db: sqlite3.Connection, table: int) -> str:
    """Give the SHA-256 over the organisations of a table, whatever their order."""
    return _digest(db.execute(_TABLE_ROWS, (table,)))


def _digest(rows: Iterable[tuple[Any, ...]]) -> str:
    digest = sha256()
    for *said, cells in rows:
        digest.update(canonical([*said, sha256(cells).hexdigest()]) + b"\n")
    return digest.hexdigest()
