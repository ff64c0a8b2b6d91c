"""Two laptops and the service: enrolled, sent, known, asked back, answered; offline and again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from assess.core.submission.exchanged import AskedQuestion
from assess.core.submission.role import Role
from tests.secretariat.laptop import BEGIN, Command, commands_in
from tests.secretariat.service import RunningService


@pytest.fixture
def laptop(tmp_path: Path) -> Callable[[str], Command]:
    """Give what runs commands on a laptop with a data folder of its own."""
    return lambda name: commands_in(tmp_path / name)


def connected(service: RunningService, run: Command, account: str) -> Command:
    run("connect", service.url, "--code", service.code(account))
    return run


def test_a_case_goes_and_what_is_asked_comes_back(
    service: RunningService, laptop: Callable[[str], Command]
) -> None:
    service.account("Ada")
    ada = connected(service, laptop("ada"), "Ada")
    case = ada(*BEGIN).split()[0]
    ada("answer", case, "founded", "2009-05")
    assert "has received it" in ada("send", case)
    assert "Nothing waits" in ada("send", case)
    by = ("--by", "Bo Board", "--on", "2026-11-20")
    for words in (("award",), ("refuse", "--reason", "So.")):
        assert "whose board decides" in ada("label", *words[:1], case, *by, *words[1:], code=1)
    rita = service.member("Rita", Role.REVIEWER)
    head = rita.case(case).heads[0].revision
    name = uuid4()
    rita.ask_question(
        case, name, AskedQuestion(revision=head, question="founded", text="By which act?")
    )
    rita.suggest(
        case,
        uuid4(),
        AskedQuestion(
            revision=head, question="founded", text="As in the statutes.", value="2010-01"
        ),
    )
    shown = ada("inbox")
    assert "By which act?" in shown
    assert "1 answer is proposed by it" in shown
    assert "2010" in ada("proposals", "list", case)
    points = json.loads(ada("open-points", case, "--json"))
    asked = [point for point in points if point["kind"] == "asked"]
    assert [point["text"] for point in asked] == ["Rita asks: By which act?"]
    ada("inbox", "--answer", str(name)[:8], "--text", "By the notary.")
    kinds = [item.kind.value for item in rita.inbox(0).items]
    points = json.loads(ada("open-points", case, "--json"))
    assert all(point["kind"] != "asked" for point in points)
    assert kinds == ["received", "question", "suggestion", "answer"]
    document = json.loads(ada("inbox", "--json"))
    assert document["questions"][0]["answers"] == ["By the notary."]


def test_without_a_network_a_case_waits_and_goes_later(
    service: RunningService, laptop: Callable[[str], Command]
) -> None:
    service.account("Ada")
    ada = connected(service, laptop("ada"), "Ada")
    case = ada(*BEGIN).split()[0]
    service.refusing = True
    assert "1 case waits" in ada("send", case)
    ada("answer", case, "founded", "2009-05")
    assert "1 case waits" in ada("send", case)
    service.refusing = False
    assert "has received it" in ada("send")
    rita = service.member("Rita", Role.REVIEWER)
    assert len(rita.case(case).heads) == 1


def test_a_wrong_code_and_a_missing_connection_are_said(
    service: RunningService, laptop: Callable[[str], Command]
) -> None:
    ada = laptop("ada")
    case = ada(*BEGIN).split()[0]
    assert "not connected" in ada("send", case, code=1)
    assert "code is not right" in ada("connect", service.url, "--code", "no-such-code", code=1)
    wrong = ada("connect", "http://assess.example.org", "--code", "no-such-code", code=1)
    assert "not encrypted" in wrong


def answers(run: Command, case: str, folder: Path) -> dict[str, object]:
    """Give the values of the answers that are in force on a laptop."""
    run("export", case, "-o", str(folder / "case.json"), "--force")
    shown = json.loads((folder / "case.json").read_text("utf-8"))
    return {each["question"]: each["value"] for each in shown["answers"]}


def test_a_fork_is_fetched_merged_and_ended(
    service: RunningService, laptop: Callable[[str], Command], tmp_path: Path
) -> None:
    service.account("Ada")
    first = connected(service, laptop("first"), "Ada")
    second = connected(service, laptop("second"), "Ada")
    case = first(*BEGIN).split()[0]
    first("answer", case, "founded", "2009-05")
    first("send", case)
    second("inbox")
    assert case in second("inbox", "--fetch", case[:6])
    first("answer", case, "staff_fte", "7")
    first("send", case)
    second("answer", case, "founded", "2010-01")
    second("answer", case, "staff_fte", "7")
    assert f"inbox --fetch {case}" in second("send", case, code=1)
    rita = service.member("Rita", Role.REVIEWER)
    assert len(rita.case(case).heads) == 2
    shown = first("inbox", "--fetch", case)
    assert "1 that differs" in shown
    assert "There is no other copy" in first("inbox", "--fetch", case)
    assert "2010" in first("proposals", "list", case)
    assert len(rita.case(case).heads) == 2  # until the merge is sent
    assert "has received it" in first("send", case)
    assert len(rita.case(case).heads) == 1
    first("proposals", "take", case, "founded")
    first("send", case)
    assert "goes on with" in second("inbox", "--fetch", case)
    assert answers(second, case, tmp_path) == answers(first, case, tmp_path)
    assert answers(first, case, tmp_path)["founded"] == "2010-01"
    assert "Nothing waits" in second("send", case)
    kinds = [item.kind.value for item in rita.inbox(0).items if item.kind.value != "state"]
    assert kinds == ["received", "received", "forked", "merged", "received"]
    for run in (first, second):
        run("verify")


@pytest.mark.slow
def test_a_copy_that_is_behind_follows_the_newer_one(
    service: RunningService, laptop: Callable[[str], Command], tmp_path: Path
) -> None:
    service.account("Ada")
    first = connected(service, laptop("first"), "Ada")
    second = connected(service, laptop("second"), "Ada")
    case = first(*BEGIN).split()[0]
    first("send", case)
    second("inbox")
    second("inbox", "--fetch", case)
    first("answer", case, "founded", "2009-05")
    first("send", case)
    assert "Nothing waits" in second("send", case)
    assert f"--fetch {case}" in " ".join(second("inbox").split())
    assert "goes on with" in second("inbox", "--fetch", case)
    assert "--fetch" not in second("inbox")
    assert answers(second, case, tmp_path) == answers(first, case, tmp_path)
    second("answer", case, "founded", "2010-01")
    assert "has received it" in second("send", case)


@pytest.mark.slow
def test_a_merge_that_says_nothing_new_is_followed_too(
    service: RunningService, laptop: Callable[[str], Command]
) -> None:
    """Two laptops that entered the same have two pasts: one merges them, the other follows."""
    service.account("Ada")
    first = connected(service, laptop("first"), "Ada")
    second = connected(service, laptop("second"), "Ada")
    case = first(*BEGIN).split()[0]
    first("send", case)
    second("inbox")
    second("inbox", "--fetch", case)
    for run in (first, second):
        run("answer", case, "founded", "2009-05")
    first("send", case)
    second("send", case, code=1)
    first("inbox", "--fetch", case)
    first("send", case)
    assert "goes on with" in second("inbox", "--fetch", case)
    second("answer", case, "staff_fte", "7")
    assert "has received it" in second("send", case)
    rita = service.member("Rita", Role.REVIEWER)
    assert len(rita.case(case).heads) == 1


def test_a_case_that_is_not_ones_own_is_not_fetched(
    service: RunningService, laptop: Callable[[str], Command]
) -> None:
    for name in ("Ada", "Eve"):
        service.account(name)
    ada = connected(service, laptop("ada"), "Ada")
    eve = connected(service, laptop("eve"), "Eve")
    case = ada(*BEGIN).split()[0]
    ada("send", case)
    eve("inbox")
    assert case not in eve("inbox", "--fetch", case, code=1).replace(f"'{case}'", "")
    assert json.loads(eve("case", "list", "--json")) == []
