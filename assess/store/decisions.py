"""Decisions of the expert on a case: state, verdicts, edits of recommendations; only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from assess.core.advice.review import Edit
from assess.core.case.assessment import State, StateChange
from assess.core.label.eligibility import Verdict
from assess.core.text.value import Value
from assess.store.ledger import Ledger

Kind = Literal["state", "verdict", "edit"]

_NEWEST = """
SELECT subject, body FROM decision
WHERE seq IN (
    SELECT max(seq) FROM decision WHERE case_id = ? AND kind = ? GROUP BY subject
)
ORDER BY seq
"""

_EVERY = "SELECT body, by, at FROM decision WHERE case_id = ? AND kind = ? ORDER BY seq"


class Decisions(Ledger):
    """Adds and gives decisions; of each kind the newest on a subject counts."""

    def set_state(
        self, case_id: str, state: State, reason: str | None, *, by: str | None, at: datetime
    ) -> None:
        """Record that a case was finished or reopened, and why."""
        with self.writing():
            self.put_state(case_id, state, reason, by, at)

    def put_state(
        self, case_id: str, state: State, reason: str | None, by: str | None, at: datetime
    ) -> None:
        """Record a state within `writing`."""
        self._put(case_id, "state", "state", StateChange(state=state, reason=reason), by, at)

    def state_changes(self, case_id: str) -> tuple[StateChange, ...]:
        """Give every time that a case was finished or reopened, oldest first."""
        return tuple(
            StateChange.model_validate_json(body).model_copy(
                update={"by": by, "at": datetime.fromisoformat(at)}
            )
            for body, by, at in self.rows(_EVERY, (case_id, "state"))
        )

    def add_verdict(self, case_id: str, verdict: Verdict, *, at: datetime) -> None:
        """Record a verdict on an eligibility criterion."""
        with self.writing():
            self.put_verdict(case_id, verdict, at)

    def put_verdict(self, case_id: str, verdict: Verdict, at: datetime) -> None:
        """Record a verdict within `writing`."""
        self._put(case_id, "verdict", verdict.criterion, verdict, verdict.by, verdict.at or at)

    def verdicts(self, case_id: str) -> Mapping[str, Verdict]:
        """Give the newest verdict on each criterion."""
        rows = self.rows(_NEWEST, (case_id, "verdict"))
        return {str(subject): Verdict.model_validate_json(body) for subject, body in rows}

    def verdicts_given(self, case_id: str) -> tuple[Verdict, ...]:
        """Give every verdict ever given on a case, oldest first."""
        rows = self.rows(_EVERY, (case_id, "verdict"))
        return tuple(Verdict.model_validate_json(body) for body, _, _ in rows)

    def add_edits(self, case_id: str, edits: Iterable[Edit], *, at: datetime) -> None:
        """Record decisions on recommendations and strengths, all of them or none."""
        with self.writing():
            for edit in edits:
                self.put_edit(case_id, edit, at)

    def put_edit(self, case_id: str, edit: Edit, at: datetime) -> None:
        """Record an edit within `writing`."""
        self._put(case_id, "edit", edit.key, edit, edit.by, edit.at or at)

    def edits(self, case_id: str) -> Mapping[str, Edit]:
        """Give the newest decision on each recommendation and strength."""
        rows = self.rows(_NEWEST, (case_id, "edit"))
        return {str(key): Edit.model_validate_json(body) for key, body in rows}

    def edits_made(self, case_id: str) -> tuple[Edit, ...]:
        """Give every decision ever made on recommendations and strengths, oldest first."""
        rows = self.rows(_EVERY, (case_id, "edit"))
        return tuple(Edit.model_validate_json(body) for body, _, _ in rows)

    def _put(
        self,
        case_id: str,
        kind: Kind,
        subject: str,
        body: Value,
        by: str | None,
        at: datetime,
    ) -> None:
        text = body.model_dump_json(exclude_defaults=True)
        fields = {"kind": kind, "subject": subject, "body": text}
        self.append("decision", case_id, fields, by, at)
