"""Editions of the catalogue in the store: which each case was begun with, and those kept whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE


class KeptEditions:
    """Keeps by its hash with which edition a case was begun, and texts of editions."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def begin(self, case_id: str, definition: str, *, at: datetime) -> None:
        """Keep with which edition a case is begun."""
        with self._ledger.writing():
            entry = NewEntry(json.dumps({"hash": definition}), at)
            self._ledger.append("catalogue", case_id, entry)

    def keep(
        self, edition: str, definition: str, texts: Mapping[str, str], *, at: datetime
    ) -> None:
        """Keep an edition whole, unless it is here already: its id, its hash and its texts."""
        body = json.dumps(dict(texts), ensure_ascii=False)
        digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
        with self._ledger.writing():
            if self.texts(definition) is not None:
                return
            stated = json.dumps({"hash": definition, "texts": digest})
            self._ledger.append("kept_edition", DATABASE, NewEntry(stated, at, None, edition))
            self._ledger.run(
                "INSERT INTO catalogue_edition (hash, id, body, at) VALUES (?, ?, ?, ?)",
                (definition, edition, body, at.isoformat()),
            )

    def of(self, case_id: str) -> str | None:
        """Give the hash of the edition that a case was begun with; None: it was not kept yet."""
        rows = self._ledger.rows("SELECT hash FROM case_edition WHERE case_id = ?", (case_id,))
        return str(rows[0][0]) if rows else None

    def by_case(self) -> Mapping[str, str]:
        """Give the hash of the edition of every case of which it was kept."""
        rows = self._ledger.rows("SELECT case_id, hash FROM case_edition")
        return {str(case_id): str(definition) for case_id, definition in rows}

    def texts(self, definition: str) -> Mapping[str, str] | None:
        """Give the texts of an edition by the names of its files; None: they are not kept here."""
        rows = self._ledger.rows("SELECT body FROM catalogue_edition WHERE hash = ?", (definition,))
        return dict(json.loads(rows[0][0])) if rows else None

    def called(self, edition: str) -> str | None:
        """Give the hash of the edition of an id that was kept last."""
        rows = self._ledger.rows(
            "SELECT hash FROM catalogue_edition WHERE id = ? ORDER BY at DESC LIMIT 1", (edition,)
        )
        return str(rows[0][0]) if rows else None
