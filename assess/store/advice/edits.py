"""Edits of recommendations and strengths in the store; only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assess.core.advice.review import Edit
from assess.store.case.decisions import Decisions
from assess.store.database.ledger import Ledger


class Edits:
    """Adds and gives edits."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._decisions = Decisions(ledger, "edit")

    def add(self, case_id: str, edits: Iterable[Edit], *, at: datetime) -> None:
        """Record decisions on recommendations and strengths, all of them or none."""
        with self._ledger.writing():
            for edit in edits:
                self._decisions.add(case_id, edit.key, edit, by=edit.by, at=edit.at or at)

    def of(self, case_id: str) -> Mapping[str, Edit]:
        """Give the newest decision on each recommendation and strength."""
        newest = self._decisions.newest(case_id)
        return {key: Edit.model_validate_json(body) for key, body in newest.items()}

    def history(self, case_id: str) -> tuple[Edit, ...]:
        """Give every decision ever made on recommendations and strengths, oldest first."""
        return tuple(
            Edit.model_validate_json(decision.body) for decision in self._decisions.history(case_id)
        )
