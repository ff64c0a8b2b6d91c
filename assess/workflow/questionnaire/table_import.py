"""Pre-filling: a table of many organisations begins cases, or proposes answers for those there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assess.core.case.assessment import Assessment, Case, State
from assess.core.case.history.proposal import Proposal
from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.edition_layouts import EditionLayouts
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.returned_form import read_form
from assess.core.questionnaire.table import FoundCase
from assess.core.questionnaire.table_plan import (
    NEEDED,
    Does,
    answers_of,
    blank,
    country_codes,
    demanded,
    faults_of,
    stated_of,
)
from assess.core.questionnaire.table_reading import Heads, TableRow, read_heads, read_row
from assess.core.text.message import Text
from assess.core.text.name import same_name
from assess.errors import Refused
from assess.exchange.questionnaire import table_csv, table_workbook
from assess.languages import gettext, ngettext, number_text
from assess.languages.language import ENGLISH
from assess.languages.message import say, say_in
from assess.workflow.case.proposing import propose
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take


class Planned(NamedTuple):
    """What a row would do."""

    row: TableRow
    does: Does
    case: Assessment
    """The case that is there, or the one that would begin."""
    proposals: tuple[Proposal, ...]
    remarks: tuple[Text, ...]


def read_workbook(desk: Desk, incoming: Incoming) -> Take:
    """Read a table of organisations from a workbook."""
    return _read(desk, incoming, table_workbook.read(incoming.content, str(incoming.path)))


def read_csv(desk: Desk, incoming: Incoming) -> Take:
    """Read a table of organisations from a CSV file."""
    return _read(desk, incoming, table_csv.read(incoming.content, str(incoming.path)))


def _read(desk: Desk, incoming: Incoming, rows: Iterator[Mapping[int, FoundCase]]) -> Take:
    path = str(incoming.path)
    if incoming.into is not None:
        raise Refused(
            gettext(
                "{path} is a table of organisations. Only the questionnaire of one "
                "organisation can be imported for a case.",
                path=path,
            ),
            (),
        )
    speech = FormSpeech(say, (say_in(ENGLISH),))
    layouts = EditionLayouts(desk.editions.in_use(), speech)
    heads = read_heads(next(rows, {}), *layouts.all)
    if not heads.is_of_cases:
        raise Refused(
            gettext(
                "{path} is neither a questionnaire of this program nor a table of "
                "organisations: its first row has no column called organisation.",
                path=path,
            ),
            (),
        )
    plans = _planned(desk, incoming, heads, layouts, rows)
    return lambda: _take(desk, incoming, heads, plans)


def _planned(
    desk: Desk,
    incoming: Incoming,
    heads: Heads,
    layouts: EditionLayouts,
    rows: Iterator[Mapping[int, FoundCase]],
) -> list[Planned]:
    """Read every row, or name every fault of all of them."""
    planner = _Planner(desk, incoming, layouts)
    plans: list[Planned] = []
    faults: dict[str, list[str]] = {}
    for cells in rows:
        if not cells:
            continue
        row = read_row(cells, heads)
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
        )
    if not plans:
        raise Refused(gettext("{path} has no row below its head.", path=incoming.path), ())
    return plans


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

    def __init__(self, desk: Desk, incoming: Incoming, layouts: EditionLayouts) -> None:
        self._desk, self._incoming, self._layouts = desk, incoming, layouts
        self._cases = {case.id: case for case in desk.store.cases.all()}
        self._open = _open_cases(self._cases.values())
        self._seen: dict[str | OrganisationKey, str] = {}
        self._countries = country_codes(desk.newest)

    def faults(self, row: TableRow) -> Iterator[str]:
        """Give what is wrong about the case in a row."""
        about = demanded(row.about, self._incoming.defaults)
        needed = ("organisation", "country") if self._there(about) else NEEDED
        catalogue = self._stated_edition(about)
        found = list(faults_of(about, catalogue, self._countries, needed))
        yield from map(say, found)
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
        code = self._countries[about["country"].casefold()]
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
            stated = stated_of(about, catalogue, self._countries, is_whole=True)
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
        code = self._countries.get(about["country"].casefold())
        return self._open.get(organisation_key(about["organisation"], code or ""))


def _open_cases(cases: Iterable[Case]) -> dict[OrganisationKey, Case]:
    """Give the newest open case of each organisation."""
    found: dict[OrganisationKey, Case] = {}
    for case in cases:  # the newest first
        if case.state is State.IN_PROGRESS:
            key = organisation_key(case.organisation.name, case.organisation.country)
            found.setdefault(key, case)
    return found


def _take(desk: Desk, incoming: Incoming, heads: Heads, plans: list[Planned]) -> Arrived:
    with desk.store.writing():
        came = [_take_row(desk, plan) for plan in plans]
    left = [gettext("the column {title} was not read", title=title) for title in heads.unknown]
    left += [
        gettext("the column {title} repeats another column", title=title) for title in heads.twice
    ]
    left += [say(remark) for plan in plans for remark in plan.remarks]
    return Arrived(incoming.path, None, (_summary(plans), *came), tuple(left))


def _summary(plans: list[Planned]) -> str:
    """Say how many rows do what."""
    told = []
    for does in ("begins", "proposes", "brings"):
        count = sum(plan.does == does for plan in plans)
        if count:
            told.append(_counted(does, count))
    return ngettext("{count} row: {done}", "{count} rows: {done}", len(plans), done=", ".join(told))


def _counted(does: Does, count: int) -> str:
    match does:
        case "begins":
            return ngettext("{count} begins a case", "{count} begin a case", count)
        case "proposes":
            return ngettext(
                "{count} proposes answers for an existing case",
                "{count} propose answers for existing cases",
                count,
            )
        case "brings":
            return ngettext(
                "{count} brings a complete case", "{count} bring a complete case", count
            )


def _take_row(desk: Desk, plan: Planned) -> str:
    case = plan.case.case
    place, of = plan.row.place, case.organisation
    if plan.does == "brings":
        by, at = case.details.expert, case.created_at
        answers = answers_of(plan.proposals, by, at)
        desk.store.add_carried(
            plan.case.with_answers(answers),
            earlier=(),
            drafts={},
            verdicts=(),
            edits=(),
            entries=(),
            at=desk.now,
        )
        desk.editions.keep(case, desk.editions.called(case.catalogue))
        return ngettext(
            "{place}: {organisation} ({country}) is imported as {case}, {count} answer",
            "{place}: {organisation} ({country}) is imported as {case}, {count} answers",
            len(answers),
            place=place,
            organisation=of.name,
            country=of.country,
            case=case.id,
        )
    if plan.does == "begins":
        desk.store.cases.add(case, by=desk.who or case.details.expert)
        desk.editions.keep(case, desk.editions.called(case.catalogue))
    new = propose(desk, plan.case, plan.proposals)
    if plan.does == "begins":
        return ngettext(
            "{place}: {organisation} ({country}) begins as {case}, {count} proposed answer",
            "{place}: {organisation} ({country}) begins as {case}, {count} proposed answers",
            new,
            place=place,
            organisation=of.name,
            country=of.country,
            case=case.id,
        )
    return ngettext(
        "{place}: {organisation} ({country}) is {case}, {count} proposed answer",
        "{place}: {organisation} ({country}) is {case}, {count} proposed answers",
        new,
        place=place,
        organisation=of.name,
        country=of.country,
        case=case.id,
    )
