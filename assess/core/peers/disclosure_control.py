"""Disclosure: which figures may stand side by side without a few organisations showing through.

Whoever reads the counts of several groups can add them up and take one from another. Each way to do
so is a combination of the groups, and it tells of those organisations that do not cancel out in it.
Figures may be shown together when every combination tells of nobody, or of at least so many others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

MOST_FIGURES = 24
"""So many figures are weighed against one another; where there are more, no further one is safe."""

Column = tuple[int, ...]
"""In which of the figures, in order, something is counted: 1 or 0 for each."""

Signature = frozenset[Column]
"""How an organisation is counted: one column, or several where its value changed meanwhile."""

_Row = tuple[Fraction, ...]


def showable(
    candidates: Sequence[int],
    counted: Mapping[Signature, int],
    fewest: int,
    shown: Iterable[int] = (),
) -> tuple[int, ...]:
    """Choose from figures, by their place in the columns, those that may be shown together.

    Earlier candidates go before later ones. `shown` are figures that were given out before, and
    `counted` says how many organisations have which signature.
    """
    seen = list(shown)
    chosen: list[int] = []
    for figure in candidates:
        size = sum(
            count for signature, count in counted.items() if any(c[figure] for c in signature)
        )
        if size >= fewest and is_safe([*seen, figure], counted, fewest):
            seen.append(figure)
            chosen.append(figure)
    return tuple(chosen)


def is_safe(figures: Sequence[int], counted: Mapping[Signature, int], fewest: int) -> bool:
    """Tell whether no combination of figures tells of fewer than so many organisations."""
    if len(figures) > MOST_FIGURES:
        return False
    projected: Counter[Signature] = Counter()
    for signature, count in counted.items():
        columns = frozenset(tuple(column[figure] for figure in figures) for column in signature)
        kept = frozenset(column for column in columns if any(column))
        if kept and count:
            projected[kept] += count
    capped = frozenset((signature, min(count, fewest)) for signature, count in projected.items())
    return _is_safe(capped, len(figures), fewest)


@lru_cache(maxsize=4096)
def _is_safe(counted: frozenset[tuple[Signature, int]], width: int, fewest: int) -> bool:
    space: list[_Row] = [
        tuple(Fraction(int(row == place)) for place in range(width)) for row in range(width)
    ]
    few: list[tuple[Signature, int]] = []
    for signature, count in sorted(counted, key=lambda entry: (entry[1], sorted(entry[0]))):
        if count >= fewest:
            space = _cancelling(space, signature)
        else:
            few.append((signature, count))
    return not _tells_of_few(space, few, [], fewest)


def _tells_of_few(
    space: list[_Row],
    open_ones: list[tuple[Signature, int]],
    told: list[Signature],
    budget: int,
) -> bool:
    """Search for a combination within a space that tells of some, but fewer than the budget.

    Each kind of organisation that does not cancel out throughout the space is either made to cancel
    out, which leaves a smaller space, or told of, which uses up some of the budget.
    """
    if not space:
        return False
    for index, (signature, count) in enumerate(open_ones):
        if _cancels(space, signature):
            continue
        rest = open_ones[index + 1 :]
        if _tells_of_few(_cancelling(space, signature), rest, told, budget):
            return True
        return count < budget and _tells_of_few(space, rest, [*told, signature], budget - count)
    return any(not _cancels(space, signature) for signature in told)


def _cancels(space: list[_Row], signature: Signature) -> bool:
    return not any(_weight(row, column) for row in space for column in signature)


def _cancelling(space: list[_Row], signature: Signature) -> list[_Row]:
    """Give the combinations of a space in which organisations of a signature cancel out."""
    for column in signature:
        weights = [_weight(row, column) for row in space]
        pivot = next((index for index, weight in enumerate(weights) if weight), None)
        if pivot is None:
            continue
        first, share = space[pivot], weights[pivot]
        space = [
            tuple(value - weight / share * taken for value, taken in zip(row, first, strict=True))
            if weight
            else row
            for index, (row, weight) in enumerate(zip(space, weights, strict=True))
            if index != pivot
        ]
    return space


def _weight(row: _Row, column: Column) -> Fraction:
    return sum((value for value, counts in zip(row, column, strict=True) if counts), Fraction(0))
