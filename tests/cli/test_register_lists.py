"""assess register import and what follows: kept aside, completed, linked, recorded, revoked."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.published_independently import (
    left_over,
    overview_counts,
    overview_places,
    overview_portfolios,
    page_rows,
)

PUBLISHED = Path(__file__).resolve().parents[1] / "published"

LIST = """Name Comparative portfolio www Label valid until
Alfa Cluster ICT www.alfa.example 2027/03/31
Alfa Cluster Group ICT 2028/03/31
Construction 2027/05/31
"""


def rows(run: Run, *options: str) -> list[dict[str, Any]]:
    ran = run("register", "list", "--json", *options)
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_the_lists_come_in_and_go_out_row_by_row(run: Run, tmp_path: Path) -> None:
    valid = 0
    for name, country, count in (("denmark", "Danmark", 66), ("norway", "NO", 46)):
        shutil.copy(PUBLISHED / f"{name}.txt", tmp_path)
        ran = run("register", "import", tmp_path / f"{name}.txt", "--country", country)
        assert ran.code == 0, ran.err
        assert f"{count} rows: " in ran.out
        table = csv.DictReader(
            io.StringIO(run("register", "list", "--country", country, "--csv").out)
        )
        out = sorted((row["name"], row["portfolio"], row["valid_until"]) for row in table)
        text = (PUBLISHED / f"{name}.txt").read_text(encoding="utf-8")
        expected = [row for row in page_rows(text) if row[0]]
        assert out == sorted(expected)
        valid += sum("2017-06-01" <= day <= "2019-06-01" for _, _, day in expected)
    assert len(rows(run)) == 110
    assert len(rows(run, "--on", "2017-06-01", "--status", "valid")) == valid
    exported = tmp_path / "ours.csv"
    exported.write_text(run("register", "list", "--csv").out, encoding="utf-8")
    again = run("register", "import", exported)
    assert "110 rows: 110 known already." in again.out


def test_the_overview_comes_in_and_goes_out_row_by_row(run: Run, tmp_path: Path) -> None:
    """It says that it includes 177 clusters; 176 rows are in it."""
    path = tmp_path / "overview.txt"
    text = (PUBLISHED / "country-overview-2012.txt").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert "176 rows: 176 imported into the register." in run("register", "import", path).out
    table = list(csv.DictReader(io.StringIO(run("register", "list", "--csv").out)))
    out = [(row["name"], row["portfolio"], row["website"]) for row in table]
    placed = sorted(
        zip(overview_places(text, out), out, table, strict=True), key=lambda one: one[0]
    )
    assert [row[1] for _, row, _ in placed] == overview_portfolios(text)
    codes = {row["country"] for row in table}
    counted = Counter((country, row["country"]) for (_, country), _, row in placed)
    assert (len(codes), len(counted)) == (15, 15)
    assert Counter({country: count for (country, _), count in counted.items()}) == overview_counts(
        text
    )
    rest = left_over(text, [row for _, row, _ in placed]).replace("NameIndustrywww", "")
    assert re.sub("|".join(overview_counts(text)), "", rest.replace(" ", "")) == ""
    assert {(row["valid_until"], row["level"]) for row in table} == {("", "Bronze")}


def test_taking_a_list_in_twice_changes_nothing(run: Run, home: Path, list_file: Path) -> None:
    first = run("register", "import", list_file, "--country", "MLT", "--by", "Ada")
    assert first.code == 0
    assert "3 rows: 2 imported into the register, 1 rejected." in first.out
    assert first.err == "line 4: the name is missing: Construction 2027/05/31\n"
    aside = home / "rejected" / "list.txt.rejected.csv"
    before, kept = rows(run), aside.read_bytes()
    second = run("register", "import", list_file, "--country", "MLT", "--by", "Ada")
    assert "3 rows: 2 known already, 1 rejected." in second.out
    assert rows(run) == before
    assert aside.read_bytes() == kept


def test_a_row_is_completed_and_stays_so(run: Run, home: Path, list_file: Path) -> None:
    run("register", "import", list_file, "--country", "MLT")
    aside = home / "rejected" / "list.txt.rejected.csv"
    listed = run("register", "complete", aside).out
    assert "1  list.txt, line 4: the name is missing: Construction 2027/05/31" in listed
    refused = run("register", "complete", aside, 1, "--valid-until", "31/31/2027")
    assert (refused.code, len(rows(run))) == (1, 2)
    assert "Row 1 cannot be imported yet: the name is missing;" in refused.err
    assert run("register", "complete", aside, 2, "--name", "X").err.endswith("has 1 row.\n")
    done = run("register", "complete", aside, 1, "--name", "Casa Nova", "--by", "Ada")
    assert "Casa Nova (MLT): Bronze, valid until 2027-05-31, from list.txt, line 4" in done.out
    assert not aside.exists()
    again = run("register", "import", list_file, "--country", "MLT")
    assert "2 known already, 1 completed by hand before." in again.out
    assert not aside.exists()


def test_a_rejected_row_keeps_its_number(run: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "gaps.txt"
    head = "Name Comparative portfolio www Label valid until"
    lines = [f"Construction 2027/05/{day}" for day in (11, 12, 13)]
    path.write_text("\n".join([head, "Alfa ICT 2027/05/10", *lines]) + "\n", encoding="utf-8")
    run("register", "import", path, "--country", "MLT")
    aside = home / "rejected" / "gaps.txt.rejected.csv"

    def numbers() -> list[str]:
        listed = run("register", "complete", aside).out.splitlines()
        return [line.split()[0] for line in listed if "line" in line]

    assert numbers() == ["1", "2", "3"]
    done = run("register", "complete", aside, 1, "--name", "Uno")
    assert "Uno (MLT): Bronze, valid until 2027-05-11" in done.out
    assert numbers() == ["2", "3"]
    done = run("register", "complete", aside, 3, "--name", "Tre")
    assert "Tre (MLT): Bronze, valid until 2027-05-13" in done.out
    assert "it has 1 row." in run("register", "complete", aside, 1, "--name", "X").err
    path.write_text(path.read_text() + "Construction 2027/05/14\n", encoding="utf-8")
    run("register", "import", path, "--country", "MLT")
    assert numbers() == ["2", "4"]  # no number is given twice
    refused = run("register", "complete", aside, 3, "--name", "X").err
    assert refused.endswith("has no row 3; it has the rows 2 and 4.\n")


def test_what_was_typed_into_the_file_of_rejected_rows_stays(
    run: Run, home: Path, list_file: Path
) -> None:
    run("register", "import", list_file, "--country", "MLT")
    aside = home / "rejected" / "list.txt.rejected.csv"
    typed = aside.read_text().replace(",,Malta", ",Casa Nova,Malta")
    aside.write_text(typed)
    run("register", "import", list_file, "--country", "MLT")
    assert aside.read_text() == typed
    assert "1 row: 1 imported into the register." in run("register", "import", aside).out
    assert "Casa Nova" in [row["name"] for row in rows(run)]


def test_a_list_needs_a_country_and_a_day_that_has_come(run: Run, list_file: Path) -> None:
    ran = run("register", "import", list_file, "--listed-on", "2027-01-01")
    assert (ran.code, ran.err) == (1, "2027-01-01 is in the future (today is 2026-11-02).\n")
    ran = run("register", "import", list_file)
    assert (ran.code, rows(run)) == (1, [])
    assert "--country gives the country." in ran.err
    assert run("register", "import", list_file.with_name("none.txt")).code == 1


def test_near_duplicates_are_offered_and_only_a_person_joins_them(
    run: Run, list_file: Path
) -> None:
    ran = run("register", "import", list_file, "--country", "MLT")
    assert "MLT  Alfa Cluster / Alfa Cluster Group: one name begins with the other" in ran.out
    assert [row["status"] for row in rows(run, "--on", "2026-11-02")] == ["valid", "valid"]
    (offered,) = json.loads(run("register", "alike", "--json").out)
    assert (offered["name"], offered["other"]) == ("Alfa Cluster", "Alfa Cluster Group")
    joined = ["register", "link", "Alfa Cluster Group", "alfa cluster", "--by", "Ada"]
    refused = run(*joined, "--how", "renamed")
    assert "held Bronze labels at the same time, so neither continues the other" in refused.err
    assert run(*joined, "--how", "same").code == 0
    assert json.loads(run("register", "alike", "--json").out) == []
    found = rows(run, "--on", "2026-11-02")
    assert [row["status"] for row in found] == ["superseded", "valid"]
    then = rows(run, "--on", "2026-11-01", "--known", "then")
    assert then == []
    assert "They are already linked: same" in run(*joined, "--how", "renamed").err
    assert run(*joined, "--how", "same", "--undo").code == 0
    assert [row["status"] for row in rows(run, "--on", "2026-11-02")] == ["valid", "valid"]
    assert run(*joined, "--how", "different").code == 0
    assert json.loads(run("register", "alike", "--json").out) == []


def test_a_gold_label_of_elsewhere_is_recorded_and_revoked(run: Run) -> None:
    stated = {
        "--name": "Nordic Gold",
        "--country": "Norway",
        "--portfolio": "ICT",
        "--level": "gold",
        "--on": "2026-05-04",
        "--by": "The board",
        "--valid-until": "2028-05-31",
        "--serial": "DNK001202605ABC0001",
    }
    options = [part for pair in stated.items() for part in pair]
    ran = run("register", "record", *options)
    assert ran.code == 0, ran.err
    assert "has the country DNK, but the label has NOR" in ran.err
    (row,) = rows(run)
    assert (row["level"], row["valid_from"], row["status"]) == ("Gold", "2026-05-04", "valid")
    assert run("register", "record", *options).err.startswith("The register already has this label")
    revoked = ["register", "revoke", "nordic", "--by", "The board", "--reason", "Closed down"]
    assert run(*revoked, "--on", "2026-12-01").code == 1
    assert run(*revoked, "--on", "2026-10-01").code == 0
    assert [rows(run, "--on", day)[0]["status"] for day in ("2026-09-30", "2026-10-01")] == [
        "valid",
        "revoked",
    ]
    assert "was already revoked on 2026-10-01" in run(*revoked, "--on", "2026-10-02").err


def test_rejected_rows_wait_where_one_says(run: Run, list_file: Path, tmp_path: Path) -> None:
    aside = tmp_path / "here" / "waiting.csv"
    ran = run("register", "import", list_file, "--country", "MLT", "--rejected", aside)
    assert str(aside) in ran.out.replace("\n", "")
    assert aside.exists()
    assert not list_file.with_name("list.txt.rejected.csv").exists()


def test_a_list_that_names_no_country_or_portfolio_asks_for_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Portfolio;Valid until\nA;ICT;2027-03-31\nB;ICT;2027-03-31\n")
    ran = run("register", "import", path)
    assert (ran.code, rows(run)) == (1, [])
    assert ran.err.endswith("--country gives the country.\n")
    path.write_text("Name;Country;Valid until\nA;Malta;2027-03-31\nB;Spain;2027-03-31\n")
    ran = run("register", "import", path)
    assert (ran.code, rows(run)) == (1, [])
    assert ran.err.endswith("--portfolio gives the comparative portfolio.\n")
    assert run("register", "import", path, "--portfolio", "ict").code == 0
    assert [row["portfolio"] for row in rows(run)] == ["ICT", "ICT"]


def test_an_encoding_is_said_and_can_be_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name;Portfolio;Valid until\nPôle Systèmes;ICT;2027-03-31\n".encode("cp1252"))
    ran = run("register", "import", path, "--country", "CZE", "--encoding", "windows-1252")
    assert "The file was read as Windows-1252." in ran.out
    assert [row["name"] for row in rows(run)] == ["Pôle Systèmes"]
    assert run("register", "import", path, "--country", "FRA").code == 0
