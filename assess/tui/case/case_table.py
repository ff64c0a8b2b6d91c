"""The table of cases: filtered while typing, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from assess.core.case.history.telling_apart import editions_to_name
from assess.languages import gettext, ngettext, pgettext
from assess.languages.speech import alphabet
from assess.tui.case.case_words import mode_words, state_words
from assess.tui.frame.text import one_line
from assess.tui.widgets.row_list import Cell, Column, Row, RowList
from assess.tui.widgets.sorted_rows import WIDE, Order, SortedRows

if TYPE_CHECKING:
    from datetime import date

    from assess.core.case.assessment import Case
    from assess.core.case.case_line import CaseLine
    from assess.core.submission.kept import Submission
    from assess.workflow.case.cases import ListedCase

_UNKNOWN = "…"

COLUMNS = (
    Column("name", gettext("Organisation"), share=5),
    Column("code", gettext("Ctr"), 5, below_width=WIDE),
    Column("country", gettext("Country"), 16, from_width=WIDE),
    Column("portfolio", gettext("Portfolio"), share=3),
    Column("date", gettext("Interview"), 11),
    Column("done", gettext("Done"), 7, right=True),
    Column("open", pgettext("what is left to do", "Open"), 6, right=True),
    Column("label", gettext("Label"), 22, from_width=WIDE),
    Column("state", gettext("Label"), 7, below_width=WIDE),
)
ORDER = Order(
    ("name", "country", "portfolio", "date", "done", "open", "label"),
    aliases={"code": "country", "state": "label"},
    descending=frozenset({"date"}),
)


class CaseTable(RowList):
    """Cases by row; what is not known of a case yet is a dot until it is learned."""

    def __init__(self) -> None:
        """Make an empty table, which calls a country by its code until it learns the names."""
        self._country_name: Callable[[str], str] = str
        self._sorted: SortedRows[Case | CaseLine] = SortedRows(
            ORDER, "date", texts=self._texts, sort_key=self._sort_key
        )
        super().__init__(self._sorted.titled(COLUMNS), id="case-table")
        self._known: dict[str, ListedCase] = {}
        self._all_synthetic = False
        self._editions: Mapping[str, str] = {}
        self._submissions: Mapping[str, Submission] = {}

    def prepare(self, country_name: Callable[[str], str]) -> None:
        """Take what says the name of a country."""
        self._country_name = country_name

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
        """Show those in which every word typed is found."""
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
    def all_synthetic(self) -> bool:
        """Whether every case is invented, so that it is said once for all of them."""
        return self._all_synthetic

    def take(self, cases: Sequence[Case | CaseLine], *, choose: str | None = None) -> None:
        """Hold these cases; what was learned of them stays."""
        self._sorted.hold({case.id: case for case in cases})
        self._editions = editions_to_name(cases)
        self._all_synthetic = bool(cases) and all(case.synthetic for case in cases)
        self._arrange(choose=choose)

    def learn(self, listed: Iterable[ListedCase], *, is_last: bool) -> None:
        """Take in the progress of cases; with the last the order is right again."""
        found = {progress.case.id: progress for progress in listed}
        self._known |= found
        self._sorted.learn({key: progress.case for key, progress in found.items()})
        if is_last:
            self._arrange()
        else:
            self.replace(self._row(key) for key in found)

    def _texts(self, key: str) -> tuple[str, ...]:
        case = self._sorted.held[key]
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
            gettext("synthetic") if case.synthetic else "",
            state_words(case.state),
            case.id,
        )

    def _sort_key(self, key: str, order: str) -> tuple[Any, ...]:
        case, listed = self._sorted.held[key], self._known.get(key)
        sort_key = alphabet().key
        name = sort_key(case.organisation.name)
        match order:
            case "name":
                return (name,)
            case "country":
                return (sort_key(self._country_name(case.organisation.country)), name)
            case "portfolio":
                return (sort_key(case.details.portfolio), name)
            case "done":
                return (listed.indicators_complete if listed else -1, name)
            case "open":
                return (listed.open_points if listed else -1, name)
            case "label":
                return (self._label(key), name)
            case _:
                return (case.details.interview_date, case.created_at)

    # How it is shown

    def _label(self, key: str) -> str:
        listed = self._known.get(key)
        if listed is None or listed.label is None:
            return ""
        from assess.languages.message import say

        said = say(listed.label.words)
        return gettext("{label}, changed since", label=said) if listed.since_award else said

    def _name_of(self, key: str) -> str:
        """Give the name of the organisation, with what tells a case from its copy."""
        name = self._sorted.held[key].organisation.name
        edition = self._editions.get(key)
        if edition is None:
            return name
        return gettext("{edition} · {organisation}", organisation=name, edition=edition)

    def _row(self, key: str) -> Row:
        case, listed = self._sorted.held[key], self._known.get(key)
        organisation = case.organisation
        marked = case.synthetic and not self.all_synthetic
        name = self._name_of(key)
        if marked:
            name = gettext("synthetic · {name}", name=name)
        done: Cell = (_UNKNOWN, "quiet")
        points: Cell = (_UNKNOWN, "quiet")
        if listed and listed.indicators is None:
            done, points = ("?", "quiet"), ("?", "quiet")
        elif listed:
            done = f"{listed.indicators_complete}/{listed.indicators}"
            if case.state == "finished":
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
                self._label_with_end(key),
                label,
            ),
        )

    def _end_of_valid_label(self, key: str) -> date | None:
        """Give the last day of a label that is valid, where one is stated."""
        listed = self._known.get(key)
        is_valid = listed is not None and listed.label is not None and listed.label.value == "valid"
        return listed.label_until if listed is not None and is_valid else None

    def _label_with_end(self, key: str) -> str:
        """Give the state of the label, and until when it is so where it is valid."""
        label, until = self._label(key), self._end_of_valid_label(key)
        return gettext("{status} to {day}", status=label, day=until) if until else label

    def _end_of_label(self) -> str:
        """Say until when the label of the chosen case is valid."""
        until = self._end_of_valid_label(self.chosen or "")
        return gettext("label valid to {day}", day=until) if until else ""

    def _waiting(self) -> str:
        """Say how many proposals of the chosen case wait."""
        listed = self._known.get(self.chosen or "")
        count = listed.proposals if listed else 0
        return (
            ngettext("{count} proposed answer", "{count} proposed answers", count) if count else ""
        )

    def know_sent(self, submissions: Mapping[str, Submission]) -> None:
        """Take what became of the cases that were sent to the secretariat."""
        self._submissions = submissions

    def _sent(self, case_id: str) -> str:
        submission = self._submissions.get(case_id)
        if submission is None:
            return ""
        from assess.tui.submission.sending import submission_words

        return submission_words(submission)

    def about(self) -> Content:
        """Say in one line what the chosen case is."""
        case = self._sorted.held.get(self.chosen or "")
        if case is None or not self.rows:
            return Content("")
        details, organisation = case.details, case.organisation
        where = ", ".join(
            filter(None, (organisation.region, self._country_name(organisation.country)))
        )
        parts = (
            state_words(case.state),
            self._waiting(),
            self._end_of_label(),
            self._sent(case.id),
            self._name_of(case.id),
            gettext("synthetic") if case.synthetic else "",
            where,
            details.portfolio,
            mode_words(details.mode),
            details.expert,
        )
        return Content(one_line(" · ".join(part[:200] for part in parts if part)))
