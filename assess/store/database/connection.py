"""The one way to a database file, encrypted or not."""

from __future__ import annotations

import os
import sqlite3
import unicodedata
import zlib
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from assess.errors import AssessError, StoreFault
from assess.files import not_regular, opened
from assess.languages import gettext

BUSY_SECONDS = 30
"""How long a write waits for another window to finish its own."""

HEADER = b"SQLite format 3\x00"
"""How a file begins that is not encrypted."""

_PAGE = 4096
_SALT = 16
_ROUNDS = 256_000


@dataclass(frozen=True, repr=False)
class Passphrase:
    """What opens an encrypted database; it is never shown, not even in a traceback."""

    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise AssessError(gettext("The passphrase is empty; type at least one character."))
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in self.text):
            raise AssessError(
                gettext("The passphrase has a line break or another control character.")
            )

    def __repr__(self) -> str:
        return "Passphrase(...)"

    def key(self, salt: bytes) -> str:
        """Give the key of a file with this salt, and the salt, as SQLCipher takes them."""
        return f"x'{_derived(self.text, salt)}{salt.hex()}'"

    def new_key(self) -> str:
        """Give the key of a new file, with its salt."""
        return self.key(_new_salt())


@lru_cache(maxsize=8)
def _derived(text: str, salt: bytes) -> str:
    """Derive a key as SQLCipher 4 does, once for all connections to a file: it takes its time."""
    from hashlib import pbkdf2_hmac  # only here: it brings all of OpenSSL

    same_from_every_keyboard = unicodedata.normalize("NFC", text).encode()
    return pbkdf2_hmac("sha512", same_from_every_keyboard, salt, _ROUNDS, 32).hex()


def connect(
    path: Path,
    passphrase: Passphrase | None,
    *,
    read_only: bool = False,
    like: Path | None = None,
) -> sqlite3.Connection:
    """Connect to a file, which is made if it is not there; transactions are begun by hand.

    A new encrypted file gets the key of the one it is `like`, which spares deriving another one.
    Raises what `database_errors` lists, and OSError for what is no file; `explained` makes
    sentences of them.
    """
    if path.exists() and not path.is_file():
        raise not_regular(path)  # a pipe would keep SQLite waiting for ever
    if passphrase is None:
        where = _address(path, read_only=read_only)
        return sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection = connect_cipher(path, read_only=read_only)
    try:
        connection.execute(f'PRAGMA key = "{passphrase.key(_salt(path, like))}"')
    except BaseException:
        connection.close()
        raise
    return connection


def connect_cipher(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Connect with the library that can encrypt; without a key it reads files as they are."""
    where = _address(path, read_only=read_only)
    connection = _cipher(path).connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write across the screen
    except BaseException:
        connection.close()
        raise
    return cast("sqlite3.Connection", connection)


def _address(path: Path, *, read_only: bool) -> str:
    mode = "rwc"
    if read_only:  # what an interrupted write left has to be settled before anything can be read
        is_settled = not journal_of(path).exists() or not os.access(path.parent, os.W_OK)
        mode = "ro" if is_settled else "rw"
    return f"{path.absolute().as_uri()}?mode={mode}"


def journal_of(path: Path) -> Path:
    """Give the file in which SQLite keeps what a write that is not finished replaces."""
    return path.with_name(f"{path.name}-journal")


def _salt(path: Path, like: Path | None) -> bytes:
    """Give the salt with which a file begins; for a new one that of another, or a fresh one."""
    for file in (path, like):
        if file is not None and is_encrypted(file):
            return beginning(file)[0][:_SALT]
    first, _ = beginning(path)
    return first[:_SALT] if len(first) >= _SALT else _new_salt()


def _new_salt() -> bytes:
    return os.urandom(_SALT)


def is_encrypted(path: Path) -> bool:
    """Tell whether a file looks like an encrypted database: pages that begin without sense."""
    first, is_whole = beginning(path)
    is_random = len(zlib.compress(first)) >= len(first)
    return is_whole and is_random and not first.startswith(HEADER)


def beginning(path: Path) -> tuple[bytes, bool]:
    """Give the first page of a file, and whether the file consists of whole pages."""
    try:
        with opened(path) as file:
            first = file.read(_PAGE)
            size = file.seek(0, 2)
    except AssessError:
        return b"", False
    return first, bool(size) and size % _PAGE == 0


def demand_cipher(path: Path) -> None:
    """Raise StoreFault where the library that encrypts is not installed."""
    _cipher(path)


def cipher_version() -> str | None:
    """Give the version of SQLCipher; None where it is not installed."""
    try:
        library = import_module("sqlcipher3.dbapi2")
    except ImportError:
        return None
    with closing(library.connect(":memory:")) as connection:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])


def _cipher(path: Path) -> Any:
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError as error:
        raise StoreFault(
            gettext(
                "{path}: this installation cannot encrypt; install what it lacks with "
                'pip install "cluster-assess[encryption]".',
                path=path,
            )
        ) from error
