"""Notes are the expert’s own unless marked; a copy that withholds them erases none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run, begin

NOTE = "The chair is about to leave."


def answers_of(path: Path) -> dict[str, dict[str, Any]]:
    stated = json.loads(path.read_text(encoding="utf-8"))
    return {one["question"]: one for one in stated["answers"]}


def test_a_note_is_private_until_it_is_marked(run: Run, tmp_path: Path) -> None:
    case = begin(run)
    run("answer", case, "staff_fte", "2.4", "--note", NOTE)
    shown = [tmp_path / "report.html", tmp_path / "table.csv", tmp_path / "marked.html"]
    assert run("report", case, "-o", shown[0]).code == 0
    assert run("export", case, "-o", shown[1]).code == 0
    assert run("answer", case, "staff_fte", "--for-report").code == 0
    assert run("report", case, "-o", shown[2]).code == 0
    assert [NOTE in path.read_text(encoding="utf-8") for path in shown] == [False, False, True]
    run("answer", case, "staff_fte", "--private")
    history = run("history", case).out
    assert "note marked for the report" in history
    assert "note made private" in history


def test_notes_of_older_files_count_as_marked(run: Run, tmp_path: Path) -> None:
    case = begin(run)
    run("answer", case, "staff_fte", "2.4", "--note", NOTE)
    path = tmp_path / "case.json"
    run("export", case, "-o", path)
    stated = json.loads(path.read_text(encoding="utf-8"))
    assert stated["version"] == 7
    assert answers_of(path)["staff_fte"]["for_report"] is False
    stated["version"] = 3
    del stated["record"]
    stated["case"]["id"] = "older"
    for entry in (*stated["answers"], *stated.get("history", ())):
        entry.pop("for_report", None)
    path.write_text(json.dumps(stated), encoding="utf-8")
    assert run("import", path).code == 0
    report = tmp_path / "report.html"
    run("report", "older", "-o", report)
    assert NOTE in report.read_text(encoding="utf-8")


def test_a_copy_without_private_notes_says_so_and_erases_none(run: Run, tmp_path: Path) -> None:
    case = begin(run)
    run("answer", case, "staff_fte", "2.4", "--note", NOTE)
    run("answer", case, "founded", "2009", "--note", "From the register.", "--for-report")
    whole, bare = tmp_path / "whole.json", tmp_path / "bare.json"
    said = run("export", case, "-o", whole)
    assert "1 private note is in the file" in said.err
    said = run("export", case, "-o", bare, "--without-private-notes")
    assert "the text of 1 private note is withheld" in said.err
    assert NOTE not in bare.read_text(encoding="utf-8")
    assert answers_of(bare)["staff_fte"]["note_withheld"] is True
    assert answers_of(bare)["founded"]["note"] == "From the register."
    came = run("import", bare, "--into", case)
    assert "no answer to propose" in came.out
    again = tmp_path / "again.json"
    run("export", case, "-o", again)
    assert answers_of(again) == answers_of(whole)


def test_what_changed_in_a_copy_without_notes_comes_back_beside_the_note(
    run: Run, tmp_path: Path
) -> None:
    case = begin(run)
    run("answer", case, "staff_fte", "2.4", "--note", NOTE)
    bare = tmp_path / "bare.json"
    run("export", case, "-o", bare, "--without-private-notes")
    stated = json.loads(bare.read_text(encoding="utf-8"))
    (entry,) = stated["answers"]
    entry |= {"value": 3, "at": "2026-11-03T09:00:00Z", "by": "Bo Expert"}
    stated.pop("record", None)  # with it the file would be told as altered
    bare.write_text(json.dumps(stated), encoding="utf-8")
    run("import", bare, "--into", case)
    assert run("proposals", "take", case, "staff_fte").code == 0
    after = tmp_path / "after.json"
    run("export", case, "-o", after)
    kept = answers_of(after)["staff_fte"]
    assert (kept["value"], kept["note"], kept["for_report"]) == (3, NOTE, False)
