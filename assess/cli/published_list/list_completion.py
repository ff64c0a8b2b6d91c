"""assess register complete: rows of a list that could not be read."""

from __future__ import annotations

from pathlib import Path

import click

from assess.cli.command.output import plain, say, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.cli.published_list.list_options import BY, COUNTRY, LEVEL, PATH, who
from assess.languages import gettext
from assess.languages.message import say as spoken


@click.command("complete", short_help="Complete a rejected row.")
@click.argument("aside", metavar="FILE.rejected.csv", type=PATH)
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
