"""Forms in the store that are being typed and are about no case yet."""

from __future__ import annotations

from datetime import datetime

from assess.store.database.ledger import Ledger


class Forms:
    """Keeps what is typed into a form, so that it is as safe, and as secret, as an answer."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, name: str, body: str, *, at: datetime) -> None:
        """Keep what is typed into a form."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO form (name, body, at) VALUES (?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET body = excluded.body, at = excluded.at",
                (name, body, at.isoformat()),
            )

    def drop(self, name: str) -> None:
        """Forget what was typed into a form."""
        if self.get(name) is not None:
            with self._ledger.writing():
                self._ledger.run("DELETE FROM form WHERE name = ?", (name,))

    def get(self, name: str) -> str | None:
        """Give what was typed into a form; None where there is nothing."""
        rows = self._ledger.rows("SELECT body FROM form WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None
