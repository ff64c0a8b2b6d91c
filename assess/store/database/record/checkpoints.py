"""Checkpoints in the store: how far the record reached when a run ended, signed by the device."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from assess.core.record.checkpoint import Checkpoint
from assess.languages import gettext, ngettext
from assess.signature import SigningKey, fingerprint_of, is_signed
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE
from assess.store.database.record.fault import IntegrityFault
from assess.store.database.record.walk import Statement, Walked

_END = "SELECT seq, link FROM entry ORDER BY seq DESC LIMIT 1"
_ID = (
    "SELECT json_extract(body, '$.id') FROM entry WHERE case_id = 'database' AND kind = 'database'"
)
_EVERY = "SELECT number, entries, head, at, key, signature FROM checkpoint ORDER BY number"
_LAST = "SELECT number, entries, head, at FROM checkpoint ORDER BY number DESC LIMIT 1"
_KEY = (
    "SELECT 1 FROM entry WHERE case_id = 'database' AND kind = 'key' AND side = 0 AND subject = ?"
)
_REPLACED = (
    "SELECT 1 FROM entry WHERE case_id = 'database' AND kind = 'replaced' AND side = 0 "
    "AND subject = ?"
)


_PATIENCE = 0.25
"""Seconds that signing waits for another window to finish its own: nobody is kept from leaving."""


class SignedCheckpoint(NamedTuple):
    """A checkpoint, and the public key that signed it."""

    checkpoint: Checkpoint
    key: str
    """The 32 bytes of the public key, in hexadecimal."""
    signature: str

    @property
    def fingerprint(self) -> str:
        """By which people compare the key; what is no key stays as it is written."""
        try:
            return fingerprint_of(bytes.fromhex(self.key))
        except ValueError:
            return self.key


class Checkpoints:
    """Makes and gives checkpoints."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def are_due(self) -> bool:
        """Tell whether entries arrived since the last checkpoint."""
        end = self._ledger.rows(_END)
        last = self._ledger.rows(_LAST)
        return bool(end) and (not last or int(last[0][1]) < int(end[0][0]))

    def make(self, key: SigningKey, *, at: datetime, known: Checkpoint | None = None) -> Checkpoint:
        """Sign how far the record reaches now.

        `known` is the last checkpoint that this device remembers: where the record does not hold
        it, an entry tells of that for good.
        """
        with self._ledger.writing(patience=_PATIENCE):
            self._introduce(key, at)
            if known is not None and not self.holds(known):
                self._tell_replaced(known, at)
            ((entries, head),) = self._ledger.rows(_END)
            last = self._ledger.rows(_LAST)
            number = int(last[0][0]) + 1 if last else 1
            made = Checkpoint(self.database, number, int(entries), str(head), at.isoformat())
            self._ledger.run(
                "INSERT INTO checkpoint (number, entries, head, at, key, signature) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (*made[1:], key.public.hex(), key.sign(made.signed).hex()),
            )
        return made

    def _introduce(self, key: SigningKey, at: datetime) -> None:
        """Enter the key of a device that signs here for the first time."""
        if not self._ledger.rows(_KEY, (key.fingerprint,)):
            body = json.dumps({"public": key.public.hex()})
            self._ledger.append("key", DATABASE, NewEntry(body, at, None, key.fingerprint))

    def _tell_replaced(self, known: Checkpoint, at: datetime) -> None:
        if not self._ledger.rows(_REPLACED, (known.head,)):
            body = json.dumps(known._asdict())
            self._ledger.append("replaced", DATABASE, NewEntry(body, at, None, known.head))

    @property
    def database(self) -> str:
        """The id of the database; empty as long as nothing was entered."""
        rows = self._ledger.rows(_ID)
        return str(rows[0][0]) if rows else ""

    def end(self) -> tuple[int, str]:
        """Give how many entries there are, and the link of the last one."""
        rows = self._ledger.rows(_END)
        return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")

    def place_of(self, head: str) -> int | None:
        """Give the number of the entry of a head, of the database or of a case, if one has it."""
        rows = self._ledger.rows("SELECT seq FROM entry WHERE link = ?1 OR hash = ?1", (head,))
        return int(rows[0][0]) if rows else None

    def holds(self, known: Checkpoint) -> bool:
        """Tell whether the record has the entries that a checkpoint covers."""
        rows = self._ledger.rows("SELECT link FROM entry WHERE seq = ?", (known.entries,))
        return rows == [(known.head,)]

    def all(self) -> tuple[SignedCheckpoint, ...]:
        """Give every checkpoint, oldest first."""
        database = self.database
        return tuple(
            SignedCheckpoint(Checkpoint(database, number, entries, head, at), key, signature)
            for number, entries, head, at, key, signature in self._ledger.rows(_EVERY)
        )

    def faults(self, seen: Walked) -> Iterator[IntegrityFault]:
        """Hold every checkpoint against the entries; `seen` has the links at their counts."""
        keys = {each.subject for each in seen.statements if each.kind == "key"}
        for place, each in enumerate(self.all(), 1):
            made = each.checkpoint
            if made.number != place:
                what = gettext("checkpoint {number} is missing", number=place)
                yield IntegrityFault(table="checkpoint", row=made.number, what=what)
                return
            if not _is_genuine(each, keys):
                what = gettext("its signature is not that of a device that signs here")
                yield IntegrityFault(table="checkpoint", row=made.number, what=what)
            elif seen.links.get(made.entries) != made.head:
                what = ngettext(
                    "the record differs since checkpoint {number}, signed {at}: its {count} entry "
                    "was altered or removed",
                    "the record differs since checkpoint {number}, signed {at}: of its "
                    "{count} entries some were altered or removed",
                    made.entries,
                    number=made.number,
                    at=made.at,
                )
                yield IntegrityFault(table="checkpoint", row=made.number, what=what)


def _is_genuine(each: SignedCheckpoint, keys: set[str | None]) -> bool:
    try:
        public, signature = bytes.fromhex(each.key), bytes.fromhex(each.signature)
    except ValueError:
        return False
    is_known = fingerprint_of(public) in keys
    return is_known and is_signed(each.checkpoint.signed, signature, public)


def replaced_states(seen: Walked) -> tuple[Statement, ...]:
    """Give the entries that tell of checkpoints which this record did not hold any more."""
    return tuple(each for each in seen.statements if each.kind == "replaced")
