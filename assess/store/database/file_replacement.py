"""One database in the place of another: at once, with the other one kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assess.errors import StoreFault
from assess.languages import gettext
from assess.store.database.connection import Passphrase, connect, journal_of
from assess.store.database.fault_text import database_errors, explained, is_about_content
from assess.store.database.file_copy import give_name, unfinished


@contextmanager
def replacing(database: Path, kept: Path, passphrase: Passphrase | None) -> Iterator[Path]:
    """Give an empty file to fill; when the block ends well, it stands in the database's place.

    The present database, if there is one, is then called `kept`; otherwise nothing has changed.
    Nobody else can write meanwhile, nor afterwards to the file that is kept.
    """
    if kept.exists():
        raise StoreFault(gettext("{path} exists already; nothing was changed.", path=kept))
    with unfinished(database) as new:
        if not database.exists():
            yield new
            give_name(new, database, like=None)
            return
        with explained(database, passphrase):
            holding = _hold(database, passphrase)
        try:
            yield new
            if holding is not None and os.name == "nt":
                holding.close()  # Windows gives no name away while a file is open
            _exchange(new, database, kept)
        finally:
            if holding is not None:
                holding.close()


def _hold(database: Path, passphrase: Passphrase | None) -> sqlite3.Connection | None:
    """Keep others from writing, and settle what an interrupted write left; None: unreadable."""
    connection = connect(database, passphrase)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except BaseException as error:
        connection.close()
        if isinstance(error, database_errors()) and is_about_content(error):
            return None
        raise
    return connection


def _exchange(new: Path, database: Path, kept: Path) -> None:
    with explained(database):
        try:
            os.link(database, kept)
        except OSError:  # not every file system has links
            shutil.copy2(database, kept)
        try:
            journal = journal_of(database)
            if journal.exists():  # of a file that nobody can read; it must not meet the new one
                journal.replace(journal_of(kept))
            give_name(new, database, like=kept)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
