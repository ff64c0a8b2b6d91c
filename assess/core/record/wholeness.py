"""Whether a record that came from elsewhere is whole: each entry as its hash says, none missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from assess.core.record.entry import RecordEntry


class EntryFault(StrEnum):
    """What is wrong with an entry that was brought."""

    ALTERED = "altered"
    """Its hash is not the one that it was brought with."""
    CUT_OFF = "cut_off"
    """What it follows, or refers to, is not before it."""
    TWICE = "twice"


def entry_faults(brought: Iterable[tuple[RecordEntry, str]]) -> Iterator[tuple[int, EntryFault]]:
    """Give the faults of entries, each brought with its hash, by their places in the order."""
    known = {""}
    for place, (entry, stated) in enumerate(brought):
        if not _is_as_stated(entry, stated):
            yield place, EntryFault.ALTERED
        elif entry.before not in known or _refers_to_nobody(entry, known):
            yield place, EntryFault.CUT_OFF
        elif stated in known:
            yield place, EntryFault.TWICE
        known.add(stated)


def _refers_to_nobody(entry: RecordEntry, known: set[str]) -> bool:
    references: list[Any] = [entry.fields.get("record.by", "")]
    if entry.kind == "merged":
        references.append(entry.fields.get("other", ""))
    return any(not isinstance(named, str) or named not in known for named in references)


def _is_as_stated(entry: RecordEntry, stated: str) -> bool:
    if (entry.seed is None) != bool(entry.salts or entry.closed):
        return False
    try:
        return entry.hash == stated
    except ValueError:
        return False
