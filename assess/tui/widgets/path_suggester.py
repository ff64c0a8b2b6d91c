"""Completes paths while they are typed."""

from __future__ import annotations

import os
from asyncio import Future, Lock, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from textual.suggester import Suggester

Found = TypeVar("Found")


class PathSuggester(Suggester):
    """Completes the path that is being typed from the folders that are there."""

    def __init__(self) -> None:
        """Read the folder anew each time: files come and go."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._newest = ""
        self._turn = Lock()

    async def get_suggestion(self, value: str) -> str | None:
        """Give the path with its last name completed, a folder with its separator.

        A disk that does not answer is asked once; what was typed meanwhile is looked for then.
        """
        self._newest = value
        async with self._turn:
            if value != self._newest:
                return None
            return await found_apart(partial(completed, value))


def completed(path: str) -> str | None:
    """Give a begun path with its last name completed, or None where nothing begins like it."""
    folder, _, begun = path.rpartition(os.sep)
    place = Path(folder + os.sep).expanduser() if folder or path.startswith(os.sep) else Path()
    if not begun:
        return None
    try:
        names = sorted(entry.name for entry in place.iterdir() if entry.name.startswith(begun))
        if not names:
            return None
        end = os.sep if (place / names[0]).is_dir() else ""
    except OSError:
        return None
    return f"{path[: len(path) - len(begun)]}{names[0]}{end}"


async def found_apart(look: Callable[[], Found]) -> Found:
    """Do something in a thread of its own, and give what came of it.

    Unlike the threads of asyncio it keeps nobody from leaving, where a disk does not answer.
    """
    loop = get_running_loop()
    coming: Future[Found] = loop.create_future()

    def work() -> None:
        with suppress(RuntimeError):  # the interface has ended
            try:
                found = look()
            except Exception as error:  # noqa: BLE001  whoever waits for it gets it
                loop.call_soon_threadsafe(_give, coming, coming.set_exception, error)
            else:
                loop.call_soon_threadsafe(_give, coming, coming.set_result, found)

    spoken = copy_context()
    Thread(target=lambda: spoken.run(work), name="apart", daemon=True).start()
    return await coming


def _give(coming: Future[Any], give: Callable[[Any], object], what: object) -> None:
    if not coming.done():  # nobody may wait for it any more
        give(what)
