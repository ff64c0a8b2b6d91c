"""assess register: labels and their status on a day."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import click

from assess import workflow
from assess.cli import register_lists
from assess.cli.screen import put, say, say_json, table
from assess.cli.settings import Day, Settings, Words
from assess.cli.vocabulary import country_code
from assess.core.life import LabelStatus
from assess.workflow.register import Registered

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


@click.group("register")
def register() -> None:
    """Labels: list them, take lists in, remind, count, publish."""


for _command in (
    register_lists.import_,
    register_lists.complete,
    register_lists.record,
    register_lists.revoke,
    register_lists.link,
    register_lists.alike,
):
    register.add_command(_command)


@register.command("list")
@click.option("--on", type=Day(), help="The day; without it, today.")
@click.option("--country", type=Words(said=True), help="NOR, NO or Norway.")
@click.option("--level", type=click.Choice(["Bronze", "Silver", "Gold"], case_sensitive=False))
@click.option("--status", type=click.Choice([status.value for status in LabelStatus]))
@click.option(
    "--known",
    type=Words(said=True),
    help="Only what was decided and listed by a day; `then`: by the day of --on.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet.")
@click.pass_obj
def list_(  # a parameter for each option
    settings: Settings,
    /,
    *,
    on: date | None,
    known: str | None,
    as_json: bool,
    as_csv: bool,
    **wanted: str | None,
) -> None:
    """List labels and their status on a day, by country and name."""
    if as_json and as_csv:
        raise click.UsageError("Give either --json or --csv, not both.")
    with settings.open_desk() as desk:
        if wanted["country"]:
            wanted["country"] = country_code(wanted["country"], desk.catalogue)
        day = on or desk.today
        rows = [_row(one) for one in workflow.registered(desk, day, known=_known(known, day))]
    rows = [row for row in rows if all(row[name] == is_ for name, is_ in wanted.items() if is_)]
    if as_json:
        say_json(rows)
    elif as_csv:
        put(_csv(rows))
    elif not rows:
        say("No label is registered that fits.")
    else:
        _say_register(rows, day)


def _known(text: str | None, day: date) -> date | None:
    if text is None or text.casefold() == "now":
        return None
    if text.casefold() == "then":
        return day
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"--known is then, now or a day, not {text!r}.") from None


def _row(one: Registered) -> dict[str, Any]:
    found = one.label
    return {
        "name": found.name,
        "country": found.country,
        "portfolio": found.portfolio,
        "website": found.website,
        "level": found.level,
        "valid_from": str(found.valid_from) if found.valid_from else None,
        "valid_until": str(found.valid_until) if found.valid_until else None,
        "status": one.status.value,
        "source": found.source,
        "synthetic": found.synthetic,
    }


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
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _say_register(rows: list[dict[str, Any]], day: date) -> None:
    say(f"Labels and their status on {day}\n")
    cells = [
        (
            row["country"],
            row["name"],
            row["level"],
            row["valid_from"] or "",
            row["valid_until"] or "",
            row["status"].replace("_", " "),
        )
        for row in rows
    ]
    say(table(("", "organisation", "level", "from", "until", "status"), cells))
    invented = sum(row["synthetic"] for row in rows)
    if invented:
        say(f"\nSynthetic demonstration data: {invented} of {len(rows)}.")
