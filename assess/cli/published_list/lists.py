"""assess register import, complete: published lists that come into the register."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess.cli.catalogue.vocabulary import country_code
from assess.cli.catalogue.vocabulary import portfolio as portfolio_meant
from assess.cli.command.output import plain, remark, say, say_json, table, wrapped
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.core.catalogue.level import LEVELS, Level
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.register.likeness import Alike
    from assess.workflow.published_list.list_import import Taken

BY = click.option(
    "--by",
    type=WordsType(said=True),
    help="The person who does it; without it, the name of this account.",
)
COUNTRY = click.option("--country", type=WordsType(said=True), help="NOR, NO or Norway.")
LEVEL = click.option(
    "--level",
    type=click.Choice(LEVELS, case_sensitive=False),
    help=f"{', '.join(LEVELS[:-1])} or {LEVELS[-1]}.",
)
ENCODING = click.option(
    "--encoding", metavar="NAME", help="The encoding of a text: UTF-8, windows-1250 and so on."
)
_PATH = click.Path(path_type=Path)
_MOST_SHOWN = 20

_COMPLETE = "assess register complete {path} NUMBER --name ..."
_ALIKE = "assess register alike"
_LINK = "assess register link NAME OTHER --how same"


def who(by: str | None) -> str:
    """Give the name under which something is recorded."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        raise AssessError(gettext("State your name: --by NAME.")) from None


@click.command("import", short_help="Import a published list of any kind.")
@click.argument("source", metavar="FILE", type=_PATH)
@COUNTRY
@click.option(
    "--portfolio", type=WordsType(said=True), help="The portfolio of rows that state none."
)
@LEVEL
@click.option(
    "--rejected",
    "rejected_file",
    type=_PATH,
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


def say_alike(pairs: Sequence[Alike], count: int) -> None:
    """Offer organisations that may be one."""
    say(
        "\n"
        + gettext(
            "These may be the same organisation ({number}); nothing was merged:", number=count
        )
    )
    for pair in pairs:
        say(
            wrapped(
                f"{pair.country}  {plain(pair.name)} / {plain(pair.other)}: {spoken(pair.why)}",
                5,
                first="  ",
            )
        )
    if count > len(pairs):
        more = ngettext("{count} more", "{count} more", count - len(pairs))
        say(f"  ... {more}: {_ALIKE}")
    say(
        wrapped(
            gettext(
                "If they are the same: {command} (or {different})",
                command=_LINK,
                different="different",
            )
        )
    )


@click.command("complete", short_help="Complete a rejected row.")
@click.argument("aside", metavar="FILE.rejected.csv", type=_PATH)
@click.argument("number", metavar="[NUMBER]", type=int, required=False)
@click.option("--name", type=WordsType(said=True))
@COUNTRY
@click.option("--portfolio", type=WordsType(said=True))
@click.option("--website", type=WordsType())
@click.option("--valid-until", type=WordsType(said=True), help="A day, or: unknown.")
@LEVEL
@click.option("--serial", type=WordsType(said=True))
@BY
@click.pass_obj
def complete(
    settings: Settings, /, aside: Path, number: int | None, by: str | None, **cells: str | None
) -> None:
    """Complete a rejected row; without a NUMBER, list the rejected rows.

    A row keeps its number when others are completed.
    """
    from assess.workflow.published_list.completing import complete_row, waiting_rows

    if number is None:
        for waiting in waiting_rows(aside):
            why = spoken(waiting.reason)
            found = f"{waiting.row.file}, {waiting.row.place}: {why}: {waiting.row.text}"
            say(wrapped(plain(found), 5, first=f"{waiting.number:>3}  "))
        return
    changes = {name: text for name, text in cells.items() if text is not None}
    with settings.open_desk(begins=True) as desk:
        taken = complete_row(desk, aside, number, changes, by=who(by))
    name, source = plain(taken.name), plain(taken.source)
    say(
        gettext(
            "{organisation} ({country}): {level}, valid until {day}, from {source}",
            organisation=name,
            country=taken.country,
            level=taken.level,
            day=taken.valid_until,
            source=source,
        )
        if taken.valid_until
        else gettext(
            "{organisation} ({country}): {level}, from {source}",
            organisation=name,
            country=taken.country,
            level=taken.level,
            source=source,
        )
    )
    if not aside.exists():
        say(gettext("No rejected row is left; {path} was removed.", path=aside))
