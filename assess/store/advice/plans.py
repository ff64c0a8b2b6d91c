"""Entries of action plans in the store; only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assess.core.advice.plan import PlanEntry
from assess.store.database.ledger import Ledger, NewEntry

_EVERY = "SELECT body FROM plan WHERE case_id = ? ORDER BY +seq"


class Plans:
    """Adds and gives what was agreed on recommendations."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, case_id: str, entries: Iterable[PlanEntry], *, at: datetime) -> None:
        """Record what was agreed, all of it or nothing."""
        with self._ledger.writing():
            self._ledger.extend(
                "plan",
                case_id,
                [
                    NewEntry(
                        each.model_dump_json(exclude_defaults=True),
                        each.at or at,
                        each.by,
                        each.key,
                    )
                    for each in entries
                ],
            )

    def of(self, case_id: str) -> Mapping[str, PlanEntry]:
        """Give the newest entry on each recommendation, in the order of their first ones."""
        return {each.key: each for each in self.history(case_id)}

    def history(self, case_id: str) -> tuple[PlanEntry, ...]:
        """Give every entry of a case's plan, oldest first."""
        rows = self._ledger.rows(_EVERY, (case_id,))
        return tuple(PlanEntry.model_validate_json(body) for (body,) in rows)
