"""A table of what is held by key: filtered while typing, sorted by any column."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from assess.core.text.name import finds, searchable
from assess.tui.widgets.row_list import Column, Row, RowList

WIDE = 100
"""From this width on a table has room for the names of countries."""

Held = TypeVar("Held")


class SortedTable(RowList, Generic[Held]):
    """Rows of held values; what each shows, is found by and sorted by, a table says itself."""

    ORDERS: ClassVar[tuple[str, ...]]
    """By what the columns are sorted, in the order in which they are numbered."""
    ALIASES: ClassVar[dict[str, str]] = {"code": "country"}
    """Columns that stand for another one."""
    DESCENDING: ClassVar[frozenset[str]] = frozenset()
    """What is sorted from the last to the first to begin with."""

    def __init__(self, country_name: Callable[[str], str], order: str, name: str) -> None:
        """Make an empty table, sorted by `order`."""
        self._country_name = country_name
        self._order, self._reverse = order, order in self.DESCENDING
        self._held: dict[str, Held] = {}
        self._search: dict[str, str] = {}
        self._wanted = ""
        super().__init__(self._titled_columns(), id=name)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._held)

    @property
    def count(self) -> int:
        """How many of them the filter shows."""
        return len(self.rows)

    def filter(self, wanted: str) -> None:
        """Show those in which every word typed is found."""
        self._wanted = wanted
        self._arrange()

    def sort_by(self, column: int | str) -> None:
        """Sort by a column (by its place or key); by the same one again: the other way round."""
        key = self.ORDERS[column] if isinstance(column, int) else column
        key = self.ALIASES.get(key, key)
        self._reverse = not self._reverse if key == self._order else key in self.DESCENDING
        self._order = key
        self._arrange()

    def _arrange(self, *, choose: str | None = None) -> None:
        keys = [key for key in self._held if finds(self._wanted, self._text_of(key))]
        keys.sort(key=self._sort_key, reverse=self._reverse)
        self.retitle(self._titled_columns())
        self.show(map(self._row, keys), choose=choose)

    def _titled_columns(self) -> list[Column]:
        arrow = "↓" if self._reverse else "↑"
        return [
            column._replace(title=f"{column.title} {arrow}")
            if self.ALIASES.get(column.key, column.key) == self._order
            else column
            for column in self._columns()
        ]

    def _text_of(self, key: str) -> str:
        if key not in self._search:
            self._search[key] = searchable(self._parts(key))
        return self._search[key]

    @abstractmethod
    def _columns(self) -> Sequence[Column]:
        """Give the columns, their titles without a mark of the order."""

    @abstractmethod
    def _parts(self, key: str) -> Sequence[str]:
        """Give the texts in which a row is found."""

    @abstractmethod
    def _sort_key(self, key: str) -> tuple[Any, ...]:
        """Give what a row is sorted by in the current order."""

    @abstractmethod
    def _row(self, key: str) -> Row:
        """Give a row as it is shown."""
