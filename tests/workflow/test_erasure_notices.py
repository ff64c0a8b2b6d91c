"""A case that was erased here goes, or stays away, wherever a notice of it is taken in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.errors import AssessError, NotFound, Refused
from assess.store import Store
from assess.workflow import Desk, answer, export_case, import_files, verify
from assess.workflow.program.backups import Safe
from assess.workflow.program.erasing import erase_cases, grounds
from assess.workflow.program.erasure_notices import (
    notice_of,
    noticed_case,
    write_notice,
    write_notices,
)
from tests.notation import NOON

NOTICE: dict[str, Any] = {
    "format": "assess-erasure",
    "version": 1,
    "case": "case0001",
    "at": "2026-11-02T12:00:00+00:00",
    "ground": "Request of 1 November",
    "by": "Bo Expert",
}


@pytest.fixture
def copy(desk: Desk, case: Assessment, tmp_path: Path) -> Path:
    """A case file of a case that was erased since."""
    taken = tmp_path / "case.json"
    case = answer(desk, case, "committed_total", 40).assessment
    export_case(desk, case, taken)
    erase_cases(desk, [case.case], grounds(desk, "Request of 1 November", "Bo Expert"))
    return taken


def noticed(desk: Desk, folder: Path, case_id: str = "case0001") -> Path:
    notice = notice_of(desk, case_id)
    assert notice is not None
    write_notice(notice, folder / "notice.json")
    return folder / "notice.json"


def is_whole(desk: Desk) -> bool:
    return verify(desk).is_whole


def test_a_notice_holds_the_id_of_the_case_and_nothing_else_of_it(
    desk: Desk, copy: Path, tmp_path: Path
) -> None:
    assert copy.exists()
    said = json.loads(noticed(desk, tmp_path).read_bytes())
    assert said == {**NOTICE, "at": "2026-11-02T12:00:00Z"}
    (beside,) = write_notices(desk, tmp_path)
    assert beside.name == "case0001.erased.json"
    assert notice_of(desk, "case0002") is None


def test_a_copy_stays_until_somebody_erases_it_and_then_does_not_come_back(
    desk: Desk, elsewhere: Desk, copy: Path, tmp_path: Path
) -> None:
    import_files(elsewhere, [copy])
    notice = noticed(desk, tmp_path)
    (arrived,) = import_files(elsewhere, [notice])
    assert "was erased elsewhere on 2026-11-02 (Request of 1 November)" in arrived.came[0]
    assert "still here" in arrived.came[0]
    told = noticed_case(elsewhere, notice)
    erase_cases(elsewhere, [told.case], grounds(elsewhere, told.ground, told.by))
    assert elsewhere.store.cases.all() == ()
    (again,) = import_files(elsewhere, [copy])
    assert "was erased here" in again.came[0]
    assert elsewhere.store.cases.all() == ()
    assert is_whole(elsewhere)
    assert is_whole(desk)


@pytest.mark.parametrize("is_new", [False, True])
def test_where_the_case_is_not_yet_no_copy_of_it_comes_in(
    desk: Desk, elsewhere: Desk, copy: Path, tmp_path: Path, *, is_new: bool
) -> None:
    notice = noticed(desk, tmp_path)
    for _ in range(2):
        (arrived,) = import_files(elsewhere, [notice])
        assert "no copy of it will be imported" in arrived.came[0]
    (refused,) = import_files(elsewhere, [copy], as_new=is_new)
    assert "was erased elsewhere on 2026-11-02" in refused.came[0]
    assert elsewhere.store.cases.all() == ()
    query = "SELECT count(*) FROM entry WHERE kind = 'erased'"
    assert elsewhere.store.ledger.rows(query) == [(1,)], "one notice is entered once"
    assert notice_of(elsewhere, "case0001") == notice_of(desk, "case0001"), "it travels on"
    assert is_whole(elsewhere)
    with pytest.raises(NotFound, match="is not here"):
        noticed_case(elsewhere, notice)


def test_a_restored_backup_of_before_the_notice_does_not_forget_it(
    desk: Desk, elsewhere: Desk, copy: Path, tmp_path: Path
) -> None:
    import_files(elsewhere, [copy])
    safe = Safe(elsewhere.store.path, clock=lambda: NOON)
    safe.back_up(tmp_path / "backup.db")
    case = elsewhere.store.cases.get("case0001")
    erase_cases(elsewhere, [case], grounds(elsewhere, "Request", "Bo Expert"))
    elsewhere.store.close()
    safe.restore(tmp_path / "backup.db")
    with Store(safe.database, now=NOON) as store:
        again = Desk(newest=desk.newest, store=store, clock=lambda: NOON, new_id=lambda: "x")
        assert store.cases.all() == ()
        import_files(again, [copy])
        assert store.cases.all() == ()
        assert is_whole(again)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "reads version 1"),
        ({"case": "../x"}, "case:"),
        ({"case": 1}, "case:"),
        ({"at": "yesterday"}, "at:"),
        ({"at": "2026-11-02T12:00:00"}, "at:"),
        ({"ground": "  "}, "ground:"),
        ({"by": None}, "by:"),
        ({"more": 1}, "more:"),
        ({"ground": "x" * 2001}, "2000 characters"),
    ],
)
def test_a_notice_at_fault_is_refused_and_says_where(
    desk: Desk, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    path = tmp_path / "notice.json"
    path.write_text(json.dumps({**NOTICE, **change}))
    with pytest.raises(Refused, match=said):
        import_files(desk, [path])
    assert desk.store.erasing.erased_cases() == {}


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"format": "assess-case"}'])
def test_what_is_no_notice_is_refused_as_one(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notice.json"
    path.write_bytes(content)
    with pytest.raises(AssessError, match="erasure notice"):
        noticed_case(desk, path)
