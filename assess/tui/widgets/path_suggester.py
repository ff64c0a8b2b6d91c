"""Completes paths while they are typed."""

from __future__ import annotations

import os
from pathlib import Path

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Completes the path that is being typed from the folders that are there."""

    def __init__(self) -> None:
        """Read the folder anew each time: files come and go."""
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Give the path with its last name completed, a folder with its separator."""
        return completed(value)


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
