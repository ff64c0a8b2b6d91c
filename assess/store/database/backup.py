"""Backups: consistent copies while the database is in use, one a day, and the way back from one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from assess.errors import AssessError, NotFound, StoreFault, Way
from assess.languages import gettext
from assess.store.database.connection import Passphrase, connect, is_encrypted
from assess.store.database.fault_text import demand_whole, explained
from assess.store.database.file_copy import PART, copy_whole, fill
from assess.store.database.file_replacement import replacing
from assess.store.database.inspection import end_of
from assess.store.database.opening import applied_migrations

KEPT = 14
"""How many daily backups are kept; the oldest goes first."""

HEAD = ".head"
"""How the file beside a backup ends that names the head of its record."""

_ABANDONED = timedelta(hours=1)
"""After this time, what is left of an unfinished copy is nobody's any more."""


def back_up(source: Path, target: Path, passphrase: Passphrase | None = None) -> None:
    """Copy a database, also one in use, to a new file; the copy is checked before it is named."""
    if not source.is_file():
        raise NotFound(gettext("There is no database at {path}.", path=source))
    if target.exists() and target.samefile(source):
        raise AssessError(
            gettext("{path} is the database itself; give another file for the backup.", path=target)
        )
    with _reading(source, passphrase) as connection:
        copy_whole(connection, source, target, passphrase)
    _write_head(target, passphrase if is_encrypted(target) else None)


def head_beside(backup: Path) -> Path:
    """Give the file beside a backup that names the head of its record."""
    return backup.with_name(f"{backup.name}{HEAD}")


def _write_head(target: Path, passphrase: Passphrase | None) -> None:
    """Write the head of a backup's record beside it: kept elsewhere, it shows what was altered."""
    count, head = end_of(target, passphrase)
    if count:
        with explained(head_beside(target)):
            head_beside(target).write_text(f"record:{head}\n", encoding="utf-8")
            head_beside(target).chmod(0o600)


def back_up_daily(
    source: Path, *, now: datetime, passphrase: Passphrase | None = None, again: bool = False
) -> Path | None:
    """Make the backup of the day if something changed since the last one; give its file if made.

    With `again` one that was made earlier on the day is replaced.
    """
    if not is_due(source, now=now, again=again):
        return None
    folder, target = backup_folder(source), _daily(source, now)
    with explained(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        for left in abandoned(source, now):
            left.unlink(missing_ok=True)
    back_up(source, target, passphrase)
    with explained(folder):
        for old in daily_backups(source)[:-KEPT]:
            old.unlink(missing_ok=True)
            head_beside(old).unlink(missing_ok=True)
        for old in _outlived(source, target, passphrase, now):
            old.unlink(missing_ok=True)
            head_beside(old).unlink(missing_ok=True)
    return target


def _outlived(
    source: Path, newest: Path, passphrase: Passphrase | None, now: datetime
) -> tuple[Path, ...]:
    """Give the backups whose day has come: what was erased since is still in them."""
    with _reading(source, passphrase) as connection:
        ((erased_at,),) = connection.execute("SELECT max(at) FROM entry WHERE kind = 'erased'")
    if erased_at is None:
        return ()
    erased = datetime.fromisoformat(erased_at).timestamp()
    return tuple(
        backup
        for backup in daily_backups(source)
        if backup != newest
        and backup.stat().st_mtime < erased
        and last_day(backup) < now.astimezone().date()
    )


def abandoned(source: Path, now: datetime) -> tuple[Path, ...]:
    """Give the unfinished copies of a database that a killed program left, here and as backups."""
    before = now.timestamp() - _ABANDONED.total_seconds()
    folder = backup_folder(source)
    found = [*folder.glob(f".*{PART}")] if folder.is_dir() else []
    if source.parent.is_dir():
        beside = (f".{source.name}.", f".{source.stem}.")
        found += [
            path
            for path in source.parent.iterdir()
            if path.name.startswith(beside) and path.name.endswith((PART, *_OF_PART))
        ]
    return tuple(path for path in sorted(found) if path.stat().st_mtime < before)


_OF_PART = tuple(f"{PART}{ending}" for ending in ("-journal", "-wal", "-shm"))
"""What SQLite puts beside a copy while it is written."""


def last_day(backup: Path) -> date:
    """Give the last day of a backup from which something was erased since."""
    made = datetime.fromtimestamp(backup.stat().st_mtime).astimezone().date()
    return made + timedelta(days=KEPT)


def copies_beside(source: Path) -> tuple[Path, ...]:
    """Give the other copies of a database beside it, which go only when somebody removes them."""
    begins = (f"{source.name}.before-", f"{source.name}.damaged-", f"{source.stem}.salvaged-")
    if not source.parent.is_dir():
        return ()
    found = (path for path in source.parent.iterdir() if path.name.startswith(begins))
    return tuple(sorted(path for path in found if path.is_file()))


def is_due(source: Path, *, now: datetime, again: bool = False) -> bool:
    """Tell whether the backup of the day is still to be made, and could be."""
    with explained(backup_folder(source)):
        return _is_due(source, now, again=again)


def _is_due(source: Path, now: datetime, *, again: bool) -> bool:
    if not source.is_file() or not os.access(source.parent, os.W_OK):
        return False
    if _daily(source, now).exists() and not again:
        return False
    newest = max((backup.stat().st_mtime for backup in daily_backups(source)), default=0.0)
    return newest < source.stat().st_mtime


def backup_folder(source: Path) -> Path:
    """Give the folder of the daily backups, beside the database."""
    return source.with_name(f"{source.name}.backups")


def daily_backups(source: Path) -> tuple[Path, ...]:
    """Give the daily backups, the oldest first."""
    return tuple(sorted(backup_folder(source).glob("[!.]*-????-??-??.db")))


def _daily(source: Path, now: datetime) -> Path:
    return backup_folder(source) / f"{source.stem}-{now.astimezone():%Y-%m-%d}.db"


def restore(
    backup: Path,
    database: Path,
    *,
    now: datetime,
    passphrase: Passphrase | None = None,
    why: str = "before-restore",
    prepare: Callable[[Path], object] | None = None,
) -> Path | None:
    """Put a backup in the place of the database; give the file in which the present one is kept.

    The backup is checked first; the present database is kept beside it, readable or not, with `why`
    in its name. `prepare` gets the copy before it stands in the place of the database.
    """
    if not backup.is_file():
        raise NotFound(gettext("There is no backup at {path}.", path=backup))
    if database.exists() and backup.samefile(database):
        raise AssessError(
            gettext("{path} is the database itself; give the file of a backup.", path=backup)
        )
    if is_encrypted(database) and not is_encrypted(backup):
        raise AssessError(
            gettext(
                "{path} is not encrypted, but the database is. Encrypt it first. "
                "Nothing was changed.",
                path=backup,
            )
        ).helped_by(Way.ENCRYPT)
    key = passphrase if is_encrypted(backup) else None
    with _reading(backup, key) as connection:
        if not applied_migrations(connection):
            raise StoreFault(
                gettext("{path} is not a database of assess; nothing was changed.", path=backup)
            )
        demand_whole(connection, backup, thorough=True)
        with explained(database):
            database.parent.mkdir(parents=True, exist_ok=True)
        is_first = not database.exists()
        kept = database.with_name(f"{database.name}.{why}-{now:%Y%m%d-%H%M%S}")
        with replacing(database, kept, passphrase) as new:
            fill(new, connection, key, source=backup, target=database)
            if prepare is not None:
                prepare(new)
    return None if is_first else kept


@contextmanager
def _reading(path: Path, passphrase: Passphrase | None) -> Iterator[sqlite3.Connection]:
    with (
        explained(path, passphrase),
        closing(connect(path, passphrase, read_only=True)) as connection,
    ):
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # a wrong passphrase ends here
        yield connection
