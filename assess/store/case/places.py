"""Places in the store: where in each case the interview was last."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from assess.store.database.ledger import Ledger


class Place(NamedTuple):
    """Where in a case the interview was last, when, and whether it was left properly."""

    case_id: str
    question: str
    at: datetime
    is_open: bool


class Places:
    """Keeps the last place in each case."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, case_id: str, question: str, *, at: datetime, is_open: bool) -> None:
        """Keep where in a case the interview is, or where it was left."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO place (case_id, question, at, is_open) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (case_id) DO UPDATE SET "
                "question = excluded.question, at = excluded.at, is_open = excluded.is_open",
                (case_id, question, at.isoformat(), int(is_open)),
            )

    def all(self) -> tuple[Place, ...]:
        """Give the last place in each case, the newest first."""
        rows = self._ledger.rows(
            "SELECT case_id, question, at, is_open FROM place ORDER BY at DESC"
        )
        return tuple(
            Place(str(case), str(question), datetime.fromisoformat(at), bool(is_open))
            for case, question, at, is_open in rows
        )
