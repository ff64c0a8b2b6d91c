"""k-anonymity of what leaves the house: no combination of what places an organisation is rare.

A record names no organisation, but its portfolio, country, age group, label and year together can
point to one. Where fewer than so many records share a combination, parts of it are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assess.core.peers.pool import PeerRecord

PLACING = ("portfolio", "country", "age_group", "level", "year")
"""What places an organisation."""

LADDER: tuple[tuple[str, ...], ...] = (
    ("portfolio", "country", "age_group", "level", "year"),
    ("portfolio", "country", "level", "year"),
    ("portfolio", "country", "year"),
    ("portfolio", "country"),
    ("portfolio", "age_group", "level", "year"),
    ("portfolio", "level", "year"),
    ("portfolio", "year"),
    ("portfolio",),
    ("country", "age_group", "year"),
    ("country", "year"),
    ("country",),
    ("age_group", "year"),
    ("year",),
    (),
)
"""What is kept of a record, from everything to nothing: the first that is shared by enough."""


class Anonymised(NamedTuple):
    """What may leave the house, and how many records may not even without any placing."""

    records: tuple[PeerRecord, ...]
    coarsened: int
    """How many had parts left out."""
    left_out: int


def anonymise(records: Iterable[PeerRecord], fewest: int) -> Anonymised:
    """Leave out of each record as little as makes its combination one of at least so many."""
    waiting = list(records)
    done: list[PeerRecord] = []
    coarsened = 0
    for kept in LADDER:
        shared = Counter(_combination(record, kept) for record in waiting)
        enough = [record for record in waiting if shared[_combination(record, kept)] >= fewest]
        waiting = [record for record in waiting if shared[_combination(record, kept)] < fewest]
        for record in enough:
            left = {part: None for part in PLACING if part not in kept}
            coarser = record.model_copy(update=left)
            coarsened += coarser != record
            done.append(coarser)
    done.sort(key=lambda record: record.ref)  # the order of the cases would tell who came with whom
    return Anonymised(tuple(done), coarsened, len(waiting))


def rare(records: Sequence[PeerRecord], fewest: int) -> tuple[tuple[str | int | None, ...], ...]:
    """Give every combination that fewer than so many records share."""
    shared = Counter(_combination(record, PLACING) for record in records)
    return tuple(combination for combination, count in shared.items() if count < fewest)


def _combination(record: PeerRecord, parts: Sequence[str]) -> tuple[str | int | None, ...]:
    return tuple(getattr(record, part) for part in parts)
