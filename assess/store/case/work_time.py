"""Working time in the store: spells by case; the running one is kept while it runs."""

from __future__ import annotations

from datetime import datetime

from assess.core.case.work_time import WorkSpell
from assess.store.database.ledger import Ledger


class WorkTime:
    """Adds and gives spells of work."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case_id: str, spell: WorkSpell) -> int:
        """Keep a spell; give the number under which it can be kept again when it is longer."""
        with self._ledger.writing():
            cursor = self._ledger.run(
                "INSERT INTO spell (case_id, question, started_at, ended_at) VALUES (?, ?, ?, ?)",
                (case_id, spell.question, spell.started_at.isoformat(), spell.ended_at.isoformat()),
            )
            return int(cursor.lastrowid or 0)

    def extend(self, number: int, ended_at: datetime) -> None:
        """Keep that a spell lasted longer."""
        with self._ledger.writing():
            self._ledger.run(
                "UPDATE spell SET ended_at = ? WHERE id = ?", (ended_at.isoformat(), number)
            )

    def of(self, case_id: str) -> tuple[WorkSpell, ...]:
        """Give the spells of a case, in the order in which they began to be kept."""
        rows = self._ledger.rows(
            "SELECT question, started_at, ended_at FROM spell WHERE case_id = ? ORDER BY id",
            (case_id,),
        )
        return tuple(
            WorkSpell(
                question=question,
                started_at=datetime.fromisoformat(started_at),
                ended_at=datetime.fromisoformat(ended_at),
            )
            for question, started_at, ended_at in rows
        )
