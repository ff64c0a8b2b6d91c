"""assess pool list: what is in the pool, and the table of peers for analysts."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import click

from assess.cli.command.output import plain, put, say, say_json, table, wrapped
from assess.cli.command.settings import Settings
from assess.core.peers.account import COLUMNS, FigureRow, cells, hidden_counts, table_rows
from assess.core.peers.membership import GroupId
from assess.core.peers.peer_group import group_label
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.table import WHOLE, PeerTable
from assess.core.text.message import message
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.catalogue.catalogue import Catalogue
    from assess.workflow.peers.peer_table import KnownTable
    from assess.workflow.peers.pooling import PooledCases


@click.command("list")
@click.option("--groups", is_flag=True, help="Show the table of peers: groups and figures.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="With --groups: a table for a spreadsheet.")
@click.option("--codebook", is_flag=True, help="With --groups: what each column means.")
@click.option("--synthetic", is_flag=True, help="The table of synthetic organisations.")
@click.pass_obj
def list_pool(
    settings: Settings,
    *,
    groups: bool,
    as_json: bool,
    as_csv: bool,
    codebook: bool,
    synthetic: bool,
) -> None:
    """Show what is in the pool, and which table of peers is in use."""
    from assess.workflow.peers import peer_table, pooling

    if as_json and as_csv:
        raise click.UsageError(gettext("Give either --json or --csv, not both."))
    if (as_csv or codebook) and not groups:
        raise click.UsageError(gettext("--csv and --codebook go with --groups."))
    if codebook:
        _say_codebook()
        return
    with settings.open_desk() as desk:
        if not groups:
            found = pooling.pooled(desk)
            used = peer_table.table_in_use(desk, synthetic=synthetic)
            if as_json:
                say_json(_sources_document(found, used))
            else:
                _say_sources(found, used)
            return
        shown = peer_table.shown_whole(desk, synthetic=synthetic, leaves=as_json or as_csv)
        catalogue = desk.newest
    if shown is None:
        say(gettext("There is no table of peers yet.")) if not as_json else say_json(None)
        return
    known, whole = shown
    if as_json:
        say_json(_document(known, whole))
    elif as_csv:
        put(_csv(whole))
    else:
        _say_groups(known, whole, catalogue)


def _document(known: KnownTable, whole: PeerTable) -> dict[str, Any]:
    names = [name for name, _ in COLUMNS]
    return {
        **_head(known),
        "codebook": {name: spoken(message(meaning)) for name, meaning in COLUMNS},
        "rows": [_stated(names, row) for row in table_rows(whole)],
    }


def _stated(names: list[str], row: FigureRow) -> dict[str, Any]:
    return {name: cell for name, cell in zip(names, cells(row), strict=True) if cell is not None}


def _head(known: KnownTable) -> dict[str, Any]:
    return {
        "number": known.head.number,
        "day": known.head.day.isoformat(),
        "hash": known.hash,
        "common": known.kind == "common",
        "synthetic": known.head.synthetic,
        "fewest": known.head.fewest,
        "corrected": known.head.corrected or None,
        "begins_anew": known.head.begins_anew,
        "given_out": known.left_at is not None or known.kind == "common",
    }


def _csv(whole: PeerTable) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows(map(cells, table_rows(whole)))
    return sheet.getvalue()


def _say_codebook() -> None:
    for name, meaning in COLUMNS:
        say(wrapped(spoken(message(meaning)), 14, first=f"  {name:<12}"))


def _say_groups(known: KnownTable, whole: PeerTable, catalogue: Catalogue) -> None:
    say(_table_text(known))
    if known.head.begins_anew:
        say(
            gettext(
                "Reports before this table showed peers in another way; it does not take them "
                "into account."
            )
        )
    layout = schema_of(catalogue)

    def label(group: GroupId) -> str:
        return plain(spoken(group_label(group, layout, catalogue)))

    rows = []
    for group, shown in whole.groups.items():
        figure = shown.figures.get(WHOLE)
        measures = sum(name != WHOLE for name in shown.figures)
        rows.append(
            (
                label(group),
                "" if figure is None else figure.n,
                "" if figure is None else figure.year or "",
                measures,
                len(shown.hidden),
            )
        )
    heads = (
        gettext("Group"),
        gettext("Organisations"),
        gettext("Half since"),
        gettext("Measures"),
        gettext("Hidden"),
    )
    say("\n" + table(heads, rows, right=frozenset({1, 2, 3, 4})))
    for text in hidden_counts(whole):
        say(spoken(text))


def _table_text(known: KnownTable) -> str:
    day = known.head.day.isoformat()
    number, mark = known.head.number, known.hash[:16]
    if known.kind == "common":
        return gettext(
            "Table {number} of peers of {day}, common, hash {hash}",
            number=number,
            day=day,
            hash=mark,
        )
    return gettext(
        "Table {number} of peers of {day}, of the cases here, hash {hash}",
        number=number,
        day=day,
        hash=mark,
    )


def _sources_document(found: PooledCases, used: KnownTable | None) -> dict[str, Any]:
    files = [source for source in found.sources if source.kind != "case"]
    return {
        "organisations": found.real,
        "synthetic_organisations": found.synthetic,
        "cases": len(found.sources) - len(files),
        "files": [
            {
                "name": file.name,
                "organisations": file.size,
                "synthetic": file.synthetic,
                "taken": file.at.date().isoformat(),
                "contributor": file.contributor,
            }
            for file in files
        ],
        "table": _head(used) if used else None,
    }


def _say_sources(found: PooledCases, used: KnownTable | None) -> None:
    files = [source for source in found.sources if source.kind != "case"]
    say(
        ngettext(
            "{count} organisation in the pool, each counted once",
            "{count} organisations in the pool, each counted once",
            found.real,
        )
    )
    if found.synthetic:
        say(
            ngettext(
                "{count} synthetic organisation, for synthetic cases only",
                "{count} synthetic organisations, for synthetic cases only",
                found.synthetic,
            )
        )
    cases = len(found.sources) - len(files)
    say(
        ngettext(
            "{count} finished case of this database",
            "{count} finished cases of this database",
            cases,
        )
    )
    if used is not None:
        say(_table_text(used))
    if files:
        rows = [
            (
                gettext("synthetic") if file.synthetic else "",
                plain(file.name),
                file.size,
                file.at.date().isoformat(),
            )
            for file in files
        ]
        heads = ("", gettext("Contribution"), gettext("Organisations"), gettext("Imported"))
        say("\n" + table(heads, rows, right=frozenset({2})))
