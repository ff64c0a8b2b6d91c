"""The hash over the records of a source of peers: what it was when it entered the pool."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

from assess.core.record.canonical import canonical

_RECORDS = (
    "SELECT ref, portfolio, country, age_group, level, year, layout, cells "
    "FROM peer WHERE source = ? ORDER BY id"
)


def digest_of_records(db: sqlite3.Connection, source: int) -> str:
    """Give the SHA-256 over the records of a source, in the order in which they came."""
    digest = sha256()
    for *said, cells in db.execute(_RECORDS, (source,)):
        digest.update(canonical([*said, sha256(cells).hexdigest()]) + b"\n")
    return digest.hexdigest()
