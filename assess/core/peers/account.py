"""The table of peers for analysts: figures as rows, its code book, and what is hidden and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from assess.core.peers.disclosure.disclosure_control import HiddenReason
from assess.core.peers.membership import GroupId
from assess.core.peers.message import PeersMessage
from assess.core.peers.table import WHOLE, PeerTable, TableMeasure
from assess.core.text.message import Message, message


class FigureRow(NamedTuple):
    """One figure of the table, or why it is not shown."""

    group: GroupId
    measure: TableMeasure | None
    """None: the group as a whole."""
    class_name: str = ""
    """With a share: of which class or level it is."""
    n: int | None = None
    year: int | None = None
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    share: int | None = None
    as_of: str = ""
    hidden: HiddenReason | None = None


COLUMNS = (
    ("group", PeersMessage.COLUMN_GROUP),
    ("portfolio", PeersMessage.COLUMN_PORTFOLIO),
    ("country", PeersMessage.COLUMN_COUNTRY),
    ("age_group", PeersMessage.COLUMN_AGE_GROUP),
    ("measure", PeersMessage.COLUMN_MEASURE),
    ("definition", PeersMessage.COLUMN_DEFINITION),
    ("unit", PeersMessage.COLUMN_UNIT),
    ("n", PeersMessage.COLUMN_N),
    ("year", PeersMessage.COLUMN_YEAR),
    ("q1", PeersMessage.COLUMN_Q1),
    ("median", PeersMessage.COLUMN_MEDIAN),
    ("q3", PeersMessage.COLUMN_Q3),
    ("class", PeersMessage.COLUMN_CLASS),
    ("share", PeersMessage.COLUMN_SHARE),
    ("as_of", PeersMessage.COLUMN_AS_OF),
    ("hidden", PeersMessage.COLUMN_HIDDEN),
)
"""The columns of the table for analysts, with what each means: its code book."""

REASONS = {
    HiddenReason.TOO_FEW: PeersMessage.REASON_TOO_FEW,
    HiddenReason.COMBINATION: PeersMessage.REASON_COMBINATION,
    HiddenReason.CONTRIBUTOR: PeersMessage.REASON_CONTRIBUTOR,
    HiddenReason.SENSITIVE: PeersMessage.REASON_SENSITIVE,
    HiddenReason.CORRECTED: PeersMessage.REASON_CORRECTED,
}
"""Why figures are not shown, each in words."""


def table_rows(table: PeerTable) -> Iterator[FigureRow]:
    """Give the table row by row: a figure, a share of a class, or why there is none."""
    measures: list[TableMeasure | None] = [None, *table.head.measures]
    for group, shown in table.groups.items():
        for measure in measures:
            name = measure.id if measure else WHOLE
            figure, reason = shown.figures.get(name), shown.hidden.get(name)
            if figure is None:
                if reason is not None:
                    yield FigureRow(group, measure, hidden=reason)
                continue
            day = figure.as_of.isoformat() if figure.as_of else ""
            stated = FigureRow(group, measure, "", *figure[:5], as_of=day)
            if not figure.shares or figure.q1 is not None:
                yield stated
            if measure is not None:
                for class_name, share in zip(_classes(measure), figure.shares, strict=False):
                    yield FigureRow(
                        group, measure, class_name, figure.n, figure.year, share=share, as_of=day
                    )


def cells(row: FigureRow) -> tuple[str | int | float | None, ...]:
    """Give a row in the order of the columns."""
    measure, group = row.measure, row.group
    return (
        group.key.value,
        group.portfolio,
        group.country,
        group.age_group,
        measure.key if measure else None,
        measure.definition if measure else None,
        str(measure.unit) if measure else None,
        row.n,
        row.year,
        row.q1,
        row.median,
        row.q3,
        row.class_name or None,
        row.share,
        row.as_of or None,
        row.hidden.value if row.hidden else None,
    )


def hidden_counts(table: PeerTable) -> Iterator[Message]:
    """Say how many figures are hidden for which reason; nothing where none is."""
    counted = Counter(reason for shown in table.groups.values() for reason in shown.hidden.values())
    for reason, count in counted.most_common():
        yield message(REASONS[reason], count=count)


def _classes(measure: TableMeasure) -> Iterator[str]:
    if measure.classes:
        yield from measure.classes
    else:
        lowest = measure.lowest or 0
        yield from map(str, range(lowest, lowest + measure.levels))
