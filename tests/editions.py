"""Editions for tests: frozen and recorded like every other, printed in no time."""

from __future__ import annotations

from hashlib import sha256

from assess.core.case.assessment import Assessment
from assess.core.report.record.edition import EditionNote, Issued, draft_mark, freeze
from assess.core.report.record.report import Report
from assess.languages.message import say
from assess.workflow import Desk
from assess.workflow.report.reporting import draft_report, record_edition

_DRAFTS: dict[str, Report] = {}
"""Put together once for each case: what an edition says is no matter of who carries it."""


def issue(
    desk: Desk, assessment: Assessment, by: str = "Ada Expert", title: str | None = None
) -> EditionNote:
    """Issue the next edition of a case's report, finished or not; its PDF only says which it is."""
    known = desk.store.editions.notes(assessment.case.id)
    before = known[-1] if known else None
    case_id = assessment.case.id
    if case_id not in _DRAFTS:
        whole = draft_report(desk, assessment)
        annex = whole.annex.model_copy(update={"answers": (), "published": ()})
        _DRAFTS[case_id] = whole.model_copy(update={"areas": whole.areas[:1], "annex": annex})
    draft = _DRAFTS[case_id]
    if title is not None:
        draft = draft.model_copy(update={"title": title})
    number = len(known) + 1
    head = desk.store.entries.head(case_id)
    record = freeze(draft, number, by, before, say, head=head)
    pdf = f"%PDF-1.7 {record.sha256}".encode()
    note = EditionNote(
        case=record.case,
        number=number,
        on=record.day,
        by=by,
        sha256=record.sha256,
        pdf_sha256=sha256(pdf).hexdigest(),
        pages=38,
        supersedes=before.number if before else None,
    )
    return record_edition(desk, Issued(note=note, record=record, draft=draft_mark(draft, say)), pdf)
