"""Locking: case files encrypted with age, for a passphrase or for the holders of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from assess.errors import AssessError, Refused, Way
from assess.exchange.container import age_file
from assess.files import secret_in
from assess.languages import gettext

ENDING = ".age"
"""What an encrypted file is called after its name."""


class Lock(NamedTuple):
    """How a file is closed, and how it is opened again to see that it can be."""

    close: Callable[[bytes], bytes]
    open: Callable[[bytes, str], bytes] | None
    """None: only the holders of the keys can."""


class Keys(NamedTuple):
    """What encrypted files that come in are opened with."""

    passphrase: Callable[[Path], str] | None = None
    """Asks for the passphrase of a file."""
    secret_keys: tuple[str, ...] = ()
    """The texts of key files."""
    may_repeat: Callable[[Refused], bool] = lambda _: False
    """Tells whether a passphrase that was wrong is asked for again."""


def key_in(path: Path) -> str:
    """Read a key file; AssessError where it cannot be read, or others can read it too."""
    try:
        return secret_in(path)
    except (OSError, UnicodeDecodeError) as error:
        fault = getattr(error, "strerror", None) or gettext("it is not written in UTF-8")
        raise AssessError(
            gettext("The key file {path} cannot be read: {fault}.", path=path, fault=fault)
        ) from error


def lock_with(passphrase: str) -> Lock:
    """Give a lock that a passphrase opens."""

    def opened(content: bytes, name: str) -> bytes:
        return age_file.decrypt_with(content, passphrase, name)

    return Lock(lambda content: age_file.encrypt_with(content, passphrase), opened)


def lock_for(recipients: Iterable[str]) -> Lock:
    """Give a lock that the holders of some keys open; we cannot."""
    return Lock(partial(age_file.encrypt_for, recipients=tuple(recipients)), None)


def unlocked(content: bytes, path: Path, keys: Keys | None) -> bytes:
    """Give the content of a file, opened where it is encrypted; Refused where it cannot be."""
    if not age_file.is_encrypted(content):
        return content
    name, given = str(path), keys or Keys()
    if age_file.wants_passphrase(content):
        return _opened(content, path, given)
    if not given.secret_keys:
        raise Refused(gettext("{name} is encrypted for keys.", name=name), ()).helped_by(
            Way.IDENTITY
        )
    return age_file.decrypt_for(content, given.secret_keys, name)


def _opened(content: bytes, path: Path, keys: Keys) -> bytes:
    """Open a file with its passphrase; a wrong one is asked for again, where that is possible."""
    if keys.passphrase is None:
        raise Refused(gettext("{name} is encrypted with a passphrase.", name=path), ()).helped_by(
            Way.PASSPHRASE
        )
    while True:
        try:
            return age_file.decrypt_with(content, keys.passphrase(path), str(path))
        except Refused as error:
            if not keys.may_repeat(error):
                raise
