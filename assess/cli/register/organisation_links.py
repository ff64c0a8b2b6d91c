"""assess register record, revoke, link, alike: what is decided elsewhere, and who is who."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from assess.cli.catalogue.vocabulary import country_code, portfolio
from assess.cli.command.output import plain, remark, say, say_json, wrapped
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.cli.published_list.alike_offer import say_alike
from assess.cli.published_list.list_options import BY, COUNTRY, LEVEL, who
from assess.core.catalogue.level import LEVELS
from assess.languages import gettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.register.record import Link


@click.command("record", short_help="Record a label that was decided outside this database.")
@click.option("--name", type=WordsType(said=True), required=True)
@click.option("--country", type=WordsType(said=True), required=True, help="NOR, NO or Norway.")
@click.option("--portfolio", "field", type=WordsType(said=True), required=True)
@click.option(
    "--level",
    type=click.Choice(LEVELS, case_sensitive=False),
    required=True,
)
@click.option("--on", type=DayType(), required=True, help="The day of the decision.")
@click.option("--by", type=WordsType(said=True), required=True, help="Who decided.")
@click.option("--valid-from", type=DayType(), help="The first day, as issued.")
@click.option("--valid-until", type=DayType(), required=True, help="The last day, as issued.")
@click.option("--website", type=WordsType(said=True))
@click.option("--serial", type=WordsType(said=True), help="The serial number, as issued.")
@click.pass_obj
def record(
    settings: Settings, /, country: str, field: str, on: date, by: str, **stated: Any
) -> None:
    """Record a label that was decided outside this database, such as a Gold Label."""
    from assess.core.case.organisation import organisation_key
    from assess.core.published_list.message import PublishedListMessage
    from assess.core.published_list.row import ListedRow
    from assess.core.text.message import message
    from assess.languages.understanding import in_english
    from assess.workflow.register.likeness import alike_organisations
    from assess.workflow.register.register import record_label

    with settings.open_desk() as desk:
        told = ListedRow(
            place=in_english(message(PublishedListMessage.DECISION, day=on)),
            text=stated["name"],
            country=country_code(country, desk.newest),
            portfolio=portfolio(field, on, desk.newest),
            **stated,
        )
        listing = record_label(desk, told, on=on, by=by)
        pairs = alike_organisations(desk, [organisation_key(listing.name, listing.country)])
    say(
        gettext(
            "{level} label of {organisation}: valid from {first_day} until {last_day}",
            level=listing.level,
            organisation=plain(listing.name),
            first_day=str(listing.valid_from),
            last_day=str(listing.valid_until),
        )
    )
    if listing.rule:
        say(wrapped(listing.rule, 2))
    for warning in listing.warnings:
        remark(gettext("Please note: {warning}.", warning=spoken(warning)))
    if pairs:
        say_alike(pairs, len(pairs))


@click.command("revoke", short_help="Record that a label without a case was revoked.")
@click.argument("name", type=WordsType(said=True))
@COUNTRY
@LEVEL
@click.option("--by", type=WordsType(said=True), required=True, help="Who decided.")
@click.option("--on", type=DayType(), required=True, help="The day of the decision.")
@click.option("--reason", type=WordsType(said=True), required=True, help="The reason.")
@click.pass_obj
def revoke(settings: Settings, /, name: str, country: str | None, **stated: Any) -> None:
    """Record that a label without a case was revoked. If it has a case, use assess label revoke."""
    from assess.workflow.register.register import revoke_listed

    with settings.open_desk() as desk:
        code = country_code(country, desk.newest) if country else None
        label = revoke_listed(desk, name, country=code, **stated)
    say(
        gettext(
            "{level} label of {organisation} ({country}): revoked on {day}",
            level=label.level,
            organisation=plain(label.name),
            country=label.country,
            day=stated["on"],
        )
    )


@click.command(
    "link", short_help="State that an organisation is the same as another, or continues it."
)
@click.argument("name", type=WordsType(said=True))
@click.argument("other", type=WordsType(said=True))
@click.option(
    "--how",
    type=click.Choice(["same", "renamed", "merged", "different"]),
    required=True,
    help=(
        "renamed, merged: NAME continues OTHER; same: one organisation; different: two "
        "organisations."
    ),
)
@COUNTRY
@click.option("--other-country", type=WordsType(said=True), help="If it is in another country.")
@click.option("--on", type=DayType(), help="The day of the change; without it, today.")
@click.option("--reason", type=WordsType(said=True))
@click.option("--undo", is_flag=True, help="Remove the link.")
@BY
@click.pass_obj
def link(settings: Settings, /, name: str, other: str, by: str | None, **stated: Any) -> None:
    """State that an organisation continues another one, or is the same as another."""
    from assess.core.register.record import Link
    from assess.workflow.register.register import link_organisations, organisation_named

    with settings.open_desk() as desk:
        codes = [
            country_code(stated[field], desk.newest) if stated[field] else None
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
    said = _linked(made)
    say(gettext("Link removed: {link}", link=said) if made.kind == "unlinked" else said)


def _linked(made: Link) -> str:
    name, other = plain(made.name), plain(made.other_name)
    match made.how:
        case "same":
            return gettext("{name} is the same as {other}", name=name, other=other)
        case "renamed":
            return gettext("{name} is the new name of {other}", name=name, other=other)
        case "merged":
            return gettext("{name} continues {other} after a merger", name=name, other=other)
        case "different":
            return gettext("{name} is not the same organisation as {other}", name=name, other=other)


@click.command("alike", short_help="List organisations that may be the same.")
@COUNTRY
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def alike(settings: Settings, country: str | None, *, as_json: bool) -> None:
    """List organisations that may be the same; the program never merges them."""
    from assess.workflow.register.likeness import alike_organisations

    with settings.open_desk() as desk:
        code = country_code(country, desk.newest) if country else None
        found = [pair for pair in alike_organisations(desk) if code in (None, pair.country)]
    if as_json:
        say_json([{**pair.model_dump(), "why": spoken(pair.why)} for pair in found])
    elif found:
        say_alike(found, len(found))
    else:
        say(gettext("No two organisations look alike."))
