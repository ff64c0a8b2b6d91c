"""Safekeeping: backups, the way back from one, what is readable of a damaged file, encryption."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
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

__all__ = ["KeptBackup", "Passphrase", "Safe", "Salvaged", "is_encrypted"]


class KeptBackup(NamedTuple):
    """A daily backup: when it was made, and what it holds, or why it cannot be used."""

    path: Path
    made_at: datetime
    holds: Inspection | None
    fault: str | None = None


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
        """Put a backup in the place of the database; gives the file in which that is kept."""
        return backup.restore(source, self.database, now=self.clock(), passphrase=self.passphrase)

    def salvage(self) -> Salvaged:
        """Save everything readable of the database to a new file beside it."""
        if not self.database.is_file():
            raise NotFound(gettext("There is no database at {path}.", path=self.database))
        return salvage(self.database, now=self.clock(), passphrase=self.passphrase)

    def put_in_place(self, saved: Salvaged) -> Path | None:
        """Go on with what was saved; gives the file in which the damaged database is kept."""
        kept = backup.restore(
            saved.target,
            self.database,
            now=self.clock(),
            passphrase=self.passphrase,
            why="damaged",
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
