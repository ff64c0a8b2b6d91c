"""assess results --json: what stands for each indicator, what stands out, and what is noticed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run

CASES = ("muster", "ninguna", "ninguna24", "nullfjord")


@pytest.fixture
def demonstrated(run: Run) -> str:
    """The database of the demonstration."""
    run("demo", "--no-open")
    return run("demo", "--no-open").out.partition(":")[0]


def found(run: Run, database: str, case: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(run("--db", database, "results", case, "--json").out)
    return read


def test_each_indicator_says_its_lead_and_one_position(run: Run, demonstrated: str) -> None:
    for case in CASES:
        for indicator in found(run, demonstrated, case)["indicators"]:
            lead = indicator["lead"]
            whole = [name.partition(".")[0] for name in indicator["measures"]]
            assert lead in whole
            shown = [
                each
                for each in indicator["positions"].get(lead, [])
                if each["position"] != "hidden"
            ]
            assert indicator["position"] in (shown or [None])


def test_strengths_and_recommendations_fit_each_other(run: Run, demonstrated: str) -> None:
    for case in CASES:
        read = found(run, demonstrated, case)
        by_id = {each["id"]: each for each in read["indicators"]}
        kept = [each for each in read["recommendations"] if each["state"] != "dropped"]
        assert len(kept) <= 12
        cards = [each for each in kept if not each["noticed"] and not each["own"]]
        assert len(cards) <= 5
        advised = {name for each in kept for name in (each["indicator"], *each["covers"])}
        for strength in read["strengths"]:
            assert strength["indicator"] in by_id
            assert strength["indicator"] not in advised
            assert strength["position"] in ("above", "top")
            standing = by_id[strength["indicator"]]["position"]
            assert (standing["position"] if standing else "top") == strength["position"]


def test_the_expert_s_own_names_its_indicator_too(run: Run, demonstrated: str) -> None:
    read = found(run, demonstrated, "nullfjord")
    own = [each for each in read["recommendations"] if each["own"]]
    assert [(each["number"], each["indicator"]) for each in own] == [(28, "personal_contacts")]


def test_an_unusual_value_is_marked_until_there_is_a_reason(run: Run, case: str) -> None:
    run("answer", case, "committed_total", "4000")
    said = " ".join(run("results", case).out.split())
    assert "4 000 participants (unusual)" in said

    def measure() -> dict[str, Any]:
        read = json.loads(run("results", case, "--json").out)
        indicator = next(each for each in read["indicators"] if each["number"] == 5)
        stated: dict[str, Any] = indicator["measures"]["committed_participants"]
        return stated

    assert "unusually high" in measure()["unusual"]
    run("answer", case, "committed_total", "4000", "--reason", "All members of the chamber.")
    assert measure()["unusual"] is None
