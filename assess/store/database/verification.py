"""Verifies a database: the file itself, its entries, and what follows from them in other tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from assess.core.record.clock import DoubtfulTime
from assess.errors import DamagedStore
from assess.languages import gettext
from assess.store.database.fault_text import in_one_line
from assess.store.database.ledger import Ledger
from assess.store.database.opening import expected_schema
from assess.store.database.record.checkpoints import (
    Checkpoints,
    SignedCheckpoint,
    replaced_states,
)
from assess.store.database.record.fault import FILE, IntegrityFault
from assess.store.database.record.projection import projection_faults
from assess.store.database.record.walk import Statement, Walk

__all__ = ["FILE", "IntegrityFault", "VerifiedHistory", "verify"]

_COUNTED = {
    "entry": (),
    "details": ("details",),
    "answer": ("answer",),
    "decision": ("state", "verdict", "edit"),
    "register": ("register",),
    "edition": ("edition",),
    "plan": ("plan",),
}
"""What is counted, and which kinds of entries it is; none: all of them."""


class VerifiedHistory(NamedTuple):
    """How many entries were looked at, every fault that was found, and how far it was signed."""

    rows: Mapping[str, int]
    faults: tuple[IntegrityFault, ...]
    database: str = ""
    """The id of the database."""
    entries: int = 0
    head: str = ""
    """The link of the last entry, as it was worked out anew."""
    checkpoints: tuple[SignedCheckpoint, ...] = ()
    replaced: tuple[Statement, ...] = ()
    """Entries that tell of a signed state which is not in this record."""
    doubts: tuple[DoubtfulTime, ...] = ()
    """Entries whose time cannot be right; they are no faults."""


def verify(ledger: Ledger, *, now: datetime | None = None) -> VerifiedHistory:
    """Check the file with SQLite's own means, then every entry, then what follows from them.

    With `now`, entries whose time is doubtful are noted.
    """
    faults = [*_file_faults(ledger), *_schema_faults(ledger)]
    checkpoints = Checkpoints(ledger)
    signed: tuple[SignedCheckpoint, ...] = ()
    with suppress(DamagedStore):  # said already
        signed = checkpoints.all()
    walk = Walk(ledger, frozenset(each.checkpoint.entries for each in signed), now=now)
    faults += walk.faults()
    seen = walk.seen
    try:
        faults += projection_faults(ledger, seen)
        faults += checkpoints.faults(seen)
    except DamagedStore as error:
        faults.append(IntegrityFault(table=FILE, what=error.what))
    counts = {
        name: sum(seen.counts[kind] for kind in kinds) if kinds else seen.count
        for name, kinds in _COUNTED.items()
    }
    named = (each.body.get("id") for each in seen.statements if each.kind == "database")
    return VerifiedHistory(
        rows=counts,
        faults=tuple(faults),
        database=str(next(named, "")),
        entries=seen.count,
        head=seen.head,
        checkpoints=signed,
        replaced=replaced_states(seen),
        doubts=tuple(seen.doubts),
    )


def _file_faults(ledger: Ledger) -> Iterator[IntegrityFault]:
    try:
        for (said,) in ledger.rows("PRAGMA integrity_check"):
            if said != "ok":
                yield IntegrityFault(table=FILE, what=in_one_line([str(said)]))
        for table, row, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
            yield IntegrityFault(
                table=str(table),
                row=row,
                what=gettext("there is no row of {table} for it", table=parent),
            )
    except DamagedStore as error:
        yield IntegrityFault(table=FILE, what=error.what)


def _schema_faults(ledger: Ledger) -> Iterator[IntegrityFault]:
    """Name tables, views and triggers that are not as the program makes them."""
    expected = expected_schema()
    try:
        there = dict(ledger.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    except DamagedStore:
        return  # said already
    for name in sorted(expected.keys() | there.keys()):
        if expected.get(name) != there.get(name):
            what = gettext("its definition differs from that of the program")
            yield IntegrityFault(table=str(name), what=what)
