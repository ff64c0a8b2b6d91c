"""Safekeeping: backups, the way back from one, what is readable of a damaged file, encryption."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from assess.errors import AssessError, NotFound
from assess.files import refuse_existing
from assess.languages import gettext
from assess.store import Store
from assess.store.database import backup, encryption
from assess.store.database.connection import Passphrase, is_encrypted
from assess.store.database.inspection import Inspection, inspect, unlock
from assess.store.database.opening import CHECKED_AT_START
from assess.store.database.salvage import Salvaged, is_damaged, salvage
from assess.store.program.copies import erase_in_file, erasures_in, rewrite
from assess.store.program.repeating import KnownErasure

__all__ = ["KeptBackup", "Passphrase", "Safe", "Salvaged", "is_encrypted"]


class KeptBackup(NamedTuple):
    """A daily backup: when it was made, and what it holds, or why it cannot be used."""

    path: Path
    made_at: datetime
    holds: Inspection | None
    fault: str | None = None


class CopyBeside(NamedTuple):
    """A copy of the database beside it, and on which day it goes by itself; None: never."""

    path: Path
    goes_on: date | None = None


def demand_encryptable(database: Path) -> None:
    """Refuse to encrypt what is encrypted already, or where nothing can encrypt."""
    encryption.demand_possible(database)


def _now() -> datetime:
    """Give the real time: a day stated for output says nothing about when a copy was made."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Safe:
    """The file of a database as a whole, and what opens it if it is encrypted."""

    database: Path
    passphrase: Passphrase | None = None
    is_kept: bool = True
    """Whether a backup of each day is kept; of the demonstration none is."""
    clock: Callable[[], datetime] = _now

    def unlock(self) -> None:
        """Raise AssessError where an encrypted database does not open with the passphrase."""
        if self.passphrase is not None and self.database.exists():
            unlock(self.database, self.passphrase)

    def back_up(self, target: Path, *, force: bool = False) -> Inspection:
        """Copy the database, also one in use, to a file; gives what the copy holds."""
        refuse_existing(target, force=force)
        backup.back_up(self.database, target, self.passphrase)
        return inspect(target, self.passphrase)

    def is_due(self) -> bool:
        """Tell whether something changed since the last backup, and there is none of today."""
        return self.is_kept and backup.is_due(self.database, now=self.clock())

    def back_up_daily(self) -> Path | None:
        """Make the backup of the day if it is due; gives its file if one was made.

        Raises DamagedStore where the database turns out to be damaged.
        """
        return backup.back_up_daily(self.database, now=self.clock(), passphrase=self.passphrase)

    def back_up_on_leaving(self) -> None:
        """Bring the backup of the day up to date, so that it holds the day's work.

        With a large database nobody is kept waiting for it: its backup comes with the next start.
        """
        is_small = self.database.is_file() and self.database.stat().st_size <= CHECKED_AT_START
        if self.is_kept and is_small:
            backup.back_up_daily(
                self.database, now=self.clock(), passphrase=self.passphrase, again=True
            )

    def is_damaged(self) -> bool:
        """Tell whether the database is damaged, as far as a quick check sees."""
        return self.database.is_file() and is_damaged(self.database, self.passphrase)

    def backups(self) -> tuple[KeptBackup, ...]:
        """Give the daily backups, the newest first."""
        return tuple(self._look(path) for path in reversed(backup.daily_backups(self.database)))

    def _look(self, path: Path) -> KeptBackup:
        made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        try:
            holds = inspect(path, self.passphrase if is_encrypted(path) else None)
        except AssessError as error:
            return KeptBackup(path, made_at, None, str(error))
        return KeptBackup(path, made_at, holds)

    def restore(self, source: Path) -> Path | None:
        """Put a backup in the place of the database; gives the file in which that is kept.

        What was erased in the database is erased in what comes in its place.
        """
        is_there = self.database.exists() and source.is_file()
        is_other = is_there and not source.samefile(self.database)
        erased = self._erasures() if is_other else ()
        key = self.passphrase if is_encrypted(source) else None
        return backup.restore(
            source,
            self.database,
            now=self.clock(),
            passphrase=self.passphrase,
            prepare=partial(self._erase_in, erased, key) if erased else None,
        )

    def _erasures(self) -> tuple[KnownErasure, ...]:
        newest_first = reversed([copy.path for copy in self.copies()])
        return erasures_in(self.database, self.passphrase, newest_first)

    def _erase_in(
        self, erased: tuple[KnownErasure, ...], key: Passphrase | None, path: Path
    ) -> None:
        erase_in_file(path, erased, key, self.clock())

    def copies(self) -> tuple[CopyBeside, ...]:
        """Give the copies beside the database, with the day on which each goes by itself."""
        daily = [
            CopyBeside(path, backup.last_day(path) + timedelta(days=1))
            for path in backup.daily_backups(self.database)
        ]
        others = (
            *backup.copies_beside(self.database),
            *backup.abandoned(self.database, self.clock()),
        )
        return (*daily, *(CopyBeside(path) for path in others))

    def erase_in_copies(self) -> tuple[tuple[Path, str | None], ...]:
        """Write every copy anew without what was erased; remove what cannot be written anew.

        Gives each copy, and why it was removed; None: it was written anew.
        """
        erased = self._erasures()
        done: list[tuple[Path, str | None]] = []
        for copy in self.copies():
            try:
                rewrite(copy.path, erased, self.passphrase, self.clock())
            except AssessError as error:
                copy.path.unlink(missing_ok=True)
                done.append((copy.path, str(error)))
            else:
                done.append((copy.path, None))
        return tuple(done)

    def renew_backup(self) -> Path | None:
        """Make the backup of the day anew, whenever one was made before."""
        if not self.is_kept:
            return None
        return backup.back_up_daily(
            self.database, now=self.clock(), passphrase=self.passphrase, again=True
        )

    def salvage(self) -> Salvaged:
        """Save everything readable of the database to a new file beside it."""
        if not self.database.is_file():
            raise NotFound(gettext("There is no database at {path}.", path=self.database))
        return salvage(self.database, now=self.clock(), passphrase=self.passphrase)

    def put_in_place(self, saved: Salvaged) -> Path | None:
        """Go on with what was saved; gives the file in which the damaged database is kept.

        What came from a backup may hold what was erased since: it is erased again.
        """
        erased = (*erasures_in(saved.target, self.passphrase), *self._erasures())
        kept = backup.restore(
            saved.target,
            self.database,
            now=self.clock(),
            passphrase=self.passphrase,
            why="damaged",
            prepare=partial(self._erase_in, erased, self.passphrase) if erased else None,
        )
        saved.target.unlink(missing_ok=True)
        return kept

    def encrypt(self) -> Path | None:
        """Encrypt the database, or begin an encrypted one; gives the file of the one before."""
        demand_encryptable(self.database)
        if self.passphrase is None:
            raise AssessError(gettext("Encryption needs a passphrase."))
        if not self.database.exists():
            Store(self.database, now=self.clock(), passphrase=self.passphrase).close()
            return None
        return encryption.encrypt(self.database, self.passphrase, now=self.clock())
