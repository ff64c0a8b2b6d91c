"""Rows of the pool, one for each record that was kept, and the pool in columns built of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from assess.core.peers.pool import NO_VALUE, PeerRecord, Pool, column_of, row_of, values_of
from assess.core.peers.pool_schema import PoolSchema


class PoolRow(NamedTuple):
    """One record as it is kept: its cells follow the layout of the edition it was taken under."""

    ref: str
    portfolio: str | None
    country: str | None
    age_group: str | None
    level: str | None
    year: int | None
    layout: str
    """The digest of the layout."""
    cells: bytes
    """Numbers of eight bytes."""


def row(record: PeerRecord, layout: PoolSchema) -> PoolRow:
    """Give a record as a row of a layout."""
    return PoolRow(
        record.ref,
        record.portfolio,
        record.country,
        record.age_group,
        record.level,
        record.year,
        layout.digest,
        row_of(record.values, layout).tobytes(),
    )


def record(one: PoolRow, layout: PoolSchema) -> PeerRecord:
    """Give a row as a record."""
    return PeerRecord(
        ref=one.ref,
        portfolio=one.portfolio,
        country=one.country,
        age_group=one.age_group,
        level=one.level,
        year=one.year,
        values=values_of(_cells(one), layout),
    )


def newest(rows: Iterable[PoolRow]) -> list[PoolRow]:
    """Give the latest row of each organisation; of two in one year the later kept one."""
    found: dict[str, PoolRow] = {}
    for one in rows:
        other = found.get(one.ref)
        if other is None or (one.year or 0) >= (other.year or 0):
            found[one.ref] = one
    return list(found.values())


def pool_from_rows(
    rows: Iterable[PoolRow], layouts: Mapping[str, PoolSchema], layout: PoolSchema
) -> Pool:
    """Build the pool for a layout of rows, one for each organisation.

    Of a row of another edition, what is defined as here counts.
    """
    records: list[tuple[str | int | None, ...]] = []
    width = len(layout.pooled)
    places = {
        digest: _places(other, layout)
        for digest, other in layouts.items()
        if digest != layout.digest
    }
    cells = array("d")
    for one in rows:
        records.append(one[:6])
        own = _cells(one)
        if one.layout != layout.digest:
            chosen = places[one.layout]
            own = array("d", [NO_VALUE if place is None else own[place] for place in chosen])
        cells.extend(own)
    columns = {
        pooled.key: column_of(cells[index::width]) for index, pooled in enumerate(layout.pooled)
    }
    return Pool(records, columns)


def _cells(one: PoolRow) -> array[float]:
    cells = array("d")
    cells.frombytes(one.cells)
    return cells


def _places(other: PoolSchema, layout: PoolSchema) -> Sequence[int | None]:
    """Give for each value of a layout its place in another one; None: not there as it is here."""
    there = {(one.key, one.definition, one.classes): at for at, one in enumerate(other.pooled)}
    return [there.get((one.key, one.definition, one.classes)) for one in layout.pooled]
