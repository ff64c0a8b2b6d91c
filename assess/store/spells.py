"""Working time in the store: spells by case; the running one is kept while it runs."""

from __future__ import annotations

from datetime import datetime

from assess.core.case.work_time import Spell
from assess.store.ledger import Ledger


class Spells(Ledger):
    """Adds and gives spells of work."""

    def add_spell(self, case_id: str, spell: Spell) -> int:
        """Keep a spell; give the number under which it can be kept again when it is longer."""
        with self.writing():
            return self.put_spell(case_id, spell)

    def put_spell(self, case_id: str, spell: Spell) -> int:
        """Keep a spell within `writing`."""
        cursor = self.run(
            "INSERT INTO spell (case_id, question, started_at, ended_at) VALUES (?, ?, ?, ?)",
            (case_id, spell.question, spell.started_at.isoformat(), spell.ended_at.isoformat()),
        )
        return int(cursor.lastrowid or 0)

    def extend_spell(self, number: int, ended_at: datetime) -> None:
        """Keep that a spell lasted longer."""
        with self.writing():
            self.run("UPDATE spell SET ended_at = ? WHERE id = ?", (ended_at.isoformat(), number))

    def spells(self, case_id: str) -> tuple[Spell, ...]:
        """Give the spells of a case, in the order in which they began to be kept."""
        rows = self.rows(
            "SELECT question, started_at, ended_at FROM spell WHERE case_id = ? ORDER BY id",
            (case_id,),
        )
        return tuple(
            Spell(
                question=question,
                started_at=datetime.fromisoformat(started_at),
                ended_at=datetime.fromisoformat(ended_at),
            )
            for question, started_at, ended_at in rows
        )
