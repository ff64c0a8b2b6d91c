"""Verifying: the database, the whole history of every case, and the files given as evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from assess.core.case.assessment import Assessment, Case
from assess.core.record.clock import DoubtfulTime
from assess.errors import DamagedStore
from assess.languages import gettext
from assess.store.database.verification import IntegrityFault
from assess.store.database.verification import verify as verify_store
from assess.store.peers.pool_verification import pool_faults
from assess.workflow.case.evidence import EvidenceFault, check, not_looked_at
from assess.workflow.desk.desk import Desk
from assess.workflow.program.anchors import Anchored, against, memory_faults, reach


class VerifiedDatabase(NamedTuple):
    """What was checked, and every fault found: rows of history by table, files given as evidence.

    A file that has changed or gone is one that the expert must know of; the database is whole.
    """

    rows: Mapping[str, int]
    faults: tuple[IntegrityFault, ...]
    files: int
    evidence: tuple[EvidenceFault, ...]
    unseen: int = 0
    """Files that are only named by what came in, and were not opened."""
    reach: tuple[str, ...] = ()
    """How far which anchor reaches, and what is not proven, in sentences."""
    doubts: tuple[DoubtfulTime, ...] = ()
    """Entries whose time cannot be right: the clocks of devices differ."""
    compared: Anchored | None = None
    """With what was written down elsewhere, if that was given."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was written."""
        holds = self.compared is None or self.compared.holds
        return holds and not self.faults and not self.evidence


def verify(desk: Desk, given: str | None = None) -> VerifiedDatabase:
    """Check the file, that no entry was altered or removed, and the evidence of every case.

    What is `given`, a head or a file that names one, is compared with the record.
    """
    compared = None if given is None else against(desk, given)
    found = verify_store(desk.store.ledger, now=desk.now)
    faults = [*found.faults, *memory_faults(desk, found), *_pool_faults(desk)]
    files = 0
    changed: list[EvidenceFault] = []
    unseen = 0
    for assessment in _assessments(desk, faults):
        files += sum(
            piece.kind == "file"
            for answer in assessment.answers.values()
            for piece in answer.evidence
        )
        changed += check(desk, assessment)
        unseen += len(not_looked_at(desk, assessment))
        faults += _edition_faults(desk, assessment.case.id)
        faults += _catalogue_faults(desk, assessment.case)
    return VerifiedDatabase(
        rows=found.rows,
        faults=tuple(faults),
        files=files,
        evidence=tuple(changed),
        unseen=unseen,
        reach=reach(desk, found),
        doubts=found.doubts,
        compared=compared,
    )


def _pool_faults(desk: Desk) -> Iterator[IntegrityFault]:
    try:
        yield from pool_faults(desk.store.ledger, desk.store.pool)
    except (DamagedStore, ValueError):
        what = gettext("its content can no longer be read")
        yield IntegrityFault(table="peer", what=what)


def _catalogue_faults(desk: Desk, case: Case) -> Iterator[IntegrityFault]:
    """Tell where the edition of the catalogue is not what it was when the case was begun."""
    if not desk.editions.has(case.catalogue):
        what = gettext("its catalogue {edition} is missing", edition=case.catalogue)
    elif not desk.editions.is_as_begun(case):
        what = gettext(
            "its catalogue {edition} differs from the one with which it was begun",
            edition=case.catalogue,
        )
    else:
        return
    yield IntegrityFault(table="cases", case=case.id, what=what)


def _edition_faults(desk: Desk, case_id: str) -> Iterator[IntegrityFault]:
    """Give the editions whose PDF is not the one that was issued any more."""
    try:
        notes = desk.store.editions.notes(case_id)
    except (DamagedStore, ValueError):
        yield IntegrityFault(
            table="edition", case=case_id, what=gettext("its content can no longer be read")
        )
        return
    erased = desk.store.editions.erased(case_id)
    for note in notes:
        if note.number in erased:
            continue
        content = desk.store.files.get(note.pdf_sha256)
        if content is None or sha256(content).hexdigest() != note.pdf_sha256:
            if content is None:
                what = gettext(
                    "the PDF of edition {number} is missing; its record is complete",
                    number=note.number,
                )
            else:
                what = gettext(
                    "the PDF of edition {number} is damaged; its record is complete",
                    number=note.number,
                )
            yield IntegrityFault(table="edition", case=case_id, what=what)


def _assessments(desk: Desk, faults: list[IntegrityFault]) -> Iterator[Assessment]:
    """Give the cases that can be read; what keeps others from being read is one more fault."""
    try:
        for case in desk.store.cases.all():
            try:
                yield desk.store.assessment(case.id)
            except ValueError:
                what = gettext("its content can no longer be read")
                faults.append(IntegrityFault(table="answer", case=case.id, what=what))
    except (DamagedStore, ValueError):
        faults.append(IntegrityFault(table="cases", what=gettext("not every case can be read")))
