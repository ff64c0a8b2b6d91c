"""assess demo: built once, marked as synthetic, never in place of real cases."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from assess.core.case.open_point import PointKind
from tests.cli.conftest import Run, begin
from tests.slowly import a_few


def test_the_demonstration_has_a_case_of_every_kind(run: Run, home: Path) -> None:
    ran = run("demo", "--no-open")
    assert (ran.code, ran.err) == (0, "")
    database = home / "demonstration.db"
    assert ran.out.startswith(f"{database}: built\n")
    assert "All these cases are synthetic demonstration data." in ran.out
    cases = {
        one["id"]: one for one in json.loads(run("--db", database, "case", "list", "--json").out)
    }
    assert {one["synthetic"] for one in cases.values()} == {True}
    assert all("(fictitious)" in one["organisation"] for one in cases.values())
    assert len({one["country"] for one in cases.values()}) == 3
    assert len({one["portfolio"] for one in cases.values()}) == 3
    assert (cases["nullfjord"]["indicators_complete"], cases["nullfjord"]["label"]) == (36, "valid")
    assert 12 < cases["ninguna"]["indicators_complete"] < 24
    assert 0 < cases["muster"]["indicators_complete"] < 6
    points = json.loads(run("--db", database, "open-points", "ninguna", "--json").out)
    absent = (PointKind.EVIDENCE, PointKind.PARTICIPANTS, PointKind.ASKED)
    kinds = {kind.value for kind in PointKind if kind not in absent}
    assert {point["kind"] for point in points} == kinds, "no evidence of it has changed or gone"
    assert json.loads(run("--db", database, "register", "list", "--json").out)[0]["synthetic"]


def test_it_is_opened_as_it_was_left_unless_a_fresh_one_is_wanted(run: Run, home: Path) -> None:
    run("demo", "--no-open")
    database = home / "demonstration.db"
    assert run("--db", database, "answer", "muster", "steering", "broker").code == 0

    def answered() -> int:
        rows = json.loads(run("--db", database, "case", "list", "--json").out)
        return next(int(row["answered"]) for row in rows if row["id"] == "muster")

    before = answered()
    assert "exists already; --fresh builds it again" in run("demo", "--no-open").out
    assert answered() == before
    assert f"{database}: built\n" in run("demo", "--no-open", "--fresh").out
    assert answered() == before - 1
    assert [path.name for path in home.glob("*.db*")] == ["demonstration.db"]


def test_real_cases_are_never_replaced(run: Run, home: Path) -> None:
    case = begin(run)
    real = home / "assess.db"
    for options in (["--no-open"], ["--no-open", "--fresh"]):
        ran = run("--db", real, "demo", *options)
        assert ran.code == 1
        assert "holds real cases" in ran.err
    assert run("case", "show", case).code == 0


def test_a_real_case_is_not_behind_the_option_for_the_demonstration(run: Run, home: Path) -> None:
    begin(run)
    ran = run("--db", home / "assess.db", "--demo", "case", "list")
    assert ran.code == 1
    assert "holds real cases" in ran.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "begun"),
    a_few(
        [
            (["report", "nullfjord", "-o", "report.html"], ""),
            (["report", "nullfjord", "-o", "report.html"], "Fjord Energy Cluster"),
            (["results", "Nullfjord Ocean"], ""),
            (["answer", "muster", "steering", "broker"], ""),
            (["label", "check", "NINGUNA24"], ""),
            (["interview", "ninguna", "--linear"], ""),
        ],
        1,
        3,
    ),
)
def test_a_case_of_the_demonstration_is_offered_and_at_hand(
    run: Run,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    begun: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if begun:
        begin(run, begun)
    ran = run(*typed)
    sentence, _, rest = ran.err.partition(": `")
    assert (ran.code, ran.out) == (1, "")
    assert sentence.endswith(f" in {home / 'assess.db'}, but the demonstration has it")
    assert not (home / "demonstration.db").exists()
    program, *offered = shlex.split(rest.rpartition("`")[0])
    assert program == "assess"
    assert offered == ["--demo", *typed]
    assert run(*offered).code == 0
    assert (home / "demonstration.db").exists()


def test_it_is_the_demonstration_whatever_file_the_environment_names(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = begin(run)
    monkeypatch.setenv("ASSESS_DB", str(home / "assess.db"))
    assert run("demo", "--no-open").out.startswith(f"{home / 'demonstration.db'}: built\n")
    assert "nullfjord" in run("--demo", "case", "list").out
    other = tmp_path / "other.db"
    assert "nullfjord" in run("--db", other, "--demo", "case", "list").out
    assert other.exists()
    assert run("case", "show", case).code == 0


def test_the_help_of_a_command_builds_nothing(run: Run, home: Path) -> None:
    assert run("--demo", "report", "--help").code == 0
    assert not home.exists()


def test_its_register_is_signed_with_a_key_of_its_own(run: Run, home: Path, tmp_path: Path) -> None:
    assert run("--demo", "register", "site", "-o", tmp_path / "public").code == 0
    assert (home / "demonstration-register-key.pem").exists()
    assert not (home / "register-key.pem").exists()
