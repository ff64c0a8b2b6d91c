"""The table of labels: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from assess.core.catalogue.level import rank
from assess.core.register.validity_timeline import LabelStatus
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.tui.widgets.row_list import Cell, Column, Row, RowList
from assess.tui.widgets.sorted_rows import WIDE, Order, SortedRows
from assess.workflow.register.search import RegisterSearch

if TYPE_CHECKING:
    from assess.core.register.register import Register
    from assess.workflow.register.register import Registered

_LOOKS = {LabelStatus.VALID: "accent", LabelStatus.EXPIRED_RENEWABLE: "warning"}

COLUMNS = (
    Column("name", gettext("Organisation"), share=5),
    Column("code", gettext("Ctr"), 5, below_width=WIDE),
    Column("country", gettext("Country"), 16, from_width=WIDE),
    Column("portfolio", gettext("Portfolio"), share=3, from_width=WIDE),
    Column("level", gettext("Level"), 8),
    Column("until", gettext("Until"), 11),
    Column("status", gettext("Status"), 18),
)
ORDER = Order(("name", "country", "portfolio", "level", "until", "status"))


class LabelTable(RowList):
    """Labels by row, each with its status on a day."""

    def __init__(self, country_name: Callable[[str], str]) -> None:
        """Make an empty table."""
        self._country_name = country_name
        self._sorted: SortedRows[Registered] = SortedRows(
            ORDER, "country", sort_key=self._sort_key, find=self._find
        )
        self._search: RegisterSearch | None = None
        super().__init__(self._sorted.titled(COLUMNS), id="label-table")

    # What it holds

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._sorted.held)

    @property
    def count(self) -> int:
        """How many of them the filter shows."""
        return len(self.rows)

    def filter(self, wanted: str) -> None:
        """Show what is found, one label for each organisation: the one that stands for it."""
        self._sorted.filter(wanted)
        self._arrange()

    def sort_by(self, column: int | str) -> None:
        """Sort by a column (by its place or key); by the same one again: the other way round."""
        self._sorted.sort_by(column)
        self._arrange()

    def _arrange(self, *, choose: str | None = None) -> None:
        keys = self._sorted.keys()
        self.retitle(self._sorted.titled(COLUMNS))
        self.show(map(self._row, keys), choose=choose)

    @property
    def chosen_label(self) -> Registered | None:
        """The chosen label, if any is shown."""
        return self._sorted.held.get(self.chosen or "") if self.rows else None

    @property
    def shown_valid(self) -> int:
        """How many of those shown are valid."""
        return sum(self._sorted.held[row.key].status.value == "valid" for row in self.rows)

    def take(self, labels: Sequence[Registered], register: Register) -> None:
        """Hold these labels of a register; the chosen one stays chosen."""
        chosen = self.chosen
        self._search = RegisterSearch(labels, register)
        self._sorted.hold({_key(known): known for known in labels})
        self._arrange(choose=chosen)

    def _find(self, wanted: str) -> list[str]:
        """Give the keys of what is found: one label for each organisation."""
        found = self._search.find(wanted) if self._search else []
        return list(map(_key, found))

    def _sort_key(self, key: str, order: str) -> tuple[Any, ...]:
        label, _, told = self._sorted.held[key]
        name = alphabet().key(label.name)
        match order:
            case "name":
                return (name, str(label.valid_until or ""))
            case "portfolio":
                return (alphabet().key(label.portfolio), name)
            case "level":
                return (-rank(label.level), name)
            case "until":
                return (str(label.valid_until or ""), name)
            case "status":
                return (say(told.text), name)
            case _:
                return (self._country_name(label.country), name, str(label.valid_until or ""))

    # How it is shown

    def _row(self, key: str) -> Row:
        known = self._sorted.held[key]
        label = known.label
        look = _LOOKS.get(known.told.status, "quiet")
        name = label.name
        if label.synthetic:
            name = gettext("synthetic · {name}", name=label.name)
        until: Cell = str(label.valid_until) if label.valid_until else (gettext("no date"), "quiet")
        return Row(
            key,
            (
                name,
                label.country,
                self._country_name(label.country),
                (label.portfolio, "quiet"),
                label.level,
                until,
                (say(known.told.text), look),
            ),
        )


def _key(known: Registered) -> str:
    return f"{known.label.case} {known.label.level}"
