"""Files that are to be evidence, as they are read from the disk."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from assess.core.case.answer import Evidence
from assess.errors import AssessError
from assess.files import opened
from assess.languages import gettext

MAX_COPY = 25 * 1024 * 1024
"""The largest file, in bytes, of which a copy is taken into the database."""


MAX_SIZE = 16 * 2**30
"""The largest file, in bytes, that is read as evidence."""

MAX_SECONDS = 120
"""How long the reading of one file may take."""

_CHUNK = 1024 * 1024


class WeighedFile(NamedTuple):
    """A file as it was read: its digest and size, and its content where a copy is wanted."""

    path: Path
    digest: str
    size: int
    content: bytes | None


def weigh(path: Path, *, copy: bool) -> WeighedFile:
    """Read a file that is to be evidence, which takes its time; it needs no database.

    Raises AssessError for what cannot be read, or is too large to copy.
    """
    whole = path.expanduser().absolute()
    digest, size = digest_of(whole)
    if not copy:
        return WeighedFile(whole, digest, size, None)
    _demand_copyable(whole, size)
    content = _content(whole)
    return WeighedFile(whole, digest, len(content), content)


def demand_file(path: Path, *, copy: bool) -> None:
    """Refuse a file that cannot be read or is too large to copy, before anything is saved."""
    whole = path.expanduser().absolute()
    _, size = digest_of(whole)
    if copy:
        _demand_copyable(whole, size)


def _demand_copyable(path: Path, size: int) -> None:
    if size > MAX_COPY:
        raise AssessError(
            gettext(
                "{path} has {size} MB; the limit for copies in the database is {max_copy} "
                "MB. Add it without a copy.",
                path=path,
                size=f"{size / 2**20:.0f}",
                max_copy=MAX_COPY // 2**20,
            )
        )


def digest_of(path: Path, *, size: int | None = None) -> tuple[str, int]:
    """Give the SHA-256 of a file and its size; of one that has not the `size`, only the latter.

    Raises AssessError for what cannot be read, is too large, or takes too long.
    """
    began, digest = monotonic(), hashlib.sha256()
    with opened(path) as file:
        there = os.fstat(file.fileno()).st_size
        if there > MAX_SIZE:
            raise AssessError(
                gettext(
                    "{path} has {size} GB; the limit for evidence is {max_size} GB.",
                    path=path,
                    size=f"{there / 2**30:.0f}",
                    max_size=MAX_SIZE // 2**30,
                )
            )
        if size is not None and there != size:
            return "", there
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            if monotonic() - began > MAX_SECONDS:
                raise AssessError(
                    gettext(
                        "{path} could not be read within {seconds} seconds.",
                        path=path,
                        seconds=MAX_SECONDS,
                    )
                )
        return digest.hexdigest(), file.tell()


def is_untouched(path: Path, evidence: Evidence) -> bool:
    """Tell whether nobody wrote to a file since it was given, as far as its system tells."""
    try:
        there = path.stat()
    except (OSError, ValueError):
        return False
    given = evidence.added_at
    is_older = given is not None and there.st_mtime <= given.timestamp()
    return stat.S_ISREG(there.st_mode) and there.st_size == evidence.size and is_older


def _content(path: Path) -> bytes:
    with opened(path) as file:
        return file.read(MAX_COPY + 1)
