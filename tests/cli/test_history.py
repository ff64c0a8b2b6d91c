"""assess history and assess undo: who changed what, and the way back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from tests.cli.conftest import Run


def test_the_history_says_who_when_from_what_to_what_and_why(run: Run, case: str) -> None:
    run("answer", case, "staff_fte", "2,4", "--note", "two are seconded")
    run("answer", case, "committed_total", "700", "--reason", "A national cluster")
    run("answer", case, "staff_fte", "--status", "not_applicable", "--reason", "No staff yet")
    shown = run("history", case).out
    lines = [line.strip() for line in shown.splitlines()]
    assert lines[:2] == ["Fjord Energy Cluster", "4 changes"]
    assert "Ada Expert: 12 staff_fte" in lines[3]
    assert lines[4] == "was not reached, is now 2.4 FTE"
    assert "note: two are seconded" in lines
    assert "was not reached, is now 700 participants (reason: A national cluster)" in lines
    assert lines[-2:] == [
        "was 2.4 FTE, is now not applicable: No staff yet",
        "made as if today were 2 November 2026",
    ]
    alone = run("history", case, "committed_total").out
    assert "1 change of committed_total" in alone
    assert "staff_fte" not in alone


def test_the_history_as_json_has_old_and_new(run: Run, case: str) -> None:
    run("answer", case, "staff_fte", "2")
    run("answer", case, "staff_fte", "--status", "not_applicable", "--reason", "No staff yet")
    first, last = json.loads(run("history", case, "staff_fte", "--json").out)
    assert (first["question"], first["number"], first["by"]) == ("staff_fte", 12, "Ada Expert")
    entered = datetime.fromisoformat(first["at"])
    assert abs(datetime.now(UTC) - entered) < timedelta(minutes=5), "the clock is the real one"
    assert (first["stated_day"], first["doubt"]) == ("2026-11-02", None)
    assert (first["old"]["status"], first["new"]["value"]) == ("not_reached", 2)
    assert last["changed"] == ["status", "value", "reason"]
    assert (last["old"]["value"], last["new"]["reason"]) == (2, "No staff yet")


def test_a_case_without_changes_says_so(run: Run, case: str) -> None:
    assert "Nothing has been changed yet." in run("history", case).out
    assert json.loads(run("history", case, "--json").out) == []
    ran = run("history", case, "colour")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "There is no question 'colour'; `assess codebook` lists all questions.\n"


def test_a_change_is_taken_back_step_by_step(run: Run, case: str) -> None:
    run("answer", case, "committed_total", "48")
    run("answer", case, "committed_written", "40")
    run("answer", case, "committed_total", "50", "--flag")
    ran = run("undo", case)
    assert ran.out == "Undone: 5 committed_total\n    no longer marked for later\n"
    ran = run("undo", case, "--steps", "2")
    assert ran.out == (
        "Undone: 5 committed_total\n    was 50 participants, is now 48 participants\nUndone: "
        "5 committed_written\n    was 40 participants, is now not reached\n"
    )
    assert "a change undone" in run("history", case).out
    ran = run("undo", case, "--steps", "9")
    assert ran.code == 1
    assert ran.err == "There is no change left to undo. 1 of 9 changes was undone.\n"
    assert run("undo", case).err == "There is no change left to undo.\n"


def test_a_step_back_lists_what_it_made_doubtful(run: Run, case: str) -> None:
    run("answer", case, "committed_total", "48")
    run("answer", case, "committed_total", "60")
    run("answer", case, "committed_written", "55")
    run("answer", case, "founded", "2009")
    run("undo", case, "--steps", "1")
    run("answer", case, "committed_written", "55", "--note", "list of March")
    ran = run("undo", case, "--steps", "3")
    assert "Look again" not in ran.err
    run("answer", case, "governing_body", "no")
    ran = run("undo", case)
    assert "This question is now asked: 10 body_meetings." in ran.err


def test_an_earlier_answer_is_given_again(run: Run, case: str) -> None:
    run("answer", case, "staff_fte", "2,4", "--note", "two are seconded")
    run("answer", case, "staff_fte", "3")
    ran = run("history", case, "staff_fte", "--give-again", "2")
    assert (ran.code, ran.out, ran.err) == (0, "12 staff_fte: 2.4 FTE\n", "")
    *_, last = json.loads(run("history", case, "staff_fte", "--json").out)
    assert (last["new"]["value"], last["new"]["note"]) == (2.4, "two are seconded")
    assert "3.  " in run("history", case, "staff_fte").out
    ran = run("history", case, "staff_fte", "--give-again", "9")
    assert ran.err == "There is no change 9; there are 4 changes.\n"
    assert run("history", case, "--give-again", "1").code == 2
