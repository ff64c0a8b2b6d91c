"""The builder with NumPy: the same table as in plain Python, figure by figure; NumPy's own too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import EVERYONE
from assess.core.peers.pool_rows import newest, row
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.quantile import as_shown
from assess.core.peers.table import table_hash
from assess.core.peers.table_building import Occasion, build
from assess.store import Store
from assess.workflow.peers.holdings import holdings_of
from tests.core.peer_table import SHARE
from tests.notation import NOON
from tests.peers import DAY
from tests.synthetic_pool import synthetic_records


@pytest.fixture
def store(tmp_path: Path, catalogue: Catalogue, first_edition: Catalogue) -> Iterator[Store]:
    with Store(tmp_path / "pool.db", now=NOON) as opened:
        for number, edition in enumerate((first_edition, catalogue)):
            layout = schema_of(edition)
            records = synthetic_records(edition, 70, after=50 * number, since=2020 + number)
            rows = [row(record, layout) for record in records]
            name = f"giver {number}"
            opened.pool.add(
                "file", name, name, rows, [layout], synthetic=False, at=NOON, contributor=name
            )
        yield opened


def test_both_builders_give_one_table(store: Store) -> None:
    plain, wide = (
        build(holdings_of(store, [], synthetic=False, plain=way), Occasion(1, DAY, False, 6))
        for way in (True, False)
    )
    assert plain.groups == wide.groups
    assert table_hash(plain) == table_hash(wide)
    assert len(plain.groups) > 10


def test_a_statistician_rebuilds_each_figure_from_the_contributions(
    store: Store, catalogue: Catalogue
) -> None:
    table = build(holdings_of(store, [], synthetic=False), Occasion(1, DAY, False, 6))
    layouts = store.pool.layouts()
    measure = next(one for one in table.head.measures if one.key == SHARE)
    values = []
    for each in newest(store.pool.rows(synthetic=False)):
        keys = [pooled.key for pooled in layouts[each.layout].pooled]
        values.append(np.frombuffer(each.cells)[keys.index(SHARE)])
    known = [value for value in values if value == value]  # noqa: PLR0124  no value is none
    figure = table.groups[EVERYONE].figures[measure.id]
    expected = [
        as_shown(float(one), measure.decimals) for one in np.quantile(known, (0.25, 0.5, 0.75))
    ]
    assert (figure.n, [figure.q1, figure.median, figure.q3]) == (len(known), expected)
    assert schema_of(catalogue).digest in layouts
