"""assess register: labels and their status on a day."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import click

from assess.cli.catalogue.vocabulary import country_code, portfolio
from assess.cli.command.output import plain, put, say, say_json, table, wrapped
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.cli.published_list.list_completion import complete
from assess.cli.published_list.list_import import import_
from assess.cli.register import counts, organisation_links, pages, site_check
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import LEVELS
from assess.core.register.public_label import public_id
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.message import Message
from assess.core.text.name import plain_words
from assess.core.text.visible import harmless_cell
from assess.languages import gettext, pgettext
from assess.languages.message import say as spoken
from assess.workflow.case.since_award import changed_since
from assess.workflow.register.register import Registered, register_of, statuses
from assess.workflow.register.search import RegisterSearch

_FIELDS = (
    "name",
    "country",
    "portfolio",
    "website",
    "level",
    "valid_from",
    "valid_until",
    "status",
    "source",
    "synthetic",
)


_SORTED = ("country", "name", "portfolio", "level", "valid_until", "status")


@click.group("register")
def register() -> None:
    """Labels: list, import, count and publish them, and show reminders."""


for _command in (
    import_,
    complete,
    organisation_links.record,
    organisation_links.revoke,
    organisation_links.link,
    organisation_links.alike,
    pages.configure,
    pages.site,
    site_check.verify,
    pages.overview,
    pages.proof,
    counts.reminders,
    counts.statistics,
    counts.progress,
):
    register.add_command(_command)


@register.command("list", short_help="List labels and their status on a day.")
@click.option("--on", type=DayType(), help="The day; without it, today.")
@click.option("--country", type=WordsType(said=True), help="NOR, NO or Norway.")
@click.option("--level", type=click.Choice(LEVELS, case_sensitive=False))
@click.option("--status", type=click.Choice([status.value for status in LabelStatus]))
@click.option(
    "--known",
    type=WordsType(said=True),
    help="Only what was decided and listed by this day; `then` is the day of --on.",
)
@click.option("--portfolio", type=WordsType(said=True), help="A comparative portfolio.")
@click.option(
    "--search",
    type=WordsType(said=True),
    help="Words from name, country, portfolio and so on; one result an organisation, best first.",
)
@click.option("--expires-within", "months", type=click.IntRange(0, 120), help="Months.")
@click.option(
    "--sort",
    type=click.Choice(_SORTED),
    default="country",
    help="The order; without it, by country.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet.")
@click.pass_obj
def list_(
    settings: Settings, /, *, on: date | None, as_json: bool, as_csv: bool, **wanted: Any
) -> None:
    """List labels and their status on a day, by country and name."""
    if as_json and as_csv:
        raise click.UsageError(gettext("Give either --json or --csv, not both."))
    with settings.open_desk() as desk:
        day = on or desk.today
        known = _known(wanted.pop("known"), day, desk.today)
        sort = wanted.pop("sort")
        fits = _fitting(wanted, day, desk.newest)
        register = register_of(desk, known)
        held = [registered for registered in statuses(register, day) if fits(registered)]
        found = RegisterSearch(held, register).find(wanted["search"] or "")
        since = changed_since(desk, (registered.label for registered in found))
    rows = [_row(registered, since) for registered in found]
    if sort != "country":  # else by country, or what was searched for with the best first
        rows.sort(key=lambda row: (row[sort] or "", plain_words(row["name"])))
    if as_json:
        say_json(rows)
    elif as_csv:
        put(_csv(rows))
    elif not rows:
        say(gettext("The register has no matching label."))
    else:
        _say_register(rows, day)


def _fitting(
    wanted: dict[str, Any], day: date, catalogue: Catalogue
) -> Callable[[Registered], bool]:
    """Give what tells whether a label is one of those asked for."""
    from assess.core.label.validity import add_months

    country = country_code(wanted["country"], catalogue) if wanted["country"] else None
    field = portfolio(wanted["portfolio"], day, catalogue) if wanted["portfolio"] else None
    last = add_months(day, wanted["months"]) if wanted["months"] is not None else None

    def fits(registered: Registered) -> bool:
        label, ends = registered.label, registered.label.valid_until
        return (
            country in (None, label.country)
            and field in (None, label.portfolio)
            and wanted["level"] in (None, label.level)
            and wanted["status"] in (None, registered.told.status.value)
            and (last is None or (ends is not None and day <= ends <= last))
        )

    return fits


def _known(text: str | None, day: date, today: date) -> date | None:
    from assess.core.case.reading.day import read_day
    from assess.languages.months import MONTH_WORDS

    if text is None or text.casefold() == "now":
        return None
    if text.casefold() == "then":
        return day
    reading = read_day(text, MONTH_WORDS, today)
    if reading.fault and reading.fault.is_ambiguous:
        raise click.UsageError(gettext("--known: {fault}.", fault=spoken(reading.fault.naming())))
    if reading.fault:
        raise click.UsageError(
            gettext("--known is then, now or a day, not {text}.", text=repr(text))
        )
    return reading.day


def _row(registered: Registered, since: Mapping[str, tuple[Message, ...]]) -> dict[str, Any]:
    found, told = registered.label, registered.told
    given = found.given
    decided = found.awarded is not None or bool(found.listed and found.listed.is_decision)
    return {
        "name": found.name,
        "country": found.country,
        "portfolio": found.portfolio,
        "website": found.website,
        "level": found.level,
        "valid_from": _day(found.valid_from),
        "valid_until": _day(found.valid_until),
        "status": told.status.value,
        "status_reason": spoken(told.reason) if told.reason else None,
        "status_text": spoken(told.text),
        "source": found.listed.source if found.listed else found.source,
        "synthetic": found.synthetic,
        "id": public_id(found),
        "decided_on": _day(given.on if given and decided else None),
        "listed_on": _day(given.on if given and not decided else None),
        "computed_until": _day(found.awarded.computed_until if found.awarded else None),
        "rule": spoken(found.given.rule) if found.given and found.given.rule else None,
        "serial": found.given.serial if found.given else None,
        "since_award": [spoken(text) for text in since.get(found.case, ())],
    }


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _csv(rows: list[dict[str, Any]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(_FIELDS)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in _FIELDS])
    return sheet.getvalue()


def _cell(value: object) -> object:
    """Keep a spreadsheet from taking a name for a formula: an apostrophe makes it text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else harmless_cell(str(value))


def _say_register(rows: list[dict[str, Any]], day: date) -> None:
    say(gettext("Labels and their status on {day}", day=day) + "\n")
    cells = [
        (
            row["country"],
            row["name"],
            row["level"],
            row["valid_from"] or "",
            row["valid_until"] or "",
            row["status_text"],
        )
        for row in rows
    ]
    heads = (
        "",
        gettext("organisation"),
        gettext("level"),
        pgettext("head of a column of days", "from"),
        pgettext("head of a column of days", "until"),
        gettext("status"),
    )
    say(table(heads, cells))
    changed = [(row["name"], row["level"], text) for row in rows for text in row["since_award"]]
    for place, (name, level, text) in enumerate(changed):
        noted = gettext(
            "Please note, {name}, {level}: {text}.", name=plain(name), level=level, text=plain(text)
        )
        say(("" if place else "\n") + wrapped(noted))
    invented = sum(row["synthetic"] for row in rows)
    if invented:
        of_all = gettext(
            "Synthetic demonstration data: {invented} of {all}.", invented=invented, all=len(rows)
        )
        say(f"\n{of_all}")
