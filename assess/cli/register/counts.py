"""assess register reminders, statistics, progress: what to think of, and the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.catalogue.vocabulary import country_code
from assess.cli.command.output import plain, say, say_json, table
from assess.cli.command.settings import DayType, Settings
from assess.cli.published_list.list_options import COUNTRY
from assess.core.catalogue.level import LEVELS, LOWEST
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.register.statistics import CountRow, Statistics

_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.command("reminders", short_help="List reminders, or write them as a calendar.")
@click.option(
    "--within",
    type=click.IntRange(1, 120),
    default=12,
    help="The number of months; without it, 12.",
)
@COUNTRY
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE.ics",
    help="Write them as a calendar.",
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@_JSON
@click.pass_obj
def reminders(
    settings: Settings,
    within: int,
    country: str | None,
    target: Path | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """List reminders: labels that end, and renewal windows that close."""
    from assess.workflow.register.register import reminders_within, write_reminders

    if target:
        if target.suffix.lower() != ".ics":
            raise AssessError(gettext("{path} does not end in .ics.", path=target))
        refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        code = country_code(country, desk.newest) if country else None
        found = reminders_within(desk, within, country=code)
        if target:
            write_reminders(desk, within, target, country=code)
    if as_json:
        say_json(
            [
                {**reminder.model_dump(mode="json"), "what": spoken(reminder.what)}
                for reminder in found
            ]
        )
    elif target:
        say(
            ngettext(
                "{path}: {count} reminder",
                "{path}: {count} reminders",
                len(found),
                path=target,
            )
        )
    elif not found:
        say(
            ngettext(
                "There is no reminder within {count} month.",
                "There is no reminder within {count} months.",
                within,
            )
        )
    else:
        cells = [
            (reminder.on, reminder.name, reminder.country, reminder.level, spoken(reminder.what))
            for reminder in found
        ]
        heads = (gettext("day"), gettext("organisation"), "", gettext("level"), gettext("reminder"))
        say(table(heads, cells))


@click.command("statistics", short_help="Count labels by level, country, portfolio and year.")
@click.option("--on", type=DayType(), help="The day; without it, today.")
@_JSON
@click.pass_obj
def statistics(settings: Settings, on: date | None, *, as_json: bool) -> None:
    """Count labels by level, country, portfolio and year on a day."""
    from assess.workflow.catalogue.country import country_names
    from assess.workflow.register.register import count

    with settings.open_desk() as desk:
        found = count(desk, on)
        names = country_names(desk.newest)
    if as_json:
        say_json(found.model_dump(mode="json"))
        return
    total = found.total
    levels = ", ".join(f"{total.valid[level]} {level}" for level in LEVELS)
    valid = sum(total.valid.values())
    say(
        ngettext(
            "On {day}: {count} valid label ({levels})",
            "On {day}: {count} valid labels ({levels})",
            valid,
            day=found.on,
            levels=levels,
        )
    )
    say(
        ngettext(
            "of {count} organisation; {ever} ever held a label.",
            "of {count} organisations; {ever} ever held a label.",
            total.organisations,
            ever=total.ever,
        )
    )
    say(
        gettext(
            "{expiring} end within 12 months, {renewable} have ended and "
            "can be renewed, {lapsed} became too late to renew within the last 12 months.",
            expiring=found.expiring,
            renewable=found.renewable,
            lapsed=found.lapsed,
        )
    )
    if found.undated:
        say(
            ngettext(
                "{count} is listed without a date; its validity is not known.",
                "{count} are listed without a date; their validity is not known.",
                found.undated,
            )
        )
    say()
    _say_rows(gettext("country"), _by_name(found.by_country, names))
    _say_rows(gettext("portfolio"), ((row.key, row) for row in found.by_portfolio))
    years = [
        (str(year.year), *(year.given[level] for level in LEVELS), sum(year.valid.values()))
        for year in found.by_year
    ]
    heads = (
        gettext("year"),
        gettext("new {level}", level=LOWEST),
        *LEVELS[1:],
        gettext("valid at the end of the year"),
    )
    say(table(heads, years, right=frozenset({1, 2, 3, 4})))
    say()
    _say_trends(found)


def _say_trends(found: Statistics) -> None:
    """Say how far organisations came, and when valid labels end."""
    flows = [
        (flow.level, flow.reached, flow.from_below if place else "")
        for place, flow in enumerate(found.flows)
    ]
    heads = (gettext("ever reached"), gettext("organisations"), gettext("from the level below"))
    say(table(heads, flows, right=frozenset({1, 2})))
    ends = [
        (gettext("{year}, quarter {quarter}", year=end.year, quarter=end.quarter), end.count)
        for end in found.ends
        if end.count
    ]
    if ends:
        say()
        say(table((gettext("valid labels end in"), gettext("labels")), ends, right=frozenset({1})))


def _by_name(rows: Iterable[CountRow], names: Callable[[str], str]) -> list[tuple[str, CountRow]]:
    return sorted(((names(row.key), row) for row in rows), key=lambda named: named[0])


def _say_rows(head: str, rows: Iterable[tuple[str, CountRow]]) -> None:
    cells = [
        ("", plain(name), *(row.valid[level] for level in LEVELS), row.organisations, row.ever)
        for name, row in rows
    ]
    heads = ("", head, *LEVELS, gettext("organisations"), gettext("ever"))
    say(table(heads, cells, right=frozenset(range(2, 7))))
    say()


@click.command("progress", short_help="Show the progress of each organisation.")
@click.option("--on", type=DayType(), help="The day; without it, today.")
@COUNTRY
@_JSON
@click.pass_obj
def progress(settings: Settings, on: date | None, country: str | None, *, as_json: bool) -> None:
    """Show the progress of each organisation: Bronze, Silver and Gold, each with its first day."""
    from assess.workflow.register.register import progress_on

    with settings.open_desk() as desk:
        code = country_code(country, desk.newest) if country else None
        found = progress_on(desk, on, country=code)
    if as_json:
        say_json([reached.model_dump(mode="json") for reached in found])
    elif not found:
        say(gettext("The register has no matching label."))
    else:
        cells = [
            (
                reached.country,
                reached.name,
                *(reached.since.get(level, "") for level in LEVELS),
                reached.highest_valid
                or (
                    pgettext("level", "not known")
                    if reached.may_be_valid
                    else pgettext("level", "none")
                ),
            )
            for reached in found
        ]
        say(table(("", gettext("organisation"), *LEVELS, gettext("valid now")), cells))
