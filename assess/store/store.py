"""The store as a whole: one SQLite file, with a part for each subject that is kept in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from assess.core.advice.plan import PlanEntry
from assess.core.advice.review import Edit
from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case, State, StateChange
from assess.core.case.history.change import in_order
from assess.core.case.history.proposal import Decided
from assess.core.case.work_time import WorkSpell
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import Verdict
from assess.core.record.entry import RecordEntry
from assess.core.report.record.edition import FrozenEdition
from assess.store.advice.edits import Edits
from assess.store.advice.plans import Plans
from assess.store.case.answers import Answers
from assess.store.case.cases import Cases
from assess.store.case.drafts import Drafts
from assess.store.case.entry_order import EntryOrder
from assess.store.case.evidence_files import StoredFiles
from assess.store.case.form_drafts import Forms
from assess.store.case.places import Places
from assess.store.case.proposals import Proposals
from assess.store.case.record_entries import RecordEntries
from assess.store.case.states import States
from assess.store.case.undo import Undo
from assess.store.case.windows import Windows
from assess.store.case.work_time import WorkTime
from assess.store.catalogue.kept_editions import KeptEditions
from assess.store.database.connection import Passphrase
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.checkpoints import Checkpoints
from assess.store.database.record.entry_writer import DATABASE
from assess.store.label.verdicts import Verdicts
from assess.store.peers.peer_records import PeerRecords
from assess.store.peers.peer_tables import PeerTables
from assess.store.program.erasing import Erasing
from assess.store.questionnaire.survey_counts import SurveyCounts
from assess.store.register.register_records import RegisterRecords
from assess.store.report.editions import Editions
from assess.store.submission.submissions import Submissions


class Store:
    """One database file; what a part writes is committed when its method returns.

    Within `writing` everything is committed together, when that ends.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: datetime,
        passphrase: Passphrase | None = None,
        day: date | None = None,
    ) -> None:
        """Open or create the file; `now` names the copy made before a migration.

        With a passphrase it is an encrypted one, or becomes one if it is new. `day` is the day that
        was stated as today: it stands with every entry.
        """
        self.ledger = ledger = Ledger(path, now=now, passphrase=passphrase, day=day)
        self.checkpoints = Checkpoints(ledger)
        self.entries = RecordEntries(ledger)
        self.cases = Cases(ledger)
        self.catalogues = KeptEditions(ledger)
        self.states = States(ledger)
        self.order = EntryOrder(ledger)
        self.places = Places(ledger)
        self.drafts = Drafts(ledger)
        self.answers = Answers(ledger, self.states, self.drafts)
        self.proposals = Proposals(ledger, self.answers)
        self.undo = Undo(ledger, self.answers, self.proposals, self.states)
        self.work_time = WorkTime(ledger)
        self.files = StoredFiles(ledger)
        self.pool = PeerRecords(ledger)
        self.peer_tables = PeerTables(ledger)
        self.edits = Edits(ledger)
        self.plans = Plans(ledger)
        self.survey_counts = SurveyCounts(ledger)
        self.verdicts = Verdicts(ledger)
        self.register = RegisterRecords(ledger)
        self.editions = Editions(ledger, self.files)
        self.forms = Forms(ledger)
        self.submissions = Submissions(ledger)
        self.windows = Windows(ledger)
        self.erasing = Erasing(ledger)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.ledger.path

    def writing(self) -> AbstractContextManager[None]:
        """Write in one transaction, of all parts; see `Ledger.writing`."""
        return self.ledger.writing()

    def close(self) -> None:
        """Close the file."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def assessment(self, case_id: str) -> Assessment:
        """Give a case with its newest answers; NotFound if there is none."""
        return Assessment(case=self.cases.get(case_id), answers=self.answers.of(case_id))

    def add_carried(  # noqa: PLR0913  all that travels with a case
        self,
        assessment: Assessment,
        *,
        earlier: Iterable[Answer],
        drafts: Mapping[str, str],
        verdicts: Iterable[Verdict],
        edits: Iterable[Edit],
        plan: Iterable[PlanEntry] = (),
        entries: Iterable[LabelDecision],
        states: Iterable[StateChange] = (),
        proposals: Iterable[Decided] = (),
        time: Iterable[WorkSpell] = (),
        editions: Iterable[FrozenEdition] = (),
        files: Iterable[bytes] = (),
        at: datetime,
    ) -> None:
        """Add a whole case that comes from elsewhere, or nothing of it."""
        case = assessment.case
        by = case.details.expert
        history = in_order(earlier, assessment.answers.values())
        changes = tuple(states)
        if not changes and case.state is not State.IN_PROGRESS:
            changes = (StateChange(state=case.state, by=by),)
        with self.writing():
            self.cases.add(case, by=by)
            self.answers.add(case.id, history, at=at, keeps_drafts=True)
            for question, text in drafts.items():
                self.drafts.keep(case.id, question, text, at=at)
            self.proposals.add_decided(case.id, proposals, at=at)
            self.work_time.add(case.id, *time)
            for edition in editions:
                self.editions.add(edition, at=at)
            for content in files:
                self.files.add(content)
            self.verdicts.add(case.id, verdicts, at=at)
            self.edits.add(case.id, edits, at=at)
            self.plans.add(case.id, plan, at=at)
            # A label rests on the states before it: those come first where all are of one moment.
            self.states.add(case.id, changes, at=at)
            self.register.add(entries, at=at)

    def add_recorded(
        self,
        case: Case,
        record: Iterable[RecordEntry],
        *,
        drafts: Mapping[str, str],
        files: Iterable[bytes],
        arrival: str,
        at: datetime,
    ) -> None:
        """Add a case with the record that it brings, as it is; `arrival` is entered beside it."""
        with self.writing():
            self.cases.adopt(case)
            self._take(case.id, record, files, arrival, at, continues=True)
            self.cases.state_organisation(case, at=at)
            for question, text in drafts.items():
                self.drafts.keep(case.id, question, text, at=at)

    def continue_recorded(
        self,
        case: Case,
        record: Iterable[RecordEntry],
        *,
        drafts: Mapping[str, str],
        files: Iterable[bytes],
        arrival: str,
        at: datetime,
    ) -> None:
        """Go on with a case where another copy left it; what is typed here stays."""
        with self.writing():
            self._take(case.id, record, files, arrival, at, continues=True)
            self.cases.readopt(case)
            self.cases.state_organisation(case, at=at)
            typed = self.drafts.of(case.id)
            for question in drafts.keys() - typed.keys():
                self.drafts.keep(case.id, question, drafts[question], at=at)

    def merge_recorded(
        self,
        case_id: str,
        record: Iterable[RecordEntry],
        *,
        other: str,
        arrival: str,
        by: str | None,
        at: datetime,
    ) -> None:
        """Keep the past of another copy, of which nothing is in force, and enter its head."""
        with self.writing():
            self._take(case_id, record, (), arrival, at, continues=False)
            body = json.dumps({"other": other})
            self.ledger.append("merged", case_id, NewEntry(body, at, by))

    def _take(
        self,
        case_id: str,
        record: Iterable[RecordEntry],
        files: Iterable[bytes],
        arrival: str,
        at: datetime,
        *,
        continues: bool,
    ) -> None:
        self.entries.take(case_id, record, continues=continues)
        for content in files:
            self.files.add(content)
        self.ledger.append("taken", DATABASE, NewEntry(arrival, at, None, case_id))
