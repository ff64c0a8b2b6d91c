"""The keys of this device: where they are, and moving them into the system's keyring and back."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.signature import fingerprint_of, move_into_keyring, move_out_of_keyring, public_key_of

KeyName = Literal["device", "register"]


class KeyFile(NamedTuple):
    """A key by its name, with the file in which it is, or which names it."""

    name: KeyName
    path: Path


class ShownKey(NamedTuple):
    """Where a key is; an empty fingerprint: it was not made yet."""

    name: KeyName
    path: Path
    fingerprint: str
    is_in_keyring: bool
    fault: str = ""
    """Why it cannot be read; empty: it can."""


def shown(key: KeyFile) -> ShownKey:
    """Tell where a key is; nobody is asked to unlock anything."""
    if not key.path.exists():
        return ShownKey(key.name, key.path, "", is_in_keyring=False)
    try:
        public, is_in_keyring = public_key_of(key.path)
    except AssessError as error:
        return ShownKey(key.name, key.path, "", is_in_keyring=False, fault=str(error))
    return ShownKey(key.name, key.path, fingerprint_of(public), is_in_keyring)


def move(key: KeyFile, *, to_file: bool) -> ShownKey:
    """Move a key into the keyring of the system, or back into its file."""
    if not key.path.exists():
        raise NotFound(_not_made(key))
    _, is_in_keyring = public_key_of(key.path)
    if is_in_keyring and to_file:
        move_out_of_keyring(key.path)
    elif not is_in_keyring and not to_file:
        move_into_keyring(key.path)
    return shown(key)


def _not_made(key: KeyFile) -> str:
    match key.name:
        case "device":
            return gettext(
                "There is no key {path} yet; the first entry of the record makes it.", path=key.path
            )
        case "register":
            return gettext("There is no key {path} yet; the first pages make it.", path=key.path)
