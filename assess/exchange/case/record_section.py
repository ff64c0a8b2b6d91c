"""The record in a case file: its entries in order, each with its hash and what opens its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from assess.core.record.entry import RecordEntry
from assess.core.record.wholeness import EntryFault, entry_faults
from assess.exchange.case.case_file_fields import (
    FieldFault,
    FileRecordEntry,
    Formed,
    RecordKind,
    fault,
)
from assess.languages import gettext


def as_filed(entry: RecordEntry) -> FileRecordEntry:
    """Give an entry as a case file writes it."""
    return FileRecordEntry(
        kind=cast("RecordKind", entry.kind),
        at=entry.at,
        before=entry.before,
        fields=dict(entry.fields),
        seed=entry.seed,
        salts=dict(entry.salts),
        closed=dict(entry.closed),
        hash=entry.hash,
    )


def as_recorded(filed: FileRecordEntry, case_id: str) -> RecordEntry:
    """Give an entry of a case file as the record knows it."""
    return RecordEntry(
        case=case_id,
        kind=filed.kind,
        at=filed.at,
        before=filed.before,
        fields=filed.fields,
        seed=filed.seed,
        salts=filed.salts,
        closed=filed.closed,
    )


def record_faults(file: Formed) -> Iterator[FieldFault]:
    """Give the entries that are not what their hash says, or follow one that is not in the file."""
    if not file.record:
        return
    case_id = file.case.id if file.case else None
    if case_id is None:
        text = gettext(
            "{field}: it belongs to a case whose id is missing ({missing})",
            field="record",
            missing="case.id",
        )
        yield fault("record", 0, text)
        return
    places = list(file.record)
    brought = [(as_recorded(filed, case_id), filed.hash) for filed in file.record.values()]
    for number, found in entry_faults(brought):
        index = places[number]
        yield fault("record", index, _said(found, f"record[{index}]"))


def _said(found: EntryFault, place: str) -> str:
    match found:
        case EntryFault.ALTERED:
            return gettext("{field}: the entry was altered after it was written", field=place)
        case EntryFault.CUT_OFF:
            return gettext("{field}: the entry that it follows is missing", field=place)
        case EntryFault.TWICE:
            return gettext("{field}: it is there twice", field=place)
