"""Organisations as a table is built of them, one by one: enough for some thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from assess.core.peers.disclosure.disclosure_control import Respondent
from assess.core.peers.disclosure.exact_audit import State
from assess.core.peers.membership import GroupId, Placement, groups_of
from assess.core.peers.pool_schema import PooledMeasure, PoolSchema
from assess.core.peers.quantile import as_shown, median_year, quartiles, round_half_up
from assess.core.peers.table import TableFigure, TableMeasure, table_measure
from assess.core.peers.table_building import RespondentPattern


class Held(NamedTuple):
    """One organisation as it counts in a table."""

    ref: str
    placement: Placement
    year: int | None
    layout: str
    """The digest of the layout that its cells follow."""
    cells: Sequence[float]
    known_to: frozenset[str] = frozenset()
    """The contributors who gave it."""


class PlainHoldings:
    """The organisations of a table, and those of the tables that were given out before it."""

    def __init__(
        self,
        now: Sequence[Held],
        layouts: Mapping[str, PoolSchema],
        before: Sequence[Sequence[Held]] = (),
    ) -> None:
        """Take organisations, each once, and the layouts of their cells by digest."""
        self._now, self._before = now, before
        self._layouts = [(digest, layouts[digest]) for digest in {each.layout for each in now}]
        self._places = {
            measure.id: {
                digest: place
                for digest, layout in layouts.items()
                for place, pooled in enumerate(layout.pooled)
                if is_same(pooled, measure)
            }
            for measure in self.measures
        }

    @cached_property
    def measures(self) -> Sequence[TableMeasure]:
        """Everything that is compared, under each of its definitions."""
        found: dict[str, TableMeasure] = {}
        for _, layout in sorted(self._layouts, key=lambda entry: entry[1].catalogue, reverse=True):
            for pooled in layout.pooled:
                measure = table_measure(pooled)
                found.setdefault(measure.id, measure)
        return tuple(found.values())

    def pattern(self, measure: TableMeasure | None) -> RespondentPattern:
        """Tell who has a value of a measure, in which of the tables."""
        counted = Counter(self._respondents(measure))
        return RespondentPattern(frozenset(counted.items()), lambda: counted)

    def figures(
        self, measure: TableMeasure | None, groups: Collection[GroupId]
    ) -> Mapping[GroupId, TableFigure]:
        """Work out the figures of groups."""
        values: dict[GroupId, list[float]] = {group: [] for group in groups}
        years: dict[GroupId, list[int]] = {group: [] for group in groups}
        for held, value in self._valued(measure):
            for group in self._groups[held.placement]:
                if group in values:
                    values[group].append(value)
                    if held.year is not None:
                        years[group].append(held.year)
        return {
            group: figure_of(measure, sorted(own), sorted(years[group]))
            for group, own in values.items()
        }

    def of_one_mind(self, measure: TableMeasure, under: int) -> frozenset[GroupId]:
        """Give the groups under a size of which all, or none, are in a class."""
        values: dict[GroupId, list[float]] = defaultdict(list)
        for held, value in self._valued(measure):
            for group in self._groups[held.placement]:
                values[group].append(value)
        return frozenset(
            group
            for group, own in values.items()
            if len(own) < under
            and any(count in (0, len(own)) for count in class_counts(measure, sorted(own)))
        )

    def _valued(self, measure: TableMeasure | None) -> Iterator[tuple[Held, float]]:
        places = {} if measure is None else self._places[measure.id]
        for held in self._now:
            if measure is None:
                yield held, 0.0
                continue
            place = places.get(held.layout)
            if place is None:
                continue
            value = held.cells[place]
            if value == value:  # noqa: PLR0124  only "no value" is not equal to itself
                yield held, value

    @cached_property
    def _groups(self) -> Mapping[Placement, tuple[GroupId, ...]]:
        return {
            placement: tuple(groups_of(placement))
            for placement in {held.placement for held in self._now}
        }

    def _respondents(self, measure: TableMeasure | None) -> Iterator[Respondent]:
        if not self._before:
            for held, _ in self._valued(measure):
                yield Respondent(((held.placement, 0),), held.known_to)
            return
        for entries, known_to in self._histories:
            states = tuple(self._state(entry, measure) for entry in entries)
            if any(states):
                yield Respondent(_numbered(states), known_to)

    @cached_property
    def _histories(self) -> Sequence[tuple[tuple[Held | None, ...], frozenset[str]]]:
        tables = [{held.ref: held for held in table} for table in (*self._before, self._now)]
        refs = dict.fromkeys(ref for table in tables for ref in table)
        found = []
        for ref in refs:
            entries = tuple(table.get(ref) for table in tables)
            known = frozenset[str]().union(*(entry.known_to for entry in entries if entry))
            found.append((entries, known))
        return found

    def _state(
        self, held: Held | None, measure: TableMeasure | None
    ) -> tuple[Placement, float, int | None] | None:
        if held is None:
            return None
        if measure is None:
            return held.placement, 0.0, held.year
        place = self._places[measure.id].get(held.layout)
        if place is None:
            return None
        value = held.cells[place]
        return None if value != value else (held.placement, value, held.year)  # noqa: PLR0124  as above


def _numbered(
    states: Sequence[tuple[Placement, float, int | None] | None],
) -> tuple[State, ...]:
    """Number the states of an organisation, so that those with one life are counted together."""
    numbers: dict[tuple[Placement, float, int | None], int] = {}
    return tuple(
        None if state is None else (state[0], numbers.setdefault(state, len(numbers)))
        for state in states
    )


def is_same(pooled: PooledMeasure, measure: TableMeasure) -> bool:
    """Tell whether values of a layout and of a table mean the same."""
    return (pooled.key, pooled.definition, pooled.classes) == (
        measure.key,
        measure.definition,
        measure.classes,
    )


def figure_of(
    measure: TableMeasure | None, ordered: Sequence[float], years: Sequence[int]
) -> TableFigure:
    """Work out the figure of a group from its values and years, both in ascending order."""
    n, year = len(ordered), median_year(years)
    if measure is None:
        return TableFigure(n, year)
    shares = tuple(round_half_up(100 * count, n) for count in class_counts(measure, ordered))
    if measure.classes:
        return TableFigure(n, year, shares=shares)
    q1, median, q3 = (as_shown(number, measure.decimals) for number in quartiles(ordered))
    return TableFigure(n, year, q1, median, q3, shares)


def class_counts(measure: TableMeasure, ordered: Sequence[float]) -> Sequence[int]:
    """Count the values in each class or level of a measure, of values in ascending order."""
    lowest = 0 if measure.classes else measure.lowest or 0
    numbers = range(lowest, lowest + (len(measure.classes) or measure.levels))
    return [bisect_right(ordered, number) - bisect_left(ordered, number) for number in numbers]
