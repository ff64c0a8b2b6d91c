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
        sort_key: Callable[[str, str], tuple[Any, ...]],
        texts: Callable[[str], Sequence[str]] | None = None,
        find: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        """Hold nothing, sorted by a column.

        `sort_key` gives what the value of a key is sorted by in a column. `texts` gives the texts
        in which it is found; or `find` the keys of all that is found, where a value is not found
        by itself alone.
        """
        self.held: dict[str, Held] = {}
        self._order = order
        self._by, self._reverse = by, by in order.descending
        self._texts = texts
        self._sort_key = sort_key
        self._find = find
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
        keys = self._found()
        keys.sort(key=lambda key: self._sort_key(key, self._by), reverse=self._reverse)
        return keys

    def _found(self) -> list[str]:
        if not self._wanted.strip():
            return list(self.held)
        if self._find is not None:
            return list(self._find(self._wanted))
        return [key for key in self.held if finds(self._wanted, self._text_of(key))]

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
            self._searched[key] = searchable(self._texts(key) if self._texts else ())
        return self._searched[key]
