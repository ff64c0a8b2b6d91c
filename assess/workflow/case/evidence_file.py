"""Files that are to be evidence, as they are read from the disk."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from assess.errors import AssessError
from assess.files import opened
from assess.languages import gettext

MAX_COPY = 25 * 1024 * 1024
"""The largest file, in bytes, of which a copy is taken into the database."""


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


def digest_of(path: Path) -> tuple[str, int]:
    """Give the SHA-256 of a file and its size; raises AssessError for what cannot be read."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


def _content(path: Path) -> bytes:
    with opened(path) as file:
        return file.read(MAX_COPY + 1)
