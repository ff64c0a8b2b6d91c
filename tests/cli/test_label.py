"""assess label and assess register: eligibility, decisions, and the list of labels."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from assess.exchange.report.printed_head import heads_in
from tests.cases import SEEN
from tests.cli.conftest import Run
from tests.hand_worked import CASE_ID, case_file
from tests.paper import CODE_BOX, Paper, dark_share

CRITERIA = ("E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8")
DECIDING = ("--today", "2026-12-20", "label")
"""How a decision is recorded, on a day that is not before it."""


@pytest.fixture
def finished(run: Run, tmp_path: Path) -> str:
    """A finished case without any verdict."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_file()))
    assert run("import", path).code == 0
    assert run("case", "finish", CASE_ID).code == 0
    return CASE_ID


@pytest.fixture
def awarded(run: Run, finished: str) -> str:
    """A case with an awarded label."""
    for criterion in CRITERIA:
        assert run("label", "verdict", finished, criterion, "met", "--reason", SEEN).code == 0
    assert run("label", "propose", finished).code == 0
    ran = run(*DECIDING, "award", finished, "--by", "The board", "--on", "2026-12-10")
    assert ran.code == 0, ran.err
    return finished


def test_the_check_has_the_promised_shape_and_the_numbers(run: Run, finished: str) -> None:
    found = json.loads(run("label", "check", finished, "--json").out)
    assert (found["policy"], found["kind"], found["eligible"]) == ("bronze-2019", "first", False)
    assert (found["valid_from"], found["valid_until"]) == ("2026-11-02", "2028-11-30")
    assert found["rule"] == (
        "a first label is valid for 24 months from the interview (2026-11), to the end of "
        "the month: until 2028-11-30"
    )
    values = {one["id"]: one["value"] for one in found["criteria"]}
    # 3 + 3 strategic topics at 3 or 4; 4 + 2 + 5 + 2 + 2 + 4 + 4 services above 0
    assert values == {
        "E1": None,
        "E2": 2.75,
        "E3": 47,
        "E4": pytest.approx(65.957, abs=0.001),
        "E5": None,
        "E6": 23,
        "E7": 5,
        "E8": None,
    }
    assert {one["verdict"] for one in found["criteria"]} == {"open"}


def test_a_previous_label_makes_it_a_renewal(run: Run, finished: str) -> None:
    given = ["label", "check", finished, "--json", "--previous"]
    renewal = json.loads(run(*given, "2026-03-31").out)
    assert (renewal["kind"], renewal["valid_until"]) == ("renewal", "2029-03-31")
    too_late = json.loads(run(*given, "2025-10-31").out)
    assert (too_late["kind"], too_late["valid_until"]) == ("first", "2028-11-30")


def test_a_previous_label_that_no_policy_could_have_given_is_refused(
    run: Run, finished: str
) -> None:
    # the interview of 2026-11-02, 36 months later, and a month for its end
    assert run("label", "check", finished, "--previous", "2029-12-03").code == 0
    ran = run("label", "check", finished, "--previous", "2029-12-04")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "No previous label can be valid until 2029-12-04: this is more than 3 years after the "
        "interview (2026-11-02).\n"
    )


def test_an_interview_before_the_criteria_needs_none(run: Run, tmp_path: Path) -> None:
    plain = case_file(founded="2010", strategy_reviewed=None)
    plain["case"]["interview_date"] = "2019-11-14"
    path = tmp_path / "old.json"
    path.write_text(json.dumps(plain))
    run("import", path)
    found = json.loads(run("label", "check", CASE_ID, "--json").out)
    assert (found["policy"], found["criteria_apply"]) == ("bronze-2010", False)
    assert (found["eligible"], found["valid_until"]) == (True, "2021-11-14")
    assert "needs no eligibility" in run("label", "check", CASE_ID).out


def test_one_open_criterion_is_why_nothing_is_proposed(run: Run, finished: str) -> None:
    for criterion in CRITERIA[:-1]:
        run("label", "verdict", finished, criterion, "met", "--reason", SEEN)
    ran = run("label", "propose", finished)
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "The label cannot be proposed; nothing was recorded.",
        "  E8 is still open: Profile on the European platform",
    ]
    assert run("register", "list").out == "The register has no matching label.\n"


def test_a_verdict_against_the_number_is_pointed_out(run: Run, finished: str) -> None:
    ran = run("label", "verdict", finished, "e2", "not_met")
    said = "the interview says Working time of the cluster management: 2.75 FTE"
    assert ran.err == f"Give a reason for the verdict on E2 ({said}).\n"
    ran = run("label", "verdict", finished, "e2", "not_met", "--reason", "All of them on leave")
    assert ran.code == 0
    assert "not met" in ran.out
    assert "Please check" in ran.out
    assert run("label", "verdict", finished, "E9", "met", "--reason", "x").code == 1


def test_the_expert_does_not_decide_alone(run: Run, finished: str) -> None:
    for criterion in CRITERIA:
        run("label", "verdict", finished, criterion, "met", "--reason", SEEN)
    assert run("label", "propose", finished).code == 0
    decided = ["--by", "Ada Expert", "--on", "2026-12-11"]
    for what in (["award"], ["refuse", "--reason", "A mistake"]):
        alone = run(*DECIDING, what[0], finished, *decided, *what[1:])
        assert "cannot decide on it alone; name a second person who decides" in alone.err
    assert run(*DECIDING, "award", finished, *decided, "--second", "Bo Other").code == 0
    assert run(*DECIDING, "award", finished, *decided, "--second", "Bo Other").code == 1
    revoked = [*DECIDING, "revoke", finished, *decided, "--reason", "A mistake"]
    assert "name a second person" in run(*revoked).err
    assert run(*revoked, "--second", "Bo Other").code == 0


def test_the_register_lists_filters_and_follows_the_day(run: Run, awarded: str) -> None:
    assert awarded
    (row,) = json.loads(run("register", "list", "--json").out)
    assert row["name"] == "Handmade Wind Cluster"
    assert (row["country"], row["portfolio"]) == ("NOR", "Energy and environment")
    assert (row["website"], row["level"]) == ("https://handmade.example", "Bronze")
    assert (row["valid_from"], row["valid_until"]) == ("2026-11-02", "2028-11-30")
    assert (row["status"], row["source"]) == ("valid", "case")

    def status(*options: str) -> list[str]:
        rows = json.loads(run("register", "list", "--json", *options).out)
        return [one["status"] for one in rows]

    assert status("--on", "2026-11-01") == ["unknown"]  # nothing is known of the time before
    assert status("--on", "2028-11-30") == ["valid"]
    assert status("--on", "2028-12-01") == ["expired_renewable"]
    assert status("--on", "2029-11-30") == ["expired_renewable"]
    assert status("--on", "2029-12-01") == ["lapsed"]
    assert status("--country", "norway", "--level", "bronze", "--status", "valid") == ["valid"]
    assert status("--country", "DNK") == []
    assert status("--status", "revoked") == []
    shown = run("register", "list", "--on", "2027-01-01").out
    assert "Labels and their status on 2027-01-01" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_the_table_for_a_spreadsheet_holds_no_formula(run: Run, tmp_path: Path) -> None:
    plain = case_file()
    plain["organisation"]["name"] = '=HYPERLINK("https://bad.example")'
    path = tmp_path / "formula.json"
    path.write_text(json.dumps(plain))
    run("import", path)
    run("case", "finish", CASE_ID)
    for criterion in CRITERIA:
        run("label", "verdict", CASE_ID, criterion, "met", "--reason", SEEN)
    run("label", "propose", CASE_ID)
    (row,) = csv.DictReader(io.StringIO(run("register", "list", "--csv").out))
    assert row["name"] == '\'=HYPERLINK("https://bad.example")'
    assert row["status"] == "pending"


def test_an_issued_end_and_an_odd_serial_are_pointed_out(run: Run, finished: str) -> None:
    for criterion in CRITERIA:
        run("label", "verdict", finished, criterion, "met", "--reason", SEEN)
    run("label", "propose", finished)
    ran = run(
        *(*DECIDING, "award", finished, "--by", "The board", "--on", "2026-12-10"),
        *("--serial", "DNK063201604C160869", "--valid-until", "2028-12-31"),
    )
    assert ran.code == 0
    assert (
        "the label was issued until 2028-12-31, the computed end is 2028-11-30; the issued "
        "end counts"
    ) in ran.err
    assert "has the country DNK, but the case has NOR" in ran.err
    assert "until 2028-12-31" in ran.out


def test_the_award_record_is_printed(run: Run, awarded: str, tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    assert run("label", "record", awarded, "-o", path).code == 0
    (text,) = Paper(path).pages
    assert "Awardrecord" in text
    assert "HandmadeWindCluster" in text
    assert "Theboard" in text
    assert "exists already. --force" in run("label", "record", awarded, "-o", path).err


def test_the_head_that_a_printed_record_names_is_compared(
    run: Run, awarded: str, tmp_path: Path
) -> None:
    path = tmp_path / "record.pdf"
    assert run("label", "record", awarded, "-o", path).code == 0
    (head,) = heads_in(path.read_bytes())
    for anchor in (path, head):
        ran = run("verify", "--against", anchor)
        assert (ran.code, "The record holds what" in ran.out) == (0, True), ran.out
    strange = PdfWriter(PdfReader(path))
    strange.pages[0][NameObject("/Contents")] = StreamObject()
    strange.write(tmp_path / "strange.pdf")
    assert "names no head" in run("verify", "--against", tmp_path / "strange.pdf").err
    with closing(sqlite3.connect(tmp_path / "home" / "assess.db")) as raw, raw:
        raw.execute("DROP TRIGGER entry_is_never_removed")
        raw.execute("DELETE FROM entry WHERE case_id = ?", (awarded,))
    ran = run("verify", "--against", path)
    assert (ran.code, "does not contain" in ran.out) == (1, True), ran.out


def test_a_record_leads_to_the_public_page_where_its_address_is_known(
    run: Run, awarded: str, tmp_path: Path
) -> None:
    run("register", "configure", "--base-address", "https://labels.example/of")
    (row,) = json.loads(run("register", "list", "--json").out)
    path = tmp_path / "record.pdf"
    assert run("label", "record", awarded, "-o", path).code == 0
    (text,) = Paper(path).pages
    assert f"https://labels.example/of/label/{row['id']}.html" in text
    assert 0.2 < dark_share(path, CODE_BOX) < 0.6  # the code


def test_without_an_award_there_is_no_record(run: Run, finished: str, tmp_path: Path) -> None:
    ran = run("label", "record", finished, "-o", tmp_path / "record.pdf")
    assert ran.err == "The label was not awarded, so there is no award record.\n"
    assert list(tmp_path.glob("record*")) == []


def test_the_register_says_which_label_rests_on_a_case_that_was_changed_since(
    run: Run, tmp_path: Path
) -> None:
    database = ("--today", "2026-11-22", "--db", tmp_path / "assess.db")
    assert run(*database, "demo", "--no-open").code == 0
    assert "Please note" not in run(*database, "register", "list").out
    assert run(*database, "case", "reopen", "nullfjord", "--reason", "a number").code == 0
    said = " ".join(run(*database, "register", "list").out.split())
    assert "Bronze: the case was reopened on 2026-11-22, after the award: a number." in said
    rows = json.loads(run(*database, "register", "list", "--json").out)
    assert [len(row["since_award"]) for row in rows if row["status"] == "valid"] == [1]
