"""Recognising a public register that was seen before: its key, and that it is no older copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assess.errors import AssessError
from assess.exchange.register.key_history import Rotation
from assess.exchange.register.seen_registers import SeenRegister, read_seen, seen_json
from assess.exchange.register.site_manifest import Manifest
from assess.files import content_of, write_whole
from assess.languages import gettext
from assess.signature import fingerprint_of


@dataclass(frozen=True)
class Look:
    """What is looked at: signed pages, and who vouches for their key."""

    manifest: Manifest
    sha256: str
    """The hash of the manifest."""
    public: str
    """The key, in hexadecimal digits."""
    steps: tuple[Rotation, ...]
    """The signed steps from the first key to this one."""
    folder: str
    is_stated: bool
    """Whether the fingerprint is the one that was stated."""


@dataclass(frozen=True)
class Recognised:
    """What is known of a register from earlier looks."""

    is_first: bool
    """Nothing is: an older copy could not be told from the newest one."""
    faults: tuple[str, ...]
    rotated: Rotation | None = None
    """The last step from the key seen before to this one, which the key before it signed."""
    replaced: str | None = None
    """The fingerprint of the key seen before, where only the stated one vouches for the new."""


def recognise(look: Look, seen: tuple[SeenRegister, ...]) -> Recognised:
    """Compare pages with what was seen of their register before."""
    vouched = _vouched(look)
    known = next((other for other in seen if other.public in vouched), None)
    strangers = [other for other in seen if other.public not in vouched and _claims(look, other)]
    faults = [
        _changed(look, other)
        for other in strangers
        if not look.is_stated or look.public in other.former
    ]
    if known is not None:
        faults += _older(look, known)
    replaced = strangers[0].public if strangers and look.is_stated else None
    return Recognised(
        is_first=known is None and not strangers,
        faults=tuple(faults),
        rotated=look.steps[-1] if known is not None and known.public != look.public else None,
        replaced=fingerprint_of(bytes.fromhex(replaced)) if replaced else None,
    )


def _vouched(look: Look) -> set[str]:
    """Give the key of pages and all that vouch for it, each by signing the next."""
    return {step.old for step in look.steps} | {look.public}


def _claims(look: Look, other: SeenRegister) -> bool:
    """Tell whether pages claim to be a register that was seen: by its place, or by a former key."""
    return _is_at(look, other) or not _vouched(look).isdisjoint(other.former)


def _is_at(look: Look, other: SeenRegister) -> bool:
    """Tell whether pages stand where other ones stood."""
    address = look.manifest.address
    return other.folder == look.folder or bool(address and other.address == address)


def _changed(look: Look, other: SeenRegister) -> str:
    if look.public in other.former:
        return gettext(
            "the key {old} was replaced by {new}, and pages signed with the old key are no "
            "longer accepted",
            old=fingerprint_of(bytes.fromhex(look.public)),
            new=fingerprint_of(bytes.fromhex(other.public)),
        )
    return gettext(
        "THE KEY CHANGED: on {day} this register was signed with the key {old}, now with {new}, "
        "which the old one did not sign. Ask the publisher, by telephone or in person, for the "
        "fingerprint, and verify again with it",
        day=str(other.on),
        old=fingerprint_of(bytes.fromhex(other.public)),
        new=fingerprint_of(bytes.fromhex(look.public)),
    )


def _older(look: Look, known: SeenRegister) -> list[str]:
    """Say what speaks against pages of a register that is known."""
    if look.manifest.number < known.number:
        return [
            gettext(
                "the pages are an older copy: they are number {number} of {day}, and number "
                "{newer} of {newer_day} was seen here before",
                number=str(look.manifest.number),
                day=str(look.manifest.on),
                newer=str(known.number),
                newer_day=str(known.on),
            )
        ]
    if look.manifest.number == known.number and look.sha256 != known.manifest:
        return [
            gettext(
                "other pages with the same number {number} were seen here before: the "
                "publisher signed different pages under one number",
                number=str(known.number),
            )
        ]
    return []


def remember(look: Look, seen: tuple[SeenRegister, ...], path: Path) -> None:
    """Keep what was seen of a register, in the place of what was known of it."""
    vouched = _vouched(look)
    before = [other for other in seen if other.public in vouched]
    former = {step.old for step in look.steps}.union(*(other.former for other in before))
    kept = tuple(
        other for other in seen if other.public not in vouched and not _claims(look, other)
    )
    now = SeenRegister(
        public=look.public,
        former=tuple(sorted(former - {look.public})),
        number=look.manifest.number,
        manifest=look.sha256,
        on=look.manifest.on,
        address=look.manifest.address,
        folder=look.folder,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
            )
        ) from error
    write_whole(path, seen_json((*kept, now)), is_private=True)


def seen_before(path: Path) -> tuple[SeenRegister, ...]:
    """Give what is remembered of registers; nothing where none was seen."""
    if not path.exists():
        return ()
    try:
        return read_seen(content_of(path), str(path))
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
