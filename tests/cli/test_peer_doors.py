"""The attack on files: whatever leaves, and what is attached to it, has the table's figures alone.

One table tells of nobody (`tests/core/test_disclosure.py`). So nothing is told as long as each door
gives figures of that table: a figure that some door works out by itself is found here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assess.core.catalogue.catalogue import Catalogue
from tests.cli.conftest import Run
from tests.pool_cases import desk_at, finished

FOOD = "Food industry"

PLACES = {"Reader": ("Energy and environment", "NOR"), "Other": (FOOD, "DNK")}

Figure = tuple[str, str, Any, Any, Any, Any]
"""Group, measure, n and quartiles."""


@pytest.fixture
def readers(home: Path, catalogue: Catalogue) -> dict[str, str]:
    """Two cases by name, which are in no pool, beside fifteen organisations that are."""
    with desk_at(home, catalogue) as desk:
        for number in range(1, 9):
            finished(desk, f"Peer {number}", share=10 * number)
        for number in range(1, 8):
            finished(desk, f"Rival {number}", share=5 * number, portfolio=FOOD, country="DNK")
        return {
            name: finished(desk, name, portfolio=portfolio, country=country, consent=False).case.id
            for name, (portfolio, country) in PLACES.items()
        }


def in_table(run: Run, name: str) -> set[Figure]:
    """Give the figures of the table for the groups of a reader, as everybody may read them."""
    listed = json.loads(run("pool", "list", "--groups", "--json").out)
    portfolio, country = PLACES[name]
    return {
        (row["group"], row["measure"], row["n"], row.get("q1"), row.get("median"), row.get("q3"))
        for row in listed["rows"]
        if row.get("measure")
        and row.get("portfolio", portfolio) == portfolio
        and row.get("country", country) == country
    }


def carried(content: Any, measure: str = "") -> Iterator[Figure]:
    """Find in JSON of any kind what looks like a figure of a group, wherever it stands."""
    if isinstance(content, list):
        for part in content:
            yield from carried(part, measure)
    elif isinstance(content, dict):
        if content.get("group") and content.get("median") is not None:
            n, q1, median, q3 = (content.get(part) for part in ("n", "q1", "median", "q3"))
            yield str(content["group"]), measure, n, q1, median, q3
        for name, part in content.items():
            if name == "positions":
                for key, standings in part.items():
                    yield from carried(standings, f"{content['id']}:{key}")
            else:
                yield from carried(part, content["key"] if name == "standings" else measure)


def strange(found: set[Figure], table: set[Figure]) -> set[Figure]:
    """Give what is in no row of the table; a figure that names no measure may be of any.

    A median that is written as in a text, beside the mark of its group, may be of any row.
    """
    of_any = {(figure[0], *figure[2:]) for figure in table}
    medians = {figure[4] for figure in table}
    return {
        figure
        for figure in found
        if not (
            float(figure[4]) in medians
            if isinstance(figure[4], str)
            else figure in table
            if figure[1]
            else (figure[0], *figure[2:]) in of_any
        )
    }


@pytest.mark.parametrize("name", list(PLACES))
def test_results_as_json_carry_figures_of_the_table_alone(
    name: str, run: Run, readers: dict[str, str]
) -> None:
    done = run("results", readers[name], "--json")
    found = set(carried(json.loads(done.out)))
    assert any(measure for _, measure, *_ in found)
    assert not strange(found, in_table(run, name))
    assert not re.search(r"Peer \d|Rival \d", done.out)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(PLACES))
def test_what_is_attached_to_a_report_carries_figures_of_the_table_alone(
    name: str, run: Run, readers: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    done = run("report", readers[name], "-o", target)
    assert done.code == 0, done.err
    with pikepdf.open(target) as document:
        attached = {
            part: document.attachments[part].get_file().read_bytes()
            for part in document.attachments
        }
    assert attached
    found = {figure for content in attached.values() for figure in carried(json.loads(content))}
    assert any(measure for _, measure, *_ in found)
    assert not strange(found, in_table(run, name))
    assert not any(re.search(rb"Peer \d|Rival \d", content) for content in attached.values())


@pytest.mark.slow
def test_the_report_for_a_browser_carries_no_data_beside_what_it_shows(
    run: Run, readers: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "report.html"
    assert run("report", readers["Reader"], "-o", target).code == 0
    text = target.read_text(encoding="utf-8")
    assert "<script" not in text
    assert not re.search(r"Peer \d|Rival \d", text)


@pytest.mark.parametrize("file", ["case.json", "table.json", "table.csv"])
def test_an_export_of_a_case_has_no_figure_of_peers(
    file: str, run: Run, readers: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / file
    assert run("results", readers["Reader"], "--json").code == 0  # peers were shown before
    done = run("export", readers["Reader"], "-o", target)
    assert done.code == 0, done.err
    text = target.read_text(encoding="utf-8")
    assert "Reader" in text
    assert not re.search(r"Peer \d|Rival \d|median|quartile", text)


def test_the_published_table_is_the_one_that_is_listed(
    run: Run, readers: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "table.json"
    assert run("pool", "publish", "-o", target).code == 0
    published = json.loads(target.read_text(encoding="utf-8"))
    assert readers
    assert not re.search(r"Peer \d|Rival \d|case\d{4}", json.dumps(published))
    elsewhere = ("--db", tmp_path / "elsewhere.db")
    assert run(*elsewhere, "pool", "import", target).code == 0
    there, here = (
        json.loads(run(*where, "pool", "list", "--groups", "--json").out)["rows"]
        for where in (elsewhere, ())
    )
    assert there == here
