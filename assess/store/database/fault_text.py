"""What SQLite and the system report about a database file, said in sentences."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assess.errors import DamagedStore, StoreFault, Way
from assess.languages import gettext
from assess.store.database.connection import (
    BUSY_SECONDS,
    HEADER,
    Passphrase,
    beginning,
    is_encrypted,
)


def database_errors() -> tuple[type[Exception], ...]:
    """Give the exceptions of both libraries, for an `except` clause: neither knows the other's."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.DatabaseError, *((cipher.DatabaseError,) if cipher else ()))


@contextmanager
def explained(path: Path, passphrase: Passphrase | None = None) -> Iterator[None]:
    """Turn what SQLite and the system report into sentences about the file."""
    try:
        yield
    except database_errors() as error:
        raise fault(path, error, passphrase) from error
    except OSError as error:
        raise StoreFault(
            gettext("{path} cannot be opened: {reason}.", path=path, reason=error.strerror or error)
        ) from error


def is_about_writing(error: Exception) -> bool:
    """Tell whether an error is about the place where something is written."""
    return _code(error) in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
    )


def is_about_content(error: Exception) -> bool:
    """Tell whether an error says that what stands in the file cannot be understood."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_busy(error: Exception) -> bool:
    """Tell whether an error says that somebody else is writing."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def fault(path: Path, error: Exception, passphrase: Passphrase | None = None) -> StoreFault:
    """Say in a sentence what is the matter with a file, and what to do."""
    match _code(error):
        case sqlite3.SQLITE_NOTADB:
            return _unreadable(path, passphrase)
        case sqlite3.SQLITE_CORRUPT:
            return DamagedStore(path, str(error))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreFault(
                gettext(
                    "{path} has been in use by another program for {seconds} seconds. "
                    "Nothing was lost; try again.",
                    path=path,
                    seconds=BUSY_SECONDS,
                )
            )
        case sqlite3.SQLITE_READONLY:
            return _not_saved(
                gettext("{path} cannot be written: the file or its folder is read-only.", path=path)
            )
        case sqlite3.SQLITE_FULL:
            return _not_saved(gettext("{path} cannot be written: the disk is full.", path=path))
        case sqlite3.SQLITE_IOERR:
            if "READ" in _name(error):
                return _not_saved(
                    gettext("{path} cannot be read: the disk may be failing.", path=path)
                )
            return _not_saved(
                gettext(
                    "{path} cannot be written: the disk is full, over a quota or failing.",
                    path=path,
                )
            )
        case sqlite3.SQLITE_CANTOPEN:
            return StoreFault(
                gettext(
                    "{path} cannot be opened: check that the folder exists and that you "
                    "may write in it.",
                    path=path,
                )
            )
        case _:
            return StoreFault(
                gettext("{path}: {error}. Nothing was changed.", path=path, error=error)
            )


def _not_saved(why: str) -> StoreFault:
    safe = gettext("Everything saved before is safe; this was not saved.")
    return StoreFault(f"{why} {safe}")


def _unreadable(path: Path, passphrase: Passphrase | None) -> StoreFault:
    if passphrase is not None and is_encrypted(path):
        return StoreFault(
            gettext("The passphrase does not open {path}. Nothing was changed.", path=path)
        )
    if is_encrypted(path):
        return StoreFault(
            gettext(
                "{path} is encrypted, or it is not a database of assess; it needs a passphrase.",
                path=path,
            )
        )
    first, is_whole = beginning(path)
    if first.startswith(HEADER) or is_whole:
        return DamagedStore(path, gettext("its beginning cannot be read"))
    return StoreFault(
        gettext("{path} is not a database of assess; choose another file.", path=path)
    ).helped_by(Way.DATABASE)


_WORDS = {
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "disk is full": sqlite3.SQLITE_FULL,
    "malformed": sqlite3.SQLITE_CORRUPT,
}


def _code(error: Exception) -> int:
    """Give the primary result code; an error of the library itself has none."""
    code = int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code <= sqlite3.SQLITE_ERROR:  # what failed inside a function of SQL has its words alone
        return next((known for words, known in _WORDS.items() if words in str(error)), code)
    return code


def _name(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", None) or "")


def demand_whole(connection: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Raise DamagedStore where a database does not hold together; thorough: with its indexes."""
    check = "integrity_check" if thorough else "quick_check"
    said = [str(row[0]) for row in connection.execute(f"PRAGMA {check}(3)")]
    if said != ["ok"]:
        raise DamagedStore(path, in_one_line(said))


def in_one_line(said: list[str]) -> str:
    """Give what SQLite says about damage without its headings, in one line."""
    lines = [line for text in said for line in text.splitlines() if not line.startswith("***")]
    return "; ".join(lines or said)
