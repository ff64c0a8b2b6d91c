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


def record(pool_row: PoolRow, layout: PoolSchema) -> PeerRecord:
    """Give a row as a record."""
    return PeerRecord(
        ref=pool_row.ref,
        portfolio=pool_row.portfolio,
        country=pool_row.country,
        age_group=pool_row.age_group,
        level=pool_row.level,
        year=pool_row.year,
        values=values_of(_cells(pool_row), layout),
    )


def newest(rows: Iterable[PoolRow]) -> list[PoolRow]:
    """Give the latest row of each organisation; of two in one year the later kept one."""
    found: dict[str, PoolRow] = {}
    for pool_row in rows:
        known = found.get(pool_row.ref)
        if known is None or (pool_row.year or 0) >= (known.year or 0):
            found[pool_row.ref] = pool_row
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
    for pool_row in rows:
        records.append(pool_row[:6])
        own = _cells(pool_row)
        if pool_row.layout != layout.digest:
            chosen = places[pool_row.layout]
            own = array("d", [NO_VALUE if place is None else own[place] for place in chosen])
        cells.extend(own)
    columns = {
        pooled.key: column_of(cells[index::width]) for index, pooled in enumerate(layout.pooled)
    }
    return Pool(records, columns)


def _cells(pool_row: PoolRow) -> array[float]:
    cells = array("d")
    cells.frombytes(pool_row.cells)
    return cells


def _places(other: PoolSchema, layout: PoolSchema) -> Sequence[int | None]:
    """Give for each value of a layout its place in another one; None: not there as it is here."""
    there = {
        (pooled.key, pooled.definition, pooled.classes): at
        for at, pooled in enumerate(other.pooled)
    }
    return [there.get((pooled.key, pooled.definition, pooled.classes)) for pooled in layout.pooled]
