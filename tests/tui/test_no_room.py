"""The interface on a full disk and in a read-only folder: it says so, and keeps what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.tui.case.home import HomeScreen
from assess.workflow import Desk, verify
from tests.limits import binding_permissions, room
from tests.slowly import a_few
from tests.tui.interview_keys import asking, interview, keys, settled
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]
Limit = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def full_disk(_: Path) -> Iterator[None]:
    with room(512):
        yield


@contextmanager
def read_only_folder(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    try:
        with binding_permissions():
            yield
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("limit", a_few([full_disk, read_only_folder], 0))
async def test_what_cannot_be_saved_is_said_and_stays_until_it_can(
    limit: Limit, run: Run, begun: Begun, desk: Desk, tmp_path: Path
) -> None:
    case = begun()
    async with asking(run, case, "committed_total") as pilot:
        await keys(pilot, "73", "<enter>")
        with limit(tmp_path):
            await keys(pilot, "12", "<enter>")
            text = " ".join(shown(pilot.app).split())
            assert "not saved" in text.lower()
            assert "12" in text
            await keys(pilot, "<alt+n>", "<alt+b>")
            assert interview(pilot).current == "committed_written"
            assert "12" in shown(pilot.app)
            assert desk.store.assessment(case.case.id).value("committed_total") == 73
        await keys(pilot, "<enter>")
        held = desk.store.assessment(case.case.id)
        assert (held.value("committed_total"), held.value("committed_written")) == (73, 12)
        assert desk.store.drafts.of(case.case.id) == {}
    assert verify(desk).is_whole


@pytest.mark.parametrize("limit", a_few([full_disk, read_only_folder], 1))
async def test_cases_can_be_looked_at_and_left_where_nothing_can_be_written(
    limit: Limit, run: Run, begun: Begun, tmp_path: Path
) -> None:
    begun("Fjord Energy Cluster")
    with limit(tmp_path):
        async with run() as pilot:
            await settled(pilot)
            assert "Fjord Energy Cluster" in shown(pilot.app)
            await pilot.press("enter")
            await settled(pilot)
            assert interview(pilot).current
            await pilot.press("escape", "q")
            await settled(pilot)
            assert isinstance(pilot.app.screen, HomeScreen)
            for key in ("o", "r", "l"):
                await pilot.press(key)
                await settled(pilot)
                await pilot.press("escape")
                await settled(pilot)
                assert isinstance(pilot.app.screen, HomeScreen)
