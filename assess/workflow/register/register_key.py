"""The key that signs the public register: its history, its loss, and what it signed last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assess.errors import AssessError, NotFound, Way
from assess.exchange.register.key_history import (
    KeyRecord,
    Rotation,
    read_record,
    record_json,
    rotation,
    succession,
)
from assess.files import content_of, write_whole
from assess.languages import gettext
from assess.signature import (
    UNLOCKING,
    SigningKey,
    fingerprint_of,
    load_key,
    load_or_make_key,
    new_key,
    write_key,
)


class RegisterKey(NamedTuple):
    """A key that is ready to sign, with its history."""

    key: SigningKey
    is_new: bool
    record: KeyRecord

    @property
    def rotations(self) -> tuple[Rotation, ...]:
        """The signed steps from the first key to this one."""
        return succession(self.record.rotations, self.key.public.hex())


def open_key(key_file: Path) -> RegisterKey:
    """Give the key that signs, made where there never was one.

    AssessError where there was one and its file is gone: what it signed would get a strange key.
    """
    record = _record_of(key_file)
    if record is not None and not key_file.exists():
        raise AssessError(
            gettext(
                "The key {path} is gone. Put back its copy, with the fingerprint "
                "{fingerprint}. Without a copy the register needs a new key that the old key "
                "has not signed. Everybody who verifies the register is then warned, and needs "
                "the new fingerprint from you.",
                path=key_file,
                fingerprint=fingerprint_of(bytes.fromhex(record.public)),
            )
        ).helped_by(Way.LOST_KEY)
    if key_file.exists():
        key, is_new = load_key(key_file, patience=UNLOCKING), False
    else:
        key, is_new = load_or_make_key(key_file)
    record = record or KeyRecord(public=key.public.hex())
    return RegisterKey(key, is_new, record)


def note_published(
    key_file: Path, opened: RegisterKey, number: int, manifest: str, places: Mapping[str, int]
) -> None:
    """Keep beside the key which pages it signed last, and at which places labels stand in them."""
    signed = {"number": number, "manifest": manifest, "places": dict(places)}
    record = opened.record.model_copy(update={"public": opened.key.public.hex(), **signed})
    _note(key_file, record)


class Rotated(NamedTuple):
    """A key that took the place of another."""

    old: str | None
    """The fingerprint of the old one, which signed the new one; None: it is lost."""
    new: str


def rotate_key(key_file: Path, on: date) -> Rotated:
    """Make a new key for the register, and let the old one sign it."""
    if not key_file.exists():
        raise NotFound(
            gettext("There is no key {path} yet; the first pages make it.", path=key_file)
        )
    opened = open_key(key_file)
    new = new_key()
    steps = (*opened.rotations, rotation(opened.key, new, on))
    # The history comes first: a step to a key that is nowhere is left out of what is published.
    _note(key_file, opened.record.model_copy(update={"rotations": steps}))
    write_key(new, key_file)
    _note(
        key_file,
        opened.record.model_copy(update={"rotations": steps, "public": new.public.hex()}),
    )
    return Rotated(opened.key.fingerprint, new.fingerprint)


def replace_lost_key(key_file: Path) -> Rotated:
    """Make a new key in the place of one that is lost; nothing says that it is the same register.

    Refused where the old one can still be read: then it signs the new one.
    """
    if _can_be_read(key_file):
        raise AssessError(
            gettext("The key {path} is not lost; let it sign the new one.", path=key_file)
        )
    if key_file.exists():
        _set_aside(key_file)
    record = _record_of(key_file)
    key, _ = load_or_make_key(key_file)
    last = record or KeyRecord(public=key.public.hex())
    _note(key_file, last.model_copy(update={"public": key.public.hex(), "rotations": ()}))
    return Rotated(None, key.fingerprint)


def _can_be_read(key_file: Path) -> bool:
    try:
        load_key(key_file, patience=UNLOCKING)
    except AssessError:
        return False
    return True


def _set_aside(key_file: Path) -> None:
    """Keep what cannot be read under another name: somebody may know how to mend it."""
    place = 1
    while (aside := key_file.with_name(f"{key_file.name}.lost{place}")).exists():
        place += 1
    try:
        key_file.rename(aside)
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.",
                path=key_file,
                reason=error.strerror or error,
            )
        ) from error


def record_path(key_file: Path) -> Path:
    """Give the file beside a key in which stands what it signed; there is no secret in it."""
    return key_file.with_name(f"{key_file.name}.record.json")


def _record_of(key_file: Path) -> KeyRecord | None:
    path = record_path(key_file)
    if not path.exists():
        return None
    try:
        return read_record(content_of(path), str(path))
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error


def _note(key_file: Path, record: KeyRecord) -> None:
    write_whole(record_path(key_file), record_json(record))
