"""A case from its file to results, report and file again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from tests.cli.conftest import Run
from tests.hand_worked import CASE_ID, MEASURES, VALUES, case_file
from tests.paper import Paper

HOSTILE = (
    "<script>alert(1)</script> {{ 7*7 }} [bold]x[/bold] \x1b[2Jgone "
    '<img src="file:///etc/passwd"> <img src="http://127.0.0.1:9/x.png"> & "quoted"'
)


def take_in(run: Run, plain: dict[str, Any], folder: Path) -> None:
    path = folder / "taken.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    ran = run("import", path)
    assert ran.code == 0, ran.err


def results(run: Run) -> dict[str, dict[str, Any]]:
    found = json.loads(run("results", CASE_ID, "--json").out)
    return {one["id"]: one for one in found["indicators"]}


def test_every_measure_is_as_worked_out_by_hand(run: Run, tmp_path: Path) -> None:
    take_in(run, case_file(), tmp_path)
    found = results(run)
    assert [one["number"] for one in found.values()] == list(range(1, 37))
    values = {
        name: {measure: one["value"] for measure, one in indicator["measures"].items()}
        for name, indicator in found.items()
    }
    assert values == MEASURES
    for indicator in found.values():
        for standing in (one for several in indicator["positions"].values() for one in several):
            assert standing["position"] == "hidden"  # nobody is in the pool
            assert not {"n", "q1", "median", "q3"} & set(standing)
        for one in indicator["measures"].values():
            assert one["status"] == "answered"
            assert one["why"].endswith(".")


NO_VALUE = [
    # the answer that is missing, its status, and the measures that have no value because of it
    (
        "committed_total",
        "dont_know",
        {
            ("committed_participants", "committed_participants"),
            ("committed_participants", "written_share"),
            ("regional_concentration", "regional_share"),
            ("international_participants", "international_share"),
            ("participants_per_employee", "participants_per_fte"),
            ("financing_sources", "budget_per_participant"),
            ("cooperation_degree", "active_share"),
            ("cooperation_degree", "group_share"),
            ("cooperation_degree", "project_share"),
            ("personal_contacts", "contacted_share"),
            ("personal_contacts", "contacts_per_participant"),
        },
    ),
    ("founded", "refused", {("age", "age_years"), ("age", "age_group")}),
    (
        "staff_fte",
        "follow_up",
        {
            ("participants_per_employee", "staff_fte"),
            ("participants_per_employee", "participants_per_fte"),
        },
    ),
    ("press_national", "not_reached", {("press_appearances", "press_total")}),
]


@pytest.mark.parametrize(
    ("question", "status", "without"), NO_VALUE, ids=[one[0] for one in NO_VALUE]
)
def test_a_non_answer_is_a_reason_and_never_a_zero(
    run: Run, tmp_path: Path, question: str, status: str, without: set[tuple[str, str]]
) -> None:
    given = {"question": question, "status": status}
    take_in(run, case_file(**{question: given}), tmp_path)
    shown = results(run)
    none = {
        (indicator, measure)
        for indicator, found in shown.items()
        for measure, one in found["measures"].items()
        if one["value"] is None
    }
    assert none == without
    for indicator, measure in without:
        one = shown[indicator]["measures"][measure]
        assert one["status"] == status
        assert "No value, because" in one["why"]


def test_what_does_not_apply_leaves_the_denominator(run: Run, tmp_path: Path) -> None:
    given = {"question": "service_exchange", "status": "not_applicable", "reason": "Outsourced"}
    take_in(run, case_file(service_exchange=given), tmp_path)
    overview = results(run)["service_overview"]["measures"]
    # without service_exchange: (80 + 40 + 40 + 40 + 80 + 66.667) / 6, and 8 of the nine items
    assert overview["spectrum"]["value"] == 57.8
    assert overview["business_spectrum"]["value"] == 62.5
    assert "Left out" in overview["spectrum"]["why"]


def test_a_case_goes_through_an_empty_database_and_comes_back_equal(
    run: Run, tmp_path: Path
) -> None:
    take_in(run, case_file(), tmp_path)
    run("answer", CASE_ID, "committed_total", "60", "--note", HOSTILE)
    run("answer", CASE_ID, "committed_total", "40", "--reason", "Counted again")
    run("answer", CASE_ID, "requests", "0")
    run("answer", CASE_ID, "steering", "--status", "dont_know", "--flag")
    run("label", "verdict", CASE_ID, "E1", "met", "--reason", "Seen")
    run("label", "verdict", CASE_ID, "E1", "not_met", "--reason", "Looked again")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run("export", CASE_ID, "-o", first).code == 0
    other = tmp_path / "other.db"
    assert run("--db", other, "import", first).code == 0
    assert run("--db", other, "export", CASE_ID, "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    plain = json.loads(first.read_bytes())
    kept = [one["value"] for one in plain["history"] if one["question"] == "committed_total"]
    assert kept == [47, 60, 60]  # the value, then its note
    assert [one["verdict"] for one in plain["verdicts"]] == ["met", "not_met"]
    assert json.loads(run("results", CASE_ID, "--json").out) == json.loads(
        run("--db", other, "results", CASE_ID, "--json").out
    )


def test_a_case_can_be_entered_question_by_question(run: Run, tmp_path: Path) -> None:
    empty = {**case_file(), "answers": []}
    take_in(run, empty, tmp_path)
    for question in ("founded", "legal_form", "committed_total", "committed_written", "staff_fte"):
        assert run("answer", CASE_ID, question, VALUES[question]).code == 0
    ran = run("answer", CASE_ID, "composition", json.dumps(VALUES["composition"]))
    assert ran.code == 0
    found = results(run)
    assert found["committed_participants"]["measures"]["written_share"]["value"] == 87.2
    assert found["composition"]["measures"]["industry_share"]["value"] == 66.0


def hostile_case() -> dict[str, Any]:
    """Give a case that has hostile texts, a very long note, and non-answers."""
    long = " ".join(f"word{number:05}" for number in range(10_000))
    given = {
        "contacts_total": {"status": "dont_know", "note": "Note one"},
        "private_trend": {"status": "refused", "note": "Note two"},
        "in_kind_value": {"status": "not_applicable", "reason": "Nothing is lent"},
        "visibility_evidence": {"status": "answered", "value": "a" * 5_000, "note": long},
    }
    plain = case_file(
        specialisation_text=HOSTILE,
        success_stories=[{"title": HOSTILE, "problem": HOSTILE, "released": True}],
        **{question: {"question": question, **fields} for question, fields in given.items()},
    )
    plain["organisation"]["name"] = f"Wave {HOSTILE}"
    return plain


def test_hostile_texts_reach_the_terminal_as_they_were_typed(run: Run, tmp_path: Path) -> None:
    take_in(run, hostile_case(), tmp_path)
    run("answer", CASE_ID, "legal_form", "--note", HOSTILE)
    for command in (["case", "show"], ["results"], ["open-points"], ["label", "check"]):
        ran = run(*command, CASE_ID)
        assert ran.code == 0, ran.err
        assert "\x1b" not in ran.out
        assert "[bold]x[/bold]" in ran.out
    assert "{{ 7*7 }} [bold]x[/bold] ␛[2Jgone" in run("open-points", CASE_ID).out.replace(
        "\n      ", " "
    )


@pytest.mark.slow
def test_an_imported_case_is_printed_with_everything_in_it_and_nothing_else(
    run: Run, tmp_path: Path, catalogue: Catalogue
) -> None:
    take_in(run, hostile_case(), tmp_path)
    path = tmp_path / "report.pdf"
    ran = run("report", CASE_ID, "-o", path)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"{path}: the draft report of Wave <script>")
    text = Paper(path).whole
    for indicator in catalogue.indicators:
        assert "".join(say(indicator.title).split()) in text
    for words in ("Note one", "Note two", "Nothing is lent", "does not know", "not applicable"):
        assert "".join(words.split()) in text
    for part in ("<script>alert(1)</script>", "{{7*7}}", "[bold]x[/bold]", "file:///etc/passwd"):
        assert part in text
    assert {int(number) for number in re.findall(r"word(\d{5})", text)} == set(range(10_000))
    assert "root:x:0" not in text
    assert "\x1b" not in text
