"""Writing files so that a reader sees the old one or the new one, whole, and nothing in between."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from assess.errors import AssessError, Way
from assess.languages import gettext


def write_whole(target: Path, content: bytes, *, sync: bool = True) -> None:
    """Write a file under a temporary name, and rename it when all of it is on the disk.

    Who writes many leaves out `sync`, and calls `sync_all` once at the end; where the system has no
    such call (Windows), each is forced to the disk by itself.
    """
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".part"
        )
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.",
                path=target,
                reason=error.strerror or error,
            )
        ) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if sync or not hasattr(os, "sync"):
                os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.",
                path=target,
                reason=error.strerror or error,
            )
        ) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a file to read it; a pipe or device, which may keep a reader waiting, is refused.

    Raises AssessError, also for what cannot be read while the file is open.
    """
    waits_for_nobody = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, os.O_RDONLY | waits_for_nobody)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise AssessError(
                gettext(
                    "{path} cannot be read: it is a folder, pipe or device, not a file.",
                    path=path,
                )
            )
        with open(handle, "rb") as file:  # noqa: PTH123  a path was opened above
            yield file
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error


def sync_all() -> None:
    """See to it that everything written so far is on the disk."""
    if hasattr(os, "sync"):
        os.sync()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse to write over a file unless that is wanted."""
    if target.is_dir():
        raise AssessError(gettext("{path} is a folder; give a file.", path=target))
    if target.exists() and not force:
        raise AssessError(gettext("{path} exists already.", path=target)).helped_by(Way.FORCE)
