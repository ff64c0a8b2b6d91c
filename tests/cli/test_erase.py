"""Erasing and retention as commands."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Run

WHY = ("--ground", "Request of 1 November", "--by", "Bo Expert")


def test_a_dry_run_shows_the_account_and_changes_nothing(run: Run, case: str) -> None:
    run("answer", case, "founded", "2009-05", "--note", "Åsa Lindqvist said so")
    ran = run("erase", "--case", case, "--dry-run")
    assert ran.code == 0
    assert "2 answers with their values" in ran.out
    assert "1 note" in ran.out
    assert "the hashes of all entries" in ran.out
    assert run("case", "show", case).code == 0
    ran = run("erase", "--person", "Lindqvist", "--dry-run")
    assert "Åsa Lindqvist said so" in ran.out
    assert "dry run" in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--case", "Fjord"), "Nobody can be asked here"),
        (("--case", "Fjord", "--yes", "--by", "Bo"), "needs its ground"),
        (("--case", "Fjord", "--yes", "--ground", "Request"), "needs the name"),
        (("--organisation", "Nobody", "--yes", *WHY), "no case of an organisation called"),
        (("--person", "...", "--yes", *WHY), "has no letters"),
    ],
)
def test_what_is_missing_is_said_and_nothing_goes(
    run: Run, case: str, options: tuple[str, ...], said: str
) -> None:
    ran = run("erase", *options)
    assert ran.code == 1
    assert said in ran.err
    assert run("case", "show", case).code == 0


@pytest.mark.parametrize("options", [(), ("--case", "a", "--person", "b")])
def test_one_thing_is_named(run: Run, case: str, options: tuple[str, ...]) -> None:
    del case
    assert run("erase", *options).code == 2


def test_a_person_is_erased_and_later_copies_do_not_hold_the_name(
    run: Run, case: str, home: Path
) -> None:
    run("answer", case, "founded", "2009-05", "--note", "Åsa Lindqvist said so")
    old = home / "assess.db.before-restore-20261101-120000"
    old.write_bytes((home / "assess.db").read_bytes())
    ran = run("erase", "--person", "åsa lindqvist", "--yes", *WHY)
    assert (ran.code, ran.err) == (0, "")
    assert "1 text was erased." in ran.out
    assert f"{old}: stays until somebody removes it" in ran.out
    holding = [
        path
        for path in home.rglob("*.db*")
        if path.is_file() and "Åsa".encode() in path.read_bytes()
    ]
    assert holding == [old]
    assert run("verify").code == 0
    ran = run("erase", "--backups")
    assert f"{old}: written again without what was erased" in ran.out
    assert "Åsa".encode() not in old.read_bytes()
    assert "(erased)" in run("history", case).out
    assert "nowhere in the database" in run("erase", "--person", "Lindqvist", "--dry-run").out


def test_an_organisation_goes_with_all_its_cases(run: Run, case: str) -> None:
    del case
    ran = run("erase", "--organisation", "fjord energy CLUSTER", "--yes", *WHY)
    assert ran.code == 0
    assert "1 case was erased." in ran.out
    assert json.loads(run("case", "list", "--json").out) == []
    assert run("verify").code == 0


def test_what_is_due_is_listed(run: Run, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nothing is due." in run("retention").out
    assert json.loads(run("retention", "--json").out) == []
    monkeypatch.setenv("ASSESS_TODAY", "2030-01-01")
    (due,) = json.loads(run("retention", "--json").out)
    assert (due["kind"], due["what"], due["days"]) == ("unfinished", case, 730)
    ran = run("retention")
    assert case in ran.out
    assert "not ESCA's" in " ".join(ran.out.split())


@pytest.mark.terminal
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_each_text_is_asked_for_and_the_default_is_no(run: Run, case: str, home: Path) -> None:
    run("answer", case, "founded", "2009-05", "--note", "Åsa Lindqvist said so")
    run("answer", case, "founded", "2010", "--note", "Åsa Lindqvist said this")
    command = ["-m", "assess", "erase", "--person", "Åsa Lindqvist", *WHY]
    env = {**os.environ, "ASSESS_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "200"}
    child = pexpect.spawn(sys.executable, command, env=env, encoding="utf-8", timeout=60)
    for said, typed in (("so", ""), ("so", "n"), ("this", "y")):  # the note, once more, another
        child.expect_exact(f"said {said}'? [y/N]")
        child.sendline(typed)
    child.expect("1 text was erased")
    child.expect("2 texts stay")
    child.expect(pexpect.EOF)
    child.close()
    said = run("history", case).out
    assert ("said so" in said, "said this" in said) == (True, False)


def test_a_notice_of_an_erased_case_erases_it_on_another_computer(
    run: Run, case: str, home: Path
) -> None:
    copy, notice = home / "copy.json", home / "notice.json"
    assert run("export", case, "-o", str(copy)).code == 0
    ran = run("erase", "--case", case, "--yes", *WHY)
    assert f"assess export {case} -o {case}.erased.json" in ran.out
    assert "a notice that the case" in run("export", case, "-o", str(notice)).out
    assert run("export", case, "-o", str(home / "n.json"), "--recipient", "age1").code == 1
    folder = home / "all"
    assert "1 notice of the erasure" in run("export", "--all", "-o", str(folder)).out
    assert (folder / f"{case}.erased.json").read_bytes() == notice.read_bytes()
    there = ("--db", str(home / "there.db"))
    assert run(*there, "import", str(copy)).code == 0
    assert "is still here" in run(*there, "import", str(notice)).out
    ran = run(*there, "erase", "--notice", str(notice), "--dry-run")
    assert "dry run" in ran.out
    assert run(*there, "case", "show", case).code == 0
    assert run(*there, "erase", "--notice", str(notice), "--yes").code == 0
    assert run(*there, "case", "show", case).code == 1
    ran = run(*there, "erase", "--notice", str(notice), "--yes")
    assert (ran.code, "is not here" in ran.err) == (1, True)
    assert "was erased here" in run(*there, "import", str(copy)).out
    assert run(*there, "verify").code == 0
