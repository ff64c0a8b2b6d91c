"""assess case change: what is stated about a case and its organisation, corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from assess import workflow
from assess.cli.catalogue.vocabulary import country_code, portfolio
from assess.cli.command.output import plain, say
from assess.cli.command.settings import AskingType, DayType, Settings, WordsType
from assess.core.case.assessment import Details, Impartiality
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext

_CLEARED = "; an empty one goes."


@click.command("change")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--name", type=WordsType(said=True), help="The organisation's name.")
@click.option("--country", type=WordsType(said=True), help="NOR, NO or Norway.")
@click.option("--region", type=WordsType(), help="The region in the country")
@click.option("--website", type=WordsType(), help=f"The address of its web site{_CLEARED}")
@click.option("--portfolio", "field", type=WordsType(said=True), help="Its comparative portfolio.")
@click.option("--interview-date", type=DayType(), help="The day of the interview.")
@click.option("--expert", type=WordsType(said=True), help="Who leads the interview.")
@click.option("--mode", type=click.Choice(["onsite", "video"]))
@click.option("--contact", type=WordsType(), help="The person who answers for the organisation")
@click.option("--project-code", type=WordsType(), help="The code of the project that pays for it")
@click.option("--pool-consent/--no-pool-consent", default=None)
@click.option(
    "--impartiality",
    type=WordsType(said=True),
    metavar="none|TEXT",
    help=(
        "The expert's interests in the organisation in the last years (label.toml says how "
        "many): none, or a text that names them."
    ),
)
@click.option(
    "--asking",
    "asked_in",
    type=AskingType(),
    help="The language in which the manager is asked from now on, such as de.",
)
@click.pass_obj
def change(settings: Settings, /, wanted: str, **stated: Any) -> None:
    """Correct the details of a case; details that are not given stay unchanged."""
    given = {name: value for name, value in stated.items() if value is not None}
    if not given:
        raise click.UsageError(gettext("Give the details to change, such as --contact NAME."))
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted).case
        catalogue = desk.catalogue_of(case)
        organisation = _organisation(catalogue, case.organisation, given)
        details = _details(desk.today, catalogue, case.details, given)
        changed = workflow.change_details(desk, case, organisation, details)
    name = plain(changed.organisation.name)
    say(f"{changed.id}  {gettext('{organisation}: changed', organisation=name)}")


def _organisation(catalogue: Catalogue, known: Organisation, given: dict[str, Any]) -> Organisation:
    fields: dict[str, Any] = {
        name: (given[name].strip() or None) for name in ("region", "website") if name in given
    }
    if "name" in given:
        fields["name"] = given["name"]
    if "country" in given:
        fields["country"] = country_code(given["country"], catalogue)
    return Organisation.model_validate({**dict(known), **fields})


def _details(today: date, catalogue: Catalogue, known: Details, given: dict[str, Any]) -> Details:
    day: date = given.get("interview_date", known.interview_date)
    fields: dict[str, Any] = {
        name: given[name]
        for name in ("interview_date", "expert", "mode", "pool_consent", "asked_in")
        if name in given
    }
    for name in ("contact", "project_code"):
        if name in given:
            fields[name] = given[name].strip() or None
    if "field" in given:
        fields["portfolio"] = portfolio(given["field"], day, catalogue)
    if "impartiality" in given:
        by = given.get("expert", known.expert)
        statement = given["impartiality"]
        fields["impartiality"] = Impartiality(statement=statement, by=by, on=today)
    return Details.model_validate({**dict(known), **fields})
