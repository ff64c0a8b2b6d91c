"""What is erased is nowhere any more, and does not come back; the record stays whole."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from weasyprint import HTML

from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.answer_status import Status
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.record.erasure import ERASED, has_name, without_name
from assess.errors import AssessError
from assess.render.document import document
from assess.store import Store
from assess.store.database.connection import Passphrase
from assess.store.program.name_search import NameHit
from assess.workflow import (
    Desk,
    answer,
    begin,
    editions,
    export_case,
    finish,
    import_files,
    verify,
    write_edition,
)
from assess.workflow.desk.checkpointing import sign_record
from assess.workflow.peers.pooling import gather
from assess.workflow.program.backups import Safe
from assess.workflow.program.erasing import (
    account_of_cases,
    account_of_person,
    erase_cases,
    erase_person,
    grounds,
)
from assess.workflow.program.name_finding import find_name, name_hits
from assess.workflow.report.issuing import Consent
from assess.workflow.report.reporting import begin_edition, record_edition
from tests.notation import NOON, case_of
from tests.nothing_known import with_nothing_open

NAME = "Åsa Lindqvist"
TEXT = "told by Åsa Lindqvist over lunch"
OTHER_TEXT = "the board met twice"
FILES = {
    "/home/expert/lunch.txt": f"Lunch with {NAME}.".encode(),
    "/home/asa-lindqvist/plan.txt": b"The plan.",
    "/home/expert/board.txt": b"The board.",
}
LATER = NOON + timedelta(hours=1)


def fill(desk: Desk, name: str = "Fjord Energy Cluster") -> Assessment:
    """A case in which a person stands in every kind of place."""
    pattern = case_of(name, contact=f"{NAME}, +47 1")
    case = begin(desk, pattern.organisation, pattern.details)
    store = desk.store
    answers = [
        Answer(question="founded", status=Status.ANSWERED, value="2009-05", note=TEXT, by=NAME),
        Answer(question="committed_total", status=Status.ANSWERED, value=41, note=OTHER_TEXT),
        Answer(question="committed_total", status=Status.ANSWERED, value=42, note=OTHER_TEXT),
        Answer(
            question="staff_fte",
            status=Status.ANSWERED,
            value=2,
            evidence=tuple(
                Evidence(kind="file", location=path, sha256=store.files.add(content), stored=True)
                for path, content in FILES.items()
            ),
        ),
    ]
    for number, given in enumerate(answers):
        at = NOON + timedelta(minutes=number)
        store.answers.add(case.id, [given.changed(at=at)], at=at)
    store.drafts.keep(case.id, "training_days", f"ask {NAME}", at=NOON)
    proposal = Proposal(
        question="training_days",
        status=Status.ANSWERED,
        value=3,
        note=TEXT,
        source=f"form of {NAME}",
    )
    store.proposals.add(case.id, [proposal], at=NOON)
    store.forms.keep(f"{case.id} details", json.dumps({"contact": NAME}), at=NOON)
    with store.writing():
        waiting = json.dumps({"id": "w1", "text": TEXT})
        query = "INSERT INTO waiting_answer (id, case_id, body) VALUES (?, ?, ?)"
        store.ledger.run(query, (f"w {case.id}", case.id, waiting))
    return store.assessment(case.id)


def erase(desk: Desk, name: str = NAME) -> tuple[NameHit, ...]:
    hits = name_hits(desk, name)
    erase_person(desk, name, hits, grounds(desk, "Request of 1 November", "Bo Expert"))
    return hits


def faults(desk: Desk) -> list[str]:
    found = verify(desk)
    return [str(fault) for fault in (*found.faults, *found.evidence)]


def files_with(folder: Path, *texts: str) -> list[str]:
    """Name the files in a folder in whose bytes one of the texts stands, however it is escaped."""
    wanted = [
        form
        for text in texts
        for form in (text.encode(), json.dumps(text)[1:-1].encode(), text.encode("utf-16-le"))
    ]
    return sorted(
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in wanted)
    )


@pytest.mark.parametrize(
    ("text", "name", "is_there"),
    [
        ("told by Åsa Lindqvist.", "asa lindqvist", True),
        ("ÅSA  LINDQVIST's", "Åsa Lindqvist", True),
        ("Åsa\nLindqvist", "Åsa Lindqvist", True),
        ("Åsa Lindqvists", "Åsa Lindqvist", False),
        ("Lindqvist, Åsa", "Åsa Lindqvist", False),
        ("Annabel", "Ann", False),
        ("anything", "...", False),
    ],
)
def test_a_name_is_found_as_whole_folded_words(text: str, name: str, is_there: bool) -> None:
    assert has_name(text, name) is is_there


def test_a_text_goes_as_a_whole_and_what_is_beside_it_stays() -> None:
    value = [{"title": "A story", "people": TEXT, "year": 2020, "none": None}]
    assert without_name(value, NAME) == [
        {"title": "A story", "people": ERASED, "year": 2020, "none": None}
    ]


def test_a_person_is_nowhere_any_more_and_all_else_stays(desk: Desk, tmp_path: Path) -> None:
    case = fill(desk)
    with desk.store.writing():
        known = json.dumps({"account": NAME, "name": "assess.example.org"})
        desk.store.ledger.run("INSERT INTO secretariat (id, body) VALUES (1, ?)", (known,))
    assert files_with(tmp_path, NAME)
    account = account_of_person(desk, NAME, found := find_name(desk, NAME))
    hits = found.hits
    assert len(account.touched) == len(hits)
    assert found.unseen == ()
    assert {hit.kind for hit in hits} == {
        *("details", "answer", "proposal", "person", "draft", "form"),
        *("waiting_answer", "secretariat", "file"),
    }
    erase(desk)
    assert files_with(tmp_path, NAME, TEXT, "Lindqvist") == []
    assert name_hits(desk, NAME) == ()
    assert faults(desk) == []
    after = desk.store.assessment(case.case.id)
    assert [piece.location for piece in after.answer("staff_fte").evidence] == [
        "/home/expert/board.txt"
    ]
    founded = after.answer("founded")
    assert (founded.value, founded.note, founded.by) == ("2009-05", ERASED, ERASED)
    assert [each.note for each in desk.store.answers.history(case.case.id, "committed_total")] == [
        OTHER_TEXT,
        OTHER_TEXT,
    ]
    assert after.case.details.contact == ERASED
    assert after.case.details.expert == "Ada Expert"
    (waiting,) = desk.store.proposals.undecided(case.case.id)
    assert (waiting.value, waiting.note) == (3, ERASED)


def test_the_erasure_of_a_file_stands_with_the_case_that_names_it(desk: Desk) -> None:
    case = fill(desk)
    erase(desk)
    rows = desk.store.ledger.rows(
        "SELECT case_id FROM entry WHERE kind = 'erased' AND json_array_length(body, '$.files') = 1"
    )
    assert rows == [(case.case.id,)]


def test_only_what_was_confirmed_is_erased(desk: Desk) -> None:
    case = fill(desk)
    chosen = [hit for hit in name_hits(desk, NAME) if hit.field == "contact"]
    erase_person(desk, NAME, chosen, grounds(desk, "Request", "Bo"))
    after = desk.store.assessment(case.case.id)
    assert (after.case.details.contact, after.answer("founded").note) == (ERASED, TEXT)


@pytest.mark.parametrize(("ground", "by"), [(f"{NAME} asks", "Bo"), ("Request", NAME)])
def test_the_record_does_not_keep_the_name_as_the_ground(desk: Desk, ground: str, by: str) -> None:
    fill(desk)
    with pytest.raises(AssessError, match="without the name"):
        erase_person(desk, NAME, name_hits(desk, NAME), grounds(desk, ground, by))
    assert name_hits(desk, NAME)


@pytest.mark.parametrize(("ground", "by"), [(" ", "Bo"), ("Request", " ")])
def test_ground_and_name_are_needed(desk: Desk, ground: str, by: str) -> None:
    with pytest.raises(AssessError, match="An erasure needs"):
        grounds(desk, ground, by)


def test_what_is_exported_and_backed_up_later_does_not_hold_it(desk: Desk, tmp_path: Path) -> None:
    case = fill(desk)
    erase(desk)
    folder = tmp_path / "given"
    folder.mkdir()
    export_case(desk, desk.store.assessment(case.case.id), folder / "case.json")
    Safe(desk.store.path).back_up(folder / "backup.db")
    assert files_with(folder, NAME, "Lindqvist") == []


def test_an_old_copy_of_the_case_does_not_bring_it_back(desk: Desk, tmp_path: Path) -> None:
    case = fill(desk)
    old = tmp_path / "old.json"
    export_case(desk, case, old)
    erase(desk)
    into = desk.store.assessment(case.case.id)
    (arrived,) = import_files(desk, [old])
    assert "it has nothing new" in " ".join(arrived.came)
    import_files(desk, [old], as_proposals=True)
    import_files(desk, [old], into=into)
    assert name_hits(desk, NAME) == ()
    assert files_with(tmp_path, NAME) == ["old.json"]
    assert faults(desk) == []


def test_what_another_copy_went_on_with_comes_in_without_it(
    desk: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    case = fill(desk)
    there = tmp_path / "there.json"
    export_case(desk, case, there)
    import_files(elsewhere, [there])
    new = Answer(question="committed_total", status=Status.ANSWERED, value=50, at=LATER)
    elsewhere.store.answers.add(case.case.id, [new], at=LATER)
    there.unlink()
    export_case(elsewhere, elsewhere.store.assessment(case.case.id), there)
    erase(desk)
    import_files(desk, [there], as_proposals=True)
    assert name_hits(desk, NAME) == ()
    assert 50 in [each.value for each in desk.store.proposals.undecided(case.case.id)]
    assert faults(desk) == []


def test_an_erasure_travels_to_the_copy_that_is_sent_the_case_again(
    desk: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    case = fill(desk)
    sent = tmp_path / "sent.json"
    export_case(desk, case, sent)
    import_files(elsewhere, [sent])
    assert name_hits(elsewhere, NAME)
    erase(desk)
    sent.unlink()
    export_case(desk, desk.store.assessment(case.case.id), sent)
    (arrived,) = import_files(elsewhere, [sent])
    assert "goes on with" in " ".join(arrived.came)
    assert name_hits(elsewhere, NAME) == ()
    assert faults(elsewhere) == faults(desk) == []


PASSPHRASES = [None, Passphrase("correct horse")]


@pytest.fixture(params=PASSPHRASES, ids=["plain", "encrypted"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, desk: Desk) -> Iterator[tuple[Desk, Safe]]:
    path = tmp_path / "kept.db"
    store = Store(path, now=NOON, passphrase=request.param)
    with Desk(
        newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "kept0001"
    ) as opened:
        yield opened, Safe(path, request.param, clock=lambda: LATER)


def test_a_restored_backup_does_not_bring_it_back(kept: tuple[Desk, Safe], tmp_path: Path) -> None:
    desk, safe = kept
    case = fill(desk)
    backup = tmp_path / "backup.db"
    safe.back_up(backup)
    erase(desk)
    desk.store.close()
    safe.restore(backup)
    with Store(safe.database, now=NOON, passphrase=safe.passphrase) as store:
        again = Desk(newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "x")
        assert name_hits(again, NAME) == ()
        assert store.assessment(case.case.id).answer("founded").note == ERASED
        assert faults(again) == []


def test_backups_are_written_anew_on_request(kept: tuple[Desk, Safe], tmp_path: Path) -> None:
    desk, safe = kept
    fill(desk)
    made = safe.back_up_daily()
    assert made is not None
    broken = made.with_name("kept-2026-01-01.db")
    broken.write_bytes(b"no database" * 500)
    erase(desk)
    assert {copy.path for copy in safe.copies()} == {made, broken}
    assert all(copy.goes_on is not None for copy in safe.copies())
    done = dict(safe.erase_in_copies())
    assert done.keys() == {made, broken}
    assert (done[made], broken.exists()) == (None, False)
    with Store(made, now=NOON, passphrase=safe.passphrase) as store:
        again = Desk(newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "x")
        assert name_hits(again, NAME) == ()
        assert faults(again) == []
    assert files_with(tmp_path, NAME, "Lindqvist") == []


def test_backups_go_on_their_day(desk: Desk) -> None:
    fill(desk)
    moments = [NOON]
    safe = Safe(desk.store.path, clock=lambda: moments[-1])
    made = safe.back_up_daily()
    assert made is not None
    before = (NOON - timedelta(hours=1)).timestamp()
    os.utime(made, (before, before))
    erase(desk)
    (copy,) = safe.copies()
    assert copy.goes_on is not None
    for day, is_there in ((copy.goes_on - timedelta(days=1), True), (copy.goes_on, False)):
        moments.append(NOON.replace(year=day.year, month=day.month, day=day.day))
        desk.store.drafts.keep(desk.store.cases.all()[0].id, "founded", str(day), at=NOON)
        assert safe.renew_backup() is not None
        assert made.exists() is is_there


def decided(case: Assessment, kind: DecisionKind) -> LabelDecision:
    return LabelDecision(
        kind=kind,
        case=case.case.id,
        name=case.case.organisation.name,
        country="NOR",
        portfolio="Energy and environment",
        interview_date=date(2026, 11, 2),
        on=date(2026, 11, 3),
        by="Ada Expert",
        serial="NOR0012026011ABC0001" if kind is DecisionKind.AWARDED else None,
        valid_until=date(2028, 11, 30),
    )


@pytest.mark.parametrize("is_awarded", [True, False])
def test_a_case_goes_and_an_awarded_label_stays(
    desk: Desk,
    tmp_path: Path,
    is_awarded: bool,
) -> None:
    case = fill(desk)
    kind = DecisionKind.AWARDED if is_awarded else DecisionKind.REFUSED
    desk.store.register.add([decided(case, DecisionKind.PROPOSED), decided(case, kind)], at=NOON)
    account = account_of_cases(desk, [case.case])
    assert any("label" in line for line in account.stays) is is_awarded
    erase_cases(desk, [case.case], grounds(desk, "Request", "Bo Expert"))
    assert desk.store.cases.all() == ()
    assert desk.store.cases.organisations() == ()
    assert faults(desk) == []
    assert len(desk.store.register.all()) == (2 if is_awarded else 0)
    gone = (NAME, TEXT, OTHER_TEXT, "2009-05", *(() if is_awarded else ("Fjord", "Ada Expert")))
    assert files_with(tmp_path, *gone) == []


def test_an_erased_case_does_not_come_back(desk: Desk, tmp_path: Path) -> None:
    case = fill(desk)
    old, backup = tmp_path / "old.json", tmp_path / "backup.db"
    export_case(desk, case, old)
    safe = Safe(desk.store.path, clock=lambda: LATER)
    safe.back_up(backup)
    erase_cases(desk, [case.case], grounds(desk, "Request", "Bo Expert"))
    for is_new in (False, True):
        (arrived,) = import_files(desk, [old], as_new=is_new)
        assert "was erased here" in arrived.came[0]
    desk.store.close()
    safe.restore(backup)
    with Store(desk.store.path, now=NOON) as store:
        again = Desk(newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "x")
        assert store.cases.all() == ()
        assert faults(again) == []
    assert files_with(tmp_path, OTHER_TEXT) == ["backup.db", "old.json"]


def test_of_two_cases_of_an_organisation_one_is_erased(desk: Desk) -> None:
    first, second = fill(desk), fill(desk)
    erase_cases(desk, [second.case], grounds(desk, "Request", "Bo Expert"))
    assert [case.id for case in desk.store.cases.all()] == [first.case.id]
    assert desk.store.assessment(first.case.id) == first
    assert faults(desk) == []


def test_a_change_of_what_is_read_instead_is_found(desk: Desk) -> None:
    fill(desk)
    erase(desk)
    with desk.store.writing():
        desk.store.ledger.run(
            "UPDATE entry SET parts = replace(parts, '(erased)', 'praised') "
            "WHERE instr(parts, '(erased)')",
            (),
        )
    assert any("instead of an erased text" in fault for fault in faults(desk))


def test_an_edition_that_names_a_person_keeps_number_and_hash(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(record, _templates, target, **_):  # type: ignore[no-untyped-def]
        target.write_bytes(f"%PDF {record.sha256}".encode())
        return document.Printed(pages=38, missing=(), refused=(), seconds={})

    monkeypatch.setattr(document, "write_report", write)
    pattern = case_of("Fjord Energy Cluster", expert=NAME)
    case = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    case = answer(desk, case, "founded", "2009-05").assessment
    finish(desk, case)
    case = desk.store.assessment(case.case.id)
    pending = begin_edition(desk, case, consent=Consent(is_given=True))
    (tmp_path / "printed").mkdir()
    record_edition(desk, *pending.print(tmp_path / "printed"))
    (before,) = editions(desk, case)
    erase(desk)
    shutil.rmtree(tmp_path / "printed")
    assert files_with(tmp_path, NAME, "Lindqvist", f"%PDF {before.sha256}") == []
    case = desk.store.assessment(case.case.id)
    (note,) = editions(desk, case)
    assert (note.number, note.sha256, note.by) == (1, before.sha256, ERASED)
    assert faults(desk) == []
    with pytest.raises(AssessError, match="were erased; its number and its hash stay"):
        write_edition(desk, case, 1, tmp_path, tmp_path / "again.pdf")
    copy = tmp_path / "copy.json"
    export_case(desk, case, copy)
    assert files_with(tmp_path, NAME) == []
    assert not list(tmp_path.glob("again*"))


def test_the_pool_is_as_the_account_said(desk: Desk, tmp_path: Path) -> None:
    def finished(name: str) -> Assessment:
        pattern = case_of(name, pool_consent=True)
        case = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
        finish(desk, answer(desk, case, "founded", "2009-05").assessment)
        return desk.store.assessment(case.case.id)

    cases = [finished(name) for name in ("One Cluster", "Two Cluster")]
    gather(desk)
    assert desk.store.pool.case_records().keys() == {case.case.id for case in cases}
    account = account_of_cases(desk, [cases[0].case])
    assert any("among the peers" in line for line in account.touched)
    safe = Safe(desk.store.path, clock=lambda: LATER)
    safe.back_up(tmp_path / "backup.db")
    erase_cases(desk, [cases[0].case], grounds(desk, "Request", "Bo Expert"))
    gather(desk)
    assert desk.store.pool.case_records().keys() == {cases[1].case.id}
    assert desk.store.assessment(cases[1].case.id) == cases[1]
    assert faults(desk) == []
    desk.store.close()
    safe.restore(tmp_path / "backup.db")
    with Store(desk.store.path, now=NOON) as store:
        assert store.pool.case_records().keys() == {cases[1].case.id}


@pytest.mark.parametrize("damage", ["start", "entries"])
def test_what_is_restored_over_a_damaged_database_does_not_bring_it_back(
    kept: tuple[Desk, Safe], tmp_path: Path, damage: str
) -> None:
    desk, safe = kept
    fill(desk)
    gone = fill(elsewhere_named(desk), "Alpine ICT")
    backup = tmp_path / "backup.db"
    safe.back_up(backup)
    erase(desk)
    erase_cases(desk, [gone.case], grounds(desk, "Request", "Bo Expert"))
    assert safe.renew_backup() is not None  # as after every erasure
    desk.store.close()
    with safe.database.open("r+b") as file:
        size = safe.database.stat().st_size
        file.seek(0 if damage == "start" else size // 3)
        file.write(b"\x5a" * (size // 3))
    safe.restore(backup)
    with Store(safe.database, now=NOON, passphrase=safe.passphrase) as store:
        again = Desk(newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "x")
        assert name_hits(again, NAME) == ()
        assert [case.id for case in store.cases.all()] == ["kept0001"]
        assert faults(again) == []


def elsewhere_named(desk: Desk) -> Desk:
    return replace(desk, new_id=lambda: "kept0002")


def pdf(said: str) -> bytes:
    made = HTML(string=f"<p>{said}</p>").write_pdf()
    assert isinstance(made, bytes)
    return made


def test_a_name_within_a_pdf_goes_and_what_cannot_be_searched_is_named(
    desk: Desk, tmp_path: Path
) -> None:
    pattern = case_of("Fjord Energy Cluster")
    case = begin(desk, pattern.organisation, pattern.details)
    files = {
        "minutes.pdf": pdf(f"Present: {NAME}."),
        "board.pdf": pdf("Present: the board."),
        "lunch.png": b"\x89PNG\r\n\x1a\n\x00 a photograph",
    }
    pieces = [
        Evidence(kind="file", location=name, sha256=desk.store.files.add(content), stored=True)
        for name, content in files.items()
    ]
    given = Answer(question="staff_fte", status=Status.ANSWERED, value=2, evidence=tuple(pieces))
    desk.store.answers.add(case.id, [given.changed(at=NOON)], at=NOON)
    found = find_name(desk, NAME)
    assert {hit.kind for hit in found.hits} == {"answer", "file"}
    (unseen,) = found.unseen
    assert unseen.location == "lunch.png"
    account = account_of_person(desk, NAME, found)
    assert any("lunch.png" in line and "look at it" in line for line in account.stays)
    erase(desk)
    kept = desk.store.assessment(case.id).answer("staff_fte").evidence
    assert [piece.location for piece in kept] == ["board.pdf", "lunch.png"]
    minutes = pieces[0].sha256
    assert minutes is not None
    assert not desk.store.files.has(minutes)
    assert files_with(tmp_path, "minutes.pdf", files["minutes.pdf"][-200:].hex()) == []
    assert files["minutes.pdf"] not in desk.store.path.read_bytes()
    assert faults(desk) == []
    seen = find_name(desk, NAME, [unseen.digest[:16]])
    assert {hit.kind for hit in seen.hits} == {"answer", "file"}
    erase_person(desk, NAME, seen.hits, grounds(desk, "Request", "Bo Expert"))
    kept = desk.store.assessment(case.id).answer("staff_fte").evidence
    assert [piece.location for piece in kept] == ["board.pdf"]
    assert b"a photograph" not in desk.store.path.read_bytes()
    assert faults(desk) == []


@pytest.mark.parametrize("file", ["lunch.png", "", "0" * 16, "f" * 64])
def test_a_copy_that_is_not_there_is_refused(desk: Desk, file: str) -> None:
    with pytest.raises(AssessError, match="is not the copy of a file"):
        find_name(desk, NAME, [file])


def test_a_second_person_goes_from_what_is_read_since_the_first_one_went(
    desk: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    case = fill(desk)
    other, third = "Liv Berg", "Ole Vik"
    given = Answer(
        question="founded",
        status=Status.ANSWERED,
        value="2009",
        evidence=tuple(
            Evidence(kind="file", location=f"letter of {name}") for name in (NAME, other, third)
        ),
    )
    desk.store.answers.add(case.case.id, [given.changed(at=LATER)], at=LATER)
    copy = tmp_path / "copy.json"
    export_case(desk, desk.store.assessment(case.case.id), copy)
    import_files(elsewhere, [copy])
    copy.unlink()
    erase(desk)
    erase_person(desk, other, name_hits(desk, other), grounds(desk, "Request of O. Vik", "Bo"))
    assert [name for name in files_with(tmp_path, NAME, other) if "assess" in name] == []

    def left(in_desk: Desk) -> list[str]:
        newest = in_desk.store.assessment(case.case.id).answer("founded")
        return [piece.location for piece in newest.evidence]

    assert left(desk) == [f"letter of {third}"]
    assert faults(desk) == []
    export_case(desk, desk.store.assessment(case.case.id), copy)
    import_files(elsewhere, [copy])
    assert left(elsewhere) == left(desk)
    for each in (desk, elsewhere):
        erase_person(each, "O. Vik", name_hits(each, "O. Vik"), grounds(each, "Request", "Bo"))
        assert faults(each) == []
        erase_cases(each, [each.store.cases.get(case.case.id)], grounds(each, "Request", "Bo"))
        assert faults(each) == []
    copy.unlink()
    assert files_with(tmp_path, NAME, other, third, "O. Vik", "/home/expert/board.txt") == []


@pytest.mark.parametrize("what", ["case", "person"])
def test_what_was_signed_before_and_after_an_erasure_holds(
    desk: Desk, tmp_path: Path, what: str
) -> None:
    case = fill(desk)
    key = tmp_path / "device-key.pem"
    before = sign_record(desk.store, key, lambda: NOON)
    head = desk.store.checkpoints.end()[1]
    if what == "case":
        erase_cases(desk, [case.case], grounds(desk, "Request", "Bo Expert"))
    else:
        erase(desk)
    after = sign_record(desk.store, key, lambda: LATER)
    assert before is not None
    assert after is not None
    assert (before.number, after.number) == (1, 2)
    assert before.entries < after.entries == desk.store.checkpoints.end()[0]
    signing = replace(desk, device_key=key)
    found = verify(signing, head)
    assert found.is_whole
    assert found.compared is not None
    assert found.compared.holds
    assert any("Checkpoint 2" in said for said in found.reach)
    with closing(sqlite3.connect(desk.store.path)) as raw, raw:  # the erasure itself cannot go
        raw.execute("DROP TRIGGER entry_is_never_removed")
        raw.execute("DELETE FROM entry WHERE kind = 'erased'")
    said = " ".join(map(str, verify(signing).faults))
    assert "no entry tells of an erasure" in said
    assert "checkpoint 2" in said


def test_an_erasure_comes_with_a_copy_that_was_worked_on_at_both_places(
    desk: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    case = fill(desk)
    sent = tmp_path / "sent.json"
    export_case(desk, case, sent)
    import_files(elsewhere, [sent])
    erase(desk)
    new = Answer(question="committed_total", status=Status.ANSWERED, value=50, at=LATER)
    elsewhere.store.answers.add(case.case.id, [new], at=LATER)
    sent.unlink()
    export_case(desk, desk.store.assessment(case.case.id), sent)
    assert name_hits(elsewhere, NAME)
    import_files(elsewhere, [sent], as_proposals=True)
    assert name_hits(elsewhere, NAME) == ()
    assert files_with(tmp_path, NAME, "Lindqvist") == []
    assert faults(elsewhere) == []
