"""Copies of files in the store, of evidence and of issued reports, known by their SHA-256."""

from __future__ import annotations

import hashlib

from assess.store.database.ledger import Ledger


class StoredFiles:
    """Keeps copies of files; the same content is kept once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, content: bytes) -> str:
        """Keep a copy; give its SHA-256."""
        digest = hashlib.sha256(content).hexdigest()
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO stored_file (sha256, content) VALUES (?, ?) "
                "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
                (digest, content),
            )
        return digest

    def has(self, sha256: str) -> bool:
        """Tell whether there is a copy, damaged or not."""
        return bool(self._ledger.rows("SELECT 1 FROM stored_file WHERE sha256 = ?", (sha256,)))

    def was_left_out(self, sha256: str) -> bool:
        """Tell whether an answer came from elsewhere without the copy that it names."""
        query = (
            "SELECT 1 FROM entry, json_each(body, '$.without') AS left_out "
            "WHERE case_id = 'database' AND kind = 'taken' AND side = 0 AND left_out.value = ?"
        )
        return bool(self._ledger.rows(query, (sha256,)))

    def get(self, sha256: str) -> bytes | None:
        """Give a copy as it is kept, damaged or not; None if there is none."""
        rows = self._ledger.rows("SELECT content FROM stored_file WHERE sha256 = ?", (sha256,))
        return bytes(rows[0][0]) if rows else None
