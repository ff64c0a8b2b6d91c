"""Forms in the store that are being typed, each in the program in which it is."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from assess.store.database.ledger import Ledger


class FormDraft(NamedTuple):
    """What is typed into a form, in which program and when."""

    process: str
    """The program; empty where it cannot be known."""
    body: str
    at: datetime


class Forms:
    """Keeps what is typed into a form, so that it is as safe, and as secret, as an answer."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, name: str, body: str, *, at: datetime, process: str = "") -> None:
        """Keep what is typed into a form in a program."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO form (name, process, body, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (name, process) DO UPDATE SET body = excluded.body, at = excluded.at",
                (name, process, body, at.isoformat()),
            )

    def drop(self, name: str, *, process: str = "") -> None:
        """Forget what was typed into a form in a program."""
        if any(draft.process == process for draft in self.of(name)):
            with self._ledger.writing():
                self._ledger.run("DELETE FROM form WHERE name = ? AND process = ?", (name, process))

    def of(self, name: str) -> tuple[FormDraft, ...]:
        """Give what was typed into a form in any program, the newest first."""
        rows = self._ledger.rows(
            "SELECT process, body, at FROM form WHERE name = ? ORDER BY at DESC, process", (name,)
        )
        return tuple(
            FormDraft(str(process), str(body), datetime.fromisoformat(at))
            for process, body, at in rows
        )

    def adopt(self, name: str, process: str, *, of: str) -> None:
        """Let a program have what was typed in another one that has ended."""
        with self._ledger.writing():
            self._ledger.run(
                "UPDATE OR IGNORE form SET process = ? WHERE name = ? AND process = ?",
                (process, name, of),
            )
