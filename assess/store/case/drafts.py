"""Drafts in the store: what is typed for a question and is no answer yet, window by window."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from assess.store.database.ledger import Ledger

NO_WINDOW = ""
"""The window of a draft that came with a file, or was kept before windows had drafts."""

_UNHELD = "NOT EXISTS (SELECT 1 FROM presence WHERE presence.window = draft.window)"
"""Whether the window of a draft was left: nobody looks at what is typed in it any more."""

_DROP = "DELETE FROM draft WHERE case_id = ? AND question = ? AND window = ?"
_DROP_UNHELD = f"DELETE FROM draft WHERE case_id = ? AND question = ? AND (window = ? OR {_UNHELD})"  # noqa: S608  our own words


class Drafts:
    """Keeps the newest draft of each question in each window."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(
        self, case_id: str, question: str, text: str, *, at: datetime, window: str = NO_WINDOW
    ) -> None:
        """Keep what is typed for a question in a window."""
        with self._ledger.writing():
            self._ledger.run(
                "INSERT INTO draft (case_id, question, window, body, at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (case_id, question, window) "
                "DO UPDATE SET body = excluded.body, at = excluded.at",
                (case_id, question, window, text, at.isoformat()),
            )

    def drop(self, case_id: str, question: str, *, window: str = NO_WINDOW) -> None:
        """Forget what was typed for a question in a window; without one, in those that were left.

        What stands in another window that is open is never forgotten here.
        """
        statement = _DROP if window != NO_WINDOW else _DROP_UNHELD
        with self._ledger.writing():
            self._ledger.run(statement, (case_id, question, window))

    def of(self, case_id: str) -> Mapping[str, str]:
        """Give what is typed and is no answer yet, by question: in any window, the newest last."""
        rows = self._ledger.rows(
            "SELECT question, body FROM draft WHERE case_id = ? ORDER BY question, at, window",
            (case_id,),
        )
        return {str(question): str(body) for question, body in rows}

    def in_window(self, case_id: str, window: str) -> Mapping[str, str]:
        """Give what is typed in a window and is no answer yet, by question."""
        rows = self._ledger.rows(
            "SELECT question, body FROM draft WHERE case_id = ? AND window = ? ORDER BY question",
            (case_id, window),
        )
        return {str(question): str(body) for question, body in rows}

    def adopt(self, case_id: str, window: str, *, gone: Collection[str] = ()) -> tuple[str, ...]:
        """Take over the drafts of windows that were left or are `gone`; gives their questions.

        Of several the newest one comes. None comes where the window has a draft of its own: that
        one waits until it is settled.
        """
        if not self._adoptable(case_id, window, gone):
            return ()
        with self._ledger.writing():
            newest = self._adoptable(case_id, window, gone)
            for question, other in newest.items():
                self._ledger.run(
                    "UPDATE draft SET window = ? WHERE case_id = ? AND question = ? AND window = ?",
                    (window, case_id, question, other),
                )
        return tuple(newest)

    def _adoptable(self, case_id: str, window: str, gone: Collection[str]) -> Mapping[str, str]:
        """Give by question the window of the newest draft that can be taken over."""
        marks = ", ".join("?" for _ in gone)
        rows = self._ledger.rows(
            "SELECT question, window FROM draft "  # noqa: S608  our own words
            f"WHERE case_id = ? AND window != ? AND ({_UNHELD} OR window IN ({marks})) "
            "AND NOT EXISTS (SELECT 1 FROM draft AS own WHERE own.case_id = draft.case_id "
            "AND own.question = draft.question AND own.window = ?) ORDER BY question, at, window",
            (case_id, window, *gone, window),
        )
        return {str(question): str(other) for question, other in rows}
