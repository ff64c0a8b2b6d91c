"""Drafts in the store: what is typed for a question and is no answer yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from assess.store.database.ledger import Ledger


class Drafts:
    """Keeps the newest draft of each question."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, case_id: str, question: str, text: str, *, at: datetime) -> None:
        """Keep what is typed for a question."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO draft (case_id, question, body, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (case_id, question) "
                "DO UPDATE SET body = excluded.body, at = excluded.at",
                (case_id, question, text, at.isoformat()),
            )

    def drop(self, case_id: str, question: str) -> None:
        """Forget what was typed for a question."""
        with self._ledger.writing():
            self._ledger.run(
                "DELETE FROM draft WHERE case_id = ? AND question = ?", (case_id, question)
            )

    def of(self, case_id: str) -> Mapping[str, str]:
        """Give what is typed and is no answer yet, by question."""
        rows = self._ledger.rows("SELECT question, body FROM draft WHERE case_id = ?", (case_id,))
        return {str(question): str(body) for question, body in rows}
