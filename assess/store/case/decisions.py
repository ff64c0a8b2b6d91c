"""Decisions of the expert on a case in one table of several kinds; only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from assess.core.text.value import Value
from assess.store.database.ledger import Ledger, NewEntry

Kind = Literal["state", "verdict", "edit"]

_NEWEST = """
SELECT subject, body FROM decision
WHERE seq IN (
    SELECT max(seq) FROM decision WHERE case_id = ? AND kind = ? GROUP BY subject
)
ORDER BY seq
"""

_EVERY = "SELECT body, by, at FROM decision WHERE case_id = ? AND kind = ? ORDER BY +seq"


class RecordedDecision(NamedTuple):
    """A decision as it was recorded."""

    body: str
    by: str | None
    at: datetime


class Decisions:
    """Adds and gives the decisions of one kind; the newest on a subject counts."""

    def __init__(self, ledger: Ledger, kind: Kind) -> None:
        self._ledger, self._kind = ledger, kind

    def add(self, case_id: str, subject: str, body: Value, *, by: str | None, at: datetime) -> None:
        """Add a decision within `writing`."""
        text = body.model_dump_json(exclude_defaults=True)
        self._ledger.append(self._kind, case_id, NewEntry(text, at, by, subject))

    def newest(self, case_id: str) -> dict[str, str]:
        """Give the newest decision on each subject, in the order in which these were made."""
        rows = self._ledger.rows(_NEWEST, (case_id, self._kind))
        return {str(subject): str(body) for subject, body in rows}

    def history(self, case_id: str) -> list[RecordedDecision]:
        """Give every decision ever made in a case, oldest first."""
        rows = self._ledger.rows(_EVERY, (case_id, self._kind))
        return [
            RecordedDecision(str(body), by, datetime.fromisoformat(at)) for body, by, at in rows
        ]
