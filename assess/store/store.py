"""The store as a whole: cases, answers, decisions, the register and places in one SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, Self

from assess.core.advice.review import Edit
from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, State, StateChange
from assess.core.case.history.change import in_order
from assess.core.case.history.proposal import Decided
from assess.core.case.work_time import Spell
from assess.core.label.decision import Entry
from assess.core.label.eligibility import Verdict
from assess.core.report.record.edition import Kept
from assess.store.decisions import Decisions
from assess.store.editions import Editions
from assess.store.forms import Forms
from assess.store.pool import PoolStore
from assess.store.records import Records
from assess.store.spells import Spells
from assess.store.steps import Steps
from assess.store.windows import Windows


class Place(NamedTuple):
    """Where in a case the interview was last, when, and whether it was left properly."""

    case_id: str
    question: str
    at: datetime
    is_open: bool


class Store(Steps, Decisions, Forms, Records, Spells, Editions, Windows, PoolStore):
    """One database file; every method that writes has committed when it returns."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add_carried(  # noqa: PLR0913  all that travels with a case
        self,
        assessment: Assessment,
        *,
        earlier: Iterable[Answer],
        drafts: Mapping[str, str],
        verdicts: Iterable[Verdict],
        edits: Iterable[Edit],
        entries: Iterable[Entry],
        states: Iterable[StateChange] = (),
        proposals: Iterable[Decided] = (),
        time: Iterable[Spell] = (),
        editions: Iterable[Kept] = (),
        files: Iterable[bytes] = (),
        at: datetime,
    ) -> None:
        """Add a whole case that comes from elsewhere, or nothing of it."""
        case = assessment.case
        by = case.details.expert
        with self.writing():
            self.put_case(case, by)
            self.put_answers(case.id, in_order(earlier, assessment.answers.values()), at)
            for question, text in drafts.items():
                self.put_draft(case.id, question, text, at)
            for proposal in proposals:
                self.put_proposal(case.id, proposal, at)
            for spell in time:
                self.put_spell(case.id, spell)
            for edition in editions:
                self.put_edition(edition, at)
            for content in files:
                self.put_file(content)
            for verdict in verdicts:
                self.put_verdict(case.id, verdict, at)
            for edit in edits:
                self.put_edit(case.id, edit, at)
            for entry in entries:
                self.put_record(entry, at)
            changes = tuple(states)
            if not changes and case.state is not State.IN_PROGRESS:
                changes = (StateChange(state=case.state, by=by),)
            for change in changes:
                self.put_state(case.id, change.state, change.reason, change.by, change.at or at)

    def add_entry(self, entry: Entry, *, at: datetime) -> None:
        """Add a decision on a case to the register."""
        self.add_records([entry], at=at)

    def entries(self) -> tuple[Entry, ...]:
        """Give every decision on a case, oldest first."""
        return tuple(one for one in self.records() if isinstance(one, Entry))

    def mark_place(self, case_id: str, question: str, *, at: datetime, is_open: bool) -> None:
        """Keep where in a case the interview is, or where it was left."""
        with self.writing():
            self.run(
                "INSERT INTO place (case_id, question, at, is_open) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (case_id) DO UPDATE SET "
                "question = excluded.question, at = excluded.at, is_open = excluded.is_open",
                (case_id, question, at.isoformat(), int(is_open)),
            )

    def places(self) -> tuple[Place, ...]:
        """Give the last place in each case, the newest first."""
        rows = self.rows("SELECT case_id, question, at, is_open FROM place ORDER BY at DESC")
        return tuple(
            Place(str(case), str(question), datetime.fromisoformat(at), bool(is_open))
            for case, question, at, is_open in rows
        )
