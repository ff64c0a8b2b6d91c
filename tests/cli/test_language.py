"""The language of the interface and that of a document: who says it, what it does not touch."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from assess.languages.language import available
from tests.cli.conftest import Run, begin
from tests.hand_worked import CASE_ID, case_file

ACCENTED = "⟦"

THERE = ", ".join(available())


def test_the_help_names_the_languages(run: Run) -> None:
    shown = " ".join(run("--help").out.split())
    assert "--language LANGUAGE" in shown
    assert f"line by line: {THERE}; without it, English." in shown
    assert "ASSESS_LANGUAGE" in shown


@pytest.mark.parametrize("command", ["interview", "case list"])
def test_an_unknown_language_of_the_option_is_wrong_usage(run: Run, command: str) -> None:
    ran = run("--language", "tlh", *command.split())
    assert (ran.code, ran.out) == (2, "")
    assert "--language" in ran.err
    assert f"'tlh' is not an available language; the languages are: {THERE}." in " ".join(
        ran.err.split()
    )


def test_an_unknown_language_of_the_environment_is_one_sentence(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESS_LANGUAGE", "tlh")
    ran = run("interview", case, "--linear")
    assert (ran.code, ran.out, ran.err) == (
        1,
        "",
        (
            "ASSESS_LANGUAGE is 'tlh', which is not an available language; the "
            f"languages are: {THERE}.\n"
        ),
    )
    assert run("case", "list").code == 0  # which speaks English all the same


@pytest.mark.parametrize("code", ["en-XA", "en_xa", " EN-XA "])
def test_the_interview_line_by_line_speaks_the_language_of_the_interface(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    assert ACCENTED in run("--language", code, "interview", case, "--linear").out
    monkeypatch.setenv("ASSESS_LANGUAGE", code)
    assert ACCENTED in run("interview", case, "--linear").out


def test_the_option_wins_over_the_environment(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESS_LANGUAGE", "en-XA")
    shown = run("--language", "en", "interview", case, "--linear").out
    assert "Type an answer and press Enter" in shown
    monkeypatch.setenv("ASSESS_LANGUAGE", "tlh")
    assert run("--language", "en", "interview", case, "--linear").out == shown


def test_an_empty_variable_says_nothing(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESS_LANGUAGE", "")
    assert "Type an answer and press Enter" in run("interview", case, "--linear").out


@pytest.mark.parametrize(
    "command",
    [
        ["case", "list"],
        ["case", "show", "CASE"],
        ["open-points", "CASE"],
        ["results", "CASE"],
        ["label", "check", "CASE"],
        ["register", "list"],
        ["codebook"],
        ["results", "nobody"],
    ],
)
def test_commands_speak_english_in_every_language(
    run: Run, case: str, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    wanted = [case if word == "CASE" else word for word in command]
    english = run(*wanted)
    monkeypatch.setenv("ASSESS_LANGUAGE", "en-XA")
    assert run(*wanted) == english
    assert run("--language", "en-XA", *wanted) == english


@pytest.fixture
def finished(run: Run, tmp_path: Path) -> str:
    """The id of a finished case."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_file()), encoding="utf-8")
    assert run("import", path).code == 0
    assert run("case", "finish", CASE_ID).code == 0
    return CASE_ID


@pytest.mark.slow
def test_a_document_has_a_language_of_its_own(run: Run, finished: str, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert run("report", finished, "--language", "en-XA", "-o", target).code == 0
    assert ACCENTED in target.read_text(encoding="utf-8")
    for name, command in {"book.html": ["codebook"], "book.txt": ["codebook"]}.items():
        said = {}
        for code in ("en", "en-XA"):
            target = tmp_path / code / name
            target.parent.mkdir(exist_ok=True)
            ran = run(*command, "--language", code, "-o", target)
            assert ran.code == 0, ran.err
            assert ACCENTED not in ran.out
            said[code] = target.read_text(encoding="utf-8")
        assert ACCENTED in said["en-XA"]
        assert ACCENTED not in said["en"]
        target = tmp_path / name
        assert run(*command, "-o", target).code == 0
        assert target.read_text(encoding="utf-8") == said["en"]


def test_a_form_has_a_language_of_its_own(run: Run, case: str, tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"
    ran = run("questionnaire", case, "--language", "en-XA", "-o", target)
    assert ran.code == 0, ran.err
    assert ACCENTED not in ran.out
    with zipfile.ZipFile(target) as book:
        text = "".join(
            book.read(name).decode() for name in book.namelist() if name.endswith(".xml")
        )
    assert ACCENTED in text


def test_what_stands_in_the_way_of_a_document_is_said_in_english(
    run: Run, case: str, tmp_path: Path
) -> None:
    target = tmp_path / "record.pdf"
    ran = run("label", "record", case, "--language", "en-XA", "-o", target)
    assert ran.code == 1
    assert ran.err == "The label was not awarded, so there is no award record.\n"
    ran = run("register", "overview", "--language", "en-XA", "-o", tmp_path / "overview.pdf")
    assert ran.err == "The register has no label, so there is nothing to print.\n"
    assert run("codebook", "--language", "tlh").code == 2


@pytest.mark.slow
def test_an_edition_stays_in_the_language_in_which_it_was_issued(
    run: Run, finished: str, tmp_path: Path
) -> None:
    ran = run(
        *("report", finished, "--issue", "--unreviewed", "A try.", "--language", "en-XA"),
        *("-o", tmp_path / "issued.pdf", "-o", tmp_path / "issued.html"),
    )
    assert ran.code == 0, ran.err
    assert "Edition 1 is issued: " in ran.err
    again = tmp_path / "again.html"
    assert run("report", finished, "--edition", "1", "-o", again).code == 0
    assert ACCENTED in again.read_text(encoding="utf-8")
    assert again.read_bytes() == (tmp_path / "issued.html").read_bytes()
    ran = run("report", finished, "--edition", "1", "--language", "en", "-o", tmp_path / "x.html")
    assert ran.code == 2
    assert "keeps the language in which it was issued" in " ".join(ran.err.split())


def test_a_proof_on_paper_has_a_language_and_the_answer_is_english(
    run: Run, tmp_path: Path
) -> None:
    begin(run)
    listed = tmp_path / "list.csv"
    listed.write_text(
        "name,country,portfolio,valid until\nAlpha Cluster,NOR,Energy and environment,2027-05-31\n",
        encoding="utf-8",
    )
    run("register", "import", listed, "--listed-on", "2026-10-01", "--by", "Ada")
    said = run("register", "proof", "Alpha Cluster")
    target = tmp_path / "proof.pdf"
    ran = run("register", "proof", "Alpha Cluster", "--language", "en-XA", "-o", target)
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[:2] == said.out.splitlines()[:2]
    assert target.stat().st_size > 1000
