"""assess report, import, export and codebook: files, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from assess.catalogue import EDITIONS
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say
from assess.locations import indicators_folder
from tests.cli.conftest import Run, begin
from tests.hand_worked import CASE_ID, VALUES, case_file
from tests.indicator_folder import copied_to, edit
from tests.notation import FIRST
from tests.paper import Paper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case file."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_file()), encoding="utf-8")
    return path


def test_an_import_says_what_came_in(run: Run, file: Path) -> None:
    ran = run("import", file)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{CASE_ID}  Handmade Wind Cluster: {len(VALUES)} answers\n"


def test_an_import_with_faults_takes_nothing_of_any_file(
    run: Run, file: Path, tmp_path: Path
) -> None:
    plain = case_file(founded="2099", legal_form="guild")
    plain["case"]["id"] = "other"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(plain))
    ran = run("import", file, wrong, tmp_path / "none.json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("2 of 3 files cannot be imported; no file was imported.\n")
    assert "answers[0].value: 2099 is after the interview (2026-11)" in ran.err
    assert "answers[2].value: 'guild' is not one of the choices" in ran.err
    assert "none.json cannot be read: No such file or directory." in ran.err
    assert json.loads(run("case", "list", "--json").out) == []


def test_a_case_comes_in_once(run: Run, file: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.json"
    twin.write_bytes(file.read_bytes())
    assert "is the case byhand, which is in" in run("import", file, twin).err
    assert json.loads(run("case", "list", "--json").out) == []
    assert run("import", file).code == 0
    again = run("import", file)
    assert (again.code, again.err) == (0, "")
    assert "known already as byhand; it has nothing new" in again.out
    plain = json.loads(file.read_bytes())
    plain["answers"][0]["note"] = "as counted in May"
    file.write_text(json.dumps(plain), encoding="utf-8")
    assert "which is in the database already" in run("import", file).err


def test_a_known_organisation_stays_as_it_is_known(run: Run, file: Path) -> None:
    begin(run, name="handmade wind cluster", region="Agder")
    ran = run("import", file)
    assert ran.code == 0
    assert (
        "region: the organisation is known with 'Agder', so 'Vestland' was not imported" in ran.err
    )
    shown = json.loads(run("case", "show", CASE_ID, "--json").out)
    assert (shown["region"], shown["website"]) == ("Agder", "https://handmade.example")


def test_an_export_writes_no_file_over_another(run: Run, file: Path, tmp_path: Path) -> None:
    run("import", file)
    target = tmp_path / "out.json"
    assert run("export", CASE_ID, "-o", target).code == 0
    assert run("export", CASE_ID, "-o", target).err == (
        f"{target} exists already. --force overwrites it.\n"
    )
    assert run("export", CASE_ID, "-o", target, "--force").code == 0
    assert "does not end in .json" in run("export", CASE_ID, "-o", tmp_path / "x.docx").err
    assert "cannot be written" in run("export", CASE_ID, "-o", tmp_path / "no" / "x.json").err
    assert run("export", CASE_ID, "-o", tmp_path).code == 1


def test_a_report_is_of_a_kind_that_is_written_here(run: Run, case: str, tmp_path: Path) -> None:
    ran = run("report", case, "-o", tmp_path / "report.odt")
    assert ran.err == f"{tmp_path / 'report.odt'} does not end in .pdf, .html, .docx.\n"
    taken = tmp_path / "taken.pdf"
    taken.write_text("mine")
    assert "exists already" in run("report", case, "-o", taken).err
    assert taken.read_text() == "mine"
    ran = run("report", case, "-o", tmp_path / "x.html", "--summary")
    assert "is not a PDF; the summary is printed only as PDF" in ran.err


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ([], "Give a CASE, or --all"),
        (["x", "--all", "-o", "f"], "Give a CASE, or --all"),
        (
            ["x", "--issue", "--edition", "1", "-o", "f.pdf"],
            "--issue and --edition cannot be combined",
        ),
        (["x"], "Give the file with -o"),
        (["x", "--unreviewed", "No one", "-o", "f.pdf"], "--unreviewed needs --issue"),
        (["--all", "-o", "a", "-o", "b"], "--all writes to one folder"),
    ],
)
def test_what_is_asked_of_a_report_must_not_contradict_itself(
    said: list[str], says: str, run: Run
) -> None:
    ran = run("report", *said)
    assert ran.code == 2
    assert says in ran.err


def test_a_web_page_is_written_with_the_look_of_a_theme(
    run: Run, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "{{ theme }}.toml"
    theme.write_text('[colour]\naccent = "#7A1F5C"\n[imprint]\nlines = ["The {{ Agency }}"]\n')
    target = tmp_path / "{{ 7*7 }} <b>.html"
    ran = run("report", case, "-o", target, "--theme", theme)
    assert ran.code == 0, ran.err
    page = target.read_text(encoding="utf-8")
    assert "#7A1F5C" in page
    assert "The {{ Agency }}" in page
    monkeypatch.setenv("ASSESS_THEME", str(tmp_path / "none.toml"))
    assert "none.toml cannot be read" in run("report", case, "-o", target, "--force").err
    assert target.read_text(encoding="utf-8") == page


@pytest.mark.slow
def test_an_edition_is_issued_listed_and_written_again(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run("import", file)
    assert "not finished" in run("report", CASE_ID, "--issue", "-o", tmp_path / "no.pdf").err
    assert json.loads(run("report", CASE_ID, "--editions", "--json").out) == []
    assert run("case", "finish", CASE_ID).code == 0
    first = tmp_path / "first.pdf"
    refused = run("report", CASE_ID, "--issue", "-o", first)
    assert refused.code == 1
    assert "not looked at yet." in refused.err
    assert "Nothing was issued." in refused.err
    assert "--unreviewed REASON" in refused.err
    assert json.loads(run("report", CASE_ID, "--editions", "--json").out) == []
    assert not first.exists()
    ran = run("report", CASE_ID, "--issue", "--unreviewed", "nobody was there", "-o", first)
    assert ran.code == 0, ran.err
    (note,) = json.loads(run("report", CASE_ID, "--editions", "--json").out)
    assert f"SHA-256 {note['sha256']}" in ran.err
    assert note["pdf_sha256"] == hashlib.sha256(first.read_bytes()).hexdigest()
    assert "Nothing has changed" in run("report", CASE_ID, "--issue", "-o", tmp_path / "2.pdf").err
    assert run("case", "reopen", CASE_ID, "--reason", "A slip").code == 0
    assert run("answer", CASE_ID, "founded", "2014").code == 0
    again, page = tmp_path / "again.pdf", tmp_path / "again.html"
    ran = run("report", CASE_ID, "--edition", "1", "-o", again, "-o", page)
    assert ran.code == 0, ran.err
    assert again.read_bytes() == first.read_bytes()
    assert note["sha256"] in page.read_text(encoding="utf-8")
    text = Paper(first).whole
    assert "Edition1,issued2November2026" in text
    assert "Draft·" not in text
    assert "Nobodywasthere." in text
    assert note["sha256"] in text
    assert "Edition  Issued on" in run("report", CASE_ID, "--editions").out


@pytest.mark.slow
def test_all_finished_cases_are_written_to_a_folder(run: Run, file: Path, tmp_path: Path) -> None:
    run("import", file)
    folder = tmp_path / "reports"
    assert "No case is finished" in run("report", "--all", "-o", folder).err
    assert not folder.exists()
    assert run("case", "finish", CASE_ID).code == 0
    ran = run("report", "--all", "-o", folder, "--summary")
    assert (ran.code, ran.out) == (0, f"{folder}: 1 of 1 reports written\n")
    (written,) = folder.iterdir()
    assert len(Paper(written).pages) == 2
    ran = run("report", "--all", "-o", folder)
    assert ran.code == 1
    assert "exists already" in ran.err


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        for name, value in attrs:
            assert name not in ("src", "href") or str(value).startswith("#")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_code_book_names_everything_in_every_form(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    text = run("codebook").out
    assert all(len(line) <= 80 or "Source: " in line for line in text.splitlines())
    page = tmp_path / "codebook.html"
    assert run("codebook", "-o", page).code == 0
    parser = _Words()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    assert parser.open == []
    assert not parser.tags & {"script", "link", "img", "iframe"}
    book = json.loads(run("codebook", "--format", "json").out)
    listed = [one for area in book["areas"] for one in area["indicators"]]
    assert [one["number"] for one in listed] == list(range(1, 41))  # with the modules
    for indicator in catalogue.indicators:
        for where in (text, parser.words):
            assert indicator.id in where
        for measure in indicator.measures:
            assert f"Measure {measure.name} " in text
            assert measure.name in parser.words
        for question in indicator.questions:
            assert f"Question {question.name} " in text
            assert say(question.label) in parser.words
    assert "usually 10 to 500; any other value needs a reason" in " ".join(text.split())
    assert 'only if governing_body is not "no" or has no answer yet' in " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("cb.docx", [], "does not end in .txt, .html, .htm, .json or .pdf"),
        ("cb", [], "does not end in .txt, .html, .htm, .json or .pdf"),
        ("cb.pdf", ["--format", "text"], "does not end in .txt, as a code book in text"),
        ("cb.txt", ["--format", "html"], "does not end in .html or .htm, as a code book in html"),
        ("cb.html", ["--format", "schema"], "does not end in .json, as a code book in schema"),
    ],
)
def test_a_code_book_is_not_written_under_an_ending_of_another_kind(
    run: Run, tmp_path: Path, name: str, options: list[str], sentence: str
) -> None:
    ran = run("codebook", "-o", tmp_path / name, *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert sentence in ran.err
    assert not (tmp_path / name).exists()


def test_the_code_book_is_written_as_its_ending_says(run: Run, tmp_path: Path) -> None:
    for name, options, begins in (
        ("cb.txt", [], ""),
        ("cb.json", [], "{"),
        ("cb.HTM", [], "<!"),
        ("schema.json", ["--format", "schema"], '{\n  "$schema"'),
    ):
        assert run("codebook", "-o", tmp_path / name, *options).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(begins)


def test_the_code_book_escapes_what_the_catalogue_says(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "indicators"
    _copy_catalogue(folder)
    path = folder / "01_age.toml"
    hostile = "<script>alert(1)</script>{{ 7*7 }}"
    title = say(catalogue.indicator("age").title)
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{title}"', f'"{hostile}"', 1))
    page = tmp_path / "hostile.html"
    assert run("--indicators", folder, "codebook", "-o", page).code == 0
    parser = _Words()
    parser.feed(page.read_text(encoding="utf-8"))
    assert "script" not in parser.tags
    assert hostile in parser.words


def test_the_printed_schema_is_one_that_describes_the_file(run: Run) -> None:
    folder = indicators_folder() / EDITIONS / FIRST  # with which the case was made
    described = json.loads(run("--indicators", folder, "codebook", "--format", "schema").out)
    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator(described).validate(case_file())


def _copy_catalogue(folder: Path) -> None:
    shutil.copytree(indicators_folder(), folder)


def test_a_broken_indicator_is_named_with_file_and_field(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "indicators"
    _copy_catalogue(folder)
    path = folder / "05_committed_participants.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('direction = "higher"', 'direction = "upwards"'))
    (folder / "02_legal_form.toml").write_text("number = ")
    for command in (["check"], ["case", "list"]):
        ran = run("--indicators", folder, *command)
        assert ran.code == 1
        said = ran.out + ran.err
        assert "05_committed_participants.toml: direction: " in said
        assert "02_legal_form.toml: not valid TOML" in said


def test_the_check_names_what_a_catalogue_can_be_used_without(run: Run, tmp_path: Path) -> None:
    folder = copied_to(tmp_path)
    edit(folder / "12_participants_per_employee.toml", 'management?"', 'management"')
    ran = run("--indicators", folder, "check")
    assert ran.code == 0, ran.out
    said = " ".join(ran.out.split())
    assert "warning Words of the catalogue" in said
    assert "question staff_fte.label: label.en ends with neither a question mark" in said
    assert "Everything that is needed works." in said


@pytest.mark.slow
def test_the_check_says_what_works_and_changes_nothing(run: Run, home: Path) -> None:
    ran = run("check")
    assert ran.code == 0, ran.out
    assert "2026.2, 36 indicators" in ran.out
    assert "Everything that is needed works." in ran.out
    assert not home.exists()
    found = json.loads(run("check", "--json").out)
    assert found["ok"] is True
    names = [part["name"] for part in found["parts"]]
    assert {"Catalogue", "Templates", "Pango", "SQLite", "Database"} <= set(names)


def test_the_check_names_a_file_that_is_no_database(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("These are notes, and not a database at all, whatever the name says.")
    ran = run("--db", path, "check")
    assert ran.code == 1
    assert "is not a database of assess" in " ".join(ran.out.split())
    assert path.read_text().startswith("These are notes")
