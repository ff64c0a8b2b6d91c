"""The table of labels: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from assess.tui.text import folded, matches
from assess.tui.widgets.row_list import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from assess.workflow.register import Registered

WIDE = 100
SORTED = ("name", "country", "portfolio", "level", "until", "status")
_LOOKS = {"valid": "accent", "expired renewable": "warning"}


class LabelTable(RowList):
    """Labels by row, each with its status on a day."""

    def __init__(self, country_name: Callable[[str], str]) -> None:
        """Make an empty table."""
        super().__init__(self._columns("country", reverse=False), id="label-table")
        self._country_name = country_name
        self._held: dict[str, Registered] = {}
        self._search: dict[str, str] = {}
        self._wanted = ""
        self._order = "country"
        self._reverse = False

    @staticmethod
    def _columns(order: str, *, reverse: bool) -> list[Column]:
        def title(key: str, text: str) -> str:
            return f"{text} {'↓' if reverse else '↑'}" if key == order else text

        return [
            Column("name", title("name", "Organisation"), share=5),
            Column("code", title("country", "Ctr"), 5, below_width=WIDE),
            Column("country", title("country", "Country"), 16, from_width=WIDE),
            Column("portfolio", title("portfolio", "Portfolio"), share=3, from_width=WIDE),
            Column("level", title("level", "Level"), 8),
            Column("until", title("until", "Until"), 11),
            Column("status", title("status", "Status"), 18),
        ]

    # What it holds

    @property
    def total(self) -> int:
        """How many labels there are."""
        return len(self._held)

    @property
    def count(self) -> int:
        """How many of them the filter shows."""
        return len(self.rows)

    @property
    def chosen_label(self) -> Registered | None:
        """The chosen label, if any is shown."""
        return self._held.get(self.chosen or "") if self.rows else None

    @property
    def shown_valid(self) -> int:
        """How many of those shown are valid."""
        return sum(self._held[row.key].status.value == "valid" for row in self.rows)

    def take(self, labels: Sequence[Registered]) -> None:
        """Hold these labels; the chosen one stays chosen."""
        chosen = self.chosen
        self._held = {f"{one.label.case} {one.label.level}": one for one in labels}
        self._search = {}
        self._arrange(choose=chosen)

    def filter(self, wanted: str) -> None:
        """Show the labels in which every word typed is found."""
        self._wanted = wanted
        self._arrange()

    def sort_by(self, column: int | str) -> None:
        """Sort by a column (by its place or key); by the same one again: the other way round."""
        key = SORTED[column] if isinstance(column, int) else column
        key = "country" if key == "code" else key
        self._reverse = not self._reverse if key == self._order else False
        self._order = key
        self._arrange()

    def _arrange(self, *, choose: str | None = None) -> None:
        keys = [key for key in self._held if matches(self._wanted, self._text_of(key))]
        keys.sort(key=self._sort_key, reverse=self._reverse)
        self.retitle(self._columns(self._order, reverse=self._reverse))
        self.show(map(self._row, keys), choose=choose)

    def _text_of(self, key: str) -> str:
        if key not in self._search:
            label, status = self._held[key]
            parts = (
                label.name,
                label.country,
                self._country_name(label.country),
                label.portfolio,
                label.level,
                str(label.valid_until or "no date"),
                status.words,
                "synthetic" if label.synthetic else "",
            )
            self._search[key] = folded(" ".join(parts))
        return self._search[key]

    def _sort_key(self, key: str) -> tuple[Any, ...]:
        label, status = self._held[key]
        name = folded(label.name)
        match self._order:
            case "name":
                return (name, str(label.valid_until or ""))
            case "portfolio":
                return (label.portfolio, name)
            case "level":
                return (("Gold", "Silver", "Bronze").index(label.level), name)
            case "until":
                return (str(label.valid_until or ""), name)
            case "status":
                return (status.words, name)
            case _:
                return (self._country_name(label.country), name, str(label.valid_until or ""))

    # How it is shown

    def _row(self, key: str) -> Row:
        label, status = self._held[key]
        look = _LOOKS.get(status.words, "quiet")
        name = f"synthetic · {label.name}" if label.synthetic else label.name
        until: Cell = str(label.valid_until) if label.valid_until else ("no date", "quiet")
        return Row(
            key,
            (
                name,
                label.country,
                self._country_name(label.country),
                (label.portfolio, "quiet"),
                label.level,
                until,
                (status.words, look),
            ),
        )
