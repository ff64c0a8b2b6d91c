"""The organisations from which a table is built: one by one, or many in one matrix."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from assess.core.peers.plain_holdings import PlainHoldings
from assess.core.peers.pool_rows import held, newest
from assess.core.peers.table_building import Holdings
from assess.store import Store
from assess.store.peers.peer_tables import KeptTable

MANY = 5_000
"""From so many organisations on, a first table is built with NumPy where it is installed."""


def holdings_of(
    store: Store, before: Sequence[KeptTable], *, synthetic: bool, plain: bool | None = None
) -> Holdings:
    """Give the organisations of the pool, and those of tables that were given out before.

    `plain` says which way it is to be done, for measuring.
    """
    count = sum(each.size for each in store.pool.sources() if each.synthetic == synthetic)
    if plain is None:
        plain = bool(before) or count < MANY or find_spec("numpy") is None
    if not plain:
        from assess.store.peers.wide_holdings import WideHoldings

        chosen = store.pool.newest_ids(synthetic=synthetic)
        rows = store.pool.chosen_rows(chosen)
        return WideHoldings(rows, store.pool.layouts(), len(chosen))
    return PlainHoldings(
        [held(row) for row in newest(store.pool.rows(synthetic=synthetic))],
        store.pool.layouts(),
        [[held(row) for row in store.peer_tables.rows(table)] for table in before],
    )
