"""How far the record is proven: by checkpoints, and by heads that were written down outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from assess.core.record.checkpoint import Checkpoint
from assess.errors import AssessError
from assess.exchange.report.printed_head import heads_in
from assess.files import content_of
from assess.languages import gettext, ngettext, spoken_language
from assess.signature import public_key_of
from assess.store.database.connection import HEADER, is_encrypted
from assess.store.database.inspection import end_of
from assess.store.database.verification import IntegrityFault, VerifiedHistory
from assess.workflow.desk.checkpointing import remembered
from assess.workflow.desk.desk import Desk

_HASH = re.compile(r"[0-9a-f]{64}")
_MOST_BYTES = 200 * 2**20


class Anchored(NamedTuple):
    """Whether the record holds what was written down, and that in a sentence."""

    holds: bool
    said: str


def memory_faults(desk: Desk, found: VerifiedHistory) -> Iterator[IntegrityFault]:
    """Compare with the last checkpoint that this device remembers beside its key."""
    known = _remembered(desk, found)
    if known is not None and not desk.store.checkpoints.holds(known):
        what = ngettext(
            "the record differs since checkpoint {number}, which this device signed {moment} over "
            "{count} entry: it was altered, or the end was cut off",
            "the record differs since checkpoint {number}, which this device signed {moment} over "
            "{count} entries: some were altered, or the end was cut off",
            known.entries,
            number=known.number,
            moment=_moment(known.at),
        )
        yield IntegrityFault(table="checkpoint", what=what)
    elif known is not None and known.number > len(found.checkpoints):
        what = gettext(
            "checkpoint {number}, which this device signed {moment}, is missing",
            number=known.number,
            moment=_moment(known.at),
        )
        yield IntegrityFault(table="checkpoint", what=what)


def reach(desk: Desk, found: VerifiedHistory) -> tuple[str, ...]:
    """Say how far which anchor reaches, and what is not proven."""
    return tuple(_reach(desk, found))


def _reach(desk: Desk, found: VerifiedHistory) -> Iterator[str]:
    if not found.entries:
        yield gettext("The record has no entry yet.")
        return
    yield ngettext(
        "The record has {count} entry; its head is {head}.",
        "The record has {count} entries; its head is {head}.",
        found.entries,
        head=found.head,
    )
    for statement in found.replaced:
        yield ngettext(
            "On {moment}, this record no longer held the state of {count} entry that was "
            "signed as checkpoint {number}: an older copy was restored, or the end was cut "
            "off.",
            "On {moment}, this record no longer held the state of {count} entries that was "
            "signed as checkpoint {number}: an older copy was restored, or the end was cut "
            "off.",
            int(statement.body.get("entries", 0)),
            moment=_moment(statement.at),
            number=statement.body.get("number", 0),
        )
    if not found.checkpoints:
        yield gettext(
            "No checkpoint was signed yet, so nobody can see whether the end of the record "
            "was cut off or the whole record was rewritten."
        )
        return
    last = found.checkpoints[-1]
    made = last.checkpoint
    if last.key == _own_key(desk):
        yield gettext(
            "Checkpoint {number}, signed {moment} with the key of this device ({fingerprint}), "
            "reaches to entry {place}.",
            number=made.number,
            moment=_moment(made.at),
            fingerprint=last.fingerprint,
            place=made.entries,
        )
    else:
        yield gettext(
            "Checkpoint {number}, signed {moment} with the key {fingerprint} of another device, "
            "reaches to entry {place}.",
            number=made.number,
            moment=_moment(made.at),
            fingerprint=last.fingerprint,
            place=made.entries,
        )
    later = found.entries - last.checkpoint.entries
    if later > 0:
        yield ngettext(
            "{count} later entry is still to be signed; until then nobody can see whether it was "
            "removed.",
            "{count} later entries are still to be signed; until then nobody can see "
            "whether the last entries were removed.",
            later,
        )
    yield gettext(
        "A person who has this database and its key could replace everything that follows the "
        "last head kept elsewhere. Only a comparison with that head would show it."
    )


def _moment(at: str) -> str:
    """Say a moment; one that was altered stays as it is written."""
    try:
        return spoken_language().moment(datetime.fromisoformat(at).astimezone())
    except (ValueError, OverflowError):
        return at


def _own_key(desk: Desk) -> str | None:
    if desk.device_key is None or not desk.device_key.exists():
        return None
    try:
        return public_key_of(desk.device_key)[0].hex()
    except AssessError:
        return None


def _remembered(desk: Desk, found: VerifiedHistory) -> Checkpoint | None:
    if desk.device_key is None or not found.database:
        return None
    return remembered(desk.device_key, found.database)


def against(desk: Desk, given: str) -> Anchored:
    """Compare the record with a head that was written down: a SHA-256, or a file that names one.

    AssessError where the file names none. Only whole hashes are compared.
    """
    text = given.strip().removeprefix("record:").lower()
    if _HASH.fullmatch(text):
        return _compared(desk, (text,), given)
    path = Path(given)
    if not path.is_file():
        raise AssessError(
            gettext(
                "{given} is no file, and no head of a record: that has 64 digits from 0 to f.",
                given=given,
            )
        )
    heads = _heads_of(desk, path)
    if not heads:
        raise AssessError(gettext("{path} names no head of a record.", path=path))
    return _compared(desk, heads, str(path))


def _heads_of(desk: Desk, path: Path) -> tuple[str, ...]:
    content = content_of(path, _MOST_BYTES)
    if content.startswith(HEADER) or is_encrypted(path):
        count, head = end_of(path, desk.store.ledger.passphrase if is_encrypted(path) else None)
        return (head,) if count else ()
    return heads_in(content)


def _compared(desk: Desk, heads: tuple[str, ...], given: str) -> Anchored:
    missing = [head for head in heads if desk.store.checkpoints.place_of(head) is None]
    if missing:
        return Anchored(
            holds=False,
            said=gettext(
                "The record does not contain {head}, which {given} names. The record was "
                "altered, its end was cut off, or this is another database.",
                given=given,
                head=missing[0],
            ),
        )
    places = [desk.store.checkpoints.place_of(head) for head in heads]
    place = max(number for number in places if number is not None)
    later = desk.store.checkpoints.end()[0] - place
    return Anchored(
        holds=True,
        said=ngettext(
            "The record holds what {given} names, up to entry {place}; {count} entry came later.",
            "The record holds what {given} names, up to entry {place}; {count} entries came later.",
            later,
            given=given,
            place=place,
        ),
    )
