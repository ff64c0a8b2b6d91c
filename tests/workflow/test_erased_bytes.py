"""After an erasure the bytes of all files that the program keeps are searched: nothing is left."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.render.document import document
from assess.store.database.backup import abandoned
from assess.workflow import Desk, begin, editions, finish, verify
from assess.workflow.desk.desk import real_clock
from assess.workflow.program.backups import Safe
from assess.workflow.program.erasing import erase_cases, erase_person, grounds
from assess.workflow.program.name_finding import name_hits
from assess.workflow.report.issuing import Consent
from assess.workflow.report.reporting import begin_edition, record_edition
from tests.notation import NOON, case_of
from tests.nothing_known import with_nothing_open
from tests.workflow.test_erasing import NAME, files_with, pdf

SECRET = "told in confidence"


@pytest.fixture
def quick_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print in no time: the file says only which record it is of, and the name."""

    def write(record, _templates, target, **_):  # type: ignore[no-untyped-def]
        target.write_bytes(f"%PDF {record.sha256} {NAME}".encode())
        return document.Printed(pages=38, missing=(), refused=(), seconds={})

    monkeypatch.setattr(document, "write_report", write)


def issued(desk: Desk, folder: Path) -> Assessment:
    """A finished case with a note, evidence as PDF, a draft, and an issued edition."""
    pattern = case_of("Fjord Energy Cluster", expert=NAME)
    case = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    case_id = case.case.id
    piece = Evidence(
        kind="file",
        location="lunch.pdf",
        sha256=desk.store.files.add(pdf(f"{SECRET} by {NAME}")),
        stored=True,
    )
    given = Answer(
        question="founded",
        status=Status.ANSWERED,
        value="2009-05",
        note=f"{SECRET} by {NAME}",
        evidence=(piece,),
    )
    desk.store.answers.add(case_id, [given.changed(at=desk.now)], at=desk.now)
    finish(desk, desk.store.assessment(case_id))
    desk.store.drafts.keep(case_id, "training_days", f"{SECRET} by {NAME}", at=desk.now)
    pending = begin_edition(desk, desk.store.assessment(case_id), consent=Consent(is_given=True))
    printed = folder / "printed"
    printed.mkdir()
    record_edition(desk, *pending.print(printed))
    shutil.rmtree(printed)
    return desk.store.assessment(case_id)


@pytest.mark.usefixtures("quick_printer")
@pytest.mark.parametrize("what", ["case", "person"])
def test_no_byte_is_left_of_a_case_or_a_person_in_any_kept_file(
    desk: Desk, tmp_path: Path, what: str
) -> None:
    case = issued(desk, tmp_path)
    (note,) = editions(desk, case)
    safe = Safe(desk.store.path, clock=lambda: NOON)
    daily = safe.back_up_daily()
    assert daily is not None
    left = [desk.store.path.with_name(".assess.db.x.part"), daily.with_name(".assess-1.db.y.part")]
    for number, file in enumerate(left):
        shutil.copy(daily, file)
        if number:
            file.write_bytes(file.read_bytes()[:-4096])
        killed = (NOON - timedelta(hours=2)).timestamp()
        os.utime(file, (killed, killed))
    shutil.copy(daily, desk.store.path.with_name("assess.db.before-restore-20261101-120000"))
    copies = [
        *(daily.name, ".assess.db.x.part", ".assess-1.db.y.part"),
        "assess.db.before-restore-20261101-120000",
    ]
    assert files_with(tmp_path, NAME) == sorted(["assess.db", *copies])
    why = grounds(desk, "Request of 1 November", "Bo Expert")
    if what == "case":
        erase_cases(desk, [case.case], why)
    else:
        erase_person(desk, NAME, name_hits(desk, NAME), why)
    gone = [NAME, "Lindqvist", SECRET, note.sha256 + " Å"]
    gone += ["Fjord", "2009-05"] if what == "case" else []
    assert [name for name in files_with(tmp_path, *gone) if name not in copies] == []
    assert {copy.path.name for copy in safe.copies()} == set(copies)
    safe.erase_in_copies()
    assert files_with(tmp_path, *gone) == []
    assert verify(desk).is_whole
    kept = desk.store.ledger.rows("SELECT body FROM entry WHERE kind = 'erased'")
    assert note.sha256 in str(kept) or what == "person"


def test_what_a_killed_backup_left_goes_with_the_next_one(desk: Desk) -> None:
    safe = Safe(desk.store.path, clock=real_clock)
    pattern = case_of("Fjord Energy Cluster")
    begin(desk, pattern.organisation, pattern.details)
    old = desk.store.path.with_name(".assess.db.x.part")
    young = desk.store.path.with_name(".assess.db.y.part")
    for file, hours in ((old, 2), (young, 0)):
        file.write_bytes(b"half a copy")
        at = (real_clock() - timedelta(hours=hours)).timestamp()
        os.utime(file, (at, at))
    assert abandoned(desk.store.path, real_clock()) == (old,)
    assert safe.back_up_daily() is not None
    assert (old.exists(), young.exists()) == (False, True)
