"""assess register import: published lists that come into the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess.cli.catalogue.vocabulary import country_code
from assess.cli.catalogue.vocabulary import portfolio as portfolio_meant
from assess.cli.command.output import plain, remark, say, say_json, table, wrapped
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.cli.published_list.alike_offer import say_alike
from assess.cli.published_list.list_options import BY, COUNTRY, ENCODING, LEVEL, PATH, who
from assess.core.catalogue.level import Level
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.workflow.published_list.list_import import Taken

_MOST_SHOWN = 20
_COMPLETE = "assess register complete {path} NUMBER --name ..."


@click.command("import", short_help="Import a published list of any kind.")
@click.argument("source", metavar="FILE", type=PATH)
@COUNTRY
@click.option(
    "--portfolio", type=WordsType(said=True), help="The portfolio of rows that state none."
)
@LEVEL
@click.option(
    "--rejected",
    "rejected_file",
    type=PATH,
    metavar="FILE",
    help="Where to save rejected rows; without it, in the data folder.",
)
@click.option(
    "--listed-on", type=DayType(), help="The day of the list, if the list does not state it."
)
@click.option(
    "--dates",
    "order",
    type=click.Choice(["dmy", "mdy"]),
    help="The order of day and month in 1/2/2018.",
)
@ENCODING
@BY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def import_(
    settings: Settings,
    /,
    source: Path,
    *,
    country: str | None,
    portfolio: str | None,
    by: str | None,
    level: Level | None,
    as_json: bool,
    **stated: Any,
) -> None:
    """Import a published list: copied text, CSV, a spreadsheet or a saved web page.

    Rows that cannot be read are reported and saved in a file in the data folder. Complete them
    there and import that file, or use `assess register complete`. A second import of a list
    changes nothing.
    """
    from assess.workflow.catalogue.country import country_names
    from assess.workflow.published_list.list_import import import_list

    with settings.open_desk(begins=True) as desk:
        code = country_code(country, desk.newest) if country else None
        field = portfolio_meant(portfolio, desk.today, desk.newest) if portfolio else None
        taken = import_list(
            desk, source, by=who(by), country=code, portfolio=field, level=level, **stated
        )
        names = country_names(desk.newest)
    _say_rejected(taken)
    if as_json:
        say_json(_document(taken))
    else:
        _say_taken(source, taken, names)


def _document(taken: Taken) -> dict[str, Any]:
    return {
        "rows": taken.rows,
        "new": [_row(listing) for listing in taken.new],
        "known": len(taken.known),
        "completed": len(taken.completed),
        "rejected": [
            {
                "place": rejected.row.place,
                "reason": spoken(rejected.reason),
                "text": rejected.row.text,
            }
            for rejected in taken.rejected
        ],
        "aside": str(taken.aside) if taken.aside else None,
        "listed_on": str(taken.listed_on),
        "alike": [{**pair.model_dump(), "why": spoken(pair.why)} for pair in taken.alike],
        "notes": list(taken.notes),
        "encoding": taken.encoding,
    }


def _row(listing: Any) -> dict[str, Any]:
    fields = ("name", "country", "portfolio", "website", "level", "source")
    return {
        **{name: getattr(listing, name) for name in fields},
        "valid_until": str(listing.valid_until) if listing.valid_until else None,
    }


def _say_rejected(taken: Taken) -> None:
    for note in taken.notes:
        remark(gettext("Please note: {note}.", note=plain(note)))
    for listing in taken.new:
        for warning in listing.warnings:
            remark(f"{plain(listing.source)}, {plain(listing.name)}: {plain(warning)}.")
    for rejected in taken.rejected:
        remark(f"{rejected.row.place}: {plain(rejected.reason)}: {plain(rejected.row.text[:200])}")


def _say_taken(source: Path, taken: Taken, names: Any) -> None:
    rows = ngettext("{count} row", "{count} rows", taken.rows)
    say(f"{source}: {rows}: {', '.join(_counts(taken))}.")
    by_country = Counter(listing.country for listing in taken.new)
    if len(by_country) > 1:
        cells = [(names(code), count) for code, count in sorted(by_country.items())]
        say()
        heads = (gettext("country"), gettext("imported"))
        say(table(heads, sorted(cells), right=frozenset({1})))
    if taken.encoding:
        say(gettext("The file was read as {encoding}.", encoding=taken.encoding))
    say(
        wrapped(
            gettext("The list has the date {day}.", day=taken.listed_on)
            if taken.is_day_stated
            else gettext(
                "The list has the date {day}, the day of this import (--listed-on sets another).",
                day=taken.listed_on,
            )
        )
    )
    if taken.aside:
        say(
            wrapped(
                gettext(
                    "Rows that cannot be read are saved in {path}. To complete one: {command}",
                    path=taken.aside,
                    command=_COMPLETE.format(path=taken.aside),
                )
            )
        )
    if taken.alike:
        say_alike(taken.alike[:_MOST_SHOWN], len(taken.alike))


def _counts(taken: Taken) -> Iterator[str]:
    """Say what became of the rows."""
    if count := len(taken.new):
        yield ngettext(
            "{count} imported into the register", "{count} imported into the register", count
        )
    if count := len(taken.known):
        yield ngettext("{count} known already", "{count} known already", count)
    if count := len(taken.completed):
        yield ngettext(
            "{count} completed by hand before", "{count} completed by hand before", count
        )
    if count := len(taken.rejected):
        yield ngettext("{count} rejected", "{count} rejected", count)
