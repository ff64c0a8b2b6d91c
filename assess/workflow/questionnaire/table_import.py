"""Pre-filling: a table of many organisations begins cases, or proposes answers for those there."""

from __future__ import annotations

from assess.core.published_list.row import ListWords
from assess.core.questionnaire.edition_layouts import EditionLayouts
from assess.core.questionnaire.questionnaire import FormSpeech
from assess.core.questionnaire.table_plan import Does, answers_of
from assess.core.questionnaire.table_reading import Heads, find_heads
from assess.core.text.words import shortened
from assess.errors import Refused
from assess.exchange.container.text.encoding import LineLanguages
from assess.exchange.container.text.line_languages import languages_of_lines
from assess.exchange.questionnaire import table_csv, table_json, table_page, table_workbook
from assess.exchange.questionnaire.found_table import TableFound, TablesFound
from assess.languages import gettext, ngettext
from assess.languages.column_heads import OF_CASES
from assess.languages.column_heads import heads as column_heads
from assess.languages.language import PSEUDO, available
from assess.languages.message import say, say_in
from assess.workflow.case.proposing import propose
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take
from assess.workflow.questionnaire.table_planning import Planned, planned

_MOST_SHOWN = 120


def read_workbook(desk: Desk, incoming: Incoming) -> Take:
    """Read a table of organisations from a workbook."""
    return _read(desk, incoming, table_workbook.read(incoming.content, str(incoming.path)))


def read_csv(desk: Desk, incoming: Incoming) -> Take:
    """Read a table of organisations from a CSV file."""
    found = table_csv.read(
        incoming.content,
        str(incoming.path),
        encoding=incoming.encoding,
        languages=_languages(desk, incoming),
    )
    return _read(desk, incoming, found)


def read_tables(desk: Desk, incoming: Incoming) -> Take:
    """Read the cases of a table that this program exported as JSON."""
    return _read(desk, incoming, table_json.read(incoming.content, str(incoming.path)))


def read_page(desk: Desk, incoming: Incoming) -> Take:
    """Read a table of organisations from a saved web page."""
    found = table_page.read(
        incoming.content,
        str(incoming.path),
        encoding=incoming.encoding,
        languages=_languages(desk, incoming),
    )
    return _read(desk, incoming, found)


def _languages(desk: Desk, incoming: Incoming) -> LineLanguages:
    words = ListWords(desk.newest)
    stated = words.alpha2_named(incoming.defaults.get("country", ""))
    return languages_of_lines(words.alpha2_named, [stated] if stated else [], incoming.content)


def _read(desk: Desk, incoming: Incoming, found: TablesFound) -> Take:
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
    speech = FormSpeech(say, tuple(say_in(code) for code in available() if code != PSEUDO))
    layouts = EditionLayouts(desk.editions.in_use(), speech)
    called = {
        head: "organisation" if column == "name" else column
        for head, column in column_heads(OF_CASES).items()
    }
    others: list[str] = []
    for table in found.tables:
        number, heads = find_heads(table.rows, called, *layouts.all)
        if heads.is_of_cases:
            above = list(_titles(table, number))
            plans, left = planned(desk, incoming, heads, layouts, table.rows[number + 1 :])
            if len(found.tables) > 1:
                names = [each.name for each in found.tables if each is not table]
                others += [gettext("{table} was not read", table=name) for name in names]
            notes = [*found.notes, *table.notes, *above, *others, *left]
            return lambda: _take(desk, incoming, heads, plans, notes, found.encoding)
    raise Refused(
        gettext(
            "{path} is neither a questionnaire of this program nor a table of "
            "organisations: none of the first rows has a column “organisation”, “name” or "
            "“cluster”, in any language.",
            path=path,
        ),
        (),
    )


def _titles(table: TableFound, number: int) -> list[str]:
    """Say what stands above the heads."""
    return [
        gettext(
            "{place}: this text above the heads was not read: {text}",
            place=next(iter(cells.values())).place,
            text=shortened(" | ".join(cell.text for cell in cells.values()), _MOST_SHOWN),
        )
        for cells in table.rows[:number]
        if cells
    ]


def _take(
    desk: Desk,
    incoming: Incoming,
    heads: Heads,
    plans: list[Planned],
    notes: list[str],
    encoding: str | None,
) -> Arrived:
    with desk.store.writing():
        came = [_take_row(desk, plan) for plan in plans]
    if encoding:
        came.append(gettext("the file was read as {encoding}", encoding=encoding))
    left = [gettext("the column {title} was not read", title=title) for title in heads.unknown]
    left += [
        gettext("the column {title} repeats another column", title=title) for title in heads.twice
    ]
    left += notes
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
