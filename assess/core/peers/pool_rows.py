"""Rows of the pool, one for each record that was kept, and the organisations that they make."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from assess.core.catalogue.level import HIGHEST
from assess.core.peers.membership import Placement
from assess.core.peers.plain_holdings import Held
from assess.core.peers.pool import PeerRecord, row_of, values_of
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
    contributors: frozenset[str] = frozenset()
    """Who else gave a record of this organisation."""


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
    """Give the latest row of each organisation; of two in one year the later kept one.

    It is known to all who gave a row of the organisation.
    """
    found: dict[str, PoolRow] = {}
    for pool_row in rows:
        known = found.get(pool_row.ref)
        if known is None:
            found[pool_row.ref] = pool_row
            continue
        latest = pool_row if (pool_row.year or 0) >= (known.year or 0) else known
        contributors = known.contributors | pool_row.contributors
        found[pool_row.ref] = latest._replace(contributors=contributors)
    return list(found.values())


def placement_of(pool_row: PoolRow) -> Placement:
    """Give what decides to which groups the organisation of a row belongs."""
    return Placement(
        pool_row.portfolio, pool_row.country, pool_row.age_group, pool_row.level == HIGHEST
    )


def held(pool_row: PoolRow) -> Held:
    """Give the organisation of a row as it counts in a table."""
    return Held(
        pool_row.ref,
        placement_of(pool_row),
        pool_row.year,
        pool_row.layout,
        _cells(pool_row),
        pool_row.contributors,
    )


def _cells(pool_row: PoolRow) -> array[float]:
    cells = array("d")
    cells.frombytes(pool_row.cells)
    return cells
