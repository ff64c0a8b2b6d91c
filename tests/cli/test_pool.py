"""assess pool, and positions in assess results."""

from __future__ import annotations

import json
from pathlib import Path

from assess.locations import demonstration_files
from tests.cli.conftest import Run

POOL = demonstration_files() / "pool" / "synthetic_pool.json"


def test_a_pool_file_is_taken_listed_and_removed(run: Run) -> None:
    assert "450 synthetic organisations joined the pool" in run("pool", "import", POOL).out
    listed = json.loads(run("pool", "list", "--json").out)
    assert (listed["organisations"], listed["synthetic_organisations"]) == (0, 450)
    assert listed["files"][0]["name"] == POOL.name
    assert "synthetic" in run("pool", "list").out
    assert "already" in run("pool", "import", POOL).err
    assert run("pool", "remove", POOL.name).out == "450 organisations were removed\n"
    assert run("pool", "remove", "other.json").code == 1


def test_import_takes_a_pool_file_as_well(run: Run) -> None:
    assert "450 synthetic organisations joined the pool" in run("import", POOL).out


def test_too_few_cases_give_no_pool_file(run: Run, case: str, tmp_path: Path) -> None:
    target = tmp_path / "pool.json"
    assert case
    done = run("pool", "export", "-o", target)
    assert (done.code, target.exists()) == (1, False)
    assert "needs at least 5" in done.err


def test_a_key_is_shown_and_set(run: Run) -> None:
    shown = run("pool", "key").out.strip()
    assert len(shown) == 32
    assert run("pool", "key").out.strip() == shown
    assert run("pool", "key", "--set", stdin=b"00ff" * 8 + b"\n").code == 0
    assert run("pool", "key").out.strip() == "00ff" * 8
    assert run("pool", "key", "--set", stdin=b"secret\n").code == 1
    assert run("pool", "key", "--set").code == 1


def test_results_give_positions_with_group_n_and_quartiles(run: Run) -> None:
    run("demo", "--no-open")
    database = run("demo", "--no-open").out.partition(":")[0]
    found = json.loads(run("--db", database, "results", "nullfjord", "--json").out)
    assert found["synthetic_peers"] is True
    groups = {one["group"]: one for one in found["groups"]}
    assert groups["all"]["n"] >= 300
    staff = next(one for one in found["indicators"] if one["number"] == 12)
    standings = staff["positions"]["participants_per_fte"]
    shown = [one for one in standings if one["position"] != "hidden"]
    assert {"n", "q1", "median", "q3"} <= set(shown[0])
    assert all(one["q1"] <= one["median"] <= one["q3"] for one in shown)
    hidden = [one for one in standings if one["position"] == "hidden"]
    assert all(not {"n", "q1", "median", "q3"} & set(one) for one in hidden)
    assert "European Cluster Observatory" in staff["published"][0]["source"]
    role = next(one for one in found["indicators"] if one["number"] == 10)
    assert set(role["positions"]["role_written"][0]["shares"]) == {"yes", "partly", "no"}
    said = run("--db", database, "results", "nullfjord").out
    assert "Peers, with the number of other organisations (synthetic)" in said
    assert "middle half" in said
    assert "the middle half of" in run("--db", database, "results", "nullfjord", "--why").out
