"""Copies of evidence files in the store, known by their SHA-256."""

from __future__ import annotations

import hashlib

from assess.store.ledger import Ledger


class StoredFiles(Ledger):
    """Keeps copies of files; the same content is kept once."""

    def add_file(self, content: bytes) -> str:
        """Keep a copy; give its SHA-256."""
        with self.writing():
            return self.put_file(content)

    def put_file(self, content: bytes) -> str:
        """Keep a copy within `writing`."""
        digest = hashlib.sha256(content).hexdigest()
        self.run(
            "INSERT INTO stored_file (sha256, content) VALUES (?, ?) "
            "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
            (digest, content),
        )
        return digest

    def stored_file(self, sha256: str) -> bytes | None:
        """Give a copy as it is kept, damaged or not; None if there is none."""
        rows = self.rows("SELECT content FROM stored_file WHERE sha256 = ?", (sha256,))
        return bytes(rows[0][0]) if rows else None
