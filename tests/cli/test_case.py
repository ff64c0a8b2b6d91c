"""assess case: begun, listed, shown, finished and reopened."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from assess.catalogue import EDITIONS
from assess.core.case.work_time import WorkSpell
from assess.locations import indicators_folder
from assess.store import Store
from tests.cli.conftest import Run, begin
from tests.hand_worked import CASE_ID, case_file
from tests.notation import NOON


def test_a_case_is_begun_with_everything_and_shown(run: Run) -> None:
    case = begin(
        run,
        country="norway",
        portfolio="maritime",
        region="Vestland",
        website="https://fjord.example",
        contact="Ola Eksempel",
        project_code="P-7",
        impartiality="none",
    )
    shown = json.loads(run("case", "show", "Fjord", "--json").out)
    assert shown["id"] == case
    assert shown["country"] == "NOR"
    assert shown["portfolio"] == "Maritime technologies, water resources"
    assert shown["impartiality"] == {"statement": "none", "by": "Ada Expert", "on": "2026-11-02"}
    assert shown["pool_consent"] is False
    assert shown["areas"]["structure"]["age"] == "open"
    human = run("case", "show", case).out
    assert "Norway (NOR)" in human
    assert "0 questions, 0 of 36 indicators complete" in human


def test_the_list_has_the_promised_shape(run: Run, case: str) -> None:
    run("answer", case, "founded", "2015-04")
    (row,) = json.loads(run("case", "list", "--json").out)
    assert row["id"] == case
    assert row["organisation"] == "Fjord Energy Cluster"
    assert (row["country"], row["portfolio"]) == ("NOR", "Energy and environment")
    assert (row["interview_date"], row["answered"]) == ("2026-11-02", 1)
    assert (row["indicators_complete"], row["status"]) == (1, "in_progress")
    assert row["open_points"] > 60
    assert all(len(line) <= 80 for line in run("case", "list").out.splitlines())


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"country": "Atlantis"}, "'Atlantis' is not a country; write a code such as DNK."),
        ({"country": "united"}, "it can be: "),
        (
            {"portfolio": "Cheese"},
            "'Cheese' is not a portfolio. The portfolios are: Aviation and space;",
        ),
        ({"portfolio": "C"}, "The portfolios are: Construction; Creative industries."),
        ({"website": "javascript:alert(1)"}, "Web site: 'javascript:alert(1)' is not the address"),
        ({"interview-date": "2027-11-03"}, "2027-11-03 is more than a year from today"),
    ],
)
def test_a_detail_that_cannot_be_right_is_named(
    run: Run, stated: dict[str, str], sentence: str
) -> None:
    options = {
        "country": "NOR",
        "portfolio": "ICT",
        "interview-date": "2026-11-02",
        "website": "https://a.example",
        **stated,
    }
    ran = run(
        *("case", "new", "--name", "A", "--expert", "B", "--mode", "video"),
        *[part for name, said in options.items() for part in (f"--{name}", said)],
    )
    assert ran.code == 1
    assert sentence in ran.err
    assert json.loads(run("case", "list", "--json").out) == []


def test_a_portfolio_of_an_older_vocabulary_is_taken(run: Run) -> None:
    case = begin(run, portfolio="media, design, service innovation")
    shown = json.loads(run("case", "show", case, "--json").out)
    assert shown["portfolio"] == "Media, design, service innovation"


def test_a_similar_name_is_pointed_out(run: Run, case: str) -> None:
    assert case
    ran = run(
        *("case", "new", "--name", "Fjord Energy Clusters", "--expert", "B", "--mode", "onsite"),
        *("--interview-date", "2026-11-02", "--country", "NOR", "--portfolio", "ICT"),
    )
    assert ran.code == 0
    assert "The database has a similar organisation: Fjord Energy Cluster." in ran.err


def test_a_beginning_that_can_mean_two_cases_is_refused(run: Run, case: str) -> None:
    begin(run, name="Fjord Food Cluster")
    ran = run("case", "show", "Fjord")
    assert ran.code == 1
    assert "'Fjord' can mean 2 cases" in ran.err
    assert run("case", "show", "fjord en").code == 0
    assert run("case", "show", case[:6]).code == 0


def test_a_case_with_open_points_is_not_finished(run: Run, case: str) -> None:
    ran = run("case", "finish", case)
    assert ran.code == 1
    assert "open points block it" in ran.err
    assert "  1 founded: no answer yet" in ran.err


def test_a_whole_case_is_finished_and_reopened_for_a_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_file()))
    assert run("import", path).code == 0
    assert (
        "Finished: Handmade Wind Cluster. Its values have joined the pool."
        in run("case", "finish", CASE_ID).out
    )
    ran = run("answer", CASE_ID, "requests", "20")
    assert ran.err == "The case is finished; reopen it to change an answer.\n"
    assert run("case", "finish", CASE_ID).err == "The case is finished already.\n"
    assert run("case", "reopen", CASE_ID).code == 2
    assert run("case", "reopen", CASE_ID, "--reason", "A figure was wrong").code == 0
    assert run("answer", CASE_ID, "requests", "20").code == 0


def test_the_working_time_is_shown_in_total_and_by_question(run: Run, home: Path) -> None:
    case = begin(run)
    assert "No working time was recorded yet." in run("case", "show", case).out
    with Store(home / "assess.db", now=NOON) as store:
        for question, minutes in (("staff_fte", 3), ("founded", 75)):
            spell = WorkSpell(
                question=question, started_at=NOON, ended_at=NOON + timedelta(minutes=minutes)
            )
            store.work_time.add(case, spell)
    shown = run("case", "show", case).out
    assert "Working time 1:15 h, without breaks and idle time" in shown
    assert [line.split() for line in shown.splitlines()[-2:]] == [
        ["1", "founded", "1:15", "h"],
        ["12", "staff_fte", "0:03", "h"],
    ]
    time = json.loads(run("case", "show", case, "--json").out)["time"]
    assert time == {"total": 4500, "questions": {"founded": 4500, "staff_fte": 180}}


def test_what_is_stated_about_a_case_is_corrected(run: Run, case: str) -> None:
    run("case", "change", case, "--contact", "Ola", "--region", "Vestland", "--pool-consent")
    ran = run(
        *("case", "change", case, "--country", "dk", "--mode", "onsite", "--contact", ""),
        *("--impartiality", "none", "--portfolio", "maritime", "--name", "Sound Energy"),
    )
    assert (ran.code, ran.out, ran.err) == (0, f"{case}  Sound Energy: changed\n", "")
    shown = json.loads(run("case", "show", case, "--json").out)
    assert (shown["organisation"], shown["country"]) == ("Sound Energy", "DNK")
    assert (shown["region"], shown["contact"], shown["mode"]) == ("Vestland", None, "onsite")
    assert shown["portfolio"] == "Maritime technologies, water resources"
    assert shown["pool_consent"] is True
    assert shown["impartiality"]["statement"] == "none"
    assert shown["expert"] == "Ada Expert"


@pytest.mark.parametrize(
    ("typed", "day", "echo"),
    [
        ("2026-10-01", "2026-10-01", None),
        ("1. Oktober 2026", "2026-10-01", "Thursday, 1 October 2026"),
        ("1/13/2026", "2026-01-13", "Tuesday, 13 January 2026"),
        ("today", "2026-11-02", "Monday, 2 November 2026"),
    ],
)
def test_a_day_that_was_written_otherwise_is_said_back(
    run: Run, case: str, typed: str, day: str, echo: str | None
) -> None:
    ran = run("case", "change", case, "--interview-date", typed)
    assert ran.code == 0
    assert ran.err == (f"{typed!r} is read as {echo}.\n" if echo else "")
    assert json.loads(run("case", "show", case, "--json").out)["interview_date"] == day


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ([], 2, "Give the details to change"),
        (["--country", "Atlantis"], 1, "'Atlantis' is not a country"),
        (["--website", "nowhere"], 1, "Web site: 'nowhere' is not the address of a page"),
        (["--interview-date", "tomorrow"], 2, "is not a day; write it like 2026-11-02"),
        (["--interview-date", "3/4/2026"], 2, "3/4/2026 can be 3 April 2026 or 4 March 2026."),
        (["--interview-date", "2026-02-30"], 2, "there is no day 2026-02-30."),
        (["--name", " "], 2, "the text is empty"),
    ],
)
def test_a_wrong_correction_changes_nothing(
    run: Run, case: str, arguments: list[str], code: int, sentence: str
) -> None:
    before = run("case", "show", case, "--json").out
    ran = run("case", "change", case, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert run("case", "show", case, "--json").out == before


def test_a_copy_under_another_edition_is_told_from_its_original(run: Run) -> None:
    first = indicators_folder() / EDITIONS / "2026.1"
    stated = ["--name", "Fjord Energy", "--country", "NOR", "--portfolio", "ICT"]
    stated += ["--interview-date", "2026-11-02", "--expert", "Ada", "--mode", "video"]
    original = run("--indicators", first, "case", "new", *stated).out.strip()
    alone = run("case", "list").out
    assert "2026.1" not in alone
    copy = run("case", "upgrade", original, "--take").out.splitlines()[-1].partition(":")[0]
    listed = {line.split()[0]: line for line in run("case", "list").out.splitlines() if line}
    assert "2026.1 · Fjord Energy" in listed[original]
    assert "2026.2 · Fjord Energy" in listed[copy]
    rows = {row["id"]: row["catalogue"] for row in json.loads(run("case", "list", "--json").out)}
    assert rows == {original: "2026.1", copy: "2026.2"}
    several = run("case", "show", "Fjord").err
    assert f"{original} (2026.1 · Fjord Energy)" in several
    assert f"{copy} (2026.2 · Fjord Energy)" in several
