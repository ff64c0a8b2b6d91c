"""An entry of the record: each of its fields is committed to, and its hash covers all of that.

A field enters the hash as its own salted commitment. Its value and its salt stand beside; where
both are taken away, the commitment stays, and the hash with it. So a value can be erased, or
withheld from a copy, and the chain holds.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from assess.core.record.canonical import canonical, canonical_text

FIRST = ""
"""What the first entry of a chain, and the first link of a database, have before them."""

SEED, SALT = 16, 16
"""How many bytes the seed of an entry has, and the salt of each of its fields."""


@dataclass(frozen=True)
class RecordEntry:
    """An entry with what of its fields is open, and the commitments of those that are closed."""

    case: str
    """The id of its case; for what belongs to none, the name of its chain."""
    kind: str
    at: str
    """When it was entered, by the real clock, as ISO 8601 writes it."""
    before: str
    """The hash of the entry before it in its chain."""
    fields: Mapping[str, Any]
    """What is open: plain values by the names of their fields."""
    seed: str | None = None
    """From which the salts of all open fields follow, in hexadecimal; None: `salts` has them."""
    salts: Mapping[str, str] = field(default_factory=dict)
    """The salts of the open fields, in hexadecimal, where some are closed."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """The commitments of the fields whose values are not here."""

    @property
    def commitments(self) -> dict[str, str]:
        """The commitment of every field."""
        found = dict(self.closed)
        if self.seed is None:
            for name, value in self.fields.items():
                found[name] = commitment(self.salt(name), name, value)
            return found
        seed = bytes.fromhex(self.seed)  # as nearly always: in one go, for there are many
        for name, value in self.fields.items():
            encoded = _encoded(name)
            salt = sha256(seed + encoded).digest()[:SALT]
            found[name] = sha256(salt + encoded + b"\0" + canonical(value)).hexdigest()
        return found

    def salt(self, name: str) -> bytes:
        """Give the salt of an open field; ValueError where it is missing."""
        if self.seed is not None:
            return field_salt(bytes.fromhex(self.seed), name)
        try:
            return bytes.fromhex(self.salts[name])
        except KeyError as error:
            raise ValueError(name) from error

    @property
    def hash(self) -> str:
        """The hash of the entry; the next one of its chain names it."""
        return entry_hash(self.case, self.kind, self.at, self.before, self.commitments)


@lru_cache(maxsize=4096)
def _encoded(name: str) -> bytes:
    return name.encode("utf-8")


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    return canonical_text(name)


def new_seed() -> str:
    """Give a seed that nobody can guess."""
    return secrets.token_hex(SEED)


def field_salt(seed: bytes, name: str) -> bytes:
    """Give the salt of a field: known, it tells nothing of the seed or of any other field's."""
    return sha256(seed + name.encode("utf-8")).digest()[:SALT]


def commitment(salt: bytes, name: str, value: object) -> str:
    """Give the SHA-256 over the salt, the name of the field, a zero byte, its canonical value."""
    return sha256(salt + name.encode("utf-8") + b"\0" + canonical(value)).hexdigest()


def entry_hash(case: str, kind: str, at: str, before: str, commitments: Mapping[str, str]) -> str:
    """Give the SHA-256 over the canonical JSON of an entry's head and commitments.

    It is written by hand, as `canonical` would write it: this is done for every entry there is.
    """
    fields = ",".join([f'{_quoted(name)}:"{commitments[name]}"' for name in sorted(commitments)])
    head = (
        f'{{"at":{canonical_text(at)},"before":"{before}","case":{_quoted(case)},'
        f'"fields":{{{fields}}},"kind":{_quoted(kind)}}}'
    )
    return sha256(head.encode("utf-8", "surrogatepass")).hexdigest()


def next_link(link: str, entry: str) -> str:
    """Give the link of a database after an entry arrived: over the link before and its hash."""
    return sha256(f"{link} {entry}".encode("ascii")).hexdigest()


def closed(entry: RecordEntry, names: Collection[str]) -> RecordEntry:
    """Close fields of an entry: value and salt go, the commitment stays; the hash is the same."""
    going = set(names) & entry.fields.keys()
    if not going:
        return entry
    made = entry.commitments
    staying = {name: value for name, value in entry.fields.items() if name not in going}
    return replace(
        entry,
        fields=staying,
        seed=None,
        salts={name: entry.salt(name).hex() for name in staying},
        closed={**entry.closed, **{name: made[name] for name in going}},
    )
