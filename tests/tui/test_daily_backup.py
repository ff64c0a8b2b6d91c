"""The backup of the day: made at the start, brought up to date on leaving, never in the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.case.assessment import Assessment
from assess.store import Store
from assess.store.database.backup import backup_folder, daily_backups
from assess.tui.app import AssessApp
from assess.workflow import Desk, answer
from assess.workflow.program.backups import Safe
from tests.notation import NOON
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    """The file of the test's database as a whole."""
    return Safe(tmp_path / "assess.db", clock=lambda: NOON)


@pytest.fixture
def app(
    safe: Safe, new_desk: Callable[[], Desk], colours: dict[str, str], templates: Path
) -> AssessApp:
    """The interface with the file as a whole."""
    return AssessApp(new_desk, tokens=colours, templates=templates, safe=lambda: safe)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    for _ in range(200):
        if condition():
            return
        await pilot.pause()
        await asyncio.sleep(0.02)
    raise AssertionError(shown(pilot.app))


def answers_in(path: Path) -> int:
    with Store(path, now=NOON) as store:
        return sum(len(store.answers.history(case.id)) for case in store.cases.all())


async def test_it_is_made_at_the_start_and_holds_the_work_of_the_day_on_leaving(
    app: AssessApp, safe: Safe, desk: Desk, begun: Callable[..., Assessment]
) -> None:
    case = begun()
    async with app.run_test() as pilot:
        await until(pilot, lambda: len(daily_backups(safe.database)) == 1)
        (made,) = daily_backups(safe.database)
        assert answers_in(made) == 0
        answer(desk, case, "committed_total", 73)
        desk.close()
    assert daily_backups(safe.database) == (made,)
    assert answers_in(made) == 1


async def test_where_it_cannot_be_made_this_is_said_and_the_work_goes_on(
    app: AssessApp, safe: Safe, begun: Callable[..., Assessment]
) -> None:
    begun()
    backup_folder(safe.database).write_text("a file in the place of the folder")
    async with app.run_test(notifications=True, size=(120, 40)) as pilot:
        await until(pilot, lambda: "No backup could be made today" in shown(app))
        assert "Fjord Energy Cluster" in shown(app)


async def test_the_palette_finds_the_backups_and_copies_the_database(
    app: AssessApp, begun: Callable[..., Assessment], desk: Desk, tmp_path: Path
) -> None:
    answer(desk, begun(), "founded", "2009")
    async with app.run_test(size=(100, 40)) as pilot:
        await until(pilot, lambda: bool(daily_backups(tmp_path / "assess.db")))
        found = [
            command for command in app.get_system_commands(app.screen) if command.title == "Backups"
        ]
        found[0].callback()
        await done_apart(pilot)
        assert "1 case, 1 answer" in " ".join(shown(app).split())
        await pilot.press("1")
        await pilot.pause()
        app.screen.query_one(Input).value = str(tmp_path / "copy.db")
        await pilot.press("enter")
        await done_apart(pilot)
        assert answers_in(tmp_path / "copy.db") == 1


async def test_a_backup_is_restored_from_the_palette_once_that_is_said_twice(
    app: AssessApp, begun: Callable[..., Assessment], desk: Desk, tmp_path: Path
) -> None:
    case = begun()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await until(pilot, lambda: bool(daily_backups(tmp_path / "assess.db")))
        answer(desk, case, "founded", "2009")
        desk.close()
        commands = app.get_system_commands(app.screen)
        next(command for command in commands if command.title == "Backups").callback()
        await done_apart(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert "Do you want to work with this backup?" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert answers_in(tmp_path / "assess.db") == 1, "Enter alone changes nothing"
        next(c for c in app.get_system_commands(app.screen) if c.title == "Backups").callback()
        await done_apart(pilot)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("2")
        await done_apart(pilot)
        await until(pilot, lambda: "The backup is restored" in shown(app))
        assert "Fjord Energy Cluster" in shown(app)
        assert app.is_open()
    assert answers_in(tmp_path / "assess.db") == 0
    assert len(_kept(tmp_path)) == 1


def _kept(folder: Path) -> list[Path]:
    return list(folder.glob("assess.db.before-restore-*"))
