"""Verdicts on the criteria of the label in the store; only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assess.core.label.eligibility import Verdict
from assess.store.case.decisions import Decisions
from assess.store.database.ledger import Ledger


class Verdicts:
    """Adds and gives verdicts."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._decisions = Decisions(ledger, "verdict")

    def add(self, case_id: str, verdicts: Iterable[Verdict], *, at: datetime) -> None:
        """Record verdicts on eligibility criteria, all of them or none."""
        with self._ledger.writing():
            for verdict in verdicts:
                moment = verdict.at or at
                self._decisions.add(case_id, verdict.criterion, verdict, by=verdict.by, at=moment)

    def of(self, case_id: str) -> Mapping[str, Verdict]:
        """Give the newest verdict on each criterion."""
        newest = self._decisions.newest(case_id)
        return {key: Verdict.model_validate_json(body) for key, body in newest.items()}

    def history(self, case_id: str) -> tuple[Verdict, ...]:
        """Give every verdict ever given on a case, oldest first."""
        return tuple(
            Verdict.model_validate_json(decision.body)
            for decision in self._decisions.history(case_id)
        )
