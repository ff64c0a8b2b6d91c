"""States of cases in the store: each time that a case was finished or reopened, only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from assess.core.case.assessment import State, StateChange
from assess.core.case.kept import understood_change
from assess.errors import NotFound
from assess.languages import gettext
from assess.languages.understanding import understood
from assess.store.case.decisions import Decisions
from assess.store.database.ledger import Ledger

_NEWEST = """
SELECT (SELECT body FROM decision
        WHERE case_id = cases.id AND kind = 'state' AND subject = 'state' ORDER BY seq DESC LIMIT 1)
FROM cases WHERE id = ?
"""


class States:
    """Adds and gives the states of cases."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._decisions = Decisions(ledger, "state")

    def add(self, case_id: str, changes: Iterable[StateChange], *, at: datetime) -> None:
        """Record that a case was finished or reopened, and why; all changes or none."""
        with self._ledger.writing():
            for change in changes:
                bare = change.model_copy(update={"by": None, "at": None})
                moment = change.at or at
                self._decisions.add(case_id, "state", bare, by=change.by, at=moment)

    def newest(self, case_id: str) -> State:
        """Give the state of a case; NotFound if there is none."""
        rows = self._ledger.rows(_NEWEST, (case_id,))
        if not rows:
            raise NotFound(gettext("There is no case {case}.", case=repr(case_id)))
        return state_in(rows[0][0])

    def history(self, case_id: str) -> tuple[StateChange, ...]:
        """Give every time that a case was finished or reopened, oldest first."""
        return tuple(
            understood_change(StateChange.model_validate_json(body), understood).model_copy(
                update={"by": by, "at": at}
            )
            for body, by, at in self._decisions.history(case_id)
        )

    def versions(self) -> Mapping[str, str]:
        """Give for each case which state it is in, by the number of its last change of state."""
        rows = self._ledger.rows(
            "SELECT case_id, max(seq) FROM entry WHERE kind = 'state' AND side = 0 GROUP BY case_id"
        )
        return {str(case): str(number) for case, number in rows}


def state_in(body: str | None) -> State:
    """Give the state that the newest change of a case says; none: it was never changed."""
    return StateChange.model_validate_json(body).state if body else State.IN_PROGRESS
