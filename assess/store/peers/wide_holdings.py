"""Organisations as a table is built of them, in one matrix: for a hundred thousand of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assess.core.peers.disclosure.disclosure_control import Respondent
from assess.core.peers.membership import GroupId, Placement, groups_of
from assess.core.peers.plain_holdings import class_counts, figure_of, is_same
from assess.core.peers.pool_rows import PoolRow, placement_of
from assess.core.peers.pool_schema import PoolSchema
from assess.core.peers.table import TableFigure, TableMeasure, table_measure
from assess.core.peers.table_building import RespondentPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray


class WideHoldings:
    """The organisations of a first table; nothing was given out before it."""

    def __init__(
        self, rows: Iterable[PoolRow], layouts: Mapping[str, PoolSchema], count: int
    ) -> None:
        """Take rows one by one, each organisation once, and how many there are."""
        import numpy as np

        self._np: Any = np
        self._layouts = layouts
        width = max((len(layout.pooled) for layout in layouts.values()), default=0)
        self._cells: NDArray[np.float64] = np.full((width, count), np.nan)
        self._years = np.zeros(count, dtype=np.int32)
        self._kinds = np.zeros(count, dtype=np.int32)
        self._layout_of = np.zeros(count, dtype=np.int16)
        self._digests: list[str] = []
        self._respondents: list[Respondent] = []
        kinds: dict[Respondent, int] = {}
        for place, row in enumerate(rows):
            respondent = Respondent(((placement_of(row), 0),), row.contributors)
            self._kinds[place] = kinds.setdefault(respondent, len(kinds))
            if row.layout not in self._digests:
                self._digests.append(row.layout)
            self._layout_of[place] = self._digests.index(row.layout)
            self._years[place] = row.year or 0
            cells = np.frombuffer(row.cells, dtype=np.float64)
            self._cells[: len(cells), place] = cells
        self._respondents = list(kinds)

    @cached_property
    def measures(self) -> Sequence[TableMeasure]:
        """Everything that is compared, under each of its definitions."""
        found: dict[str, TableMeasure] = {}
        used = [self._layouts[digest] for digest in self._digests]
        for layout in sorted(used, key=lambda layout: layout.catalogue, reverse=True):
            for pooled in layout.pooled:
                measure = table_measure(pooled)
                found.setdefault(measure.id, measure)
        return tuple(found.values())

    def pattern(self, measure: TableMeasure | None) -> RespondentPattern:
        """Tell who has a value of a measure."""
        places, _ = self._valued(measure)
        counts = self._np.bincount(self._kinds[places], minlength=len(self._respondents))

        def respondents() -> Counter[Respondent]:
            return Counter(
                {
                    respondent: int(count)
                    for respondent, count in zip(self._respondents, counts, strict=True)
                    if count
                }
            )

        return RespondentPattern(counts.tobytes(), respondents)

    def figures(
        self, measure: TableMeasure | None, groups: Collection[GroupId]
    ) -> Mapping[GroupId, TableFigure]:
        """Work out the figures of groups."""
        return {
            group: self._figure(measure, places, values)
            for group, (places, values) in self._by_group(measure, groups).items()
        }

    def of_one_mind(self, measure: TableMeasure, under: int) -> frozenset[GroupId]:
        """Give the groups under a size of which all, or none, are in a class."""
        return frozenset(
            group
            for group, (places, values) in self._by_group(measure, self._members).items()
            if 0 < len(places) < under
            and any(count in (0, len(places)) for count in class_counts(measure, values.tolist()))
        )

    def _figure(self, measure: TableMeasure | None, places: Any, values: Any) -> TableFigure:
        years = self._np.sort(self._years[places])
        return figure_of(measure, _Ascending(values), _Ascending(years[years > 0]))

    def _by_group(
        self, measure: TableMeasure | None, groups: Collection[GroupId]
    ) -> Mapping[GroupId, tuple[Any, Any]]:
        """Give the places and values of the organisations of groups, in ascending order."""
        places, values = self._valued(measure)
        order = self._np.argsort(values, kind="stable")
        places, values = places[order], values[order]
        kinds = self._kinds[places]
        found = {}
        for group in groups:
            inside = self._members[group][kinds]
            found[group] = places[inside], values[inside]
        return found

    @cached_property
    def _members(self) -> Mapping[GroupId, NDArray[np.bool_]]:
        """Tell for each group which kinds of organisations are in it."""
        found: dict[GroupId, Any] = {}
        for place, respondent in enumerate(self._respondents):
            state = respondent.history[0]
            for group in groups_of(state[0] if state else Placement()):
                if group not in found:
                    found[group] = self._np.zeros(len(self._respondents), dtype=bool)
                found[group][place] = True
        return found

    def _valued(self, measure: TableMeasure | None) -> tuple[Any, Any]:
        """Give who has a value of a measure, and which."""
        np = self._np
        if measure is None:
            return np.arange(len(self._kinds)), np.zeros(len(self._kinds))
        values = np.full(len(self._kinds), np.nan)
        for number, digest in enumerate(self._digests):
            for place, pooled in enumerate(self._layouts[digest].pooled):
                if is_same(pooled, measure):
                    chosen = self._layout_of == number
                    values[chosen] = self._cells[place, chosen]
        places = np.flatnonzero(~np.isnan(values))
        return places, values[places]


class _Ascending(Sequence[Any]):
    """An array in ascending order as plain Python reads a list: its numbers are plain, too."""

    def __init__(self, values: Any) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, place: Any) -> Any:
        return self._values[place].item()
