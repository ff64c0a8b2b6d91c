"""An audit of few organisations, in one table or in several: exact, whatever they have in common.

Each figure that is shown is a sum over organisations. A combination of figures gives each of them a
weight, and it tells of those whose weight is not 0. The search looks for combinations that tell of
too few: columns that depend on each other give a witness, organisations of which every combination
with the new figure tells at least in part. One of them is then told of, and the search goes on
without it. Separate witnesses add up, which ends most searches at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from assess.core.peers.membership import GroupId, Placement, groups_of

PRIME = (1 << 61) - 1
"""Columns are reduced modulo a prime: whole numbers that stay small, and nothing is rounded."""

EFFORT = 3000
"""So many witnesses are looked for; a figure of which no more is known by then is not shown."""

State = tuple[Placement, int] | None
"""How an organisation is counted in one table, and by which of its values; None: not at all."""

History = tuple[State, ...]
"""The states of an organisation in one table after another."""


class ShownFigure(NamedTuple):
    """What is shown of a group in one of the tables, by its place among them."""

    table: int
    group: GroupId


_Source = tuple[int, frozenset[int]]

_Place = TypeVar("_Place")


class _Column(NamedTuple):
    numbers: dict[int, int]
    new: int
    """The number in the row of the new figure."""
    sources: dict[_Source, int]
    """From which columns of which organisations, and how often, it was put together."""


_Cells = dict[int, tuple[frozenset[frozenset[int]], int]]
"""Organisations that are counted alike: in which figures, once for each state, and how many."""

_NEW = -1


class ExactAudit:
    """Tells of how many organisations a figure would tell beside those that are shown."""

    def __init__(self, counted: Mapping[History, int], few: int) -> None:
        """Take how many organisations have which history; `few` are too few to be told of."""
        self._few = few
        self._figures: dict[ShownFigure, int] = {}
        self._states = [
            (
                [
                    frozenset(
                        ShownFigure(table, group)
                        for table, entry in enumerate(history)
                        if entry is not None and entry[1] == state
                        for group in groups_of(entry[0])
                    )
                    for state in {entry[1] for entry in history if entry is not None}
                ],
                count,
            )
            for history, count in counted.items()
            if count
        ]
        self._effort = 0

    def fewest_told(self, figure: ShownFigure) -> int:
        """Give of how many organisations a further figure tells: 0, 1 for a few, or more."""
        cells = self._cells(figure)
        if not self._witness(cells):
            return 0
        self._effort = EFFORT
        return 1 if self._search(cells, self._few) else self._few + 1

    def take(self, figure: ShownFigure) -> None:
        """Count a figure among those that are shown."""
        self._figures.setdefault(figure, len(self._figures))

    def _cells(self, new: ShownFigure) -> _Cells:
        """Count the organisations by the figures that they are in, those of many first."""
        found: Counter[frozenset[frozenset[int]]] = Counter()
        places = {**self._figures, new: _NEW}
        if new in self._figures:
            return {}
        for states, count in self._states:
            columns = (
                frozenset(places[figure] for figure in state if figure in places)
                for state in states
            )
            kept = frozenset(column for column in columns if column)
            if kept:
                found[kept] += count
        return dict(enumerate(found.most_common()))

    def _search(self, cells: _Cells, budget: int) -> bool:
        """Tell whether a combination with the new figure tells of no more than a budget."""
        first: Sequence[int] = ()
        rest, needed = cells, 0
        while witness := self._witness(rest):
            first = first or witness
            payable = [cells[cell][1] for cell in witness if cells[cell][1] <= budget]
            needed += min(payable, default=budget + 1)
            if needed > budget:
                return False
            rest = {cell: rest[cell] for cell in rest if cell not in witness}
            self._effort -= 1
        if not first or self._effort < 0:
            return True
        for cell in first:
            price = cells[cell][1]
            without = {other: cells[other] for other in cells if other != cell}
            if price <= budget and self._search(without, budget - price):
                return True
        return False

    def _witness(self, cells: _Cells) -> Sequence[int]:
        """Give organisations of which every combination with the new figure tells; mostly few.

        Nothing is given where there is a combination that tells of none of them all.
        """
        basis: dict[int, _Column] = {}
        for cell, (columns, _) in cells.items():
            for rows in columns:
                numbers = dict.fromkeys(rows - {_NEW}, 1)
                column = _reduced(_Column(numbers, int(_NEW in rows), {(cell, rows): 1}), basis)
                if column.numbers:
                    basis[min(column.numbers)] = _with_one_first(column)
                elif column.new:
                    return tuple({cell: None for cell, _ in column.sources})
        return ()


def _reduced(column: _Column, basis: Mapping[int, _Column]) -> _Column:
    """Take columns of the basis from a column until its first row is none of theirs."""
    numbers, new, sources = column
    while numbers and (row := min(numbers)) in basis:
        taken = basis[row]
        times = numbers[row]
        for place, number in taken.numbers.items():
            _subtract(numbers, place, times * number)
        for source, number in taken.sources.items():
            _subtract(sources, source, times * number)
        new = (new - times * taken.new) % PRIME
    return _Column(numbers, new, sources)


def _subtract(numbers: dict[_Place, int], place: _Place, number: int) -> None:
    left = (numbers.get(place, 0) - number) % PRIME
    if left:
        numbers[place] = left
    else:
        numbers.pop(place, None)


def _with_one_first(column: _Column) -> _Column:
    first = column.numbers[min(column.numbers)]
    if first == 1:
        return column
    times = pow(first, -1, PRIME)
    return _Column(
        {place: number * times % PRIME for place, number in column.numbers.items()},
        column.new * times % PRIME,
        {source: number * times % PRIME for source, number in column.sources.items()},
    )
