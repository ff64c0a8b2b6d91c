"""assess export and import: case files, encrypted ones, tables, and dry runs."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest

from assess.exchange.container.age_file import wants_passphrase
from assess.locations import indicators_folder
from tests.cli.conftest import Run, begin
from tests.sealed import SEALED


@pytest.fixture
def answered(run: Run, case: str) -> str:
    """A case with two answers."""
    run("answer", case, "staff_left", "1")
    run("answer", case, "committed_total", "86")
    return case


def test_a_case_file_says_what_it_holds_and_its_sum(
    run: Run, answered: str, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    ran = run("export", answered, "-o", path)
    first, second = ran.out.splitlines()
    assert first == f"{path}: Fjord Energy Cluster, 2 answers"
    assert second == f"  SHA-256 {sha256(path.read_bytes()).hexdigest()}"


@pytest.mark.slow
def test_an_encrypted_case_travels_under_a_passphrase(
    run: Run, answered: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSESS_FILE_PASSPHRASE", "correct horse")
    assert run("export", answered, "-o", tmp_path / "case.json", "--encrypt").code == 0
    path = tmp_path / "case.json.age"
    assert not (tmp_path / "case.json").exists()
    sealed = path.read_bytes()
    assert b"Fjord" not in sealed
    assert wants_passphrase(sealed)
    *_, rounds = sealed.split(b"\n")[1].split()
    assert int(rounds) >= 14, "it takes work to try a passphrase"
    there = ("--db", tmp_path / "there.db")
    monkeypatch.setenv("ASSESS_FILE_PASSPHRASE", "wrong")
    (tmp_path / "light.age").write_bytes(SEALED)
    ran = run(*there, "import", tmp_path / "light.age")
    assert ran.code == 1
    assert "cannot be opened" in ran.err
    monkeypatch.delenv("ASSESS_FILE_PASSPHRASE")
    assert "there is no terminal to ask for it" in run(*there, "import", path).err
    monkeypatch.setenv("ASSESS_FILE_PASSPHRASE", "correct horse")
    assert "2 answers" in run(*there, "import", path).out


def test_an_encrypted_case_travels_to_the_holder_of_a_key(
    run: Run, answered: str, tmp_path: Path
) -> None:
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"{key}\n")
    (tmp_path / "key").chmod(0o600)
    path = tmp_path / "case.age"
    assert run("export", answered, "-o", path, "--recipient", key.to_public()).code == 0
    there = ("--db", tmp_path / "there.db")
    assert (
        "is encrypted for keys. --identity gives the file of a key"
        in run(*there, "import", path).err
    )
    assert "2 answers" in run(*there, "import", path, "--identity", tmp_path / "key").out


def test_every_case_goes_into_a_folder_and_comes_back(
    run: Run, answered: str, tmp_path: Path
) -> None:
    other = begin(run, "Alpine Timber Cluster")
    folder = tmp_path / "cases"
    assert (
        run("export", "--all", "-o", folder).out
        == f"{folder}: 2 case files; each was read again and compared\n"
    )
    assert {one.name for one in folder.iterdir()} == {f"{answered}.json", f"{other}.json"}
    ran = run("export", "--all", "-o", folder)
    assert ran.code == 1
    assert "exists already. --force overwrites it" in ran.err
    back = run("--db", tmp_path / "there.db", "import", *sorted(folder.iterdir()))
    assert back.code == 0
    assert "Fjord Energy Cluster: 2 answers" in back.out


def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    run: Run, answered: str, tmp_path: Path
) -> None:
    table = tmp_path / "list.csv"
    table.write_text("name,country,committed_total\nAlpine Timber Cluster,Austria,48\n")
    before = run("case", "list", "--json").out
    options = ("--portfolio", "Energy and environment", "--interview-date", "2026-12-01")
    ran = run("import", table, "--dry-run", *options, "--expert", "Ada Expert", "--mode", "video")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "This is a dry run; nothing was changed. The import would be:",
        f"{table}: 1 row: 1 begins a case",
    ]
    assert "Alpine Timber Cluster (AUT) begins as" in lines[2]
    assert run("case", "list", "--json").out == before
    assert answered in before


def test_tables_are_written_as_their_ending_says(run: Run, answered: str, tmp_path: Path) -> None:
    for name, said in (
        ("all.csv", "1 case"),
        ("all.xlsx", "1 case"),
        ("all.json", "1 case"),
    ):
        assert run("export", "--all", "-o", tmp_path / name).out == f"{tmp_path / name}: {said}\n"
    both = run("export", "--all", "-o", tmp_path / "both.xlsx", "--rows", "both")
    assert both.out == f"{tmp_path / 'both.xlsx'}: 1 case, 2 rows of answers\n"
    ran = run("export", "--all", "-o", tmp_path / "both.csv", "--rows", "both")
    assert "has room for one kind of row" in ran.err
    plain = json.loads((tmp_path / "all.json").read_bytes())
    assert plain["cases"][0]["committed_total"] == 86
    one = run("export", answered, "-o", tmp_path / "one.csv", "--rows", "answers", "--bom")
    assert one.code == 0
    assert (tmp_path / "one.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("-o", "x.json"), 2, "Give one CASE, or --all."),
        (("fjord", "--all", "-o", "x.json"), 2, "Give one CASE, or --all."),
        (("fjord", "-o", "x.docx"), 1, "does not end in .json, .xlsx or .csv"),
        (("fjord", "-o", "x.csv", "--encrypt"), 1, "Only case files can be encrypted here"),
        (("fjord", "-o", "x.age"), 1, "add --encrypt or --recipient"),
        (("fjord", "-o", "x.json", "--encrypt"), 1, "there is no terminal to ask for it"),
        (("fjord", "-o", "x.json", "--recipient", "me"), 1, "'me' is not a key for encryption"),
    ],
)
def test_what_cannot_be_exported_is_said(
    arguments: tuple[str, ...],
    code: int,
    sentence: str,
    run: Run,
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert case
    monkeypatch.chdir(tmp_path)
    ran = run("export", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert not list(tmp_path.glob("x*"))


@pytest.mark.slow
def test_a_case_is_opened_with_another_edition(
    run: Run, answered: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = Path(shutil.copytree(indicators_folder(), tmp_path / "indicators"))
    edition = newer / "edition.toml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace('id = "2026.2"', 'id = "2027.1"'), encoding="utf-8")
    monkeypatch.setenv("ASSESS_INDICATORS", str(newer))
    assert run("answer", answered, "staff_left", "2").code == 0
    assert json.loads(run("case", "show", answered, "--json").out)["catalogue"] == "2026.2"
    newest = ("case", "upgrade", answered)
    assert run(*newest, "--take", "--dry-run").code == 2
    dry = run(*newest, "--dry-run")
    assert dry.code == 0, dry.err
    assert "Answers affected: none" in dry.out
    assert "A dry run; nothing was changed." in dry.out
    assert json.loads(run(*newest, "--json").out)["added"] == []
    taken = run(*newest, "--take")
    assert f"Fjord Energy Cluster with 2027.1; {answered} stays unchanged" in taken.out
    begun = taken.out.splitlines()[-1].partition(":")[0]
    assert run("answer", begun, "staff_left", "2").code == 0
