"""Benchmarking: where a case stands among its peers, measure by measure and group by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.differencing import EVERYONE, ShownBefore
from assess.core.peers.disclosure_control import Signature, showable
from assess.core.peers.order_statistics import SortedSelection
from assess.core.peers.peer_group import (
    COLUMNS,
    GROUPS,
    OUTSIDE,
    PREFERENCE,
    SELECTORS,
    GroupKey,
    PeerGroup,
    Standpoint,
    definitions_of,
    labels_of,
    marks_of,
    median_year,
)
from assess.core.peers.pool import Pool
from assess.core.peers.pool_schema import PooledMeasure, schema_of
from assess.core.peers.position import (
    AGE_UNKNOWN,
    HIDDEN,
    PeerComparison,
    PeerPosition,
    position_among,
    spans_of,
)
from assess.core.text.message import Text


class _Place(NamedTuple):
    """Everything that comparing one measure needs."""

    pool: Pool
    marks: bytes
    labels: Mapping[GroupKey, Text]
    minimum: int
    earlier: Sequence[ShownBefore]


def compare(
    values: Mapping[str, float | str],
    own: Standpoint,
    pool: Pool,
    catalogue: Catalogue,
    *,
    earlier: Sequence[ShownBefore] = (),
    keys: Iterable[str] | None = None,
    synthetic: bool = False,
) -> PeerComparison:
    """Compare the values of a case with its groups of a pool; with `keys`, only these measures.

    `earlier` are the reports of the case that were given out before: nothing is shown that could
    be taken from them to tell of too few.
    """
    layout = schema_of(catalogue)
    minimum = catalogue.edition.fewest_peers
    labels = labels_of(own, layout, catalogue)
    place = _Place(pool, marks_of(pool, own), labels, minimum, earlier)
    wanted = None if keys is None else frozenset(keys)
    return PeerComparison(
        groups=tuple(_groups(place, own)),
        standings={
            pooled.key: _standings(pooled, values.get(pooled.key), place)
            for pooled in layout.pooled
            if wanted is None or pooled.key in wanted
        },
        minimum=minimum,
        synthetic=synthetic,
    )


def shown_groups(comparison: PeerComparison) -> dict[str, tuple[GroupKey, ...]]:
    """Give which groups a comparison shows afresh, by key: what a later report must reckon with."""
    shown = {
        key: tuple(
            standing.group for standing in standings if standing.is_shown and standing.as_of is None
        )
        for key, standings in comparison.standings.items()
    }
    shown[EVERYONE] = tuple(
        group.key for group in comparison.groups if not group.hidden and group.as_of is None
    )
    return shown


def _groups(place: _Place, own: Standpoint) -> Iterator[PeerGroup]:
    definitions = definitions_of(place.labels, place.minimum)
    shown = _shown(EVERYONE, place, place.marks)
    for key in GROUPS:
        group = PeerGroup(key=key, label=place.labels[key], definition=definitions[key])
        before = _repeated(EVERYONE, key, place)
        if key in shown:
            yield _counted(group, place.pool, place.marks, place.minimum)
        elif before is not None:
            known = _counted(group, before.pool, before.marks, place.minimum)
            yield known.model_copy(update={"as_of": before.on})
        else:
            lacks_age = key is GroupKey.AGE_GROUP and own.age_group is None
            yield group.model_copy(update={"hidden": AGE_UNKNOWN if lacks_age else HIDDEN})


def _counted(group: PeerGroup, pool: Pool, marks: bytes, minimum: int) -> PeerGroup:
    chosen = marks.translate(SELECTORS[group.key])
    years = [year for year in compress(pool.years, chosen) if isinstance(year, int)]
    year = median_year(years) if len(years) >= minimum else None
    return group.model_copy(update={"n": sum(chosen), "median_year": year})


def _standings(
    pooled: PooledMeasure, value: float | str | None, place: _Place
) -> tuple[PeerPosition, ...]:
    members = _members(pooled.key, place.pool, place.marks)
    shown = _shown(pooled.key, place, members)
    column = place.pool.columns.get(pooled.key)
    spans = spans_of(pooled, column.values) if column else ()
    found = []
    for group in GROUPS:
        label = place.labels[group]
        before = _repeated(pooled.key, group, place)
        if group in shown and column is not None:
            peers = SortedSelection(column.values, members.translate(SELECTORS[group]))
            found.append(position_among(pooled, value, peers, spans, group, label, place.minimum))
        elif before is not None:
            found.append(_standing_then(pooled, value, group, before, place))
        else:
            found.append(PeerPosition(group=group, label=label, position="hidden", reason=HIDDEN))
    return tuple(found)


def _standing_then(
    pooled: PooledMeasure,
    value: float | str | None,
    group: GroupKey,
    before: ShownBefore,
    place: _Place,
) -> PeerPosition:
    """Give the standing of the own value of today among the peers of an earlier report."""
    column = before.pool.columns[pooled.key]
    members = _members(pooled.key, before.pool, before.marks)
    peers = SortedSelection(column.values, members.translate(SELECTORS[group]))
    spans = spans_of(pooled, column.values)
    found = position_among(pooled, value, peers, spans, group, place.labels[group], place.minimum)
    return found.model_copy(update={"as_of": before.on})


def _members(key: str, pool: Pool, marks: bytes) -> bytes:
    """Give the marks of those that have a value, in the order of the column."""
    column = pool.columns.get(key)
    if key == EVERYONE:
        return marks
    if column is None:
        return b""
    if len(column.places) < 2:
        return bytes(marks[place] for place in column.places)
    return bytes(itemgetter(*column.places)(marks))  # the quickest way, given at least two


def _shown(key: str, place: _Place, members: bytes) -> tuple[GroupKey, ...]:
    """Choose the groups of which figures of a measure may be shown."""
    earlier = [past for past in place.earlier if past.shown.get(key)]
    if earlier:
        counted, width = _counted_over_time(key, place, earlier)
        before = range(len(GROUPS), width)
        chosen = showable(_ORDER, counted, place.minimum, before)
        return tuple(GROUPS[index] for index in chosen)
    capped = tuple(min(members.count(mark), place.minimum) for mark in range(OUTSIDE))
    return _shown_for(capped, place.minimum)


_ORDER = tuple(GROUPS.index(group) for group in PREFERENCE)


@lru_cache(maxsize=4096)
def _shown_for(capped: tuple[int, ...], minimum: int) -> tuple[GroupKey, ...]:
    counted: Counter[Signature] = Counter()
    for column, count in zip(COLUMNS, capped, strict=True):
        counted[frozenset({column})] += count
    return tuple(GROUPS[index] for index in showable(_ORDER, counted, minimum))


def _counted_over_time(
    key: str, place: _Place, earlier: Sequence[ShownBefore]
) -> tuple[Counter[Signature], int]:
    """Count organisations by the figures they are in, now and in the earlier reports.

    An organisation whose value has changed is counted in two columns: it would show in the
    difference of the figures.
    """
    width = len(GROUPS) + sum(len(past.shown[key]) for past in earlier)
    columns: dict[str, dict[float, list[int]]] = {}

    def note(pool: Pool, marks: bytes, start: int, groups: Sequence[int]) -> None:
        for ref, value, mark in _valued(key, pool, marks):
            if mark < OUTSIDE:
                by_value = columns.setdefault(ref, {})
                column = by_value.setdefault(value, [0] * width)
                for offset, group in enumerate(groups):
                    column[start + offset] = COLUMNS[mark][group]

    note(place.pool, place.marks, 0, range(len(GROUPS)))
    start = len(GROUPS)
    for past in earlier:
        groups = [GROUPS.index(group) for group in past.shown[key]]
        note(past.pool, past.marks, start, groups)
        start += len(groups)
    counted: Counter[Signature] = Counter(
        frozenset(tuple(column) for column in by_value.values()) for by_value in columns.values()
    )
    return counted, width


def _valued(key: str, pool: Pool, marks: bytes) -> Iterator[tuple[str, float, int]]:
    """Give ref, value and mark of each organisation that has a value."""
    column = pool.columns.get(key)
    if key == EVERYONE:
        yield from ((str(ref), 0.0, mark) for ref, mark in zip(pool.refs, marks, strict=True))
    elif column is not None:
        for place, value in zip(column.places, column.values, strict=True):
            yield str(pool.refs[place]), value, marks[place]


def _repeated(key: str, group: GroupKey, place: _Place) -> ShownBefore | None:
    """Give the last report that showed the same group, whose figures may be shown again."""
    return next(
        (
            past
            for past in reversed(place.earlier)
            if group in past.shown.get(key, ()) and past.labels.get(group) == place.labels[group]
        ),
        None,
    )
