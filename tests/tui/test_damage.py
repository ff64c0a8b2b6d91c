"""A damaged database at the start: explained, what is readable saved, and a way to go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.store import Store
from assess.tui.app import AssessApp
from assess.tui.case.home import HomeScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.workflow import Desk
from assess.workflow.program.backups import Safe
from tests.notation import NOON
from tests.tui.interview_keys import asking, keys
from tests.tui.screen_text import shown

PAGE = 4096
NUMBERS = range(1, 400)


@pytest.fixture
def safe(tmp_path: Path, desk: Desk, begun: Callable[..., Assessment]) -> Safe:
    """A database with a long history, its backup of before the last hundred answers."""
    case = begun().case.id
    safe = Safe(tmp_path / "assess.db", clock=lambda: NOON)
    answers = [
        Answer(question="committed_total", status=Status.ANSWERED, value=number, by="Ada")
        for number in NUMBERS
    ]
    desk.store.answers.add(case, answers[:-100], at=NOON)
    safe.back_up_daily()
    desk.store.answers.add(case, answers[-100:], at=NOON)
    desk.close()
    return safe


def damage(path: Path, *pages: int) -> bytes:
    with path.open("rb+") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xde\xad\xbe\xef" * (PAGE // 4))
    return path.read_bytes()


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


async def offered(pilot: Pilot[None]) -> str:
    await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
    await pilot.pause()
    return " ".join(shown(pilot.app).split())


def newest(path: Path) -> object:
    with Store(path, now=NOON) as store:
        (case,) = store.cases.all()
        return store.assessment(case.id).value("committed_total")


async def test_it_is_explained_and_the_work_goes_on_with_what_could_be_read(
    app: AssessApp, safe: Safe
) -> None:
    path = safe.database
    before = damage(path, path.stat().st_size // PAGE // 3)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        text = await offered(pilot)
        assert "The database is damaged. How do you want to go on?" in text
        assert "is damaged: " in text
        assert "Everything that could be read was saved to" in text
        assert f"With the recovered data: 1 case, {len(NUMBERS)} answers" in text
        assert "With the backup of" in text
        assert ": 1 case, 299 answers" in text
        await pilot.press("1")
        await until(pilot, lambda: "Fjord Energy Cluster" in shown(app))
    assert newest(path) == NUMBERS[-1]
    (kept,) = path.parent.glob("assess.db.damaged-*")
    assert kept.read_bytes() == before


async def test_or_with_the_newest_backup(app: AssessApp, safe: Safe) -> None:
    path = safe.database
    before = damage(path, *range(path.stat().st_size // PAGE))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        text = await offered(pilot)
        assert "can be read." in text
        assert "1 With the backup of" in text
        await pilot.press("1")
        await until(pilot, lambda: "Fjord Energy Cluster" in shown(app))
    assert newest(path) == 299
    (kept,) = path.parent.glob("assess.db.before-restore-*")
    assert kept.read_bytes() == before


async def test_or_everything_stays_as_it_is(app: AssessApp, safe: Safe) -> None:
    path = safe.database
    before = damage(path, path.stat().st_size // PAGE // 3)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await offered(pilot)
        await pilot.press("escape")
        await pilot.pause()
        text = " ".join(shown(app).split())
        assert "is damaged" in text
        assert "was saved to" in text
        await pilot.press("n", "enter")
        assert path.read_bytes() == before


async def test_a_window_whose_database_was_restored_says_so_and_writes_nothing(
    run: Callable[..., Any], begun: Callable[..., Assessment], desk: Desk, tmp_path: Path
) -> None:
    case = begun()
    safe = Safe(tmp_path / "assess.db", clock=lambda: NOON)
    safe.back_up(tmp_path / "copy.db")
    desk.close()
    async with asking(run, case, "committed_total") as pilot:
        await keys(pilot, "7")
        kept = safe.restore(tmp_path / "copy.db")
        await keys(pilot, "3", "<enter>")
        assert "Another program has replaced or removed" in " ".join(shown(pilot.app).split())
        assert "73" in shown(pilot.app)
        await keys(pilot, "<escape>", "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    assert kept is not None
    for path in (safe.database, kept):
        with Store(path, now=NOON) as store:
            assert store.answers.history(case.case.id) == ()
