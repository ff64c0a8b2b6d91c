"""Completes paths while they are typed."""

from __future__ import annotations

import os
from asyncio import Lock
from functools import partial
from pathlib import Path

from textual.suggester import Suggester

from assess.tui.frame.own_thread import found_apart


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
