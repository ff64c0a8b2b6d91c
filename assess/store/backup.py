"""Backups: consistent copies while the database is in use, one a day, and the way back from one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from assess.errors import AssessError, StoreFault
from assess.store.opening import applied_migrations, explained

KEPT = 14
"""How many daily backups are kept; the oldest goes first."""


def back_up(source: Path, target: Path) -> None:
    """Copy a database, also one in use, to a new file; the copy is checked before it is named."""
    if not source.is_file():
        raise AssessError(f"There is no database at {source}.")
    with explained(source), closing(_connected(source)) as connection:
        _copied(connection, target)


def back_up_daily(source: Path, *, now: datetime) -> Path | None:
    """Make the backup of the day if something changed since the last one; give its file if made."""
    folder = backup_folder(source)
    known = daily_backups(source)
    if known and known[-1].name >= _daily_name(source, now):
        return None
    if known and known[-1].stat().st_mtime >= source.stat().st_mtime:
        return None
    folder.mkdir(exist_ok=True)
    target = folder / _daily_name(source, now)
    back_up(source, target)
    for old in daily_backups(source)[:-KEPT]:
        old.unlink()
    return target


def backup_folder(source: Path) -> Path:
    """Give the folder of the daily backups, beside the database."""
    return source.with_name(f"{source.name}.backups")


def daily_backups(source: Path) -> tuple[Path, ...]:
    """Give the daily backups, the oldest first."""
    return tuple(sorted(backup_folder(source).glob(f"{source.stem}-*.db")))


def restore(backup: Path, database: Path, *, now: datetime) -> Path | None:
    """Put a backup in the place of the database; give the file in which the present one is kept.

    The backup is checked first; the present database is kept beside it, readable or not.
    """
    if not backup.is_file():
        raise AssessError(f"There is no backup at {backup}.")
    with explained(backup), closing(_connected(backup)) as connection:
        if not applied_migrations(connection):
            raise StoreFault(f"{backup} is not a database of assess; nothing was changed.")
        _demand_whole(connection, backup)
        kept = _kept_aside(database, now)
        try:
            _copied(connection, database)
        except BaseException:
            if kept is not None:
                kept.replace(database)
            raise
    return kept


def _kept_aside(database: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    kept = database.with_name(f"{database.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    with explained(database):
        database.replace(kept)
    return kept


def _daily_name(source: Path, now: datetime) -> str:
    return f"{source.stem}-{now:%Y-%m-%d}.db"


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def _copied(
    connection: sqlite3.Connection,
    target: Path,
    connect: Callable[[Path], sqlite3.Connection] = sqlite3.connect,
) -> None:
    """Copy under a temporary name, check, force to the disk, and rename."""
    temporary = target.with_name(f".{target.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        with closing(connect(temporary)) as copy:
            connection.backup(copy)
            _demand_whole(copy, target)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _demand_whole(connection: sqlite3.Connection, path: Path) -> None:
    said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    if said != ["ok"]:
        raise StoreFault(f"{path} is damaged ({'; '.join(said)}); nothing was changed.")
