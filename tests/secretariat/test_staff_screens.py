"""The screens of the staff, over a real service: the queue, a case, questions, every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.core.submission.kept import SecretariatConnection
from assess.core.submission.role import Role
from assess.exchange.submission.service_client import ServiceClient
from assess.tui.case.home import HomeScreen
from assess.tui.submission.queue import QueueScreen
from assess.tui.submission.review import ReviewScreen
from assess.workflow import Desk
from tests.secretariat.laptop import BEGIN, Command, commands_in
from tests.secretariat.service import RunningService
from tests.tui.conftest import colours, desk, new_desk, run
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown, type_in

__all__ = ["colours", "desk", "new_desk", "run"]

Run = Callable[..., Any]

MOST_LOOKS = 6000
"""So many times it is looked whether an answer came: a minute on a quiet machine."""


@pytest.fixture
def ada(service: RunningService, tmp_path: Path) -> Command:
    """An expert's laptop, connected."""
    service.account("Ada")
    commands = commands_in(tmp_path / "ada")
    commands("connect", service.url, "--code", service.code("Ada"))
    return commands


@pytest.fixture
def case(ada: Command) -> str:
    """A case that was sent."""
    made = ada(*BEGIN).split()[0]
    ada("answer", made, "founded", "2009-05")
    ada("answer", made, "staff_fte", "900", "--reason", "It manages three clusters.")
    ada("send", made)
    return made


@pytest.fixture
def works_as(service: RunningService, desk: Desk) -> Callable[..., ServiceClient]:
    """Have the screens work as a member of the staff."""

    def connected(name: str, *roles: Role) -> ServiceClient:
        client = service.member(name, *roles)
        known = SecretariatConnection(
            url=service.url,
            account="",
            device="",
            name=name,
            service_key=service.running.key.public.hex(),
            recipient="age1",
            key_file=str(service.folder / f"{name}.pem"),
        )
        desk.store.submissions.connect(known)
        return client

    return connected


async def pressed(pilot: Any, *keys: str) -> str:
    """Press keys, wait for what follows, and give what is shown."""
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return shown(pilot.app)


async def settled(pilot: Any) -> None:
    """Wait until the queue is open and nothing is asked any more."""
    await pilot.pause()
    for _ in range(2):  # what a form did is followed by fetching the case anew
        for _ in range(MOST_LOOKS):
            if not is_asking(pilot):
                break
            await pilot.pause(0.01)
        assert not is_asking(pilot), pilot.app.screen
        await done_apart(pilot)
    await pilot.pause()


def is_asking(pilot: Any) -> bool:
    """Tell whether the queue is still to be opened, or an answer still to come."""
    return isinstance(pilot.app.screen, HomeScreen) or any(
        screen.asking.is_waiting
        for screen in pilot.app.screen_stack
        if isinstance(screen, QueueScreen | ReviewScreen)
    )


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
async def test_a_case_is_questioned_returned_accepted_and_decided(
    run: Run, works_as: Callable[..., ServiceClient], ada: Command, case: str, size: tuple[int, int]
) -> None:
    rita = works_as("Rita", Role.REVIEWER)
    async with run(size=size, begins_with_queue=True) as pilot:
        text = await pressed(pilot)
        assert "Fjord Energy Cluster" in text
        assert "submitted" in text
        text = await pressed(pilot, "enter")
        assert "State: submitted" in text
        assert "Ask the expert" in text
        assert "Accept the case" not in text
        text = await pressed(pilot, "z", "1")
        assert "Do you take this step?" in text
        assert "in central check" in await pressed(pilot, "1")
        await pressed(pilot, "end", "plus")
        await type_in(pilot, "By which act?")
        assert "By which act?" in await pressed(pilot, "ctrl+s", "home")
        await pressed(pilot, "d")
        assert "empty" in await pressed(pilot, "ctrl+s")
        await type_in(pilot, "The founding day.")
        assert "State: returned" in await pressed(pilot, "ctrl+s")
        ada("inbox")
        ada("answer", case, "founded", "2010-01")
        ada("send", case)
        await pressed(pilot, "ctrl+r", "home")
        assert "Close the question" in await pressed(pilot, "down")
        await pressed(pilot, "z", "1", "1", "c", "1")
        text = await pressed(pilot, "z", "1")
        assert "Propose a level" in text
        await type_in(pilot, "Silver")
        assert "label proposed" in await pressed(pilot, "ctrl+s")
        assert "label proposed" in await pressed(pilot, "escape")
    works_as("Bo", Role.BOARD)
    async with run(size=size, begins_with_queue=True) as pilot:
        await pressed(pilot, "enter")
        assert "Award the label" in await pressed(pilot, "z")
        await pressed(pilot, "1")
        assert "State: decided" in await pressed(pilot, "ctrl+s")
    assert rita.review(case).state == "decided"


async def test_what_was_changed_meanwhile_is_not_decided(
    run: Run, works_as: Callable[..., ServiceClient], ada: Command, case: str
) -> None:
    works_as("Rita", Role.REVIEWER)
    async with run(begins_with_queue=True) as pilot:
        await pressed(pilot, "enter", "z", "1")
        ada("answer", case, "founded", "2011-01")
        ada("send", case)
        assert "changed after it was read" in await pressed(pilot, "1")


async def test_without_a_network_the_screen_says_so(
    run: Run, works_as: Callable[..., ServiceClient], service: RunningService, case: str
) -> None:
    assert works_as("Rita", Role.REVIEWER).case(case).state == "submitted"
    service.refusing = True
    async with run(begins_with_queue=True) as pilot:
        text = await pressed(pilot)
        assert "does not answer" in text
        service.refusing = False
        assert "Fjord Energy Cluster" in await pressed(pilot, "ctrl+r")


async def test_a_proposed_answer_an_expert_and_an_interest(
    run: Run, works_as: Callable[..., ServiceClient], service: RunningService, case: str
) -> None:
    rita = works_as("Rita", Role.REVIEWER)
    service.account("Eve")
    async with run(begins_with_queue=True) as pilot:
        await pressed(pilot, "enter", "end")
        assert "Propose an answer" in await pressed(pilot, "i")
        await pressed(pilot, "1")
        await type_in(pilot, "12")
        await pressed(pilot, "enter")
        await type_in(pilot, "As in the statutes.")
        assert "proposes an answer" in await pressed(pilot, "ctrl+s", "home")
        await pressed(pilot, "home", "i", "1")
        await pressed(pilot, "escape", "escape", "enter")
    kinds = [entry.kind for entry in rita.review(case).entries]
    assert kinds == ["suggestion"]
    async with run(begins_with_queue=True) as pilot:
        await pressed(pilot, "enter", "home", "i", "2")
        await type_in(pilot, "Eve")
        await pressed(pilot, "ctrl+s")
        await pressed(pilot, "i", "3")
        await type_in(pilot, "I advise it.")
        assert "others take its steps" in " ".join((await pressed(pilot, "ctrl+s")).split())
    assert set(rita.review(case).experts) == {"Ada", "Eve"}
