"""assess questionnaire, and what comes back by assess import."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Run, begin


def fill(path: Path, **said: Any) -> None:
    """Fill in a workbook, by question."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    for page in book.worksheets:
        for row in range(1, page.max_row + 1):
            key = page.cell(row, 1).value
            if key in said:
                page.cell(row, 4).value = said[str(key)]
    book.save(path)


def test_a_form_goes_out_and_comes_back_as_proposals(run: Run, case: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    run("answer", case, "staff_left", "1")
    sent = run("questionnaire", case, "-o", path)
    assert sent.out == (
        f"{path}: questionnaire for Fjord Energy Cluster, 192 lines, 1 filled in from the case\n"
    )
    fill(path, committed_total=86, staff_left=2, staff_fte="three or so")
    back = run("import", path)
    assert back.code == 0
    assert (
        back.out
        == f"{case}  Fjord Energy Cluster: 3 new proposed answers: 2 for unanswered questions, "
        "1 that differ\n"
        "  3 fields are filled in: 3 read, 0 saved as notes, 0 not used but listed here\n"
    )
    assert "Management D" in back.err
    assert "'three or so' is not a number" in back.err
    again = run("import", path)
    assert "3 of them known before" in again.out
    points = json.loads(run("open-points", case, "--json").out)
    assert points


def test_the_form_is_filled_in_from_the_last_round(run: Run, case: str, tmp_path: Path) -> None:
    run("answer", case, "committed_total", "86")
    run("answer", case, "staff_left", "1")
    newer = begin(run, interview_date="2026-11-03")
    run("answer", newer, "staff_left", "2")
    form = tmp_path / "form.xlsx"
    known = run("questionnaire", newer, "-o", form)
    assert "2 filled in from the case and the last round, 2 November 2026" in known.out
    assert "1 new proposed answer: 1 for unanswered questions" in run("import", form).out
    for prefill, count in (("case", "1 filled in"), ("last", "2 filled in"), ("nothing", "empty")):
        ran = run("questionnaire", newer, "-o", form, "--prefill", prefill, "--force")
        assert count in ran.out


@pytest.mark.slow
def test_a_form_that_could_mix_up_two_cases_is_refused(run: Run, case: str, tmp_path: Path) -> None:
    other = begin(run, "Alpine Timber Cluster")
    form, nobody = tmp_path / "form.xlsx", tmp_path / "blank.xlsx"
    run("questionnaire", case, "-o", form)
    assert "empty" in run("questionnaire", "-o", nobody).out
    ran = run("import", form, "--into", other)
    assert ran.code == 1
    assert "is for Fjord Energy Cluster" in ran.err
    ran = run("import", nobody)
    assert ran.code == 1
    assert "is not for a specific case. --into gives the case for its answers." in ran.err
    assert run("import", nobody, "--into", other).code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-o", "form.docx"), "does not end in .xlsx"),
        (("nobody", "-o", "form.xlsx"), "There is no case yet"),
    ],
)
def test_what_cannot_be_written_is_said(
    arguments: tuple[str, ...],
    sentence: str,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("questionnaire", *arguments)
    assert ran.code == 1
    assert sentence in ran.err
    assert not list(tmp_path.glob("form.*"))


def test_an_existing_form_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"mine")
    ran = run("questionnaire", "-o", tmp_path / "form.xlsx")
    assert ran.code == 1
    assert (tmp_path / "form.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize("ending", ["xlsx", pytest.param("pdf", marks=pytest.mark.slow)])
def test_a_form_in_another_language_comes_back_as_the_same_answers(
    run: Run, case: str, tmp_path: Path, ending: str
) -> None:
    run("answer", case, "committed_total", "86")
    run("answer", case, "legal_form", "association")
    path = tmp_path / f"form.{ending}"
    sent = run("questionnaire", case, "-o", path, "--language", "en-XA")
    assert "questionnaire for Fjord Energy Cluster, 192 lines, 2 filled in" in sent.out
    back = run("import", path)
    assert back.code == 0
    first, second, third = back.out.splitlines()
    assert third.strip().endswith("2 read, 0 saved as notes, 0 not used but listed here")
    assert first == f"{case}  Fjord Energy Cluster: 0 new proposed answers"
    assert second.strip() == "2 answers are the same as here"
    assert back.err == ""


def test_a_form_is_in_the_language_in_which_its_case_is_asked(
    run: Run, case: str, tmp_path: Path
) -> None:
    assert run("case", "change", case, "--asking", "de").code == 0
    assert run("questionnaire", case, "-o", tmp_path / "a.html").code == 0
    assert "Vollzeitäquivalente" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert run("questionnaire", case, "-o", tmp_path / "b.html", "--language", "en").code == 0
    assert "full-time equivalents" in (tmp_path / "b.html").read_text(encoding="utf-8")
