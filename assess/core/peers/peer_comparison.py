"""Benchmarking: where a case stands among its peers, as the table of peers shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import GROUPS, GroupId, GroupKey, Placement, groups_of
from assess.core.peers.peer_group import (
    PeerGroup,
    Standpoint,
    definitions_of,
    groups_from,
    labels_of,
)
from assess.core.peers.pool_schema import PooledMeasure, schema_of
from assess.core.peers.position import (
    AGE_UNKNOWN,
    HIDDEN,
    PeerComparison,
    PeerPosition,
    position_in,
)
from assess.core.peers.table import WHOLE, PeerTable, TableFigure, TableName, measure_id
from assess.core.text.message import Text


class TableInUse(NamedTuple):
    """The table that a case is compared by, or what is read of it, and how it is called."""

    table: PeerTable
    name: TableName
    own: Placement | None = None
    """Where the own organisation is counted in it, if it is known to be in it."""
    is_known: bool = False
    """Whether it is known if the own organisation is in it: only where the table was built."""

    def holds_own(self, group: GroupId) -> Literal["yes", "no", "maybe"]:
        """Tell whether the own organisation is in a group, with this round or another."""
        if not self.is_known:
            return "maybe"
        return "yes" if self.own is not None and group in groups_of(self.own) else "no"

    def figure(self, group: GroupId | None, measure: str) -> TableFigure | None:
        """Give what is shown of a measure in a group, if anything is."""
        shown = None if group is None else self.table.groups.get(group)
        return shown.figures.get(measure) if shown is not None else None


def compare(
    values: Mapping[str, float | str],
    own: Standpoint,
    used: TableInUse | None,
    catalogue: Catalogue,
    *,
    keys: Iterable[str] | None = None,
    synthetic: bool = False,
) -> PeerComparison:
    """Compare the values of a case with its groups in a table; with `keys`, only these measures."""
    layout = schema_of(catalogue)
    minimum = used.table.head.fewest if used else catalogue.edition.fewest_peers + 1
    labels = labels_of(own, layout, catalogue)
    groups = groups_from(own)
    wanted = None if keys is None else frozenset(keys)
    return PeerComparison(
        groups=tuple(_groups(used, groups, labels, minimum)),
        standings={
            pooled.key: _standings(pooled, values.get(pooled.key), used, groups, labels)
            for pooled in layout.pooled
            if wanted is None or pooled.key in wanted
        },
        minimum=minimum,
        synthetic=synthetic,
        table=used.name if used else None,
    )


def _groups(
    used: TableInUse | None,
    groups: Mapping[GroupKey, GroupId | None],
    labels: Mapping[GroupKey, Text],
    minimum: int,
) -> Iterator[PeerGroup]:
    definitions = definitions_of(labels, minimum)
    for key in GROUPS:
        id_ = groups[key]
        group = PeerGroup(key=key, label=labels[key], definition=definitions[key])
        figure = used.figure(id_, WHOLE) if used else None
        if used is None or id_ is None or figure is None:
            reason = AGE_UNKNOWN if id_ is None else HIDDEN
            yield group.model_copy(update={"hidden": reason})
            continue
        yield group.model_copy(
            update={
                "n": figure.n,
                "median_year": figure.year,
                "as_of": figure.as_of,
                "own": used.holds_own(id_),
            }
        )


def _standings(
    pooled: PooledMeasure,
    value: float | str | None,
    used: TableInUse | None,
    groups: Mapping[GroupKey, GroupId | None],
    labels: Mapping[GroupKey, Text],
) -> tuple[PeerPosition, ...]:
    measure = measure_id(pooled.key, pooled.definition)
    found = []
    for key in GROUPS:
        figure = used.figure(groups[key], measure) if used else None
        if figure is None:
            found.append(
                PeerPosition(group=key, label=labels[key], position="hidden", reason=HIDDEN)
            )
        else:
            found.append(position_in(figure, pooled, value, key, labels[key]))
    return tuple(found)
