"""Verifies the pool: each source has the records with which it entered, and columns have them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from assess.core.peers.pool import Pool
from assess.core.peers.pool_schema import PoolSchema
from assess.languages import gettext
from assess.store.database.ledger import Ledger
from assess.store.database.record.fault import IntegrityFault
from assess.store.peers.peer_records import PeerRecords

_STATED = (
    "SELECT subject, body FROM entry WHERE case_id = 'pool' AND kind = 'pool' AND side = 0 "
    "ORDER BY seq"
)


def pool_faults(ledger: Ledger, records: PeerRecords) -> Iterator[IntegrityFault]:
    """Name what in the pool differs from what the record says of it."""
    yield from _source_faults(ledger, records)
    yield from _layout_faults(ledger)
    yield from _column_faults(ledger, records)
    yield from _snapshot_faults(ledger)


def _source_faults(ledger: Ledger, records: PeerRecords) -> Iterator[IntegrityFault]:
    stated: dict[str, Mapping[str, Any]] = {
        str(subject): json.loads(body) for subject, body in ledger.rows(_STATED)
    }
    of_key = stated.pop("key", None)
    key = records.key()
    digest = None if key is None else sha256(key.hex().encode("ascii")).hexdigest()
    if (of_key and of_key["key"]) != digest:
        what = gettext("the key of the ids differs from the one that the record names")
        yield IntegrityFault(table="peer_setting", what=what)
    for source in records.sources():
        said = stated.pop(f"{source.kind} {source.name}", {})
        there = {
            "version": source.version,
            "synthetic": source.synthetic,
            "at": source.at.isoformat(),
            "records": ledger.digest_of_records(source.id),
        }
        if said != there:
            what = gettext("{name} differs from what the record says of it", name=source.name)
            yield IntegrityFault(table="peer_source", row=source.id, what=what)
    for name, said in stated.items():
        if said.get("records") is not None:
            what = gettext("{name} is missing", name=name.partition(" ")[2])
            yield IntegrityFault(table="peer_source", what=what)


def _layout_faults(ledger: Ledger) -> Iterator[IntegrityFault]:
    for digest, body in ledger.rows("SELECT digest, body FROM peer_layout"):
        try:
            is_same = PoolSchema.model_validate_json(body).digest == digest
        except ValueError:
            is_same = False
        if not is_same:
            what = gettext("the content of {digest} was altered", digest=str(digest)[:16])
            yield IntegrityFault(table="peer_layout", what=what)


def _column_faults(ledger: Ledger, records: PeerRecords) -> Iterator[IntegrityFault]:
    layouts = records.layouts()
    for synthetic, digest in ledger.rows("SELECT synthetic, layout FROM peer_pool"):
        layout = layouts.get(digest) or next(
            (known for known in layouts.values() if known.digest == digest), None
        )
        if layout is None:
            continue  # of an edition in use of which no source has records
        kept = records.get(layout, synthetic=bool(synthetic))
        if not _are_same(kept, records.build(layout, synthetic=bool(synthetic))):
            what = gettext("the columns differ from the records of which they were made")
            yield IntegrityFault(table="peer_column", what=what)


def _are_same(first: Pool, second: Pool) -> bool:
    return (
        list(first.parts) == list(second.parts)
        and first.columns.keys() == second.columns.keys()
        and all(
            first.columns[name].values == second.columns[name].values
            and first.columns[name].places == second.columns[name].places
            for name in first.columns
        )
    )


def _snapshot_faults(ledger: Ledger) -> Iterator[IntegrityFault]:
    shown = {str(pool) for (pool,) in ledger.rows("SELECT pool FROM peers_shown")}
    for digest, body in ledger.each_row("SELECT digest, body FROM peer_snapshot"):
        shown.discard(str(digest))
        try:
            is_same = sha256(zlib.decompress(body)).hexdigest() == digest
        except zlib.error:
            is_same = False
        if not is_same:
            what = gettext("the content of {digest} was altered", digest=str(digest)[:16])
            yield IntegrityFault(table="peer_snapshot", what=what)
    for digest in sorted(shown):
        what = gettext("{name} is missing", name=digest[:16])
        yield IntegrityFault(table="peer_snapshot", what=what)
