"""Copies of a database from which is erased what was erased in the database."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from assess.errors import StoreFault
from assess.store.database.connection import Passphrase, connect, is_encrypted
from assess.store.database.fault_text import explained
from assess.store.database.file_copy import fill, give_name, unfinished
from assess.store.database.ledger import Ledger
from assess.store.program.repeating import KnownErasure, known_erasures, repeat


def erasures_in(
    path: Path, passphrase: Passphrase | None, now: datetime
) -> tuple[KnownErasure, ...]:
    """Give the erasures of a database; none where it cannot be read."""
    if not path.exists():
        return ()
    try:
        if not _has_erasures(path, passphrase):
            return ()  # and an older database stays as it is
        with closing(Ledger(path, now=now, passphrase=passphrase)) as ledger:
            return known_erasures(ledger)
    except StoreFault:
        return ()


def _has_erasures(path: Path, passphrase: Passphrase | None) -> bool:
    with (
        explained(path, passphrase),
        closing(connect(path, passphrase, read_only=True)) as connection,
    ):
        query = "SELECT 1 FROM sqlite_master WHERE name = 'entry_of_erased'"
        if not connection.execute(query).fetchone():
            return False
        return bool(connection.execute("SELECT 1 FROM entry WHERE kind = 'erased'").fetchone())


def erase_in_file(
    path: Path,
    erasures: Iterable[KnownErasure],
    passphrase: Passphrase | None,
    now: datetime,
) -> None:
    """Erase in a file that nobody else uses; its schema becomes the newest one."""
    try:
        with closing(Ledger(path, now=now, passphrase=passphrase)) as ledger:
            repeat(ledger, erasures)
            ledger.compact()
    finally:
        before = f"{path.name}.before-"  # what was kept of it before its schema became the newest
        for left in list(path.parent.iterdir()):
            if left.name.startswith(before):
                left.unlink(missing_ok=True)


def rewrite(
    copy: Path, erasures: Iterable[KnownErasure], passphrase: Passphrase | None, now: datetime
) -> None:
    """Write a copy of the database anew without what was erased; it keeps the time of its own."""
    key = passphrase if is_encrypted(copy) else None
    made = copy.stat()
    with unfinished(copy) as new:
        with explained(copy, key), closing(connect(copy, key, read_only=True)) as connection:
            fill(new, connection, key, source=copy, target=copy)
        erase_in_file(new, erasures, key, now)
        give_name(new, copy, like=copy)
    os.utime(copy, (made.st_atime, made.st_mtime))
