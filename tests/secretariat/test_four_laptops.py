"""Four laptops from the enrolment to the decision, by commands; a fifth sees nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assess.core.submission.role import Role
from tests.secretariat.laptop import BEGIN, Command, commands_in
from tests.secretariat.service import RunningService

Laptop = Callable[..., Command]


@pytest.fixture
def laptop(service: RunningService, tmp_path: Path) -> Laptop:
    """Give what runs commands on the connected laptop of a new account."""

    def of(name: str, *roles: Role, countries: tuple[str, ...] = ()) -> Command:
        service.account(name, *roles, countries=countries)
        run = commands_in(tmp_path / name)
        run("connect", service.url, "--code", service.code(name))
        return run

    return of


def seen(run: Command, case: str) -> str:
    """Give the revision that a member of the staff sees."""
    return str(json.loads(run("submissions", "show", case, "--json"))["revision"])


def test_from_the_enrolment_to_the_decision(laptop: Laptop) -> None:
    ada, eve = laptop("Ada"), laptop("Eve")
    cora = laptop("Cora", Role.COORDINATOR, countries=("NOR",))
    rita, bo = laptop("Rita", Role.REVIEWER), laptop("Bo", Role.BOARD)
    old = ada(*BEGIN, "--interview-date", "2024-05-01").split()[0]
    ada("answer", old, "founded", "2008-01")
    ada("send", old)
    case = ada(*BEGIN).splitlines()[-1].split()[0]
    ada("answer", case, "founded", "2009-05")
    ada("answer", case, "staff_fte", "900", "--reason", "It manages three clusters.")
    ada("send", case)
    assert "2 cases" in cora("submissions", "list")
    shown = cora("submissions", "show", case, "--answers")
    assert "submitted" in shown
    assert "It manages three clusters." in shown
    assert "was January 2008, is now May 2009" in shown
    assert "Steps that can be taken: begun" in shown
    first = seen(cora, case)
    assert "in national check" in cora("submissions", "begin", case, "--seen", first[:8])
    asked = cora("submissions", "ask", case, "By which act?", "--question", "founded").split()[-1]
    cora("submissions", "suggest", case, "founded", "May 2010", "--text", "As in the statutes.")
    reason = ("--reason", "The founding day.")
    assert "returned" in cora("submissions", "return", case, "--seen", first, *reason)
    told = ada("inbox")
    assert "By which act?" in told
    assert "1 answer is proposed by it" in told
    ada("inbox", "--answer", asked[:8].rstrip("."), "--text", "By the notary.")
    ada("proposals", "take", case, "founded")
    ada("send", case)
    assert "Ada answers: By the notary." in cora("submissions", "show", case)
    cora("submissions", "close", case, asked[:8].rstrip("."), "--text", "Thank you.")
    assert "changed after it was read" in cora(
        "submissions", "begin", case, "--seen", first, code=1
    )
    second = seen(cora, case)
    cora("submissions", "begin", case, "--seen", second)
    assert "in central check" in cora("submissions", "pass", case, "--seen", second)
    assert "accepted" in rita("submissions", "accept", case, "--seen", second)
    rita("submissions", "propose", case, "--seen", second, "--level", "Silver")
    listed = json.loads(bo("submissions", "list", "--state", "label_proposed", "--json"))
    assert [each["case"] for each in listed] == [case]
    assert "decided" in bo("submissions", "award", case, "--seen", second, "--level", "Silver")
    assert "Bo awards Silver." in rita("submissions", "show", case)
    for words in (("list",), ("show", case), ("ask", case, "What?")):
        assert "may not do that" in eve("submissions", *words, code=1)


def test_assigning_and_declaring_an_interest(laptop: Laptop) -> None:
    ada, eve, rita = laptop("Ada"), laptop("Eve"), laptop("Rita", Role.REVIEWER)
    case = ada(*BEGIN).split()[0]
    ada("send", case)
    assert "Ada" in rita("submissions", "experts")
    assert "Eve has the case of Fjord Energy Cluster" in rita(
        "submissions", "assign", "Fjord", "eve"
    )
    assert "is not the name of one expert" in rita("submissions", "assign", case, "Zoe", code=1)
    assert "No case at the secretariat" in rita("submissions", "show", "Zebra", code=1)
    eve("inbox")
    assert "yours" not in rita("submissions", "list")
    rita("submissions", "interest", case, "--text", "I advise it.")
    assert "yours" in rita("submissions", "list")
    shown = rita("submissions", "show", case)
    assert "You have a part in this case" in shown
    assert "somebody else takes this step" in rita(
        "submissions", "begin", case, "--seen", seen(rita, case), code=1
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", "CASE", "Why?", "--question", "nothing"), "no question 'nothing'"),
        (("suggest", "CASE", "founded", "soon", "--text", "So."), "founded: "),
        (("close", "CASE", "abc", "--text", "So."), "is not the beginning of the id"),
        (("begin", "CASE", "--seen", "abc"), "too short"),
        (("begin", "CASE", "--seen", "0123456789ab"), "is not its revision"),
    ],
)
def test_what_is_wrong_is_said(laptop: Laptop, words: tuple[str, ...], said: str) -> None:
    ada, rita = laptop("Ada"), laptop("Rita", Role.REVIEWER)
    case = ada(*BEGIN).split()[0]
    ada("send", case)
    filled = [case if word == "CASE" else word for word in words]
    assert said in rita("submissions", *filled, code=1)
    assert "submitted" in rita("submissions", "list")
