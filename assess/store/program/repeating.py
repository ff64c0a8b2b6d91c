"""Erasures of one database done again in another: in a backup that takes its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from assess.core.record.erasure import ERASED, ErasureScope
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE
from assess.store.database.record.stored_entry import StoredEntry
from assess.store.peers.peer_records import PeerRecords
from assess.store.peers.peer_tables import PeerTables
from assess.store.program.erasing import Erasing
from assess.store.program.person_erasing import Grounds, drop_typed


class ErasedEntry(NamedTuple):
    """An entry of which fields were erased, and by what a copy without its hash is known."""

    hash: str
    kind: str
    at: str
    subject: str | None


class KnownErasure(NamedTuple):
    """An erasure as a database tells of it."""

    hash: str
    chain: str
    at: datetime
    by: str
    body: dict[str, Any]
    entries: tuple[ErasedEntry, ...]


Rows = Callable[[str, Sequence[Any]], Iterable[tuple[Any, ...]]]
"""Gives the rows of a query with its values."""


def known_erasures(ledger: Ledger) -> tuple[KnownErasure, ...]:
    """Give every erasure of a database, the oldest first."""
    return tuple(erasures_by(ledger.rows))


def erasures_by(rows_of: Rows) -> Iterator[KnownErasure]:
    """Give every erasure that queries find, the oldest first."""
    rows = rows_of(
        "SELECT entry.hash, entry.case_id, entry.at, entry.body, json_extract(person.body, "
        "'$.name') FROM entry LEFT JOIN entry AS person ON person.seq = entry.person "
        "WHERE entry.kind = 'erased' ORDER BY entry.seq",
        (),
    )
    for digest, chain, at, text, by in rows:
        body = json.loads(text)
        entries = [
            ErasedEntry(*row)
            for each in body.get("entries", {})
            for row in rows_of(
                "SELECT hash, kind, at, subject FROM entry WHERE case_id = ? AND hash = ?",
                (chain, each),
            )
        ]
        moment = datetime.fromisoformat(at)
        yield KnownErasure(digest, chain, moment, by or "", body, tuple(entries))


def repeat(ledger: Ledger, erasures: Iterable[KnownErasure]) -> int:
    """Erase in a database what was erased in another one; give how many were not known in it."""
    known = {each.hash for each in known_erasures(ledger)}
    erasing = Erasing(ledger)
    gone = {case for case in erasing.erased_cases() if not erasing.is_there(case)}
    given = {each.hash: each for each in erasures if each.hash not in known}
    new = [each for each in given.values() if each.body.get("case") not in gone]
    with ledger.writing():
        for each in new:
            if each.body.get("scope") == ErasureScope.CASE.value:
                _case(ledger, each)
            else:
                _person(ledger, each)
        for chain in {*(each.chain for each in known_erasures(ledger)), DATABASE}:
            ledger.erasures.erase_again(chain)
    return len(new)


def erase_among_peers(ledger: Ledger, case_id: str, at: datetime) -> None:
    """Take the record of a case out of the pool and the tables of peers, within `writing`."""
    pool = PeerRecords(ledger)
    if peer := pool.case_records().get(case_id):
        pool.drop(peer.source, at=at)
        PeerTables(ledger).erase(peer.ref, at=at)


def _case(ledger: Ledger, erasure: KnownErasure) -> None:
    case_id = str(erasure.body.get("case"))
    why = Grounds(str(erasure.body.get("ground", ERASED)), erasure.by, erasure.at)
    if ledger.rows("SELECT 1 FROM entry WHERE case_id = ? LIMIT 1", (case_id,)):
        erase_among_peers(ledger, case_id, erasure.at)
        Erasing(ledger).case(case_id, why)
    else:
        _enter(ledger, DATABASE, erasure, erasure.body)


def _person(ledger: Ledger, erasure: KnownErasure) -> None:
    instead = erasure.body.get("instead", {})
    fields = erasure.body.get("entries", {})
    body = {**erasure.body, "entries": dict(fields), "instead": dict(instead)}
    is_there = False
    for each in erasure.entries:
        for row in _rows(ledger, erasure.chain, each):
            is_there = True
            ledger.erasures.close(row, fields[each.hash], instead.get(each.hash, {}))
            body["entries"][row.hash] = fields[each.hash]
            if each.hash in instead:
                body["instead"][row.hash] = instead[each.hash]
    typed = (body.get(name, ()) for name in ("drafts", "forms", "sent"))
    drop_typed(ledger, *typed)
    ledger.erasures.drop_files(body.get("files", ()))
    _enter(ledger, erasure.chain if is_there else DATABASE, erasure, body)


def _rows(ledger: Ledger, chain: str, entry: ErasedEntry) -> list[StoredEntry]:
    """Find an entry by its hash; a copy of before the record had hashes by what else it is."""
    if row := ledger.erasures.row(chain, entry.hash):
        return [row]
    return ledger.erasures.alike(chain, entry.kind, entry.at, entry.subject)


def _enter(ledger: Ledger, chain: str, erasure: KnownErasure, body: dict[str, Any]) -> None:
    text = json.dumps({name: part for name, part in body.items() if part not in ([], {})})
    ledger.append("erased", chain, NewEntry(text, erasure.at, erasure.by or None))
