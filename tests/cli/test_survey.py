"""assess survey: a form goes out, many come back, and the counts alone are kept."""

from __future__ import annotations

import json
import shutil
import sqlite3
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from openpyxl.utils import get_column_letter

from tests.cli.conftest import Prepared, Run, begin
from tests.cli.test_form_page import answers_in
from tests.cli.test_questionnaire import fill

TEXT = "only I would say this"


@pytest.fixture
def case(run: Run, home: Path, prepared: Prepared) -> str:
    def make(page: Path) -> str:
        case = begin(run)
        assert run("survey", case, "-o", page).out == f"{page}: 10 questions\n"
        return case

    return prepared.case(home, make)


@pytest.fixture
def form(case: str, prepared: Prepared, tmp_path: Path) -> Path:  # noqa: ARG001  it makes the form
    return Path(shutil.copy(prepared.form, tmp_path))


def saved(form: Path, target: Path, who: str, at: str = "10:00", **lines: str) -> Path:
    """Write a file of answers as the page does."""
    answers: dict[str, Any] = answers_in(form)
    answers |= {"id": who, "saved_at": f"2026-11-01T{at}:00.000Z", "lines": lines}
    target.write_text(json.dumps(answers), encoding="utf-8")
    return target


def test_41_of_64_answers_are_counted_right(
    run: Run, case: str, form: Path, tmp_path: Path
) -> None:
    run("answer", case, "committed_total", "64")
    run("answer", case, "impact_business_sme", "4")
    folder = tmp_path / "answers"
    folder.mkdir()
    for number in range(32):  # by the page
        level = str((1, 2, 2, 3)[number % 4])
        saved(form, folder / f"a{number:02}.json", f"p{number}", survey_turnover=level)
    saved(form, folder / "a00_again.json", "p0", "11:00", survey_turnover="2")  # the newer holds
    saved(form, folder / "a01_before.json", "p1", "09:00", survey_turnover="4")
    (folder / "page.html").write_text(  # the page with answers in it
        form.read_text(encoding="utf-8").replace(
            '"lines":{}', '"lines":{"survey_turnover":"2","survey_kind":"sme"}'
        ),
        encoding="utf-8",
    )
    other = folder / "other.xlsx"  # a workbook in another language
    run("survey", case, "-o", other, "--language", "en-XA")
    fill(other, survey_turnover="1")
    rows = "".join(f"{level}\n" for level in (0, 1, 2, 2, 3, 3, 2))
    (folder / "table.csv").write_text(
        '"How strongly did the cluster help you to win customers, orders or turnover?"\n' + rows,
        encoding="utf-8",
    )
    (folder / "empty.json").write_text(
        saved(form, tmp_path / "x", "empty").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "damaged.json").write_text('{"format": "assess-answers"', encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    ran = run("survey", case, "take", folder)
    assert ran.code == 0
    assert "Survey of participants: 41 answers of 64 committed participants (64 %)" in ran.out
    for said in ("damaged.json", "picture.png", "empty.json: no question is answered"):
        assert said in ran.err
    assert "a00.json: a00_again.json is a newer answer of the same person" in ran.err
    assert "a01_before.json: a01.json is a newer answer of the same person" in ran.err
    assert "both are counted" in ran.err
    (count,) = json.loads(run("survey", case, "--json").out)
    assert (count["n"], count["invited"], count["left_out"]) == (41, 64, 5)
    assert count["answered"]["survey_turnover"] == 41
    assert count["counts"]["survey_turnover"] == {"0": 1, "1": 9, "2": 21, "3": 10}
    assert count["medians"] == {"survey_turnover": 2}
    assert "survey_kind" not in count["counts"]
    assert "manager: 4; 41 of 64 participants: median 2" in run("survey", case).out
    points = json.loads(run("open-points", case, "--json").out)
    (point,) = [each for each in points if each["kind"] == "participants"]
    assert point["question"] == "impact_business_sme"
    assert "the manager says 4, but the median of 41 participants is 2" in point["text"]
    assert run("verify").code == 0
    page = tmp_path / "report.html"
    assert run("report", case, "-o", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert "41 answers of 64 committed participants" in text
    assert "2 – Some effect: 21 (51\u00a0%)" in text
    assert "fewer than five answers" in text


def test_below_five_answers_nothing_is_shown(
    run: Run, case: str, form: Path, tmp_path: Path
) -> None:
    files = [
        saved(form, tmp_path / f"{n}.json", f"p{n}", survey_turnover="1", survey_kind="sme")
        for n in range(4)
    ]
    ran = run("survey", case, "take", *files, "--invited", "20")
    assert "4 answers of 20 invited (20 %)" in ran.out
    assert "fewer than five answers, so no result is shown" in ran.out
    assert "A small effect" not in ran.out
    (count,) = json.loads(run("survey", case, "--json").out)
    assert (count["counts"], count["answered"], count["medians"]) == ({}, {}, {})


def test_nothing_of_a_single_answer_is_kept(
    run: Run, case: str, form: Path, tmp_path: Path, home: Path
) -> None:
    files = [
        saved(form, tmp_path / f"{n}.json", f"someone-{n}", survey_kind="sme", strange=TEXT)
        for n in range(6)
    ]
    run("survey", case, "take", *files)
    with sqlite3.connect(home / "assess.db") as database:
        dump = "\n".join(database.iterdump())
    database.close()
    assert '"survey_kind":{"sme":6}' in dump.replace(" ", "")
    assert TEXT not in dump
    assert "someone-1" not in dump


def test_answers_of_another_form_or_organisation_do_not_count(
    run: Run, case: str, form: Path, tmp_path: Path
) -> None:
    event = tmp_path / "event.html"
    made = run("survey", case, "--form", "event", "--about", "Day of waves", "-o", event)
    assert made.out == f"{event}: 5 questions\n"
    assert "Day of waves" in event.read_text(encoding="utf-8")
    wrong = saved(event, tmp_path / "wrong.json", "a", event_content="3")
    other = begin(run, "Alpine Timber Cluster")
    ran = run("survey", case, "take", wrong)
    assert ran.code == 1
    assert "wrong.json has answers of another form" in ran.err
    right = saved(form, tmp_path / "right.json", "a", survey_kind="sme")
    ran = run("survey", other, "take", right)
    assert ran.code == 1
    assert "right.json: it is for another organisation or case" in ran.err
    assert run("survey", other).out == "Nothing was counted yet.\n"


def test_what_cannot_be_counted_of_an_answer_is_named(run: Run, case: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "survey_turnover,survey_satisfaction,Remark\n2,3,good\nmuch,3,\n", encoding="utf-8"
    )
    ran = run("survey", case, "take", table)
    assert "2 answers" in ran.out
    assert "table.csv, row 3: row A3: 'much' is not one of: 0 – No effect" in ran.err
    assert "saved as a note" not in ran.err
    assert "table.csv: these columns were not read: Remark" in ran.err
    (count,) = json.loads(run("survey", case, "--json").out)
    assert count["left_out"] == 0


def test_an_event_is_evaluated_beside_the_survey(run: Run, case: str, tmp_path: Path) -> None:
    event = tmp_path / "event.html"
    about = ("--form", "event", "--about", "Day of waves")
    run("survey", case, *about, "-o", event)
    files = [
        saved(event, tmp_path / f"{n}.json", f"p{n}", event_content="4", event_satisfaction="3")
        for n in range(5)
    ]
    ran = run("survey", case, "take", *files, *about, "--invited", "30")
    assert "Evaluation of an event: Day of waves: 5 answers of 30 invited" in ran.out
    assert "4 – Fully: 5 (100 %)" in ran.out
    assert "5.3 Satisfaction of participants: 5 participants: median 3" in ran.out


def test_a_survey_is_printed_and_refused_in_other_formats(
    run: Run, case: str, tmp_path: Path
) -> None:
    ran = run("survey", case, "-o", tmp_path / "survey.docx")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "does not end in .html, .xlsx or .pdf." in ran.err
    assert run("survey", case, "take").code == 2
    assert run("survey", case).out == "Nothing was counted yet.\n"


def test_the_counts_travel_with_the_case_file(
    run: Run, case: str, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [
        saved(form, tmp_path / f"{n}.json", f"p{n}", survey_satisfaction="3") for n in range(5)
    ]
    run("survey", case, "take", *files)
    counts = run("survey", case, "--json").out
    assert run("export", case, "-o", tmp_path / "case.json").code == 0
    monkeypatch.setenv("ASSESS_HOME", str(tmp_path / "elsewhere"))
    assert run("import", tmp_path / "case.json").code == 0
    assert run("survey", case, "--json").out == counts


def test_no_form_of_a_survey_asks_why_a_question_is_left_out(
    run: Run, case: str, tmp_path: Path
) -> None:
    page, book, paper = (tmp_path / f"survey{suffix}" for suffix in (".html", ".xlsx", ".pdf"))
    for target in (page, book, paper):
        assert run("survey", case, "-o", target).code == 0
    assert "No answer, because" not in page.read_text(encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out
        sheet = openpyxl.load_workbook(book).worksheets[1]
    hidden = {name for name, column in sheet.column_dimensions.items() if column.hidden}
    cells = [cell for row in sheet.iter_rows() for cell in row]
    out_of_sight = {
        str(cell.value) for cell in cells if get_column_letter(cell.column or 1) in hidden
    }
    assert {"No answer, because", "Note"} <= out_of_sight
    with pikepdf.open(paper) as printed:
        fields = {str(field.T) for field in printed.Root.AcroForm.Fields if "/T" in field}
    assert fields
    assert not [name for name in fields if "status" in name or "note" in name]
