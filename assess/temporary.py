"""Folders for a while, which are removed in the end: by whoever made them, or by the next start.

Whoever has one holds a lock in it, so that what a killed program left is told from what is in use.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

_PREFIX = "assess-"
_LOCK = "in-use"

_OLD_SECONDS = 24 * 3600
"""After so long a folder without a lock is nobody's any more; before locks, none had one."""

_OTHERS = "weasyprint-"
"""How folders of the printing library begin that earlier versions left beside ours."""

_NAMES = re.compile(
    r"(assess-(dry-run|edition|print|printer|record|table)|weasyprint)-[a-z0-9_]{8}"
)
"""What is ours by its name: a folder that somebody called assess-something stays."""


class TemporaryFolder:
    """A folder that only this program uses, until it is removed."""

    def __init__(self, purpose: str) -> None:
        """Make one; its name says what for, as `_NAMES` knows it."""
        self._make(purpose)
        while not _hold(self._lock):  # whoever looked for abandoned ones in that moment removes it
            self._lock.close()
            self._make(purpose)

    def _make(self, purpose: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{purpose}-")
        self.path = Path(self._folder.name)
        self._lock = (self.path / _LOCK).open("wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove it with all that is in it."""
        self._lock.close()  # Windows removes no file that is open
        self._folder.cleanup()


def remove_abandoned() -> None:
    """Remove what a program left that was killed; what is in use, or another user's, stays."""
    for folder in _left():
        with suppress(OSError):
            if folder.is_symlink() or not folder.is_dir() or not _is_abandoned(folder):
                continue
            shutil.rmtree(folder, ignore_errors=True)


def _left() -> Iterator[Path]:
    place = Path(tempfile.gettempdir())
    for prefix in (_PREFIX, _OTHERS):
        with suppress(OSError):
            yield from [path for path in place.glob(f"{prefix}*") if _NAMES.fullmatch(path.name)]


def _is_abandoned(folder: Path) -> bool:
    lock = folder / _LOCK
    if not lock.exists() or folder.name.startswith(_OTHERS):
        return time.time() - folder.stat().st_mtime > _OLD_SECONDS
    if sys.platform == "win32":
        lock.unlink()  # what is open there cannot be removed, which is an OSError
        return True
    with lock.open("rb") as held:
        return _hold(held)


def _hold(lock: BinaryIO) -> bool:
    """Lock a file for as long as it is open; tell whether nobody else has done so."""
    if sys.platform == "win32":
        return True  # being open is what holds it there
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
