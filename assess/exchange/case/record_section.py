"""The record in a case file: its entries in order, each with its hash and what opens its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from pydantic import ValidationError

from assess.core.record.entry import RecordEntry
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
    known = {""}
    for index, filed in file.record.items():
        place = f"record[{index}]"
        if not _is_whole(filed, case_id):
            text = gettext("{field}: the entry was altered after it was written", field=place)
            yield fault("record", index, text)
        elif filed.before not in known or _refers_to_nobody(filed, known):
            text = gettext("{field}: the entry that it follows is missing", field=place)
            yield fault("record", index, text)
        elif filed.hash in known:
            yield fault("record", index, gettext("{field}: it is there twice", field=place))
        known.add(filed.hash)


def _refers_to_nobody(filed: FileRecordEntry, known: set[str]) -> bool:
    references: Mapping[str, object] = {**filed.fields}
    return any(
        references.get(name, "") not in known
        for name in ("record.by", *(("other",) if filed.kind == "merged" else ()))
    )


def _is_whole(filed: FileRecordEntry, case_id: str) -> bool:
    if (filed.seed is None) != bool(filed.salts or filed.closed):
        return False
    try:
        return as_recorded(filed, case_id).hash == filed.hash
    except (ValueError, ValidationError):
        return False
