"""Forms in the store that are being typed and are about no case yet."""

from __future__ import annotations

from datetime import datetime

from assess.store.ledger import Ledger


class Forms(Ledger):
    """Keeps what is typed into a form, so that it is as safe, and as secret, as an answer."""

    def put_form(self, name: str, body: str, *, at: datetime) -> None:
        """Keep what is typed into a form."""
        with self.writing():
            self.run(
                "INSERT INTO form (name, body, at) VALUES (?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET body = excluded.body, at = excluded.at",
                (name, body, at.isoformat()),
            )

    def drop_form(self, name: str) -> None:
        """Forget what was typed into a form."""
        if self.form(name) is not None:
            with self.writing():
                self.run("DELETE FROM form WHERE name = ?", (name,))

    def form(self, name: str) -> str | None:
        """Give what was typed into a form; None where there is nothing."""
        rows = self.rows("SELECT body FROM form WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None
