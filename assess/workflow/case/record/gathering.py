"""Gathering a case with everything that travels with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain

from assess.core.case.answer import Evidence
from assess.core.case.assessment import Assessment
from assess.core.record.entry import RecordEntry, closed
from assess.exchange.case.case_file import CarriedCase
from assess.workflow.desk.desk import Desk


def carried(desk: Desk, assessment: Assessment, *, with_files: bool = True) -> CarriedCase:
    """Gather a case with everything that travels with it."""
    case_id = assessment.case.id
    history = desk.store.answers.history(case_id)
    editions = desk.store.editions.kept(case_id)
    proposals = desk.store.proposals.history(case_id)
    backing = chain(
        (piece for answer in history for piece in answer.evidence),
        (piece for decided in proposals for piece in decided.proposal.evidence),
    )
    files = dict(_copies(desk, backing)) if with_files else {}
    return CarriedCase(
        assessment=assessment,
        history=history,
        drafts={
            question: text
            for question, text in desk.store.drafts.of(case_id).items()
            if question
            in desk.catalogue_of(
                assessment.case
            ).questions  # a note being typed belongs to the screen
        },
        proposals=tuple(
            decided.model_copy(
                update={"proposal": decided.proposal.model_copy(update={"id": None})}
            )
            for decided in proposals
        ),
        states=desk.store.states.history(case_id),
        verdicts=desk.store.verdicts.history(case_id),
        edits=desk.store.edits.history(case_id),
        plan=desk.store.plans.history(case_id),
        entries=desk.store.register.entries_of(case_id),
        time=desk.store.work_time.ended(case_id),
        editions=editions,
        record=desk.store.entries.of(case_id),
        files=files | dict(_whole(desk, (edition.note.pdf_sha256 for edition in editions))),
    )


def without_private_notes(case: CarriedCase) -> CarriedCase:
    """Give a case without the texts of private notes: that there are some stays."""
    answers = case.assessment.answers.values()
    return case.model_copy(
        update={
            "assessment": case.assessment.with_answers(
                answer.without_private_note() for answer in answers
            ),
            "history": tuple(answer.without_private_note() for answer in case.history),
            "record": _closed_notes(case.record),
            "proposals": tuple(
                decided.model_copy(update={"proposal": decided.proposal.without_private_note()})
                for decided in case.proposals
            ),
        }
    )


def _copies(desk: Desk, evidence: Iterator[Evidence]) -> Iterator[tuple[str, bytes]]:
    """Give the copies of files that back answers."""
    return _whole(desk, (piece.sha256 for piece in evidence if piece.stored and piece.sha256))


def _whole(desk: Desk, digests: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give the copies that are whole; a damaged one is said by `assess verify`."""
    for digest in digests:
        content = desk.store.files.get(digest)
        if content is not None and sha256(content).hexdigest() == digest:
            yield digest, content


def _closed_notes(record: Iterable[RecordEntry]) -> tuple[RecordEntry, ...]:
    """Close the private notes in a record; the hashes stay."""
    return tuple(
        closed(entry, {"note", "for_report"})
        if entry.fields.get("note") and entry.fields.get("for_report") is False
        else entry
        for entry in record
    )
