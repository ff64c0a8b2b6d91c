"""Evidence: links and files behind an answer, and whether they are still what they were."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assess.core.case.answer import Evidence
from assess.core.case.assessment import Assessment
from assess.core.case.history.change_text import evidence_text
from assess.errors import AssessError
from assess.languages.message import say
from assess.workflow import Desk, answer, remark
from assess.workflow.case import evidence as evidences
from assess.workflow.case.evidence import add_file, add_link, check, save_copy
from assess.workflow.case.evidence_file import MAX_COPY
from assess.workflow.case.undoing import undo


@pytest.fixture
def statutes(tmp_path: Path) -> Path:
    """A file that backs an answer."""
    path = tmp_path / "statutes.pdf"
    path.write_bytes(b"founded in 2009\n" * 100)
    return path


def test_a_link_is_kept_with_its_title_and_day(desk: Desk, case: Assessment) -> None:
    done = add_link(desk, case, "founded", " https://register.example/1207 ", " The register ")
    (link,) = done.assessment.answer("founded").evidence
    assert (link.kind, link.location, link.title, link.added_at) == (
        "link",
        "https://register.example/1207",
        "The register",
        desk.now,
    )
    assert check(desk) == ()


@pytest.mark.parametrize("address", ["register", "javascript:alert(1)", "file:///etc/passwd", ""])
def test_what_is_no_address_is_no_link(desk: Desk, case: Assessment, address: str) -> None:
    with pytest.raises(AssessError, match="write it like https://"):
        add_link(desk, case, "founded", address)
    assert desk.store.answers.history(case.case.id) == ()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://a.example/x", "https://a.example/x (link)"),
        ("javascript:alert(1)", "javascript:alert(1) (text, not the address of a web page)"),
        ("file:///etc/passwd", "file:///etc/passwd (text, not the address of a web page)"),
        ("data:text/html,x", "data:text/html,x (text, not the address of a web page)"),
        ("https://[::1", "https://[::1 (text, not the address of a web page)"),
    ],
)
def test_an_address_that_came_with_a_file_is_a_link_only_where_it_leads_to_a_page(
    address: str, said: str
) -> None:
    assert say(evidence_text(Evidence(kind="link", location=address))) == said


def test_a_file_that_stays_where_it_is_has_its_sum_and_size(
    desk: Desk, case: Assessment, statutes: Path
) -> None:
    done = add_file(desk, case, "founded", statutes, copy=False)
    (file,) = done.assessment.answer("founded").evidence
    assert (file.kind, file.location, file.stored) == ("file", str(statutes), False)
    assert file.sha256 == hashlib.sha256(statutes.read_bytes()).hexdigest()
    assert file.size == 1600
    assert desk.store.files.get(file.sha256) is None
    assert check(desk) == ()


def test_a_file_that_has_changed_or_gone_is_named(
    desk: Desk, case: Assessment, statutes: Path
) -> None:
    now = add_file(desk, case, "founded", statutes, copy=False).assessment
    statutes.write_bytes(b"founded in 2010\n" * 100)
    (changed,) = check(desk)
    assert str(changed) == (
        f"evidence of founded (case {case.case.id}): {statutes} has changed since it was given"
    )
    statutes.unlink()
    (gone,) = check(desk, now)
    assert gone.what == f"{gone.evidence.location} is missing or cannot be read"


def test_a_copy_is_whole_although_the_file_has_gone(
    desk: Desk, case: Assessment, statutes: Path, tmp_path: Path
) -> None:
    content = statutes.read_bytes()
    now = add_file(desk, case, "founded", statutes, copy=True).assessment
    statutes.unlink()
    assert check(desk) == ()
    (file,) = now.answer("founded").evidence
    target = tmp_path / "back.pdf"
    save_copy(desk, file, target)
    assert target.read_bytes() == content
    with pytest.raises(AssessError, match="exists already"):
        save_copy(desk, file, target)
    save_copy(desk, file, target, force=True)


def test_a_damaged_copy_is_named(desk: Desk, case: Assessment, statutes: Path) -> None:
    now = add_file(desk, case, "founded", statutes, copy=True).assessment
    with closing(sqlite3.connect(desk.store.path)) as raw, raw:
        raw.execute("UPDATE stored_file SET content = x'00'")
    assert [one.what for one in check(desk, now)] == [
        f"{statutes.resolve()} has a damaged copy in the database"
    ]
    with closing(sqlite3.connect(desk.store.path)) as raw, raw:
        raw.execute("DELETE FROM stored_file")
    assert [one.what for one in check(desk, now)] == [
        f"{statutes.resolve()} no longer has a copy in the database"
    ]


def test_a_damaged_copy_is_not_saved_as_if_it_were_whole(
    desk: Desk, case: Assessment, statutes: Path, tmp_path: Path
) -> None:
    now = add_file(desk, case, "founded", statutes, copy=True).assessment
    with closing(sqlite3.connect(desk.store.path)) as raw, raw:
        raw.execute("UPDATE stored_file SET content = x'00'")
    with pytest.raises(AssessError, match="damaged"):
        save_copy(desk, now.answer("founded").evidence[0], tmp_path / "back.pdf")
    assert not (tmp_path / "back.pdf").exists()


def test_a_file_given_again_mends_its_copy(desk: Desk, case: Assessment, statutes: Path) -> None:
    now = add_file(desk, case, "founded", statutes, copy=True).assessment
    with closing(sqlite3.connect(desk.store.path)) as raw, raw:
        raw.execute("UPDATE stored_file SET content = x'00'")
    now = add_file(desk, now, "legal_form", statutes, copy=True).assessment
    assert check(desk, now) == ()


@pytest.mark.parametrize("copy", [False, True])
def test_a_file_that_cannot_be_read_is_refused(
    desk: Desk, case: Assessment, tmp_path: Path, copy: bool
) -> None:
    for path in (tmp_path / "nowhere.pdf", tmp_path):
        with pytest.raises(AssessError, match="cannot be read"):
            add_file(desk, case, "founded", path, copy=copy)
    assert desk.store.answers.history(case.case.id) == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with a name")
def test_a_pipe_is_refused_and_nobody_waits_for_it(
    desk: Desk, case: Assessment, tmp_path: Path, statutes: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for copy in (False, True):
        with pytest.raises(AssessError, match="cannot be read: it is a folder, pipe or device"):
            add_file(desk, case, "founded", pipe, copy=copy)
    now = add_file(desk, case, "founded", statutes, copy=False).assessment
    statutes.unlink()
    os.mkfifo(statutes)
    (fault,) = check(desk, now)
    assert "is missing or cannot be read" in fault.what


def test_a_file_too_large_is_left_where_it_is(desk: Desk, case: Assessment, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(MAX_COPY + 1)
    with pytest.raises(AssessError, match="the limit for copies in the database is 25 MB"):
        add_file(desk, case, "founded", large, copy=True)
    done = add_file(desk, case, "founded", large, copy=False)
    assert done.assessment.answer("founded").evidence[0].size == MAX_COPY + 1


def test_evidence_is_taken_away_and_comes_back_with_a_step_back(
    desk: Desk, case: Assessment, statutes: Path
) -> None:
    now = add_link(desk, case, "founded", "https://a.example").assessment
    now = add_file(desk, now, "founded", statutes, copy=False).assessment
    link, file = now.answer("founded").evidence
    now = evidences.remove(desk, now, "founded", link).assessment
    assert now.answer("founded").evidence == (file,)
    now = undo(desk, now).assessment
    assert now.answer("founded").evidence == (link, file)


def test_two_windows_add_evidence_to_one_answer_and_both_are_kept(
    desk: Desk, case: Assessment
) -> None:
    add_link(desk, case, "founded", "https://a.example")
    answer(desk, case, "founded", "2009")
    done = add_link(desk, case, "founded", "https://b.example")
    there = desk.store.assessment(case.case.id).answer("founded")
    assert done.is_saved
    assert [one.location for one in there.evidence] == ["https://a.example", "https://b.example"]
    assert there.value == "2009"


def test_evidence_does_not_stand_in_the_way_of_an_answer_and_the_answer_not_in_its(
    desk: Desk, case: Assessment
) -> None:
    now = add_link(desk, case, "founded", "https://a.example").assessment
    now = answer(desk, now, "founded", "2009").assessment
    now = remark(desk, now, "founded", note="seen").assessment
    assert len(now.answer("founded").evidence) == 1
    assert now.value("founded") == "2009"
