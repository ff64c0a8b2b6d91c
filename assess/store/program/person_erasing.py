"""Erasing a person: each field, draft, form and file that was confirmed to name one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from assess.core.record.erasure import ERASED, ErasureScope, has_name
from assess.store.database.ledger import Ledger, NewEntry
from assess.store.database.record.entry_writer import DATABASE
from assess.store.database.record.stored_entry import StoredEntry
from assess.store.program.earlier_erasures import take_over
from assess.store.program.name_search import NameHit

SENT = {
    "submission": "DELETE FROM submission WHERE revision = ?",
    "inbox_item": "DELETE FROM inbox_item WHERE number = ?",
    "waiting_answer": "DELETE FROM waiting_answer WHERE id = ?",
}
"""The tables of what goes to the secretariat and came from it."""

_TYPED = {**SENT, "secretariat": "DELETE FROM secretariat WHERE id = ?"}
"""These, and the connection itself, which is of no case."""


class Grounds(NamedTuple):
    """On what ground something is erased, by whom, and when."""

    ground: str
    by: str
    at: datetime


def erase_person(ledger: Ledger, name: str, hits: Collection[NameHit], why: Grounds) -> None:
    """Erase the fields, drafts, forms and files that were confirmed to name a person."""
    with ledger.writing():
        by_chain: dict[str, list[NameHit]] = defaultdict(list)
        for hit in hits:
            for chain in _chains_of(ledger, hit):
                by_chain[chain].append(hit)
        for who in {who for (who,) in ledger.rows("SELECT who FROM presence")}:
            if has_name(who, name):
                ledger.run("DELETE FROM presence WHERE who = ?", (who,))
        for chain, found in by_chain.items():
            body = _erase_hits(ledger, chain, found)
            enter_erasure(ledger, chain, body, why)


def _chains_of(ledger: Ledger, hit: NameHit) -> tuple[str, ...]:
    """Give the chains in which its erasure is entered: of the cases with which it travels."""
    if hit.kind == "file":
        rows = ledger.rows(
            "SELECT DISTINCT case_id FROM entry WHERE instr(body, ?) > 0 "
            "AND kind IN ('answer', 'proposal', 'edition') ORDER BY case_id",
            (hit.case,),
        )
        return tuple(str(chain) for (chain,) in rows) or (DATABASE,)
    is_of_case = hit.digest or hit.kind == "draft" or hit.kind in SENT
    return (hit.case,) if is_of_case else (DATABASE,)


def _erase_hits(ledger: Ledger, chain: str, hits: Collection[NameHit]) -> dict[str, Any]:
    erasures = ledger.erasures
    fields: dict[str, dict[str, Any]] = defaultdict(dict)
    for hit in hits:
        if hit.digest:
            fields[hit.digest][hit.field] = hit.instead
    instead: dict[str, dict[str, Any]] = {}
    files = [hit.case for hit in hits if hit.kind == "file"]
    for digest, found in fields.items():
        row = erasures.row(chain, digest)
        if row is None:
            continue
        shown = {name: value for name, value in found.items() if value is not None}
        if "value" in shown and str(shown["value"]) == ERASED and _is_address(row):
            del shown["value"]
            shown["status"] = "not_reached"
        if shown:
            instead[digest] = shown
        if row.kind == "edition" and "record" in found:
            files.append(str(json.loads(row.body)["note"]["pdf_sha256"]))
        erasures.close(row, found, shown)
    take_over(ledger, chain, fields, instead)
    drafts = [[hit.case, hit.subject] for hit in hits if hit.kind == "draft"]
    forms = [hit.case for hit in hits if hit.kind == "form"]
    sent = [[hit.kind, hit.subject] for hit in hits if hit.kind in _TYPED]
    drop_typed(ledger, drafts, forms, sent)
    erasures.drop_files(files)
    return {
        "scope": ErasureScope.PERSON.value,
        "entries": {digest: sorted(found) for digest, found in fields.items()},
        "instead": instead,
        "files": sorted(files),
        "drafts": drafts,
        "forms": forms,
        "sent": sent,
    }


def drop_typed(
    ledger: Ledger,
    drafts: Iterable[Iterable[str]],
    forms: Iterable[str],
    sent: Iterable[tuple[str, str] | list[str]],
) -> None:
    """Remove what is typed for questions and in forms, or goes to the secretariat."""
    for table, number in sent:
        ledger.run(_TYPED[table], (number,))
    for draft in drafts:
        ledger.run("DELETE FROM draft WHERE case_id = ? AND question = ?", tuple(draft))
    for form in forms:
        ledger.run("DELETE FROM form WHERE name = ?", (form,))


def enter_erasure(ledger: Ledger, chain: str, body: dict[str, Any], why: Grounds) -> None:
    """Enter what was erased, on what ground and by whom, within `writing`."""
    said = {name: part for name, part in body.items() if part not in ([], {})}
    text = json.dumps({**said, "ground": why.ground})
    ledger.append("erased", chain, NewEntry(text, why.at, why.by))


def _is_address(row: StoredEntry) -> bool:
    value = json.loads(row.body).get("value")
    return isinstance(value, str) and value.lower().startswith(("http://", "https://", "www."))
