"""The pace of the interface in a test."""

from __future__ import annotations

import threading
from typing import Any

import textual._wait
import textual.screen
from textual.pilot import Pilot


def hasten() -> None:
    """Wait for what the interface does, not for the pace at which a person looks at it.

    Frames follow one another faster, and it is asked more often whether all is done.
    """
    for module, name, seconds in (
        (textual.screen, "UPDATE_PERIOD", 1 / 240),
        (textual._wait, "SLEEP_GRANULARITY", 1 / 200),
        (textual._wait, "SLEEP_IDLE", 1 / 4000),
    ):
        assert hasattr(module, name), f"Textual has no {name} to be waited by"
        setattr(module, name, seconds)


async def done_apart(pilot: Pilot[Any]) -> None:
    """Wait until nothing goes on apart from the screen, and the screen shows what came of it."""
    while any(thread.name == "apart" for thread in threading.enumerate()):
        await pilot.pause(0.01)
    await pilot.pause()
