"""What takes its time goes on apart from the screen: keys answer, and a wait can be left."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.tui.case.dialog.evidence import EvidenceScreen
from assess.tui.dialog.apart import Slow
from assess.tui.dialog.ask import AskScreen
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.path_suggester import PathSuggester, found_apart
from assess.workflow import Desk
from assess.workflow.case.evidence import add_file
from tests.tui.interview_keys import asking, keys, settled
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown, type_in

Run = Callable[..., Any]


async def test_a_wait_is_left_with_esc_and_what_is_typed_stays(run: Run) -> None:
    arrived, came, late = threading.Event(), list[str](), list[str]()

    def work() -> str:
        arrived.wait(30)
        return "it came"

    async with run() as pilot:
        form = AskScreen(
            "Take in",
            [Asked("source", "File")],
            lambda _: Slow("The file is being imported …", work, came.append, late.append),
        )
        await pilot.app.push_screen(form)
        await pilot.pause()
        await type_in(pilot, "slow.json")
        await pilot.press("enter")
        await pilot.pause()
        assert "… The file is being imported … Esc cancels it." in shown(pilot.app)
        await pilot.press("x")
        assert form.values == {"source": "slow.jsonx"}, "a key answers"
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert pilot.app.screen is form
        assert "being imported" not in shown(pilot.app)
        arrived.set()
        await done_apart(pilot)
        assert (came, late) == ([], ["it came"])
        assert pilot.app.screen is form
        await pilot.press("enter")
        await done_apart(pilot)
        assert came == ["it came"]
        assert pilot.app.screen is not form


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with a name")
async def test_evidence_that_has_become_a_pipe_does_not_stop_the_screen(
    run: Run, begun: Callable[..., Assessment], desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("eleven members were present")
    case = add_file(desk, begun(), "committed_total", file, copy=False).assessment
    file.unlink()
    os.mkfifo(file)
    async with asking(run, case, "committed_total", size=(100, 40)) as pilot:
        await keys(pilot, "<escape>", "e")
        await settled(pilot)
        await done_apart(pilot)
        assert isinstance(pilot.app.screen, EvidenceScreen)
        assert "is missing or cannot be read" in " ".join(shown(pilot.app).split())
        await keys(pilot, "<enter>")
        await done_apart(pilot)
        assert "pipe or device, so it is not opened" in " ".join(shown(pilot.app).split())
        await keys(pilot, "+", "2")
        await settled(pilot)
        await type_in(pilot, str(file))
        await keys(pilot, "<ctrl+s>")
        await done_apart(pilot)
        assert "cannot be read: it is" in " ".join(shown(pilot.app).split())


async def test_a_folder_that_does_not_answer_keeps_no_key_waiting() -> None:
    answered = threading.Event()

    def look() -> str:
        answered.wait(30)
        return "found"

    looking = asyncio.ensure_future(found_apart(look))
    await asyncio.sleep(0.01)
    assert not looking.done()
    answered.set()
    assert await looking == "found"


async def test_a_path_is_completed_for_what_was_typed_last(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.json").touch()
    suggester = PathSuggester()
    typed = [f"{tmp_path}{os.sep}{name}" for name in ("f", "fi", "fo")]
    found = await asyncio.gather(*map(suggester.get_suggestion, typed))
    assert found[1:] == [None, f"{tmp_path}{os.sep}folder{os.sep}"]
    assert await suggester.get_suggestion(f"{tmp_path}{os.sep}fi") == str(tmp_path / "file.json")
