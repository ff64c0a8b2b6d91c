"""Working time in the store: a spell that has ended is an entry; one that runs is kept beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assess.core.case.work_time import IDLE, WorkSpell
from assess.store.database.ledger import Ledger, NewEntry

_RUNNING = "SELECT id, question, started_at, ended_at FROM spell WHERE case_id = ? ORDER BY id"
_ENDED = (
    "SELECT json_extract(body, '$.question'), json_extract(body, '$.started_at'), "
    "json_extract(body, '$.ended_at') FROM entry "
    "WHERE case_id = ? AND kind = 'spell' AND side = 0 ORDER BY +seq"
)


class WorkTime:
    """Adds and gives spells of work."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case_id: str, *spells: WorkSpell) -> None:
        """Enter spells that have ended, with those that nobody goes on with, all or none."""
        with self._ledger.writing():
            entries = [_entry(spell) for spell in spells]
            self._ledger.extend("spell", case_id, entries)

    def begin(self, case_id: str, spell: WorkSpell) -> int:
        """Keep a spell that runs; give its number. What was left running by others is entered."""
        with self._ledger.writing():
            self.settle(case_id, spell.ended_at)
            cursor = self._ledger.run(
                "INSERT INTO spell (case_id, question, started_at, ended_at) VALUES (?, ?, ?, ?)",
                (case_id, spell.question, spell.started_at.isoformat(), spell.ended_at.isoformat()),
            )
            return int(cursor.lastrowid or 0)

    def extend(self, number: int, ended_at: datetime) -> None:
        """Keep that a spell that runs lasted longer."""
        with self._ledger.writing():
            self._ledger.run(
                "UPDATE spell SET ended_at = ? WHERE id = ?", (ended_at.isoformat(), number)
            )

    def end(self, case_id: str, number: int, spell: WorkSpell) -> None:
        """Enter a spell that was kept while it ran."""
        with self._ledger.writing():
            cursor = self._ledger.run("DELETE FROM spell WHERE id = ?", (number,))
            if cursor.rowcount:  # else somebody took it for left, and entered it
                self._ledger.append("spell", case_id, _entry(spell))

    def settle(self, case_id: str, now: datetime) -> None:
        """Enter the spells that a program left running when it was killed."""
        left = [
            (int(number), _spell(row)) for number, *row in self._ledger.rows(_RUNNING, (case_id,))
        ]
        gone = [(number, spell) for number, spell in left if now - spell.ended_at > IDLE]
        if gone:
            with self._ledger.writing():
                for number, spell in gone:
                    self.end(case_id, number, spell)

    def of(self, case_id: str) -> tuple[WorkSpell, ...]:
        """Give the spells of a case: those that ended in their order, then those that run."""
        running = (row for _, *row in self._ledger.rows(_RUNNING, (case_id,)))
        return (*self.ended(case_id), *map(_spell, running))

    def ended(self, case_id: str) -> tuple[WorkSpell, ...]:
        """Give the spells of a case that have ended, in their order."""
        return tuple(map(_spell, self._ledger.rows(_ENDED, (case_id,))))


def _entry(spell: WorkSpell) -> NewEntry:
    return NewEntry(spell.model_dump_json(), spell.ended_at)


def _spell(row: Sequence[str]) -> WorkSpell:
    question, started_at, ended_at = row
    return WorkSpell(
        question=question,
        started_at=datetime.fromisoformat(started_at),
        ended_at=datetime.fromisoformat(ended_at),
    )
