"""What a table holds by key: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from assess.core.text.name import finds, searchable
from assess.tui.widgets.row_list import Column

WIDE = 100
"""From this width on a table has room for the names of countries."""

Held = TypeVar("Held")


class Order(NamedTuple):
    """By what a table can be sorted."""

    columns: tuple[str, ...]
    """By what the columns are sorted, in the order in which they are numbered."""
    aliases: Mapping[str, str] = {"code": "country"}
    """Columns that stand for another one."""
    descending: frozenset[str] = frozenset()
    """What is sorted from the last to the first to begin with."""


class SortedRows(Generic[Held]):
    """Held values by key: which of them are shown, and in which order."""

    def __init__(
        self,
        order: Order,
        by: str,
        *,
        texts: Callable[[str], Sequence[str]],
        sort_key: Callable[[str, str], tuple[Any, ...]],
    ) -> None:
        """Hold nothing, sorted by a column.

        `texts` gives the texts in which the value of a key is found, `sort_key` what it is sorted
        by in a column.
        """
        self.held: dict[str, Held] = {}
        self._order = order
        self._by, self._reverse = by, by in order.descending
        self._texts = texts
        self._sort_key = sort_key
        self._searched: dict[str, str] = {}
        self._wanted = ""

    def hold(self, held: Mapping[str, Held]) -> None:
        """Hold these values and no others."""
        self.held = dict(held)
        self._searched = {}

    def learn(self, held: Mapping[str, Held]) -> None:
        """Hold these values too, or as they are now."""
        self.held |= held
        for key in held:
            self._searched.pop(key, None)

    def filter(self, wanted: str) -> None:
        """Show those in which every word typed is found."""
        self._wanted = wanted

    def sort_by(self, column: int | str) -> None:
        """Sort by a column (by its place or key); by the same one again: the other way round."""
        key = self._order.columns[column] if isinstance(column, int) else column
        key = self._order.aliases.get(key, key)
        is_same = key == self._by
        self._reverse = not self._reverse if is_same else key in self._order.descending
        self._by = key

    def keys(self) -> list[str]:
        """Give the keys of what is shown, in their order."""
        keys = [key for key in self.held if finds(self._wanted, self._text_of(key))]
        keys.sort(key=lambda key: self._sort_key(key, self._by), reverse=self._reverse)
        return keys

    def titled(self, columns: Sequence[Column]) -> list[Column]:
        """Mark the column that the rows are sorted by in its title."""
        arrow = "↓" if self._reverse else "↑"
        return [
            column._replace(title=f"{column.title} {arrow}")
            if self._order.aliases.get(column.key, column.key) == self._by
            else column
            for column in columns
        ]

    def _text_of(self, key: str) -> str:
        if key not in self._searched:
            self._searched[key] = searchable(self._texts(key))
        return self._searched[key]
