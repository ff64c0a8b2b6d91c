"""Editions travel with their case: frozen, whole, and given again to the byte elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.report.record.report import fingerprint_of
from assess.errors import AssessError
from assess.exchange.case.case_file_fields import VERSION
from assess.store.database.verification import verify as verify_store
from assess.workflow import Desk, editions, export_case, import_files, write_edition
from assess.workflow.program.verifying import verify
from tests.editions import issue


@pytest.fixture
def issued(desk: Desk, case: Assessment) -> Assessment:
    """A case with two editions, the second of which supersedes the first."""
    issue(desk, case)
    issue(desk, case)
    return case


@pytest.fixture
def path(desk: Desk, issued: Assessment, tmp_path: Path) -> Path:
    """The file of that case."""
    target = tmp_path / "case.json"
    done = export_case(desk, issued, target)
    assert done.counts["editions of the report"] == 2
    assert done.counts["copies of files"] == 0
    assert not done.remarks
    return target


def plain(path: Path) -> dict[str, Any]:
    """What a case file says."""
    said: dict[str, Any] = json.loads(path.read_bytes())
    return said


def written(said: dict[str, Any], path: Path) -> Path:
    """Write what a case file says, whoever wrote it."""
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def test_an_edition_is_printed_again_elsewhere_to_the_same_bytes(
    desk: Desk, elsewhere: Desk, issued: Assessment, path: Path, tmp_path: Path
) -> None:
    (arrived,) = import_files(elsewhere, [path])
    assert "2 editions of the report" in arrived.came
    assert arrived.assessment is not None
    assert editions(elsewhere, arrived.assessment) == editions(desk, issued)
    for number in (1, 2):
        ours, theirs = tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
        write_edition(desk, issued, number, tmp_path, ours)
        write_edition(elsewhere, arrived.assessment, number, tmp_path, theirs)
        assert ours.read_bytes() == theirs.read_bytes()
    assert verify(elsewhere).is_whole
    assert verify_store(elsewhere.store.ledger).rows["edition"] == 2
    again = tmp_path / "again.json"
    export_case(elsewhere, arrived.assessment, again)
    assert again.read_bytes() == path.read_bytes()


def test_a_file_without_record_and_editions_has_the_version_that_older_programs_read(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    export_case(desk, case, tmp_path / "case.json")
    assert plain(tmp_path / "case.json")["version"] == VERSION
    issue(desk, case)
    export_case(desk, case, tmp_path / "issued.json")
    said = plain(tmp_path / "issued.json")
    assert said["version"] == VERSION
    del said["record"]
    said["version"] = 2
    with pytest.raises(AssessError, match="editions: there is no field of this name"):
        import_files(desk, [written(said, tmp_path / "older.json")])


def test_an_edition_that_was_tampered_with_is_refused_and_nothing_taken(
    elsewhere: Desk, path: Path, tmp_path: Path
) -> None:
    def refused(match: str, **changes: object) -> None:
        said = plain(path)
        for place, value in changes.items():
            one = said["editions"][1]
            *way, last = place.split("__")
            for step in way:
                one = one[step]
            one[last] = value
        with pytest.raises(AssessError, match=match):
            import_files(elsewhere, [written(said, tmp_path / "wrong.json")])
        assert elsewhere.store.cases.all() == ()

    refused(r"editions\[1\]\.record: it has another SHA-256", record__title="Another one")
    refused(r"editions\[1\]\.number: 3, but the next edition is 2", number=3)
    refused(r"editions\[1\]\.supersedes: None, but .* edition 1", supersedes=None)
    refused(r"editions\[1\]\.record\.day: it does not say 2027-01-01", on="2027-01-01")
    refused(r"editions\[1\]\.pdf_sha256: 'x' is not a SHA-256", pdf_sha256="x")
    refused(r"files\.[0-9a-f]{64}: no evidence and no edition", pdf_sha256="0" * 64)


def test_a_record_that_this_version_cannot_read_is_refused_by_its_place(
    elsewhere: Desk, path: Path, tmp_path: Path
) -> None:
    said = plain(path)
    record = said["editions"][0]["record"]
    record["smell"] = "of ink"
    record["sha256"] = said["editions"][0]["sha256"] = fingerprint_of(record)
    with pytest.raises(AssessError, match=r"editions\[0\]\.record\.smell: this version"):
        import_files(elsewhere, [written(said, tmp_path / "newer.json")])


def test_a_copy_brings_the_editions_that_are_lacking_here_even_to_a_finished_case(
    desk: Desk, elsewhere: Desk, case: Assessment, tmp_path: Path
) -> None:
    issue(desk, case)
    export_case(desk, case, tmp_path / "first.json")
    (arrived,) = import_files(elsewhere, [tmp_path / "first.json"])
    assert arrived.assessment is not None
    issue(elsewhere, arrived.assessment, by="Bo Expert")
    export_case(elsewhere, arrived.assessment, tmp_path / "second.json")
    (back,) = import_files(desk, [tmp_path / "second.json"], as_proposals=True)
    assert back.came == ("no answer to propose", "edition 2 of the report")
    assert editions(desk, case) == editions(elsewhere, arrived.assessment)
    assert verify(desk).is_whole
    (same,) = import_files(desk, [tmp_path / "second.json"], as_proposals=True)
    assert same.came == ("no answer to propose",)
    assert not same.left


def test_two_editions_of_one_number_stay_apart_and_nothing_is_half_taken(
    desk: Desk, elsewhere: Desk, case: Assessment, tmp_path: Path
) -> None:
    export_case(desk, case, tmp_path / "case.json")
    (arrived,) = import_files(elsewhere, [tmp_path / "case.json"])
    assert arrived.assessment is not None
    issue(desk, case)
    issue(elsewhere, arrived.assessment, by="Bo Expert")
    issue(elsewhere, arrived.assessment, by="Bo Expert")
    export_case(elsewhere, arrived.assessment, tmp_path / "other.json")
    (back,) = import_files(desk, [tmp_path / "other.json"], as_proposals=True)
    (said,) = back.left
    assert said == (
        "edition 1 of the report differs here (2 November 2026, Ada Expert) and in the "
        "file (2 November 2026, Bo Expert), so no edition was imported"
    )
    assert [one.by for one in editions(desk, case)] == ["Ada Expert"]
    assert verify(desk).is_whole


def test_a_damaged_pdf_is_said_wherever_it_matters_and_mended_by_a_copy(
    desk: Desk, issued: Assessment, path: Path, tmp_path: Path
) -> None:
    (_, second) = editions(desk, issued)
    with desk.store.writing():
        desk.store.ledger.run(
            "UPDATE stored_file SET content = x'00' WHERE sha256 = ?", [second.pdf_sha256]
        )
    assert [fault.what for fault in verify(desk).faults] == [
        "the PDF of edition 2 is damaged; its record is complete"
    ]
    done = export_case(desk, issued, tmp_path / "damaged.json")
    assert done.remarks[0].startswith("the PDF of edition 2 is damaged or missing in the database")
    (mended,) = import_files(desk, [path], as_proposals=True)
    assert mended.came[1] == "the PDF of edition 2, which was damaged or missing here"
    assert verify(desk).is_whole


def test_the_editions_of_another_case_stay_with_that_case(
    elsewhere: Desk, path: Path, issued: Assessment
) -> None:
    begun = elsewhere.store.cases.add(
        issued.case.model_copy(update={"id": "another"}), by="Bo Expert"
    )
    target = elsewhere.store.assessment(begun.id)
    (arrived,) = import_files(elsewhere, [path], into=target)
    assert "2 editions of its report stay with the other case" in arrived.left
    assert editions(elsewhere, target) == ()
