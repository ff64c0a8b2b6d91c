"""Verifying a published register: that every file is as it was signed, and that it is the newest.

One signature covers the manifest, and this every file by its hash. Which key signs, and which pages
were seen last, is remembered.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from assess.errors import AssessError, NotFound
from assess.exchange.container.strict_json import parsed
from assess.exchange.register import public_data
from assess.exchange.register.key_history import Rotation, read_history, succession
from assess.exchange.register.site_manifest import Manifest, hash_of, read_manifest
from assess.files import content_of, opened
from assess.languages import gettext, ngettext
from assess.signature import fingerprint_of, is_signed, read_public
from assess.workflow.register.recognising import (
    Look,
    Recognised,
    recognise,
    remember,
    seen_before,
)
from assess.workflow.register.site_folder import (
    DATA,
    KEY,
    KEY_HISTORY,
    MANIFEST,
    MANIFEST_SIGNATURE,
    SIGNATURE,
)

FEWEST_DIGITS: Final = 16
"""So many digits of a fingerprint nobody finds a second key for."""


@dataclass(frozen=True)
class VerifiedSite:
    """What a published register says of itself, and everything that is not as it was signed."""

    fingerprint: str
    compared: int
    """So many digits of the fingerprint were stated; 0: none."""
    faults: tuple[str, ...]
    labels: int = 0
    on: str = ""
    number: int = 0
    until: str = ""
    recognised: Recognised = field(default=Recognised(is_first=False, faults=()))


def verify_published(
    folder: Path, seen_file: Path, today: date, *, fingerprint: str | None = None
) -> VerifiedSite:
    """Verify a published register: every file, its key, and that no newer one was seen before.

    `seen_file` remembers registers without a fault. Raises NotFound where there is no manifest, and
    AssessError for a fingerprint that is too short to compare.
    """
    stated = read_fingerprint(fingerprint) if fingerprint else ""
    if not (folder / MANIFEST).exists() and (folder / DATA).exists():
        raise NotFound(_without_manifest(folder))
    content, signed, pem = (_read(folder / name) for name in (MANIFEST, MANIFEST_SIGNATURE, KEY))
    public = _public(pem, folder / KEY)
    found = fingerprint_of(public)
    faults: list[str] = []
    if not found.startswith(stated):
        told = gettext(
            "{key}: its fingerprint is {found}, not the stated one", key=KEY, found=found
        )
        faults.append(told)
    if not is_signed(content, signed, public):
        faults.append(
            gettext(
                "{name}: {signature} is not its signature with {key}; one of the three was altered",
                name=MANIFEST,
                signature=MANIFEST_SIGNATURE,
                key=KEY,
            )
        )
        return VerifiedSite(found, len(stated), tuple(faults))
    manifest = read_manifest(content, str(folder / MANIFEST))
    faults += [*_file_faults(folder, manifest), *_day_faults(manifest, today)]
    if faults:
        return VerifiedSite(found, len(stated), tuple(faults))
    look = Look(
        manifest=manifest,
        sha256=hash_of(content),
        public=public.hex(),
        steps=_steps(folder, public),
        folder=str(folder.resolve()),
        is_stated=bool(stated),
    )
    seen = seen_before(seen_file)
    recognised = recognise(look, seen)
    labels, faults = _labels(folder, public)
    faults += recognised.faults
    if not faults:
        remember(look, seen, seen_file)
    return VerifiedSite(
        fingerprint=found,
        compared=len(stated),
        faults=tuple(faults),
        labels=labels,
        on=str(manifest.on),
        number=manifest.number,
        until=str(manifest.until),
        recognised=recognised,
    )


def read_fingerprint(text: str) -> str:
    """Read a fingerprint as people write it; AssessError where it is too short, or none."""
    digits = re.sub(r"[\s:]", "", text).lower()
    if not re.fullmatch(r"[0-9a-f]*", digits) or len(digits) > 64:
        raise AssessError(
            gettext(
                "{text} is not a fingerprint: it has 64 digits, each 0 to 9 or a to f.",
                text=repr(text.strip()),
            )
        )
    if len(digits) < FEWEST_DIGITS:
        raise AssessError(
            ngettext(
                "The fingerprint has {count} digit; give all 64, or {fewest} at least.",
                "The fingerprint has {count} digits; give all 64, or {fewest} at least.",
                len(digits),
                fewest=FEWEST_DIGITS,
            )
        )
    return digits


def _public(pem: bytes, path: Path) -> bytes:
    try:
        return read_public(pem)
    except AssessError as error:
        raise AssessError(gettext("{path}: {fault}", path=path, fault=str(error))) from error


def _without_manifest(folder: Path) -> str:
    return gettext(
        "{folder} has no {name}: it was removed, or an earlier version of this program wrote the "
        "pages. Ask the publisher to write them again.",
        folder=folder,
        name=MANIFEST,
    )


def _file_faults(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Name every file that is not as it was signed, is missing, or is one too many."""
    there = dict(_files(folder))
    signature = {MANIFEST, MANIFEST_SIGNATURE}
    for name in sorted(manifest.files.keys() - there.keys()):
        yield gettext("{name}: it is missing", name=_shown(name))
    for name in sorted(there.keys() - manifest.files.keys() - signature):
        yield gettext("{name}: it is not among the signed files", name=_shown(name))
    for name in sorted(there.keys() & manifest.files.keys()):
        if _hash_in(there[name]) != manifest.files[name]:
            yield gettext("{name}: it was altered after it was signed", name=_shown(name))


def _shown(name: str) -> str:
    """Give a name as it can stand in a line: with breaks or control characters, as it is typed."""
    return name if name.isprintable() else ascii(name)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give everything below a folder that is no folder itself, by its place."""
    try:
        places = sorted(folder.iterdir())
    except OSError as error:
        raise _unreadable(folder, error) from error
    for place in places:
        if place.is_dir() and not place.is_symlink():
            for name, path in _files(place):
                yield f"{place.name}/{name}", path
        else:
            yield place.name, place


def _hash_in(path: Path) -> str:
    """Give the SHA-256 of a file; of what is no regular file, nothing that could be one."""
    if path.is_symlink() or not path.is_file():
        return ""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _day_faults(manifest: Manifest, today: date) -> Iterator[str]:
    if today > manifest.until:
        yield gettext(
            "{name}: the pages of {day} could be relied on until {until}; ask the "
            "publisher for newer pages",
            name=MANIFEST,
            day=str(manifest.on),
            until=str(manifest.until),
        )


def _steps(folder: Path, public: bytes) -> tuple[Rotation, ...]:
    """Give the signed steps that lead to a key."""
    path = folder / KEY_HISTORY
    return succession(read_history(_read(path), str(path)), public.hex()) if path.exists() else ()


def _labels(folder: Path, public: bytes) -> tuple[int, list[str]]:
    """Count the labels of the data, and say what is wrong with their own signature."""
    data = _read(folder / DATA)
    document = parsed(data, DATA, "public register")
    labels = document.get("labels")
    if document.get("format") != public_data.FORMAT or not isinstance(labels, list):
        raise AssessError(gettext("{folder} is not a public register.", folder=folder / DATA))
    if is_signed(data, _read(folder / SIGNATURE), public):
        return len(labels), []
    return len(labels), [
        gettext("{name}: it is not the signature of {data}", name=SIGNATURE, data=DATA)
    ]


def _read(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> NotFound:
    return NotFound(
        gettext("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror or error)
    )
