"""assess register import, complete, record, revoke, link: what comes into the register by hand."""

from __future__ import annotations

import getpass
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assess.cli.screen import plain, remark, say, say_json, table, wrapped
from assess.cli.settings import Day, Settings, Words
from assess.cli.vocabulary import country_code, portfolio
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.core.register import Level
    from assess.workflow.published import Taken

BY = click.option(
    "--by", type=Words(said=True), help="Who does it; without it, the name of this account."
)
COUNTRY = click.option("--country", type=Words(said=True), help="NOR, NO or Norway.")
LEVEL = click.option(
    "--level", type=click.Choice(["Bronze", "Silver", "Gold"], case_sensitive=False)
)
_PATH = click.Path(path_type=Path)
_MOST_SHOWN = 20


def who(by: str | None) -> str:
    """Give the name under which something is recorded."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):
        raise AssessError("State who does it: --by NAME.") from None


@click.command("import", short_help="Take in a published list of any kind.")
@click.argument("source", metavar="FILE", type=_PATH)
@COUNTRY
@LEVEL
@click.option("--listed-on", type=Day(), help="The day of the list, where it does not say so.")
@click.option("--dates", "order", type=click.Choice(["dmy", "mdy"]), help="How 1/2/2018 is meant.")
@BY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def import_(
    settings: Settings,
    /,
    source: Path,
    *,
    country: str | None,
    by: str | None,
    level: Level | None,
    as_json: bool,
    **stated: Any,
) -> None:
    """Take in a published list: text as copied, CSV, a spreadsheet or a saved web page.

    Rows that cannot be read are reported, and wait in FILE.rejected.csv: complete them there and
    import that file, or use `assess register complete`. Taking a list in twice changes nothing.
    """
    from assess.workflow.published import import_list

    with settings.open_desk() as desk:
        code = country_code(country, desk.catalogue) if country else None
        taken = import_list(
            desk, source, by=who(by), country=code, level=level or "Bronze", **stated
        )
        names = desk.catalogue.country_name
    _say_rejected(taken)
    if as_json:
        say_json(_document(taken))
    else:
        _say_taken(source, taken, names)


def _document(taken: Taken) -> dict[str, Any]:
    return {
        "rows": taken.rows,
        "new": [_row(one) for one in taken.new],
        "known": len(taken.known),
        "completed": len(taken.completed),
        "rejected": [
            {"place": one.row.place, "reason": one.reason, "text": one.row.text}
            for one in taken.rejected
        ],
        "aside": str(taken.aside) if taken.aside else None,
        "listed_on": str(taken.listed_on),
        "alike": [one.model_dump() for one in taken.alike],
        "notes": list(taken.notes),
    }


def _row(one: Any) -> dict[str, Any]:
    fields = ("name", "country", "portfolio", "website", "level", "source")
    return {
        **{name: getattr(one, name) for name in fields},
        "valid_until": str(one.valid_until) if one.valid_until else None,
    }


def _say_rejected(taken: Taken) -> None:
    for note in taken.notes:
        remark(f"Please note: {plain(note)}.")
    for one in taken.new:
        for warning in one.warnings:
            remark(f"{plain(one.source)}, {plain(one.name)}: {plain(warning)}.")
    for rejected in taken.rejected:
        remark(f"{rejected.row.place}: {plain(rejected.reason)}: {plain(rejected.row.text[:200])}")


def _say_taken(source: Path, taken: Taken, names: Any) -> None:
    counts = {
        "taken into the register": len(taken.new),
        "known already": len(taken.known),
        "completed by hand before": len(taken.completed),
        "kept aside": len(taken.rejected),
    }
    said = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    say(f"{source}: {taken.rows} rows: {said}.")
    by_country = Counter(one.country for one in taken.new)
    if len(by_country) > 1:
        cells = [(names(code), count) for code, count in sorted(by_country.items())]
        say()
        say(table(("country", "taken"), sorted(cells), right=frozenset({1})))
    day = f"The list is of {taken.listed_on}"
    origin = "" if taken.is_day_stated else ", the day of this import (--listed-on states another)"
    say(wrapped(f"{day}{origin}."))
    if taken.aside:
        advice = f"assess register complete {taken.aside} NUMBER --name ..."
        say(wrapped(f"Rows that cannot be read wait in {taken.aside}. To complete one: {advice}"))
    if taken.alike:
        _say_alike(taken.alike[:_MOST_SHOWN], len(taken.alike))


def _say_alike(pairs: Any, count: int) -> None:
    say(f"\nThese may be one organisation ({count}); nothing was merged:")
    for one in pairs:
        say(
            wrapped(
                f"{one.country}  {plain(one.name)} / {plain(one.other)}: {one.why}", 5, first="  "
            )
        )
    if count > len(pairs):
        say(f"  ... {count - len(pairs)} more: assess register alike")
    advice = "assess register link NAME OTHER --how same (or different)"
    say(wrapped(f"Where they are one: {advice}"))


@click.command("complete", short_help="Complete a row that was kept aside.")
@click.argument("aside", metavar="FILE.rejected.csv", type=_PATH)
@click.argument("number", metavar="[NUMBER]", type=int, required=False)
@click.option("--name", type=Words(said=True))
@COUNTRY
@click.option("--portfolio", type=Words(said=True))
@click.option("--website", type=Words())
@click.option("--valid-until", type=Words(said=True), help="A day, or: unknown.")
@LEVEL
@click.option("--serial", type=Words(said=True))
@BY
@click.pass_obj
def complete(
    settings: Settings, /, aside: Path, number: int | None, by: str | None, **cells: str | None
) -> None:
    """Complete a row that was kept aside; without a NUMBER, list those that wait."""
    from assess.workflow.published import complete_row, waiting_rows

    if number is None:
        for place, one in enumerate(waiting_rows(aside), start=1):
            found = f"{one.row.file}, {one.row.place}: {one.reason}: {one.row.text}"
            say(wrapped(plain(found), 5, first=f"{place:>3}  "))
        return
    changes = {name: text for name, text in cells.items() if text is not None}
    with settings.open_desk() as desk:
        taken = complete_row(desk, aside, number, changes, by=who(by))
    until = f", valid until {taken.valid_until}" if taken.valid_until else ""
    say(f"{plain(taken.name)} ({taken.country}): {taken.level}{until}, from {plain(taken.source)}")
    if not aside.exists():
        say(f"No row waits any more; {aside} was removed.")


@click.command("record", short_help="Record a label that was decided elsewhere.")
@click.option("--name", type=Words(said=True), required=True)
@click.option("--country", type=Words(said=True), required=True, help="NOR, NO or Norway.")
@click.option("--portfolio", "field", type=Words(said=True), required=True)
@click.option(
    "--level",
    type=click.Choice(["Bronze", "Silver", "Gold"], case_sensitive=False),
    required=True,
)
@click.option("--on", type=Day(), required=True, help="The day of the decision.")
@click.option("--by", type=Words(said=True), required=True, help="Who decided.")
@click.option("--valid-from", type=Day(), help="The first day, as issued.")
@click.option("--valid-until", type=Day(), required=True, help="The last day, as issued.")
@click.option("--website", type=Words(said=True))
@click.option("--serial", type=Words(said=True), help="The serial number, as issued.")
@click.pass_obj
def record(
    settings: Settings, /, country: str, field: str, on: date, by: str, **stated: Any
) -> None:
    """Record a label that was decided elsewhere, such as a Gold Label: it has no case here."""
    from assess.core.published import ListedRow
    from assess.workflow.register import record_label

    with settings.open_desk() as desk:
        told = ListedRow(
            place=f"decision of {on}",
            text=stated["name"],
            country=country_code(country, desk.catalogue),
            portfolio=portfolio(field, on, desk.catalogue),
            **stated,
        )
        one = record_label(desk, told, on=on, by=by)
    span = f"valid from {one.valid_from} until {one.valid_until}"
    say(f"{one.level} label of {plain(one.name)}: {span}")
    if one.rule:
        say(wrapped(one.rule, 2))
    for warning in one.warnings:
        remark(f"Please note: {warning}.")


@click.command("revoke", short_help="Record that a label without a case was revoked.")
@click.argument("name", type=Words(said=True))
@COUNTRY
@LEVEL
@click.option("--by", type=Words(said=True), required=True, help="Who decided.")
@click.option("--on", type=Day(), required=True, help="The day of the decision.")
@click.option("--reason", type=Words(said=True), required=True, help="The reason.")
@click.pass_obj
def revoke(settings: Settings, /, name: str, country: str | None, **stated: Any) -> None:
    """Record that a label without a case here was revoked (with one: assess label revoke)."""
    from assess.workflow.register import revoke_listed

    with settings.open_desk() as desk:
        code = country_code(country, desk.catalogue) if country else None
        label = revoke_listed(desk, name, country=code, **stated)
    say(f"{label.level} label of {plain(label.name)} ({label.country}): revoked on {stated['on']}")


@click.command("link", short_help="Say that one organisation continues or is another.")
@click.argument("name", type=Words(said=True))
@click.argument("other", type=Words(said=True))
@click.option(
    "--how",
    type=click.Choice(["same", "renamed", "merged", "different"]),
    required=True,
    help="renamed, merged: NAME continues OTHER; same: one organisation; different: two.",
)
@COUNTRY
@click.option("--other-country", type=Words(said=True), help="Where it is another country.")
@click.option("--on", type=Day(), help="The day of it; without it, today.")
@click.option("--reason", type=Words(said=True))
@click.option("--undo", is_flag=True, help="Take the link back.")
@BY
@click.pass_obj
def link(settings: Settings, /, name: str, other: str, by: str | None, **stated: Any) -> None:
    """Say that an organisation continues another one, or that two names are one organisation."""
    from assess.core.register import Link
    from assess.workflow.register import link_organisations, organisation_named

    with settings.open_desk() as desk:
        codes = [
            country_code(stated[field], desk.catalogue) if stated[field] else None
            for field in ("country", "other_country")
        ]
        first = organisation_named(desk, name, codes[0])
        second = organisation_named(desk, other, codes[1] or codes[0] or first.country)
        wanted = Link(
            kind="unlinked" if stated["undo"] else "linked",
            name=first.name,
            country=first.country,
            other_name=second.name,
            other_country=second.country,
            how=stated["how"],
            on=stated["on"] or desk.today,
            by=who(by),
            reason=stated["reason"],
        )
        made = link_organisations(desk, wanted)
    words = {
        "same": "is the same as",
        "renamed": "is the new name of",
        "merged": "continues, after a merger,",
        "different": "is another organisation than",
    }
    said = f"{plain(made.name)} {words[made.how]} {plain(made.other_name)}"
    say(f"{'No longer: ' if made.kind == 'unlinked' else ''}{said}")


@click.command("alike", short_help="List organisations that may be one.")
@COUNTRY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def alike(settings: Settings, country: str | None, *, as_json: bool) -> None:
    """List organisations that may be one; nothing is ever merged by itself."""
    from assess.core.likeness import alike as find_alike
    from assess.workflow.register import register_of

    with settings.open_desk() as desk:
        code = country_code(country, desk.catalogue) if country else None
        found = [
            one for one in find_alike(register_of(desk)) if code is None or one.country == code
        ]
    if as_json:
        say_json([one.model_dump() for one in found])
    elif found:
        _say_alike(found, len(found))
    else:
        say("No two organisations of the register look alike.")
