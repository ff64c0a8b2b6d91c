"""assess pool, and positions in assess results."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from assess.locations import demonstration_files
from tests.cli.conftest import Run

POOL = demonstration_files() / "pool" / "synthetic_pool.json"


def test_a_contribution_is_taken_listed_and_removed(run: Run) -> None:
    assert "450 synthetic organisations joined the pool" in run("pool", "import", POOL).out
    listed = json.loads(run("pool", "list", "--json").out)
    assert (listed["organisations"], listed["synthetic_organisations"]) == (0, 450)
    assert listed["files"][0]["name"] == POOL.name
    assert listed["table"] is None
    assert "synthetic" in run("pool", "list").out
    assert "already" in run("pool", "import", POOL).err
    assert run("pool", "remove", POOL.name).out == "450 organisations were removed\n"
    assert run("pool", "remove", "other.json").code == 1


def test_import_takes_a_contribution_as_well(run: Run) -> None:
    assert "450 synthetic organisations joined the pool" in run("import", POOL).out


@pytest.mark.parametrize(
    ("command", "instead"),
    [
        (("pool", "export", "-o", "pool.json"), "assess pool contribute"),
        (("pool", "key", "--set"), "assess pool contribute"),
    ],
)
def test_what_ended_says_what_is_used_instead(
    run: Run, command: tuple[str, ...], instead: str
) -> None:
    done = run(*command)
    assert done.code == 1
    assert instead in done.err


def test_without_a_case_there_is_nothing_to_contribute(run: Run, case: str, tmp_path: Path) -> None:
    target = tmp_path / "given.age"
    key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    assert case
    done = run("pool", "contribute", "-o", target, "--to", key, "--yes")
    assert (done.code, target.exists()) == (1, False)
    assert "nothing to contribute" in done.err


@pytest.mark.slow
def test_the_table_is_shown_published_and_taken_elsewhere(run: Run, tmp_path: Path) -> None:
    run("pool", "import", POOL)
    said = run("pool", "list", "--groups", "--synthetic").out
    assert "Table 1 of peers" in said
    assert "Energy and environment" in said
    assert "too few organisations with a value" in said
    shown = json.loads(run("pool", "list", "--groups", "--synthetic", "--json").out)
    rows = list(csv.DictReader(io.StringIO(run(*_CSV).out)))
    assert len(rows) == len(shown["rows"])
    assert set(shown["codebook"]) == set(rows[0])
    assert run("pool", "list", "--groups", "--codebook").out.count("\n") >= len(rows[0])
    everyone = next(row for row in rows if row["group"] == "all" and not row["measure"])
    assert everyone["n"] == "450"
    target = tmp_path / "table.json"
    published = run("pool", "publish", "-o", target, "--synthetic")
    assert shown["hash"] in published.out
    assert "already" in run("pool", "publish", "-o", target, "--synthetic").err
    elsewhere = ("--db", tmp_path / "elsewhere.db")
    assert "Table 1 of peers" in run(*elsewhere, "pool", "import", target).out
    assert json.loads(run(*elsewhere, *_JSON).out)["rows"] == shown["rows"]
    assert "in use already" in run(*elsewhere, "pool", "import", target).err
    changed = tmp_path / "changed.json"
    text = target.read_text(encoding="utf-8").replace("Energy and environment", "Energy", 1)
    changed.write_text(text, encoding="utf-8")
    assert "not as it was signed" in run(*elsewhere, "pool", "import", changed).err
    assert run(*elsewhere, "pool", "remove", "--common", "--synthetic").code == 0


_CSV = ("pool", "list", "--groups", "--synthetic", "--csv")
_JSON = ("pool", "list", "--groups", "--synthetic", "--json")


@pytest.mark.slow
def test_results_give_positions_with_group_n_and_quartiles(run: Run) -> None:
    run("demo", "--no-open")
    database = run("demo", "--no-open").out.partition(":")[0]
    found = json.loads(run("--db", database, "results", "nullfjord", "--json").out)
    assert found["synthetic_peers"] is True
    assert found["peer_table"]["number"] == 1
    groups = {one["group"]: one for one in found["groups"]}
    assert groups["all"]["n"] >= 300
    assert groups["all"]["own"] == "yes"
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
    assert "Peers, with the number of organisations (synthetic)" in said
    assert "middle half" in said
    assert "the middle half of" in run("--db", database, "results", "nullfjord", "--why").out
