"""The table of cases: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content

from assess.core.text.name import plain_words
from assess.tui.frame.text import one_line
from assess.tui.widgets.row_list import Cell, Column, Row
from assess.tui.widgets.sorted_table import WIDE, SortedTable

if TYPE_CHECKING:
    from assess.core.case.assessment import Case
    from assess.workflow.case.cases import ListedCase

_UNKNOWN = "…"


class CaseTable(SortedTable["Case"]):
    """Cases by row; what is not known of a case yet is a dot until it is learned."""

    ORDERS = ("name", "country", "portfolio", "date", "done", "open", "label")
    ALIASES: ClassVar[dict[str, str]] = {"code": "country", "state": "label"}
    DESCENDING = frozenset({"date"})

    def __init__(self, country_name: Callable[[str], str], indicators: int) -> None:
        """Make an empty table; `indicators` is how many there are to do."""
        super().__init__(country_name, "date", "case-table")
        self._indicators = indicators
        self._known: dict[str, ListedCase] = {}
        self._all_synthetic = False

    # What it holds

    @property
    def all_synthetic(self) -> bool:
        """Whether every case is invented, so that it is said once for all of them."""
        return self._all_synthetic

    def take(self, cases: Sequence[Case], *, choose: str | None = None) -> None:
        """Hold these cases; what was learned of them stays."""
        self._held = {case.id: case for case in cases}
        self._all_synthetic = bool(cases) and all(case.synthetic for case in cases)
        self._search = {}
        self._arrange(choose=choose)

    def learn(self, listed: Iterable[ListedCase], *, is_last: bool) -> None:
        """Take in the progress of cases; with the last the order is right again."""
        found = {one.case.id: one for one in listed}
        self._known |= found
        self._held |= {key: one.case for key, one in found.items()}
        for key in found:
            self._search.pop(key, None)
        if is_last:
            self._arrange()
        else:
            self.replace(self._row(key) for key in found)

    def _parts(self, key: str) -> tuple[str, ...]:
        case = self._held[key]
        organisation, details = case.organisation, case.details
        return (
            organisation.name,
            organisation.country,
            self._country_name(organisation.country),
            organisation.region or "",
            details.portfolio,
            str(details.interview_date),
            details.expert,
            details.project_code or "",
            self._label(key),
            "synthetic" if case.synthetic else "",
            case.state.value.replace("_", " "),
            case.id,
        )

    def _sort_key(self, key: str) -> tuple[Any, ...]:
        case, listed = self._held[key], self._known.get(key)
        name = plain_words(case.organisation.name)
        match self._order:
            case "name":
                return (name,)
            case "country":
                return (self._country_name(case.organisation.country), name)
            case "portfolio":
                return (case.details.portfolio, name)
            case "done":
                return (listed.indicators_complete if listed else -1, name)
            case "open":
                return (listed.open_points if listed else -1, name)
            case "label":
                return (self._label(key), name)
            case _:
                return (case.details.interview_date, case.created_at)

    # How it is shown

    def _columns(self) -> list[Column]:
        return [
            Column("name", "Organisation", share=5),
            Column("code", "Ctr", 5, below_width=WIDE),
            Column("country", "Country", 16, from_width=WIDE),
            Column("portfolio", "Portfolio", share=3),
            Column("date", "Interview", 11),
            Column("done", "Done", 7, right=True),
            Column("open", "Open", 6, right=True),
            Column("label", "Label", 11, from_width=WIDE),
            Column("state", "Label", 7, below_width=WIDE),
        ]

    def _label(self, key: str) -> str:
        listed = self._known.get(key)
        return listed.label.value.replace("_", " ") if listed and listed.label else ""

    def _row(self, key: str) -> Row:
        case, listed = self._held[key], self._known.get(key)
        organisation = case.organisation
        marked = case.synthetic and not self.all_synthetic
        name = f"synthetic · {organisation.name}" if marked else organisation.name
        done: Cell = (_UNKNOWN, "quiet")
        points: Cell = (_UNKNOWN, "quiet")
        if listed:
            done = f"{listed.indicators_complete}/{self._indicators}"
            if case.state.value == "finished":
                done = (f"✓ {done}", "accent")
            points = str(listed.open_points) if listed.open_points else ("0", "quiet")
        label = self._label(key)
        return Row(
            key,
            (
                name,
                organisation.country,
                self._country_name(organisation.country),
                (case.details.portfolio, "quiet"),
                str(case.details.interview_date),
                done,
                points,
                label,
                label,
            ),
        )

    def _waiting(self) -> str:
        """Say how many proposals of the chosen case wait."""
        listed = self._known.get(self.chosen or "")
        count = listed.proposals if listed else 0
        return f"{count} proposal{'s wait' if count != 1 else ' waits'}" if count else ""

    def about(self) -> Content:
        """Say in one line what the chosen case is."""
        case = self._held.get(self.chosen or "")
        if case is None or not self.rows:
            return Content("")
        details, organisation = case.details, case.organisation
        where = ", ".join(
            filter(None, (organisation.region, self._country_name(organisation.country)))
        )
        parts = (
            case.state.value.replace("_", " "),
            self._waiting(),
            organisation.name,
            "synthetic" if case.synthetic else "",
            where,
            details.portfolio,
            "on site" if details.mode == "onsite" else "video",
            details.expert,
        )
        return Content(one_line(" · ".join(part[:200] for part in parts if part)))
