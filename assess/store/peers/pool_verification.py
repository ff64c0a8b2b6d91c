"""Verifies the pool: each source has the records with which it entered, and so have tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from assess.core.peers.pool_schema import PoolSchema
from assess.core.peers.table import table_hash
from assess.languages import gettext
from assess.store.database.ledger import Ledger
from assess.store.database.record.fault import IntegrityFault
from assess.store.peers.peer_records import PeerRecords
from assess.store.peers.peer_tables import PeerTables, subject_of

_STATED = (
    "SELECT subject, body, at FROM entry WHERE case_id = 'pool' AND kind = 'pool' AND side = 0 "
    "ORDER BY seq"
)


def pool_faults(ledger: Ledger, records: PeerRecords) -> Iterator[IntegrityFault]:
    """Name what in the pool differs from what the record says of it."""
    yield from _source_faults(ledger, records)
    yield from _layout_faults(ledger)
    yield from _table_faults(ledger, PeerTables(ledger))


def _source_faults(ledger: Ledger, records: PeerRecords) -> Iterator[IntegrityFault]:
    stated: dict[str, Mapping[str, Any]] = {
        str(subject): json.loads(body) for subject, body, _ in ledger.rows(_STATED)
    }
    of_key = stated.pop("key", None)
    key = records.setting("key")
    digest = None if key is None else sha256(key.encode("ascii")).hexdigest()
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
        there |= {"contributor": source.contributor} if source.contributor else {}
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


def _table_faults(ledger: Ledger, tables: PeerTables) -> Iterator[IntegrityFault]:
    """Compare each kept table with the hash, the publisher and the moment that the record names."""
    stated: dict[tuple[str, str], dict[str, Any]] = {}
    for subject, body, at in ledger.rows(_STATED):
        said = json.loads(body)
        if "hash" in said:
            known = stated.setdefault((str(subject), str(said["hash"])), {"at": at})
            known.update(said)
    numbers = dict(ledger.rows("SELECT id, number FROM peer_table"))
    for synthetic in (False, True):
        for table in tables.all(synthetic=synthetic):
            said = stated.get((subject_of(table.kind, numbers[table.id]), table.hash), {})
            there = {
                "hash": table_hash(tables.read(table)),
                "synthetic": synthetic,
                "publisher": table.publisher,
                "at": table.at.isoformat(),
                "left_at": table.left_at.isoformat() if table.left_at else None,
            }
            if "rows" in said:  # the first tables entered without them
                there["rows"] = ledger.digest_of_table_rows(table.id)
            if there != {"publisher": table.publisher, "left_at": None, **said}:
                what = gettext("it differs from what the record says of it")
                yield IntegrityFault(table="peer_table", row=table.id, what=what)
