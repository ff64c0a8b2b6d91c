"""The end that comes from outside: logging out, a closed terminal, a polite kill."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App


def heed_signals(app: App[Any], leave: Callable[[], None]) -> None:
    """Have every screen keep what is typed, and then `leave`, when the system ends the program."""

    def end() -> None:
        for screen in app.screen_stack:  # first, since the terminal may be gone already
            keep_typed: Callable[[], None] | None = getattr(screen, "keep_typed", None)
            if keep_typed is not None:
                keep_typed()
        leave()

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            with suppress(NotImplementedError, ValueError):  # Windows; a thread of a test
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), end)
