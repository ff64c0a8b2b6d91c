"""Presence: who else has the case open, and whether something was written elsewhere."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from assess.errors import DamagedStore, StoreFault
from assess.store.case.windows import OpenWindow
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.process import is_running, this_process

TOLD_EVERY = timedelta(seconds=5)
"""How often a window that stays where it is says that it is there."""

GONE_AFTER = timedelta(seconds=15)
"""After how long without a sign a window counts as gone."""

FORGOTTEN_AFTER = timedelta(days=1)


class Presence(NamedTuple):
    """Another window with the case: who, on which machine, at which question, seen when."""

    who: str
    machine: str
    question: str
    at: datetime
    is_typing: bool


class Window:
    """One window on one case among others."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        """Open it; nobody sees it until it says where it is."""
        self._desk, self._case_id = desk, case_id
        self.name = secrets.token_hex(8)
        """The name under which the drafts of this window are kept."""
        self._who = desk.name_for(desk.store.assessment(case_id))
        self._told: OpenWindow | None = None
        self._version = desk.store.windows.data_version()

    def at(self, question: str, *, is_typing: bool = False) -> None:
        """Say where this window is; written when that changes, and every few seconds."""
        now, told = self._desk.now, self._told
        is_same = told is not None and (told.question, told.typing_at is not None) == (
            question,
            is_typing,
        )
        if is_same and told is not None and now - told.at < TOLD_EVERY:
            return
        seen = OpenWindow(
            window=self.name,
            case_id=self._case_id,
            question=question,
            who=self._who,
            machine=platform.node(),
            at=now,
            typing_at=now if is_typing else None,
            process=this_process(),
        )
        self._desk.store.windows.keep(seen, forget_before=now - FORGOTTEN_AFTER)
        self._told = seen

    def has_news(self) -> bool:
        """Tell whether another window or program wrote to the database since the last call."""
        version = self._desk.store.windows.data_version()
        is_new, self._version = version != self._version, version
        return is_new

    def others(self) -> tuple[Presence, ...]:
        """Give the other windows that show the case at the moment."""
        now = self._desk.now
        return tuple(
            Presence(
                window.who, window.machine, window.question, window.at, window.typing_at is not None
            )
            for window in self._desk.store.windows.of(self._case_id)
            if window.window != self.name and window.question and abs(now - window.at) <= GONE_AFTER
        )

    def come(self) -> None:
        """Be there, so that what is typed here is known as this window's from the first key on.

        Where nothing can be written the case can be looked at all the same; a key tells why.
        """
        if self._told is None:
            with unless_damaged():
                self.at("")

    def gone(self) -> tuple[str, ...]:
        """Give the names of the windows of the case that have ended without a word."""
        now = self._desk.now
        return tuple(
            window.window
            for window in self._desk.store.windows.of(self._case_id)
            if window.window != self.name and _has_ended(window, now)
        )

    def leave(self) -> None:
        """Say that this window is closed."""
        if self._told is not None:
            self._desk.store.windows.drop(self.name)
            self._told = None


@contextmanager
def unless_damaged() -> Iterator[None]:
    """Go on where what is done within cannot be written; DamagedStore where the file is damaged."""
    try:
        yield
    except DamagedStore:
        raise
    except StoreFault:
        return


def _has_ended(window: OpenWindow, now: datetime) -> bool:
    """Tell whether a window has ended: its program does not run, or was not heard of for long."""
    running = is_running(window.process)
    return not running if running is not None else abs(now - window.at) > GONE_AFTER
