"""The windows in which a case is open at the moment, each with its place in it."""

from __future__ import annotations

from datetime import datetime

from assess.core.text.value import Value
from assess.store.database.ledger import Ledger


class OpenWindow(Value):
    """A window: who is there, on which machine, at which question, and when it was seen last."""

    window: str
    case_id: str
    question: str
    who: str
    machine: str
    at: datetime
    typing_at: datetime | None = None
    process: str = ""
    """The program that shows it, as long as that runs; empty where this cannot be known."""


_NAMES = tuple(OpenWindow.model_fields)


class Windows:
    """Keeps which windows are open, and tells when another one wrote something."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, window: OpenWindow, *, forget_before: datetime) -> None:
        """Keep where a window is; those that were not seen for long are forgotten."""
        typing_at = window.typing_at.isoformat() if window.typing_at else None
        with self._ledger.writing():
            self._ledger.run("DELETE FROM presence WHERE at < ?", (forget_before.isoformat(),))
            self._ledger.run(
                "INSERT OR REPLACE INTO presence "
                "(window, case_id, question, who, machine, at, typing_at, process) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    window.window,
                    window.case_id,
                    window.question,
                    window.who,
                    window.machine,
                    window.at.isoformat(),
                    typing_at,
                    window.process,
                ),
            )

    def drop(self, window: str) -> None:
        """Forget a window that was closed."""
        with self._ledger.writing():
            self._ledger.run("DELETE FROM presence WHERE window = ?", (window,))

    def of(self, case_id: str) -> tuple[OpenWindow, ...]:
        """Give the windows in which a case is or was open, the newest first."""
        rows = self._ledger.rows(
            f"SELECT {', '.join(_NAMES)} FROM presence WHERE case_id = ? ORDER BY at DESC",  # noqa: S608  our own names
            (case_id,),
        )
        return tuple(
            OpenWindow.model_validate(dict(zip(_NAMES, row, strict=True)), strict=False)
            for row in rows
        )

    def data_version(self) -> int:
        """Give a number that changes when another window or program wrote to the database."""
        ((version,),) = self._ledger.rows("PRAGMA data_version")
        return int(version)
