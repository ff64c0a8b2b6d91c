"""Proposals and the last round from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, begin


@pytest.fixture
def proposed(run: Run, case: str, tmp_path: Path) -> str:
    """A case for which another copy proposes: one blank, one other answer, one note."""
    run("answer", case, "committed_total", "70")
    run("answer", case, "staff_fte", "2")
    path = tmp_path / "copy.json"
    run("export", case, "-o", path)
    stated: dict[str, Any] = json.loads(path.read_bytes())
    by_name = {one["question"]: one for one in stated["answers"]}
    by_name["committed_total"] |= {"value": 73, "by": "Bo Expert", "at": "2026-11-03T09:00:00Z"}
    by_name["staff_fte"]["note"] = "from the payroll"
    stated["answers"].append({"question": "founded", "value": "2009-05"})
    del stated["record"]  # with it the file would be told as altered
    path.write_text(json.dumps(stated), encoding="utf-8")
    ran = run("import", path, "--as-proposals")
    assert ran.out == (
        f"{case}  Fjord Energy Cluster: 3 proposed answers: 1 for an unanswered question and 2 "
        "that differ\n"
    )
    return case


def test_what_waits_is_shown_beside_what_is_there(run: Run, proposed: str) -> None:
    shown = run("proposals", proposed).out
    assert "3 proposed answers are waiting: 1 for unanswered questions, 2 that differ" in shown
    assert "answer      70 participants" in shown
    assert "proposed    73 participants" in shown
    assert "from        another copy of this case, Bo Expert, 3 November 2026" in shown
    assert "proposed    note: from the payroll" in shown
    listed = json.loads(run("proposals", proposed, "--json").out)
    assert [(one["question"], one["stance"], one["asked"]) for one in listed] == [
        ("founded", "blank", True),
        ("committed_total", "differs", True),
        ("staff_fte", "differs", True),
    ]
    assert listed[1]["here"]["value"] == 70
    assert listed[1]["proposed"]["value"] == 73


def test_what_waits_is_an_open_point_and_is_counted_where_cases_are_shown(
    run: Run, proposed: str
) -> None:
    points = json.loads(run("open-points", proposed, "--json").out)
    found = [one for one in points if one["kind"] == "proposed"]
    assert [one["question"] for one in found] == ["founded", "committed_total", "staff_fte"]
    assert not any(one["blocks"] for one in found)
    assert found[0]["text"].startswith("proposed: May 2009 (another copy")
    assert "Proposed answer (3)" in run("open-points", proposed).out
    assert json.loads(run("case", "list", "--json").out)[0]["proposals"] == 3
    assert "3 proposed answers are waiting" in run("case", "show", proposed).out


def test_one_is_taken_one_declined_and_an_area_takes_its_blanks_only(
    run: Run, proposed: str
) -> None:
    ran = run("proposals", "take", proposed, "--area", "a")
    assert ran.out == (
        "1 unanswered question now has the proposed answer\n1 differs from the "
        "answer; both are kept side by side\n"
    )
    assert run("proposals", "decline", proposed, "committed_total").out == (
        "committed_total: declined; the answer stays unchanged: 70 participants\n"
    )
    assert run("proposals", "take", proposed, "staff_fte").code == 0
    assert json.loads(run("proposals", proposed, "--json").out) == []
    again = run("proposals", "take", proposed, "staff_fte")
    assert (again.code, again.out) == (1, "")
    assert "No proposed answer to staff_fte is waiting" in again.err
    assert run("proposals", proposed).out.endswith("No proposed answer is waiting.\n")


def test_of_several_proposals_one_has_to_be_named(run: Run, proposed: str, tmp_path: Path) -> None:
    path = tmp_path / "copy.json"
    stated = json.loads(path.read_bytes())
    stated["answers"][0] |= {"question": "founded", "value": "2010", "by": "Eve", "at": None}
    stated["answers"] = stated["answers"][:1]
    path.write_text(json.dumps(stated), encoding="utf-8")
    assert run("import", path, "--into", proposed).code == 0
    ran = run("proposals", "take", proposed, "founded")
    assert "founded has 2 proposed answers; choose one with --id: " in ran.err
    listed = json.loads(run("proposals", proposed, "--json").out)
    second = next(one["id"] for one in listed if one["proposed"]["value"] == "2010")
    assert run("proposals", "take", proposed, "founded", "--id", second).out == "founded: 2010\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("take",), 2, "Give either a QUESTION or an --area"),
        (("take", "founded", "--area", "A"), 2, "Give either a QUESTION or an --area"),
        (("take", "--area", "Z"), 1, "There is no area 'Z'; they are A, B, C, D, E, F, M."),
        (("take", "nothing"), 1, "There is no question 'nothing'"),
        (("decline", "founded", "--id", "99"), 1, "There is no proposed answer 99 to founded"),
    ],
)
def test_what_cannot_be_decided_is_said(
    run: Run, proposed: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    verb, *rest = arguments
    ran = run("proposals", verb, proposed, *rest)
    assert ran.code == code
    assert said in ran.err
    assert len(json.loads(run("proposals", proposed, "--json").out)) == 3


def test_a_proposal_that_contradicts_an_answer_is_taken_and_open_at_both(
    run: Run, proposed: str, tmp_path: Path
) -> None:
    path = tmp_path / "copy.json"
    stated = json.loads(path.read_bytes())
    stated["answers"] = [{"question": "committed_written", "value": 75}]
    path.write_text(json.dumps(stated), encoding="utf-8")
    run("import", path, "--into", proposed)
    ran = run("proposals", "take", proposed, "committed_written")
    assert ran.code == 0
    points = json.loads(run("open-points", proposed, "--json").out)
    assert {one["question"] for one in points if one["kind"] == "contradiction"} == {
        "committed_total",
        "committed_written",
    }


def test_the_last_round_stands_beside_this_one(run: Run) -> None:
    earlier = begin(run, interview_date="2024-10-02")
    for question, value in (("founded", "2009-05"), ("staff_fte", "2"), ("committed_total", "60")):
        run("answer", earlier, question, value)
    now = begin(run)
    assert "There is no earlier case" in run("last-round", earlier).out
    assert json.loads(run("last-round", earlier, "--json").out)["last"] is None
    run("answer", now, "staff_fte", "2.4")
    run("answer", now, "staff_headcount", "3")
    found = json.loads(run("last-round", now, "--json").out)
    assert found["last"]["case"] == earlier
    assert {one["question"]: one["since"] for one in found["questions"]} == {
        "founded": "open",
        "committed_total": "open",
        "staff_fte": "changed",
        "staff_headcount": "new",
    }
    assert run("last-round", "take", now, "founded").out == "founded: May 2009\n"
    ran = run("last-round", "take", now, "--area", "A")
    assert ran.out == "1 question was answered as in the last round\n"
    shown = run("last-round", now).out
    assert "Last round: 2024-10-02" in shown
    assert "Changed (1)\n  12  staff_fte: then: 2 FTE; now: 2.4 FTE" in shown
    assert "Unchanged (2)" in shown
    results = json.loads(run("results", now, "--json").out)
    assert results["last_round"]["case"] == earlier
    changes = {one["measure"]: one for one in results["last_round"]["changes"]}
    assert changes["staff_fte"]["difference"] == 0.4
    assert (changes["staff_fte"]["before"], changes["staff_fte"]["now"]) == (2, 2.4)
    assert json.loads(run("results", earlier, "--json").out)["last_round"] is None
    said = run("results", now).out
    assert "Since the last round, 2024-10-02 (25 months earlier)" in said
    assert "Since the last round" not in run("results", earlier).out
    ran = run("last-round", "take", now, "involvement")
    assert "involvement was not answered in the last round." in ran.err
    assert "no earlier case" in run("last-round", "take", earlier, "founded").err


def test_a_second_case_of_an_organisation_says_that_there_was_a_first(run: Run) -> None:
    begin(run, interview_date="2024-10-02")
    ran = run(
        *("case", "new", "--name", "fjord energy cluster", "--country", "NOR"),
        *("--portfolio", "Energy and environment", "--interview-date", "2026-11-02"),
        *("--expert", "Ada Expert", "--mode", "video"),
    )
    assert ran.err.startswith(
        "This organisation was benchmarked before, on 2024-10-02; `assess last-round "
    )
