"""An interview in a test: opened at a question, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from assess.core.case.assessment import Assessment
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.frame.host import host

_NAMES = {
    " ": "space",
    "/": "slash",
    "+": "plus",
    ".": "full_stop",
    ",": "comma",
    "%": "percent_sign",
    "-": "minus",
    "\n": "enter",
    "\t": "tab",
}


@asynccontextmanager
async def asking(
    run: Callable[..., Any],
    case: Assessment,
    question: str | None = None,
    *,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pilot[None]]:
    """Run the interface with the interview of a case open at a question."""
    async with run(size=size) as pilot:
        await pilot.pause()
        host(pilot.app).open_interview(case.case.id, question)
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until a screen is open and its card is laid."""
    await pilot.pause()
    await pilot.pause()


async def keys(pilot: Pilot[Any], *texts: str) -> None:
    """Press keys: each text is the name of a key in angle brackets, or typed letter by letter."""
    for text in texts:
        if text.startswith("<") and text.endswith(">"):
            await pilot.press(text[1:-1])
        else:
            await pilot.press(*(_NAMES.get(letter, letter) for letter in text))
        await pilot.pause()


def interview(pilot: Pilot[Any]) -> InterviewScreen:
    """Give the interview, which has to be the screen that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, InterviewScreen)
    return screen
