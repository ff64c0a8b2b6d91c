"""Editions: frozen, numbered, superseding, and given again to the byte."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assess.core.advice.review import Edit
from assess.core.case.assessment import Assessment
from assess.core.report.record.report import fingerprint
from assess.errors import AssessError, NotFound
from assess.exchange.report.printed_head import heads_in
from assess.store.database.verification import verify
from assess.workflow import (
    Desk,
    answer,
    begin,
    edit,
    editions,
    finish,
    reopen,
    write_edition,
)
from assess.workflow.advice.results import results
from assess.workflow.program import verifying
from assess.workflow.report.issuing import NOBODY_ASKED, Consent, still_open
from assess.workflow.report.reporting import Pending, begin_edition, draft_report, record_edition
from tests.notation import case_of
from tests.nothing_known import with_nothing_open

YES = Consent(is_given=True)
LATER = datetime(2027, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def finished(desk: Desk) -> Assessment:
    """A finished case with one answer."""
    pattern = case_of("Fjord Energy Cluster")
    now = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    now = answer(desk, now, "founded", "2009-05").assessment
    finish(desk, now)
    return desk.store.assessment(now.case.id)


@pytest.fixture
def stub_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print in no time: the file says only which record it is of."""
    from assess.render.document import document

    def write(record, _templates, target, **_):  # type: ignore[no-untyped-def]
        target.write_bytes(f"%PDF {record.sha256}".encode())
        return document.Printed(pages=38, missing=(), refused=(), seconds={})

    monkeypatch.setattr(document, "write_report", write)


def issued(desk: Desk, assessment: Assessment, folder: Path) -> Pending:
    """Issue the next edition."""
    pending = begin_edition(desk, assessment, consent=YES)
    record_edition(desk, *pending.print(folder))
    return pending


@pytest.mark.usefixtures("stub_printer")
def test_an_edition_is_frozen_numbered_and_no_draft(
    desk: Desk, finished: Assessment, tmp_path: Path
) -> None:
    draft = draft_report(desk, finished)
    record = issued(desk, finished, tmp_path).record
    (note,) = editions(desk, finished)
    assert (note.number, note.pages, note.supersedes) == (1, 38, None)
    assert note.sha256 == record.sha256 == fingerprint(record) != draft.sha256
    assert note.pdf_sha256 == hashlib.sha256(f"%PDF {record.sha256}".encode()).hexdigest()
    assert (record.status, record.edition) == ("issued", 1)
    assert "Draft" in draft.marks
    assert "Draft" not in record.marks
    facts = {one.label: one.text for one in record.imprint}
    assert facts["Edition"] == f"Edition 1, issued 2 November 2026 by {note.by}"
    assert {one.label: one.text for one in record.cover.facts}["Edition"].startswith("1, issued")


@pytest.mark.slow
def test_the_head_in_a_printed_edition_is_read_back_and_compared(
    desk: Desk, finished: Assessment, templates: Path, tmp_path: Path
) -> None:
    issued(desk, finished, templates)
    printed = tmp_path / "edition.pdf"
    write_edition(desk, finished, 1, templates, printed)
    (head,) = heads_in(printed.read_bytes())
    assert desk.store.checkpoints.place_of(head) is not None
    changed = desk.store.assessment(finished.case.id)
    reopen(desk, changed, "a slip")
    compared = verifying.verify(desk, str(printed)).compared
    assert compared is not None
    assert compared.holds


@pytest.mark.usefixtures("stub_printer")
def test_a_later_edition_names_what_it_supersedes_and_the_first_stays(
    desk: Desk, finished: Assessment, tmp_path: Path
) -> None:
    first = issued(desk, finished, tmp_path).record
    reopen(desk, finished, "a slip")
    changed = answer(desk, desk.store.assessment(finished.case.id), "founded", "2010-05").assessment
    finish(desk, changed)
    later = replace(desk, clock=lambda: LATER)
    second = issued(later, later.store.assessment(finished.case.id), tmp_path).record
    facts = {one.label: one.text for one in second.imprint}
    assert facts["Supersedes"] == f"Edition 1 of 2 November 2026, SHA-256 {first.sha256}"
    assert [one.supersedes for one in editions(later, finished)] == [None, 1]
    again = tmp_path / "again.pdf"
    write_edition(later, finished, 1, tmp_path, again)
    assert again.read_bytes() == f"%PDF {first.sha256}".encode()
    kept = later.store.editions.get(finished.case.id, 1)
    assert kept is not None
    assert kept.record == first
    assert kept.at == desk.now


@pytest.mark.usefixtures("stub_printer")
def test_nothing_new_makes_no_edition_and_another_day_is_nothing_new(
    desk: Desk, finished: Assessment, tmp_path: Path
) -> None:
    issued(desk, finished, tmp_path)
    later = replace(desk, clock=lambda: LATER, stated_day=date(2026, 11, 3))
    with pytest.raises(AssessError, match="Nothing has changed since edition 1 of 2 November"):
        begin_edition(later, finished, consent=YES)
    key = results(desk, finished).recommendations[0].key
    edit(
        desk,
        finished,
        [Edit(key=key, about="recommendation", state="accepted", action="Our own words.")],
    )
    assert begin_edition(desk, finished, consent=YES).record.edition == 2
    texts = [
        one.action for one in begin_edition(desk, finished, consent=YES).record.recommendations
    ]
    assert "Our own words." in texts


@pytest.mark.usefixtures("stub_printer")
def test_two_windows_do_not_issue_the_same_number(
    desk: Desk, finished: Assessment, tmp_path: Path
) -> None:
    pending = begin_edition(desk, finished, consent=YES)
    issued(desk, finished, tmp_path)
    with pytest.raises(AssessError, match="Edition 1 has just been issued"):
        record_edition(desk, *pending.print(tmp_path))
    assert len(editions(desk, finished)) == 1


def test_only_the_report_of_a_finished_case_is_issued(desk: Desk, case: Assessment) -> None:
    with pytest.raises(AssessError, match="The case is not finished"):
        begin_edition(desk, case)
    with pytest.raises(NotFound, match=r"no edition 1; no edition was issued yet"):
        write_edition(desk, case, 1, Path(), Path("x.pdf"))


@pytest.mark.usefixtures("stub_printer")
def test_a_damaged_file_is_not_given_out(desk: Desk, finished: Assessment, tmp_path: Path) -> None:
    issued(desk, finished, tmp_path)
    (note,) = editions(desk, finished)
    with desk.store.writing():
        desk.store.ledger.run(
            "UPDATE stored_file SET content = x'00' WHERE sha256 = ?", [note.pdf_sha256]
        )
    target = tmp_path / "again.pdf"
    with pytest.raises(AssessError, match="is damaged or missing"):
        write_edition(desk, finished, 1, tmp_path, target)
    assert not target.exists()


@pytest.mark.usefixtures("stub_printer")
def test_the_history_of_editions_is_guarded(
    desk: Desk, finished: Assessment, tmp_path: Path
) -> None:
    issued(desk, finished, tmp_path)
    assert verify(desk.store.ledger).rows["edition"] == 1
    assert verify(desk.store.ledger).faults == ()
    for statement in ("UPDATE entry SET body = '{}'", "DELETE FROM entry"):
        with pytest.raises(AssessError, match="only ever added to"), desk.store.writing():
            desk.store.ledger.run(statement, ())
    with desk.store.writing():
        desk.store.ledger.run("DROP TRIGGER entry_is_only_ever_closed", ())
        desk.store.ledger.run("UPDATE entry SET subject = '7' WHERE kind = 'edition'", ())
    assert "edition row" in " ".join(map(str, verify(desk.store.ledger).faults))


@pytest.mark.usefixtures("stub_printer")
def test_without_a_yes_or_a_reason_nothing_is_frozen(desk: Desk, finished: Assessment) -> None:
    open_now = still_open(desk, finished)
    assert open_now.advice > 0
    assert open_now.criteria == 0, "no label is proposed"
    with pytest.raises(AssessError, match=r"not looked at yet\..* Nothing was issued\.") as refused:
        begin_edition(desk, finished, consent=NOBODY_ASKED)
    assert refused.value.ways
    with pytest.raises(AssessError, match="Nothing was issued"):
        begin_edition(desk, finished, consent=Consent(reason="  "))
    assert editions(desk, finished) == ()
    assert desk.store.edits.of(finished.case.id) == {}


@pytest.mark.usefixtures("stub_printer")
def test_a_reason_is_printed_and_accepts_nothing(desk: Desk, finished: Assessment) -> None:
    record = begin_edition(desk, finished, consent=Consent(reason="the expert is ill")).record
    said = {one.label: one.text for one in record.imprint}
    assert said["Review"].endswith("reviewed. The expert is ill.")
    assert desk.store.edits.of(finished.case.id) == {}


@pytest.mark.usefixtures("stub_printer")
def test_a_yes_accepts_all_and_asks_no_more(desk: Desk, finished: Assessment) -> None:
    record = begin_edition(desk, finished, consent=YES).record
    assert "Review" not in {one.label for one in record.imprint}
    states = {one.state for one in results(desk, finished).recommendations}
    assert states == {"accepted"}
    assert still_open(desk, finished).advice == 0


@pytest.mark.usefixtures("stub_printer")
def test_what_is_looked_at_needs_no_yes(desk: Desk, finished: Assessment) -> None:
    begin_edition(desk, finished, consent=YES)
    if not still_open(desk, finished).sentences:
        assert begin_edition(desk, finished).record.edition == 1
