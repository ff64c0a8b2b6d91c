"""assess evidence: listed, checked, saved back and taken away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def backed(run: Run, case: str, tmp_path: Path) -> str:
    """A case with a link, a file and the copy of a file."""
    for name in ("plan.txt", "list.txt"):
        (tmp_path / name).write_text(f"the {name}", encoding="utf-8")
    run("answer", case, "founded", "2009", "--link", "https://a.example/1", "--title", "Register")
    run("answer", case, "founded", "--file", tmp_path / "plan.txt")
    run("answer", case, "committed_total", "40", "--file", tmp_path / "list.txt", "--copy")
    return case


def test_what_backs_the_answers_is_listed_with_what_became_of_it(
    run: Run, backed: str, tmp_path: Path
) -> None:
    shown = " ".join(run("evidence", backed).out.split())
    assert "1 founded 1 Register: https://a.example/1 (link) given" in shown
    assert "plan.txt (file, 12 bytes): unchanged" in shown
    assert "list.txt (file, 12 bytes, a copy is kept): unchanged" in shown
    (tmp_path / "plan.txt").unlink()
    shown = " ".join(run("evidence", backed, "founded").out.split())
    assert "plan.txt (file, 12 bytes): is missing or cannot be read" in shown
    assert "list.txt" not in shown
    rows = json.loads(run("evidence", backed, "--json").out)
    assert [(one["question"], one["number"], one["fault"]) for one in rows] == [
        ("founded", 1, None),
        ("founded", 2, "is missing or cannot be read"),
        ("committed_total", 1, None),
    ]


def test_a_copy_is_saved_back(run: Run, backed: str, tmp_path: Path) -> None:
    (tmp_path / "list.txt").unlink()
    target = tmp_path / "back.txt"
    ran = run("evidence", backed, "committed_total", "--save", "1", "-o", target)
    assert ran.code == 0
    assert target.read_text(encoding="utf-8") == "the list.txt"
    ran = run("evidence", backed, "committed_total", "--save", "1", "-o", target)
    assert "exists already. --force overwrites it" in ran.err
    ran = run("evidence", backed, "founded", "--save", "2", "-o", tmp_path / "none.txt")
    assert ran.code == 1
    assert "The database has no copy of" in ran.err


def test_evidence_is_taken_away_by_its_number(run: Run, backed: str) -> None:
    ran = run("evidence", backed, "founded", "--remove", "1")
    assert ran.out == "Removed: Register: https://a.example/1 (link)\n"
    (left,) = json.loads(run("evidence", backed, "founded", "--json").out)
    assert left["kind"] == "file"
    ran = run("evidence", backed, "founded", "--remove", "2")
    assert ran.err == "There is no evidence 2 of founded; the numbers are 1 to 1.\n"
    run("undo", backed)
    assert len(json.loads(run("evidence", backed, "founded", "--json").out)) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--save", "1", "-o", "x"],
        ["--remove", "1"],
        ["founded", "--save", "1"],
        ["founded", "-o", "x"],
        ["founded", "--save", "1", "-o", "x", "--remove", "1"],
    ],
)
def test_half_a_wish_is_wrong_usage(run: Run, case: str, arguments: list[str]) -> None:
    assert run("evidence", case, *arguments).code == 2


def test_a_case_without_evidence_says_so(run: Run, case: str) -> None:
    assert "There is no evidence." in run("evidence", case).out
