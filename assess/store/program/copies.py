"""Copies of a database from which is erased what was erased in the database."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from assess.errors import StoreFault
from assess.store.database.connection import Passphrase, connect, is_encrypted
from assess.store.database.fault_text import demand_whole, explained
from assess.store.database.file_copy import fill, give_name, unfinished
from assess.store.database.ledger import Ledger
from assess.store.program.repeating import KnownErasure, erasures_by, repeat


def erasures_in(
    path: Path, passphrase: Passphrase | None, copies: Iterable[Path] = ()
) -> tuple[KnownErasure, ...]:
    """Give the erasures of a database as far as they can be read, the oldest first.

    Where not all of it can be read, `copies` of the database tell what is missing of them.
    """
    if not path.exists():
        return ()
    found: dict[str, KnownErasure] = {}
    if not _is_read(path, passphrase, found):
        for copy in copies:
            _is_read(copy, passphrase, found)
    return tuple(sorted(found.values(), key=lambda each: each.at))


def _is_read(path: Path, passphrase: Passphrase | None, found: dict[str, KnownErasure]) -> bool:
    """Note the erasures of a file that stays as it is; tell whether all of it can be read."""
    key = passphrase if is_encrypted(path) else None
    try:
        with explained(path, key), closing(connect(path, key, read_only=True)) as connection:
            query = "SELECT 1 FROM sqlite_master WHERE name = 'entry_of_erased'"
            if connection.execute(query).fetchone():
                for each in erasures_by(connection.execute):
                    found.setdefault(each.hash, each)
            demand_whole(connection, path)
    except (StoreFault, ValueError):  # of a page that was overwritten, any text may come
        return False
    return True


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
