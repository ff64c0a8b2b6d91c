"""The table of peers: for each group and measure a few figures, the same for every reader."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from assess.core.peers.disclosure.disclosure_control import HiddenReason
from assess.core.peers.membership import GroupId, GroupKey
from assess.core.peers.pool_schema import PooledMeasure
from assess.core.text.value import UnitName, Value

WHOLE = ""
"""Stands for the group as a whole, whatever its organisations have values for."""


class TableMeasure(Value):
    """What a table compares: values are compared only under the same definition."""

    key: str
    """`indicator:measure`, or `indicator:question` for an element."""
    definition: str
    classes: tuple[str, ...] = ()
    """The names of the classes, in the order of the shares."""
    lowest: int | None = None
    """With a number that is a level: the lowest level."""
    levels: int = 0
    """How many levels there are, in the order of the shares."""
    decimals: int = 0
    unit: UnitName = ""
    sensitive: bool = False
    """Of a small group it is not shown that all are in one class, or none."""

    @property
    def id(self) -> str:
        """What tells a measure from any other, also from an earlier one of the same name."""
        return measure_id(self.key, self.definition)


def measure_id(key: str, definition: str) -> str:
    """Give what tells a measure from any other, also from an earlier one of the same name."""
    return f"{key}@{definition}"


class TableFigure(NamedTuple):
    """What is shown of one measure in one group; quartiles are rounded as they are shown."""

    n: int
    year: int | None = None
    """Half of the interviews were in this year or later."""
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    shares: tuple[int, ...] = ()
    """In each class or level, in whole per cent."""
    as_of: date | None = None
    """The day of the table that these figures are of, if that is an earlier one."""


class TableGroup(NamedTuple):
    """What is shown of a group by the id of the measure, and why the rest is not."""

    figures: Mapping[str, TableFigure]
    hidden: Mapping[str, HiddenReason]


class TableHead(Value):
    """What a table says of itself."""

    number: int
    day: date
    synthetic: bool
    """The organisations are invented, for demonstration."""
    fewest: int
    """So many organisations a group has at least."""
    measures: tuple[TableMeasure, ...]
    corrected: str = ""
    """Why figures of an earlier table were corrected; empty: none were."""
    begins_anew: bool = False
    """Reports before this table showed peers that it does not take into account."""


class TableName(Value):
    """How a report names the table from which its positions are."""

    number: int
    day: date
    hash: str
    is_common: bool = False
    """Published by somebody for all; else it is of this database alone."""
    corrected: str = ""

    @property
    def mark(self) -> str:
        """The first digits of the hash: enough to find the table by."""
        return self.hash[:16]


class PeerTable(NamedTuple):
    """A whole table, or the part of it that one reader needs."""

    head: TableHead
    groups: Mapping[GroupId, TableGroup]


def table_measure(pooled: PooledMeasure) -> TableMeasure:
    """Give what a table says of a measure."""
    return TableMeasure(
        key=pooled.key,
        definition=pooled.definition,
        classes=pooled.classes,
        lowest=pooled.lowest,
        levels=0 if pooled.classes else len(pooled.labels),
        decimals=pooled.decimals,
        unit=pooled.unit,
        sensitive=pooled.sensitive,
    )


def table_hash(table: PeerTable) -> str:
    """Give the SHA-256 of all that a table says."""
    text = json.dumps(document_of(table), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_of(table: PeerTable) -> dict[str, Any]:
    """Give a table as plain content, for a file or for its hash."""
    return {
        **table.head.model_dump(mode="json"),
        "groups": [
            {**plain_group(group), **plain_figures(shown)} for group, shown in table.groups.items()
        ],
    }


def table_of(plain: Mapping[str, Any]) -> PeerTable:
    """Read plain content that `document_of` gave."""
    head = {name: value for name, value in plain.items() if name in TableHead.model_fields}
    groups = {group_of(each): figures_of(each) for each in plain["groups"]}
    return PeerTable(TableHead.model_validate_json(json.dumps(head)), groups)


def plain_group(group: GroupId) -> dict[str, str]:
    """Give which group it is as plain content."""
    stated = {name: value for name, value in group._asdict().items() if value is not None}
    return {**stated, "key": group.key.value}


def group_of(plain: Mapping[str, Any]) -> GroupId:
    """Read which group it is."""
    return GroupId(
        GroupKey(plain["key"]), *(plain.get(name) for name in ("portfolio", "country", "age_group"))
    )


def plain_figures(shown: TableGroup) -> dict[str, Any]:
    """Give what is shown of a group as plain content."""
    return {
        "figures": {key: list(_plain(figure)) for key, figure in shown.figures.items()},
        "hidden": {key: reason.value for key, reason in shown.hidden.items()},
    }


def figures_of(plain: Mapping[str, Any]) -> TableGroup:
    """Read what is shown of a group."""
    return TableGroup(
        {key: _figure(*stated) for key, stated in plain["figures"].items()},
        {key: HiddenReason(reason) for key, reason in plain["hidden"].items()},
    )


def _plain(figure: TableFigure) -> Iterable[Any]:
    """Give a figure as a list, without the empty places at its end."""
    day = figure.as_of.isoformat() if figure.as_of else None
    stated = [*figure[:5], list(figure.shares) or None, day]
    while stated and stated[-1] is None:
        stated.pop()
    return stated


def _figure(
    n: int,
    year: int | None = None,
    q1: float | None = None,
    median: float | None = None,
    q3: float | None = None,
    shares: list[int] | None = None,
    as_of: str | None = None,
) -> TableFigure:
    day = date.fromisoformat(as_of) if as_of else None
    return TableFigure(n, year, q1, median, q3, tuple(shares or ()), day)


def shown_afresh(table: PeerTable, measure: str) -> frozenset[GroupId]:
    """Give the groups of which a table shows figures of its own day."""
    return frozenset(_shown_afresh(table, measure))


def _shown_afresh(table: PeerTable, measure: str) -> Iterator[GroupId]:
    for group, shown in table.groups.items():
        figure = shown.figures.get(measure)
        if figure is not None and figure.as_of is None:
            yield group
