"""The table of labels: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from assess.core.catalogue.level import rank
from assess.core.text.name import plain_words
from assess.tui.widgets.row_list import Cell, Column, Row
from assess.tui.widgets.sorted_table import WIDE, SortedTable

if TYPE_CHECKING:
    from assess.workflow.register.register import Registered

_LOOKS = {"valid": "accent", "expired renewable": "warning"}


class LabelTable(SortedTable["Registered"]):
    """Labels by row, each with its status on a day."""

    ORDERS = ("name", "country", "portfolio", "level", "until", "status")

    def __init__(self, country_name: Callable[[str], str]) -> None:
        """Make an empty table."""
        super().__init__(country_name, "country", "label-table")

    # What it holds

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

    def _parts(self, key: str) -> tuple[str, ...]:
        label, status = self._held[key]
        return (
            label.name,
            label.country,
            self._country_name(label.country),
            label.portfolio,
            label.level,
            str(label.valid_until or "no date"),
            status.words,
            "synthetic" if label.synthetic else "",
        )

    def _sort_key(self, key: str) -> tuple[Any, ...]:
        label, status = self._held[key]
        name = plain_words(label.name)
        match self._order:
            case "name":
                return (name, str(label.valid_until or ""))
            case "portfolio":
                return (label.portfolio, name)
            case "level":
                return (-rank(label.level), name)
            case "until":
                return (str(label.valid_until or ""), name)
            case "status":
                return (status.words, name)
            case _:
                return (self._country_name(label.country), name, str(label.valid_until or ""))

    # How it is shown

    def _columns(self) -> list[Column]:
        return [
            Column("name", "Organisation", share=5),
            Column("code", "Ctr", 5, below_width=WIDE),
            Column("country", "Country", 16, from_width=WIDE),
            Column("portfolio", "Portfolio", share=3, from_width=WIDE),
            Column("level", "Level", 8),
            Column("until", "Until", 11),
            Column("status", "Status", 18),
        ]

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
