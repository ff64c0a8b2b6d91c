"""Files that are evidence, as they are read from the disk, and which of them may be.

A case file from elsewhere can name any path of this computer. Only files that were given here are
looked at, and those the expert agreed to.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from assess.core.case.answer import Evidence
from assess.errors import AssessError
from assess.files import content_of, opened, write_whole
from assess.languages import gettext
from assess.workflow.desk.desk import Desk

MAX_COPY = 25 * 1024 * 1024
"""The largest file, in bytes, of which a copy is taken into the database."""


MAX_SIZE = 16 * 2**30
"""The largest file, in bytes, that is read as evidence."""

MAX_SECONDS = 120
"""How long the reading of one file may take."""

_CHUNK = 1024 * 1024

_MOST_KNOWN = 16_000_000
"""Bytes of the list of files that may be looked at."""


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


def known_files(desk: Desk) -> frozenset[str]:
    """Give what is known of this database on this computer, for `may_be_read`."""
    try:
        return frozenset(content_of(_file(desk), _MOST_KNOWN).decode("ascii", "replace").split())
    except OSError:
        return frozenset()


def may_be_read(evidence: Evidence, known: frozenset[str]) -> bool:
    """Tell whether a file may be opened to see if it is still what it was."""
    return _mark(evidence) in known


def remember(desk: Desk, evidence: Iterable[Evidence]) -> None:
    """Keep that files may be looked at, beside the database: paths are those of one computer."""
    known = known_files(desk)
    more = {_mark(piece) for piece in evidence if piece.kind == "file"} - known
    if more:
        text = "".join(f"{mark}\n" for mark in sorted(known | more))
        write_whole(_file(desk), text.encode("ascii"), is_private=True)


def _file(desk: Desk) -> Path:
    return desk.store.path.with_name(f"{desk.store.path.name}.known-evidence")


def _mark(evidence: Evidence) -> str:
    """Give a mark from which nobody reads path or content: the database may be encrypted."""
    said = f"{evidence.location}\0{evidence.sha256}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
