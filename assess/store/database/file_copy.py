"""Copies of a database in use: written under another name, checked, and only then given theirs."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assess.store.database.connection import Passphrase, connect, journal_of
from assess.store.database.fault_text import (
    database_errors,
    demand_whole,
    explained,
    fault,
    is_about_writing,
)

PART = ".part"
"""How the name of a copy ends that is not finished."""


def copy_whole(
    connection: sqlite3.Connection, source: Path, target: Path, passphrase: Passphrase | None
) -> None:
    """Copy a database to a file that is then there whole or not at all; one there is replaced.

    The copy is encrypted with the passphrase of its source. Raises StoreFault where the copy cannot
    be written, DamagedStore where the source is damaged.
    """
    with unfinished(target) as temporary:
        fill(temporary, connection, passphrase, source=source, target=target)
        give_name(temporary, target, like=source)


def fill(
    temporary: Path,
    connection: sqlite3.Connection,
    passphrase: Passphrase | None,
    *,
    source: Path,
    target: Path,
) -> None:
    """Copy an open database into an empty file, and check the copy.

    `source` and `target` are what a fault is said of.
    """
    try:
        with closing(connect(temporary, passphrase, like=source)) as copy:
            connection.backup(copy)
            demand_whole(copy, source, thorough=True)
    except database_errors() as error:
        raise fault(target if is_about_writing(error) else source, error) from error


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give an empty file beside the one that it will become; without a name it goes again."""
    with explained(target):
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:80]}.", suffix=PART
        )
        os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        for left in (temporary, journal_of(temporary)):
            left.unlink(missing_ok=True)


def give_name(temporary: Path, target: Path, *, like: Path | None) -> None:
    """Force a finished file to the disk and give it its name, with the permissions of another."""
    with explained(target):
        if like is not None:
            temporary.chmod(like.stat().st_mode & 0o777 | 0o600)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        if os.name == "posix":  # elsewhere a folder cannot be opened
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
