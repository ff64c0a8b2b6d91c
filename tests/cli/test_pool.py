"""assess pool, and positions in assess results."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pyrage import x25519

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.pool_schema import schema_of
from assess.locations import demonstration_files
from tests.cli.conftest import Run
from tests.hand_worked import CASE_ID, case_file

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
    assert (
        "changed or damaged after it was signed" in run(*elsewhere, "pool", "import", changed).err
    )
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


def test_a_contribution_is_read_by_the_builder_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given.age"
    held = case_file()
    held["case"]["pool_consent"] = True
    path = tmp_path / "case.json"
    path.write_text(json.dumps(held))
    assert run("import", path).code == 0
    assert run("case", "finish", CASE_ID).code == 0
    builder, other = (x25519.Identity.generate() for _ in range(2))
    for name, key in (("builder", builder), ("other", other)):
        (tmp_path / name).write_text(str(key))
        (tmp_path / name).chmod(0o600)
    told = run("pool", "contribute", "-o", given, "--to", str(builder.to_public()), "--yes")
    assert told.code == 0, told.err
    assert "1 organisation by name" in told.err
    assert "Exact values identify an organisation even without its name." in told.err
    assert held["organisation"]["name"].encode() not in given.read_bytes()
    monkeypatch.setenv("ASSESS_HOME", str(tmp_path / "of the builder"))
    for refused in ((), ("--identity", tmp_path / "other")):
        ran = run("pool", "import", given, *refused)
        assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
    taken = run("pool", "import", given, "--identity", tmp_path / "builder")
    assert taken.code == 0, taken.err
    assert json.loads(run("pool", "list", "--json").out)["organisations"] == 1


def test_an_old_pool_file_counts_among_all_organisations_only(
    run: Run, tmp_path: Path, catalogue: Catalogue
) -> None:
    layout = schema_of(catalogue)
    edition = {
        "catalogue": catalogue.edition.id,
        "measures": [
            {"key": each.key, "definition": each.definition, "classes": list(each.classes)}
            for each in layout.pooled
        ],
    }
    values = [10.5 if each.key == "age:age_years" else None for each in layout.pooled]
    place = {"portfolio": "ICT", "country": "NOR", "age_group": "over_8", "level": "Gold"}
    organisations = [{"ref": f"r{number}", "values": values, **place} for number in range(6)]
    old = {"format": "assess-pool", "version": 1, "synthetic": False, "key": "k" * 16}
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old | {"editions": [edition], "organisations": organisations}))
    ran = run("pool", "import", path)
    assert ran.code == 0, ran.err
    rows = list(csv.DictReader(io.StringIO(run("pool", "list", "--groups", "--csv").out)))
    assert {(row["group"], row["n"]) for row in rows if row["measure"] == "age:age_years"} == {
        ("all", "6")
    }
