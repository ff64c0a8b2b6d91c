"""assess answer: read as on the screen, checked as on the screen, echoed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def answers(run: Run, case: str, tmp_path: Path) -> dict[str, dict[str, Any]]:
    """Export the case and give its answers by question."""
    path = tmp_path / "out.json"
    assert run("export", case, "-o", path, "--force").code == 0
    plain = json.loads(path.read_text(encoding="utf-8"))
    return {one["question"]: one for one in plain["answers"]}


READ = [
    ("founded", "May 2009", "2009-05", "1 founded: May 2009"),
    ("legal_form", "association", "association", "2 legal_form: Association"),
    ("legal_form", "2", "company_non_profit", "2 legal_form: Company, non-profit"),
    ("committed_total", "48", 48, "5 committed_total: 48 participants"),
    ("budget_total", "1.2m", 1200000, "16 budget_total: 1 200 000 EUR"),
    ("budget_total", "415 000,50", 415000.5, "16 budget_total: 415 000.5 EUR"),
    ("involvement", "3", 3, "11 involvement: 3 – "),
    ("role_written", "p", "partly", "10 role_written: partly"),
    ("international_countries", "SWE, dnk", ["SWE", "DNK"], "9 international_countries: Sweden"),
    (
        "driving_forces",
        "industry=50 research=30 public=20",
        {"industry": 50, "research": 30, "public": 20},
        "3 driving_forces:\n  Industry: 50 %",
    ),
    (
        "success_stories",
        '[{"title": "One stand", "released": true}]',
        [{"title": "One stand", "released": True}],
        "36 success_stories: One stand (released)",
    ),
    ("potential_basis", "[bold]x[/bold] {{ 7*7 }}", "[bold]x[/bold] {{ 7*7 }}", "8 potential_"),
]


@pytest.mark.parametrize(("question", "typed", "value", "echo"), READ)
def test_a_value_is_read_echoed_and_saved(
    run: Run, case: str, tmp_path: Path, question: str, typed: str, value: Any, echo: str
) -> None:
    ran = run("answer", case, question, typed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(echo)
    assert answers(run, case, tmp_path)[question]["value"] == value


REFUSED = [
    (["founded", "someday"], "founded: 'someday' is not a month"),
    (["founded", "2027-01"], "founded: 2027-01 is after the interview (2026-11). Nothing was"),
    (["committed_written", "many"], "committed_written: 'many' is not a number"),
    (
        ["driving_forces", "industry=50"],
        "driving_forces: these parts are missing: research, public;",
    ),
    (["driving_forces", '{"industry": NaN}'], "not valid JSON"),
    (["steering", "--status", "not_applicable"], "steering: not_applicable needs a reason."),
    (["success_stories", "null"], "success_stories: null is not a value; give a status instead."),
    (
        ["success_stories", '[{"title": "\\ud800"}]'],
        "a text in it contains an incomplete character.",
    ),
    (["colour", "green"], "There is no question 'colour'; `assess codebook` lists all questions."),
    (["staff_fte", "1" * 400], "staff_fte: "),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED, ids=lambda one: str(one)[:40])
def test_a_wrong_value_is_one_sentence_and_nothing_is_saved(
    run: Run, case: str, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    ran = run("answer", case, *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert answers(run, case, tmp_path) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["founded"],
        ["founded", "2015", "--status", "dont_know"],
        ["founded", "2015", "--by-date", "2026-12-01"],
        ["founded", "--status", "follow_up"],
        ["founded", "--status", "answered"],
        ["founded", "--status", "skipped"],
    ],
)
def test_what_contradicts_itself_is_wrong_usage(run: Run, case: str, arguments: list[str]) -> None:
    assert run("answer", case, *arguments).code == 2


def test_an_unusual_value_is_saved_and_asks_for_its_reason(
    run: Run, case: str, tmp_path: Path
) -> None:
    ran = run("answer", case, "committed_total", "700")
    assert ran.code == 0
    assert "Please check: 700 is unusually high: usually it is at most 500." in ran.err
    assert f"assess answer {case} committed_total --reason TEXT" in ran.err
    ran = run("answer", case, "committed_total", "--reason", "A national cluster")
    assert (ran.code, ran.err) == (0, "")
    saved = answers(run, case, tmp_path)["committed_total"]
    assert (saved["value"], saved["reason"]) == (700, "A national cluster")


def test_statuses_notes_and_flags_are_kept(run: Run, case: str, tmp_path: Path) -> None:
    run("answer", case, "founded", "--status", "follow_up", "--by-date", "2026-12-01")
    run("answer", case, "legal_form", "--status", "dont_know", "--note", "Ask the lawyer", "--flag")
    run("answer", case, "staff_fte", "--status", "not_applicable", "--reason", "No staff yet")
    run("answer", case, "committed_total", "48")
    run("answer", case, "committed_total", "--status", "implausible", "--reason", "Counted twice")
    found = answers(run, case, tmp_path)
    assert found["founded"]["follow_up_by"] == "2026-12-01"
    assert (found["legal_form"]["note"], found["legal_form"]["flag"]) == ("Ask the lawyer", True)
    assert found["staff_fte"]["reason"] == "No staff yet"
    assert (found["committed_total"]["status"], found["committed_total"]["value"]) == (
        "implausible",
        48,
    )
    run("answer", case, "legal_form", "--no-flag", "--note", "")
    found = answers(run, case, tmp_path)
    assert "flag" not in found["legal_form"]
    assert "note" not in found["legal_form"]
    points = json.loads(run("open-points", case, "--json").out)
    assert {"follow_up", "missing"} <= {point["kind"] for point in points}
    assert all(point["blocks"] for point in points if point["kind"] == "missing")
    assert "To follow (1)" in run("open-points", case).out


def test_a_long_text_is_read_from_standard_input(run: Run, case: str, tmp_path: Path) -> None:
    text = "Line one\n" + "漢 مرحبا 😀 " * 10_000
    ran = run("answer", case, "specialisation_text", "-", stdin=text.encode())
    assert ran.code == 0
    assert len(ran.out) < 400
    assert answers(run, case, tmp_path)["specialisation_text"]["value"] == text
    ran = run("answer", case, "specialisation_text", "-", stdin=b"\xff\xfe")
    assert ran.err == "The standard input is not written in UTF-8.\n"


def test_a_value_after_two_hyphens_may_begin_with_one(run: Run, case: str, tmp_path: Path) -> None:
    assert run("answer", case, "specialisation_text", "--", "- wind\n- waves").code == 0
    found = answers(run, case, tmp_path)
    assert found["specialisation_text"]["value"] == "- wind\n- waves"


def test_a_text_that_is_not_utf_8_is_wrong_usage(run: Run, case: str) -> None:
    ran = run("answer", case, "specialisation_text", "caf\udce9")
    assert ran.code == 2
    assert "not written in UTF-8" in ran.err


def test_a_status_to_follow_says_how_its_day_is_given(run: Run, case: str) -> None:
    ran = run("answer", case, "founded", "--status", "follow_up")
    assert ran.code == 2
    assert "Give the day of the answer: --by-date YYYY-MM-DD." in ran.err


def test_a_long_note_is_cut_in_the_list_of_open_points_only(run: Run, case: str) -> None:
    note = "\u00e5" * 100_000
    assert run("answer", case, "founded", "2015", "--note", note).code == 0
    shown = run("open-points", case).out
    assert 150 < shown.count("\u00e5") < 200
    assert "\u2026" in shown
    assert run("open-points", case, "--json").out.count("\u00e5") == 100_000


def test_whole_numbers_are_integers_in_json(run: Run, case: str) -> None:
    run("answer", case, "staff_fte", "2.0")
    run("answer", case, "press_regional", "4")
    run("answer", case, "press_national", "3")
    run("answer", case, "press_international", "0")
    shown = run("results", case, "--json").out
    found = {one["id"]: one["measures"] for one in json.loads(shown)["indicators"]}
    assert repr(found["press_appearances"]["press_total"]["exact"]) == "7"
    assert not re.search(r"\d\.0\b(?![^,\n]*\")", shown)


def test_a_changed_answer_lists_what_it_made_doubtful(run: Run, case: str) -> None:
    run("answer", case, "committed_total", "48")
    run("answer", case, "committed_written", "40")
    ran = run("answer", case, "committed_total", "30")
    assert ran.code == 0
    assert (
        "Please check this answer again. 5 Committed participants, committed_written: 40 "
        "is more than “Committed participants”, which is 30." in ran.err
    )
    assert "Look again" not in run("answer", case, "committed_total", "45").err


def test_a_changed_route_says_what_is_asked_no_more_and_again(run: Run, case: str) -> None:
    run("answer", case, "body_meetings", "4")
    ran = run("answer", case, "governing_body", "no")
    assert (
        "This question is no longer asked: 10 body_meetings. Its answer is kept, but it "
        "no longer counts." in ran.err
    )
    ran = run("answer", case, "governing_body", "yes")
    assert "This question is now asked: 10 body_meetings. Its answer counts again." in ran.err


def test_evidence_comes_with_an_answer_or_alone(run: Run, case: str, tmp_path: Path) -> None:
    register = tmp_path / "register.pdf"
    register.write_bytes(b"founded 2009")
    ran = run("answer", case, "founded", "2009", "--link", "https://a.example", "--title", "Site")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "1 founded: 2009\n"
    ran = run("answer", case, "founded", "--file", register, "--copy")
    assert ran.code == 0
    link, file = answers(run, case, tmp_path)["founded"]["evidence"]
    assert (link["kind"], link["location"], link["title"]) == ("link", "https://a.example", "Site")
    assert (file["kind"], file["location"], file["stored"]) == ("file", str(register), True)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--link", "nowhere"], 1, "write it like https://"),
        (["--file", "nowhere.pdf"], 1, "nowhere.pdf cannot be read: No such file or directory."),
        (["--copy"], 2, "--copy needs --file PATH."),
        (["--title", "x"], 2, "--title needs --link URL or --file PATH."),
    ],
)
def test_with_wrong_evidence_nothing_of_the_answer_is_saved(
    run: Run, case: str, tmp_path: Path, arguments: list[str], code: int, sentence: str
) -> None:
    ran = run("answer", case, "founded", "2009", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert answers(run, case, tmp_path) == {}
