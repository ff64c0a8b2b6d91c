"""The report in the interface: what will be in it, printed beside the work, stopped, issued."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.case.assessment import Assessment
from assess.render.printing import printer as printers
from assess.tui.app import AssessApp
from assess.tui.dialog.help import HelpScreen
from assess.tui.report.report import ReportScreen
from assess.workflow import Desk, editions, finish
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown

Run = Callable[..., Any]
Begun = Callable[..., Assessment]


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """What lets the printer go on once it is there."""
    return tmp_path / "gate"


@pytest.fixture
def let_go(gate: Path) -> Callable[[], None]:
    """Let the printer go on."""
    return gate.touch


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch, gate: Path) -> list[dict[str, Any]]:
    """A printer whose process is another one: it tells three parts, then waits to be let go.

    The list holds what it was asked; the program itself is not replaced.
    """
    asked: list[dict[str, Any]] = []
    code = (
        "import json,sys,time,pathlib\n"
        "for line in sys.stdin:\n"
        "    request = json.loads(line)\n"
        "    def say(**said): print(json.dumps(said), flush=True)\n"
        "    if request['document'] == 'warm': say(warm=True); continue\n"
        "    for page in (1, 2, 3): say(part='layout', page=page)\n"
        f"    while not pathlib.Path({str(gate)!r}).exists(): time.sleep(0.01)\n"
        "    pathlib.Path(request['target']).write_bytes(b'%PDF made here')\n"
        "    say(pages=3, missing=['\\U0001faf7'], refused=[], asked=[], log=[], seconds={})\n"
    )
    monkeypatch.setattr(printers, "COMMAND", ("-c", code))
    exchange = printers.Printer._exchange

    def noted(self: Any, request: dict[str, Any], *given: Any) -> dict[str, Any]:
        asked.append({"document": request["document"], "format": request.get("format")})
        return exchange(self, request, *given)

    monkeypatch.setattr(printers.Printer, "_exchange", noted)
    return asked


async def open_report(pilot: Pilot[Any]) -> ReportScreen:
    """Go to the report from Home."""
    await pilot.pause()
    await pilot.press("v")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReportScreen)
    await done_apart(pilot)
    return screen


async def write_to(pilot: Pilot[Any], which: str, target: Path, *answers: str) -> None:
    """Ask for one of the documents by its number, answer what is asked, and name the file."""
    await pilot.press("ctrl+s")
    await pilot.pause()
    for key in (which, *answers):
        await pilot.press(key)
        await pilot.pause()
    pilot.app.screen.query_one(Input).value = str(target)
    await pilot.press("enter")
    await pilot.pause()


async def until(done: Callable[[], Any]) -> None:
    for _ in range(1200):
        if done():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def test_it_says_what_will_be_in_the_report(run: Run, answered: Begun) -> None:
    answered()
    async with run(size=(100, 50)) as pilot:
        await open_report(pilot)
        text = shown(pilot.app)
        for said in ("Page mark", "Draft", "none yet", "Priority 1", "Area A", "9 indicators"):
            assert said in text
        assert "82, " in text or "Answers" in text
        assert "Issue" not in text.split("Esc Back")[0].rsplit("\n", 2)[-1]


@pytest.mark.slow
async def test_printing_tells_its_pages_and_leaves_the_keys_free(
    run: Run,
    answered: Begun,
    waiting: list[dict[str, Any]],
    let_go: Callable[[], None],
    tmp_path: Path,
) -> None:
    answered()
    target = tmp_path / "report.pdf"
    async with run(size=(100, 40)) as pilot:
        await open_report(pilot)
        await write_to(pilot, "1", target)
        app = pilot.app
        assert isinstance(app, AssessApp)
        await until(lambda: "page" in app.activity)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert app.documents.is_printing
        await pilot.press("escape")
        let_go()
        await until(lambda: app.documents.newest)
        assert target.read_bytes() == b"%PDF made here"
        assert app.activity == ""
        await until(lambda: "U+1FAF7" in shown(app))
        assert waiting == [{"document": "report", "format": "pdf"}]
        await write_to(pilot, "2", tmp_path / "two.pdf")
        await until((tmp_path / "two.pdf").exists)
        assert waiting[-1] == {"document": "summary", "format": "pdf"}


async def test_printing_can_be_stopped_and_leaves_nothing(
    run: Run, answered: Begun, waiting: list[dict[str, Any]], tmp_path: Path
) -> None:
    answered()
    target = tmp_path / "report.pdf"
    async with run(size=(100, 40)) as pilot:
        screen = await open_report(pilot)
        assert screen.check_action("cancel", ()) is False
        await write_to(pilot, "1", target)
        app = pilot.app
        assert isinstance(app, AssessApp)
        await until(lambda: "page" in app.activity)
        await pilot.press("delete")
        await until(lambda: not app.documents.is_printing)
        await pilot.pause()
        assert "Printing was cancelled" in shown(app)
        assert app.documents.newest is None
        assert not target.exists()
        assert len(waiting) == 1


@pytest.mark.slow
async def test_an_edition_is_issued_and_shown(
    run: Run,
    answered: Begun,
    desk: Desk,
    waiting: list[dict[str, Any]],
    let_go: Callable[[], None],
    tmp_path: Path,
) -> None:
    let_go()
    case = answered()
    finish(desk, case)
    target = tmp_path / "edition.pdf"
    async with run(size=(100, 50)) as pilot:
        screen = await open_report(pilot)
        await pilot.press("ctrl+s", "3")
        await pilot.pause()
        assert "not looked at yet." in shown(pilot.app)
        await pilot.press("enter")  # the default is no
        await pilot.pause()
        assert pilot.app.screen is screen
        await write_to(pilot, "3", target, "2")
        await until(target.exists)
        await until(lambda: not screen.app.documents.is_printing)
        (note,) = editions(desk, case)
        assert (note.number, note.pages) == (1, 3)
        assert target.read_bytes() == b"%PDF made here"
        screen.renew()
        await until(lambda: "edition 1 of 2 November 2026" in shown(pilot.app))
        await write_to(pilot, "3", tmp_path / "second.pdf", "2")
        await until(lambda: "Nothing has changed since edition 1" in shown(pilot.app))
    assert len(waiting) == 1


async def test_the_printer_is_warmed_when_results_are_opened(
    run: Run, answered: Begun, waiting: list[dict[str, Any]]
) -> None:
    answered()
    async with run(warms_printer=True) as pilot:
        await pilot.pause()
        assert waiting == []
        await pilot.press("r")
        await until(lambda: waiting)
        await pilot.press("escape", "r")
        await pilot.pause(0.2)
        assert waiting == [{"document": "warm", "format": None}]
