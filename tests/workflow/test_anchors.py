"""The head of the record is kept elsewhere too: with it, what was written anew is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment
from assess.core.report.record.edition import printed_head
from assess.errors import AssessError
from assess.exchange.report.printed_head import heads_in
from assess.store.database.backup import back_up, head_beside
from assess.workflow import Desk, answer
from assess.workflow.case.case_transfer import export_case
from assess.workflow.program.verifying import verify
from tests.editions import issue

HEAD, OTHER = "1f" * 32, "2e" * 32


@pytest.mark.parametrize(
    ("content", "heads"),
    [
        (f"record:{HEAD}".encode(), (HEAD,)),
        (f"{OTHER} and record:{HEAD[:20]}\n  {HEAD[20:]}.".encode(), (HEAD,)),
        (f"{HEAD}\n{OTHER}\n{HEAD}".encode(), (HEAD, OTHER)),
        (f"{HEAD}0".encode(), ()),
        (b"\xff\xfe", ()),
        (b"%PDF-1.7 no pages", ()),
        (b'{"format": "assess-case", "record": [{"hash": "%s"}]}' % HEAD.encode(), (HEAD,)),
        (b'{"format": "assess-case"}', ()),
    ],
)
def test_heads_are_found_in_what_names_them(content: bytes, heads: tuple[str, ...]) -> None:
    assert heads_in(content) == heads


def test_a_case_file_and_what_lies_beside_a_backup_are_anchors(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    file, backup = tmp_path / "case.json", tmp_path / "backup.db"
    export_case(desk, case, file)
    back_up(desk.store.path, backup)
    line = head_beside(backup).read_text(encoding="utf-8")
    assert line.startswith(printed_head(desk.store.checkpoints.end()[1]))
    assert head_beside(backup).stat().st_mode & 0o077 == 0
    answer(desk, case, "committed_total", 40)
    for anchor in (file, backup, head_beside(backup)):
        compared = verify(desk, str(anchor)).compared
        assert compared is not None
        assert compared.holds, compared.said


def test_the_imprint_of_an_edition_names_the_head(desk: Desk, case: Assessment) -> None:
    head = desk.store.entries.head(case.case.id)
    issue(desk, case)
    (edition,) = desk.store.editions.of(case.case.id)
    assert any(fact.text == printed_head(head) for fact in edition.record.imprint)
    compared = verify(desk, printed_head(head)).compared
    assert compared is not None
    assert compared.holds


@pytest.mark.parametrize("given", ["nothing.pdf", "abc", HEAD[:16]])
def test_what_names_no_head_is_refused_in_a_sentence(desk: Desk, given: str) -> None:
    with pytest.raises(AssessError, match="64 digits"):
        verify(desk, given)


def test_a_file_without_a_head_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("nothing of the kind")
    with pytest.raises(AssessError, match="names no head of a record"):
        verify(desk, str(tmp_path / "empty.txt"))
