"""Entries as they stand in their table, and as the record knows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from assess.core.record.canonical import plain_text
from assess.core.record.entry import RecordEntry

BY, SUBJECT, DAY = "record.by", "record.subject", "record.day"
"""The fields of an entry that stand in columns of their own: the hash of the entry of the person
who made it, what it is about, and the day that was stated as today."""

COLUMNS = (
    *("seq", "case_id", "kind", "subject", "person", "at", "day"),
    *("body", "seed", "parts", "side", "hash_before", "hash", "link"),
)

SUBJECT_IN_BODY: Mapping[str, str] = {
    "answer": "question",
    "proposal": "question",
    "verdict": "criterion",
    "edit": "key",
    "plan": "key",
}
"""Under which name a body would say what the entry is about; the views put it there."""

BY_IN_BODY = frozenset({"answer", "verdict", "edit", "plan", "register"})
"""The kinds of entries whose body would say who made it."""

AT_IN_BODY = frozenset({"answer", "verdict", "edit", "plan"})
"""The kinds of entries whose body would say when; null stands there where nobody knows."""

WITHHELD = "note_withheld"
"""What the views say where a note and its mark are closed: it follows, and is no field."""


class StoredEntry(NamedTuple):
    """A row of the table."""

    seq: int
    case_id: str
    kind: str
    subject: str | None
    person: int | None
    at: str
    day: str | None
    body: str
    seed: str | None
    parts: str | None
    side: int
    hash_before: str
    hash: str
    link: str


def bare_body(kind: str, text: str, *, subject: str | None, by: str | None, at: datetime) -> str:
    """Give a body without what the columns beside it say."""
    body: dict[str, Any] = json.loads(text)
    name = SUBJECT_IN_BODY.get(kind)
    if name is not None and body.get(name) == subject:
        del body[name]
    if kind in BY_IN_BODY and body.get("by") == by:
        body.pop("by", None)
    if kind in AT_IN_BODY:
        said = body.setdefault("at", None)
        if said is not None and datetime.fromisoformat(said) == at:
            del body["at"]
    return plain_text(body)


def entry_of(row: StoredEntry, person: str | None) -> RecordEntry:
    """Give a row as the record knows it; `person` is the hash of the entry that it refers to.

    ValueError where the row holds what no program of ours writes.
    """
    fields: dict[str, Any] = json.loads(row.body)
    if not isinstance(fields, dict):
        raise TypeError(row.body)
    if row.subject is not None:
        fields[SUBJECT] = row.subject
    if person is not None:
        fields[BY] = person
    if row.day is not None:
        fields[DAY] = row.day
    if row.parts is None:
        return RecordEntry(row.case_id, row.kind, row.at, row.hash_before, fields, row.seed)
    parts = json.loads(row.parts)
    return RecordEntry(
        *(row.case_id, row.kind, row.at, row.hash_before, fields),
        salts=parts["salts"],
        closed=parts["closed"],
    )


def columns_of(entry: RecordEntry) -> dict[str, str | None]:
    """Give an entry as columns, but for its person, its number, its link and its side."""
    body = {name: value for name, value in entry.fields.items() if name not in (BY, SUBJECT, DAY)}
    parts = {"salts": dict(entry.salts), "closed": dict(entry.closed)}
    return {
        "case_id": entry.case,
        "kind": entry.kind,
        "subject": entry.fields.get(SUBJECT),
        "at": entry.at,
        "day": entry.fields.get(DAY),
        "body": plain_text(body),
        "seed": entry.seed,
        "parts": plain_text(parts) if entry.seed is None else None,
        "hash_before": entry.before,
        "hash": entry.hash,
    }
