"""What each row of a table of organisations would do, found out without doing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assess.core.case.assessment import Assessment, Case, State
from assess.core.case.history.proposal import Proposal
from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.case.reading.written_date import DayOrder, day_order
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.edition_layouts import EditionLayouts
from assess.core.questionnaire.returned_form import read_form
from assess.core.questionnaire.table import FoundCase
from assess.core.questionnaire.table_plan import (
    NEEDED,
    Does,
    TableWords,
    blank,
    demanded,
    faults_of,
    stated_of,
)
from assess.core.questionnaire.table_reading import Heads, TableRow, read_row
from assess.core.text.message import Text
from assess.core.text.name import is_readable, normal, plain_words, same_name
from assess.core.text.table_rows import is_total
from assess.core.text.words import shortened
from assess.errors import Refused, Way
from assess.languages import gettext, ngettext, number_text
from assess.languages.column_heads import MODES, TOTALS
from assess.languages.message import say
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Incoming

_MOST_SHOWN = 120
_FULL_CELL = 32_000
"""With so many letters a cell of a spreadsheet is full, and what ends with an ellipsis was cut."""


class Planned(NamedTuple):
    """What a row would do."""

    row: TableRow
    does: Does
    case: Assessment
    """The case that is there, or the one that would begin."""
    proposals: tuple[Proposal, ...]
    remarks: tuple[Text, ...]


def planned(
    desk: Desk,
    incoming: Incoming,
    heads: Heads,
    layouts: EditionLayouts,
    rows: Sequence[Mapping[int, FoundCase]],
) -> tuple[list[Planned], list[str]]:
    """Read every row, or name every fault of all of them; and say what is no row of the table."""
    filled = [cells for cells in rows if cells]
    read = [(cells, read_row(cells, heads)) for cells in filled]
    order = day_order(row.about.get("interview_date", "") for _, row in read)
    planner = _Planner(desk, incoming, layouts, order)
    plans: list[Planned] = []
    left: list[str] = []
    faults: dict[str, list[str]] = {}
    said: dict[tuple[tuple[int, str], ...], str] = {}
    for cells, row in read:
        content = tuple(
            (column, normal(cell.text).casefold()) for column, cell in sorted(cells.items())
        )
        no_row = _why_left_out(cells, row, heads)
        if content in said:
            no_row = gettext(
                "{place}: the same as {other}, and read once", place=row.place, other=said[content]
            )
        if no_row:
            left.append(no_row)
            continue
        said[content] = row.place
        left += [
            gettext(
                "{place}: the text was cut when the table was made; its end is missing",
                place=cell.place,
            )
            for cell in cells.values()
            if len(cell.text) >= _FULL_CELL and cell.text.endswith("…")
        ]
        found = list(planner.faults(row))
        for fault in found:
            faults.setdefault(fault, []).append(row.place)
        if not found:
            plans.append(planner.plan(row))
    if faults:
        total = sum(map(len, faults.values()))
        lines = [f"{_placed(places)}, {fault}" for fault, places in faults.items()]
        raise Refused(
            ngettext(
                "{path} has {total} fault; nothing was imported.",
                "{path} has {total} faults; nothing was imported.",
                total,
                path=incoming.path,
                total=number_text(total),
            ),
            lines,
        ).helped_by(*planner.ways)
    if not plans:
        raise Refused(gettext("{path} has no row below its head.", path=incoming.path), ())
    return plans, left


def _why_left_out(cells: Mapping[int, FoundCase], row: TableRow, heads: Heads) -> str | None:
    """Say why a row is none of the table: a sum, a note below it, or its heads again; or None."""
    texts = [cell.text.strip() for _, cell in sorted(cells.items())]
    said = shortened(" | ".join(texts), _MOST_SHOWN)
    if is_total(texts, TOTALS) and not row.about.get("country"):
        return gettext("{place}: a sum, not read: {text}", place=row.place, text=said)
    known = [column for column in cells if column in heads.columns]
    again = [plain_words(cells[column].text) for column in known]
    if len(known) > 1 and again == [plain_words(heads.columns[at].title) for at in known]:
        return gettext("{place}: it repeats the heads, and was not read", place=row.place)
    if len(texts) == 1 and len(heads.columns) > 2:
        return gettext(
            "{place}: left out, because it is not a row: {text}", place=row.place, text=said
        )
    return None


def _placed(places: list[str]) -> str:
    """Name the rows in which the same is wrong; of many the first, and how many there are."""
    first, more = places[0], len(places) - 1
    return (
        ngettext(
            "{first} and {more} more row",
            "{first} and {more} more rows",
            more,
            first=first,
            more=number_text(more),
        )
        if more
        else first
    )


class _Planner:
    """Finds out what each row would do, without doing it."""

    def __init__(
        self, desk: Desk, incoming: Incoming, layouts: EditionLayouts, order: DayOrder | None
    ) -> None:
        self._desk, self._incoming, self._layouts = desk, incoming, layouts
        self._cases = {case.id: case for case in desk.store.cases.all()}
        self._open = _open_cases(self._cases.values())
        self._seen: dict[str | OrganisationKey, str] = {}
        self._words = TableWords(desk.newest, MODES, order)
        self.ways: tuple[Way, ...] = ()
        """What would help with the faults that were found."""

    def faults(self, row: TableRow) -> Iterator[str]:
        """Give what is wrong about the case in a row."""
        about = demanded(row.about, self._incoming.defaults)
        needed = ("organisation", "country") if self._there(about) else NEEDED
        if not all(about.get(name) for name in needed[2:]):
            self.ways = (Way.ALL_ROWS,)
        catalogue = self._stated_edition(about)
        found = list(faults_of(about, catalogue, self._words, needed))
        yield from map(say, found)
        if not is_readable(about.get("organisation", "")):
            yield gettext(
                "{column}: {name} has a letter that cannot be read; correct it, or name the "
                "encoding of the file",
                column="organisation",
                name=repr(about["organisation"]),
            )
            return
        if found:
            return
        case = self._there(about)
        if case is not None and case.state is State.FINISHED:
            yield gettext(
                "{column}: {case} is finished; reopen it before you import answers",
                column="case",
                case=case.id,
            )
        if case is not None and not same_name(case.organisation.name, about["organisation"]):
            yield gettext(
                "{column}: {case} belongs to {organisation}",
                column="case",
                case=case.id,
                organisation=case.organisation.name,
            )
        code = self._words.country(about["country"]) or ""
        key = about.get("case") or organisation_key(about["organisation"], code)
        if key in self._seen:
            yield gettext(
                "{column}: {organisation} is already in {place}",
                column="organisation",
                organisation=about["organisation"],
                place=self._seen[key],
            )
        self._seen.setdefault(key, row.place)

    def plan(self, row: TableRow) -> Planned:
        """Read a row in which nothing is wrong about the case."""
        desk = self._desk
        about = demanded(row.about, self._incoming.defaults)
        there = self._there(about)
        if there is not None:
            does: Does = "proposes"
            case = desk.store.assessment(there.id)
            catalogue = desk.catalogue_of(there)
        else:
            does = "brings" if about.get("case") else "begins"
            catalogue = self._stated_edition(about)
            stated = stated_of(about, catalogue, self._words, is_whole=True)
            case = blank(stated, about.get("case") or desk.new_id(), catalogue, desk.now)
        source = gettext("the table {file}", file=self._incoming.path.name)
        layout = self._layouts.of(catalogue)
        read = read_form(row.returned, case, catalogue, source, layout.speech, layout.items)
        return Planned(row, does, case, read.proposals, read.remarks)

    def _stated_edition(self, about: Mapping[str, str]) -> Catalogue:
        """Give the edition that a row states, if it is here; else the one in use."""
        editions, stated = self._desk.editions, about.get("catalogue")
        return editions.called(stated) if stated and editions.has(stated) else self._desk.newest

    def _there(self, about: Mapping[str, str]) -> Case | None:
        """Find the case that a row is about: by its id, or the open one of the organisation."""
        if about.get("case"):
            return self._cases.get(about["case"])
        if not about.get("organisation") or not about.get("country"):
            return None
        code = self._words.country(about["country"])
        return self._open.get(organisation_key(about["organisation"], code or ""))


def _open_cases(cases: Iterable[Case]) -> dict[OrganisationKey, Case]:
    """Give the newest open case of each organisation."""
    found: dict[OrganisationKey, Case] = {}
    for case in cases:  # the newest first
        if case.state is State.IN_PROGRESS:
            key = organisation_key(case.organisation.name, case.organisation.country)
            found.setdefault(key, case)
    return found
