"""assess demo: built once, marked as synthetic, never in place of real cases."""

from __future__ import annotations

import json
from pathlib import Path

from assess.core.case.open_point import PointKind
from tests.cli.conftest import Run, begin


def test_the_demonstration_has_a_case_of_every_kind(run: Run, home: Path) -> None:
    ran = run("demo", "--no-open")
    assert (ran.code, ran.err) == (0, "")
    database = home / "demonstration.db"
    assert ran.out.startswith(f"{database}: built\n")
    assert "All of them are synthetic demonstration data." in ran.out
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
    assert {point["kind"] for point in points} == {kind.value for kind in PointKind}
    assert json.loads(run("--db", database, "register", "list", "--json").out)[0]["synthetic"]


def test_it_is_opened_as_it_was_left_unless_a_fresh_one_is_wanted(run: Run, home: Path) -> None:
    run("demo", "--no-open")
    database = home / "demonstration.db"
    assert run("--db", database, "answer", "muster", "steering", "broker").code == 0

    def answered() -> int:
        rows = json.loads(run("--db", database, "case", "list", "--json").out)
        return next(int(row["answered"]) for row in rows if row["id"] == "muster")

    before = answered()
    assert "was there already; --fresh builds it anew" in run("demo", "--no-open").out
    assert answered() == before
    assert f"{database}: built\n" in run("demo", "--no-open", "--fresh").out
    assert answered() == before - 1
    assert [path.name for path in home.iterdir()] == ["demonstration.db"]


def test_real_cases_are_never_replaced(run: Run, home: Path) -> None:
    case = begin(run)
    real = home / "assess.db"
    for options in (["--no-open"], ["--no-open", "--fresh"]):
        ran = run("--db", real, "demo", *options)
        assert ran.code == 1
        assert "holds real cases" in ran.err
    assert run("case", "show", case).code == 0
