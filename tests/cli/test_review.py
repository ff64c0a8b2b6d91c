"""assess review: recommendations and strengths, decided on by command."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def advised(run: Run, case: str) -> str:
    """A case of which something is recommended."""
    run("answer", case, "founded", "2025-01")
    run("answer", case, "legal_form", "no_own_legal_form")
    run("answer", case, "role_written", "no")
    return case


def listed(run: Run, case: str, about: str = "recommendation") -> list[dict[str, Any]]:
    found = json.loads(run("review", case, "--json").out)
    return [one for one in found if one["about"] == about]


def keys(run: Run, case: str) -> list[str]:
    return [one["key"] for one in listed(run, case)]


def test_every_recommendation_is_listed_with_its_key(run: Run, advised: str) -> None:
    shown = run("review", advised).out
    assert len(keys(run, advised)) >= 2
    for one in listed(run, advised):
        assert f"{one['number']}  {one['key']}\n" in shown
        assert one["finding"].split()[0] in shown


def test_one_is_accepted_dropped_and_taken_back(run: Run, advised: str) -> None:
    first, *_ = keys(run, advised)
    for verb, state in (("accept", "accepted"), ("drop", "dropped"), ("reset", "proposed")):
        ran = run("review", verb, advised, first)
        assert (ran.code, ran.err) == (0, "")
        assert (f"({state})" in ran.out) == (verb != "reset")
        (one,) = [one for one in listed(run, advised) if one["key"] == first]
        assert one["state"] == state


def test_one_is_reworded_and_its_wording_restored(run: Run, advised: str) -> None:
    first = listed(run, advised)[0]
    ran = run("review", "reword", advised, first["key"], "--action", "Talk to the host first.")
    assert "edited" in ran.out
    one = next(one for one in listed(run, advised) if one["key"] == first["key"])
    assert (one["action"], one["finding"]) == ("Talk to the host first.", first["finding"])
    run("review", "restore", advised, first["key"])
    one = next(one for one in listed(run, advised) if one["key"] == first["key"])
    assert one["action"] == first["action"]


def test_one_is_moved(run: Run, advised: str) -> None:
    first, second, *rest = keys(run, advised)
    ran = run("review", "move", advised, first, "--by", "1")
    assert ran.out.splitlines()[0].split() == ["1", second]
    assert keys(run, advised) == [second, first, *rest]
    run("review", "move", advised, first, "--by", "-1")
    assert keys(run, advised)[0] == first


def test_an_own_one_is_added(run: Run, advised: str) -> None:
    ran = run("review", "add", advised, "--finding", "The team sits apart.", "--number", "12")
    assert "your own" in ran.out
    own = next(one for one in listed(run, advised) if one["own"])
    assert (own["finding"], own["number"], own["state"]) == ("The team sits apart.", 12, "accepted")
    run("review", "add", advised, "--strength", "--finding", "A loyal board.")
    assert any(one["finding"] == "A loyal board." for one in listed(run, advised, "strength"))


WRONG: list[tuple[list[str], int, str]] = [
    (["accept", "{case}", "nothing"], 1, "There is no recommendation or strength 'nothing'"),
    (["reword", "{case}", "{key}"], 2, "Give a --finding, a --meaning, an --action or"),
    (["reword", "{case}", "{key}", "--finding", " "], 1, "Write the finding"),
    (["add", "{case}", "--action", "x"], 1, "Give the finding: --finding TEXT."),
    (["add", "{case}", "--finding", "x", "--number", "99"], 1, "There is no indicator 99"),
    (["move", "{case}", "{key}"], 2, "--by"),
    (["list", "nobody"], 1, "There is no case 'nobody'"),
]


def test_what_cannot_be_done_is_said_and_changes_nothing(run: Run, advised: str) -> None:
    before = run("review", advised, "--json").out
    key = keys(run, advised)[0]
    for arguments, code, sentence in WRONG:
        ran = run("review", *[one.format(case=advised, key=key) for one in arguments])
        assert (ran.code, ran.out) == (code, "")
        assert sentence in ran.err
    assert run("review", advised, "--json").out == before
