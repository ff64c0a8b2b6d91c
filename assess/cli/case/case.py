"""assess case: begin, list, show, finish and reopen cases."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from assess import workflow
from assess.cli.case.case_change import change
from assess.cli.case.case_text import say_case, say_cases
from assess.cli.case.upgrade import upgrade
from assess.cli.catalogue.vocabulary import country_code, portfolio
from assess.cli.command.output import plain, remark, say, say_json
from assess.cli.command.settings import AskingType, DayType, Settings, WordsType
from assess.core.case.assessment import Assessment, Details, Impartiality, progress_of
from assess.core.case.open_point import BLOCKING, PointKind
from assess.core.case.organisation import Organisation
from assess.core.case.reading.address import as_address
from assess.core.case.value_form import address_fault
from assess.core.label.validity import add_months
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case.answering import drafts
from assess.workflow.case.cases import ListedCase, assessment_of
from assess.workflow.case.interview.work_time import time_spent
from assess.workflow.case.rounds import last_round
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.peer_table import renewal_of, renewal_text


@click.group("case")
def case() -> None:
    """Begin, list, show, change, finish and reopen cases."""


case.add_command(change)


@case.command("new")
@click.option("--name", type=WordsType(said=True), required=True, help="The organisation's name.")
@click.option("--country", type=WordsType(said=True), required=True, help="NOR, NO or Norway.")
@click.option("--region", type=WordsType(), help="The region in the country.")
@click.option("--website", type=WordsType(), help="The address of the organisation's web site.")
@click.option(
    "--portfolio",
    "field",
    type=WordsType(said=True),
    required=True,
    help="Its comparative portfolio.",
)
@click.option("--interview-date", type=DayType(), required=True, help="The day of the interview.")
@click.option("--expert", type=WordsType(said=True), required=True, help="Who leads the interview.")
@click.option("--mode", type=click.Choice(["onsite", "video"]), required=True)
@click.option("--contact", type=WordsType(), help="The person who answers for the organisation.")
@click.option(
    "--project-code", type=WordsType(), help="The code of the project that pays for the case."
)
@click.option(
    "--pool-consent/--no-pool-consent",
    default=False,
    help="Whether the organisation agrees that its values join the pool.",
)
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
    help="The language in which the manager is asked, such as de.",
)
@click.pass_obj
def new(settings: Settings, /, **stated: Any) -> None:
    """Begin a case, and print its id."""
    with settings.open_desk(begins=True) as desk:
        _demand_possible(stated, desk.today)
        organisation = Organisation(
            name=stated["name"],
            country=country_code(stated["country"], desk.newest),
            region=_or_none(stated["region"]),
            website=_or_none(stated["website"]),
        )
        details = _details(desk, stated)
        for similar in workflow.similar_organisations(desk, stated["name"], organisation.country):
            remark(
                gettext(
                    "The database has a similar organisation: {organisation}. If it is "
                    "the same, begin the case with that name.",
                    organisation=similar.name,
                )
            )
        case = workflow.begin(desk, organisation, details)
        say(case.id)
        last = last_round(desk, assessment_of(desk, case.id))
        if last is not None:
            remark(
                gettext(
                    "This organisation was benchmarked before, on {day}; `assess "
                    "last-round {case}` shows those answers.",
                    day=last.case.details.interview_date,
                    case=case.id,
                )
            )


def _demand_possible(stated: dict[str, Any], today: date) -> None:
    website, day = _or_none(stated["website"]), stated["interview_date"]
    wrong = address_fault(as_address(website)) if website else None
    if wrong:
        raise AssessError(gettext("Web site: {fault}. No case was begun.", fault=spoken(wrong)))
    if today.year < date.max.year and day > add_months(today, 12):
        raise AssessError(
            gettext(
                "The interview day {day} is more than a year from today ({today}); no "
                "case was begun.",
                day=day,
                today=today,
            )
        )


def _details(desk: Desk, stated: dict[str, Any]) -> Details:
    day: date = stated["interview_date"]
    declared = None
    if stated["impartiality"]:
        declared = Impartiality(
            statement=stated["impartiality"], by=stated["expert"], on=desk.today
        )
    return Details(
        portfolio=portfolio(stated["field"], day, desk.newest),
        interview_date=day,
        mode=stated["mode"],
        expert=stated["expert"],
        contact=_or_none(stated["contact"]),
        project_code=_or_none(stated["project_code"]),
        asked_in=stated["asked_in"],
        pool_consent=stated["pool_consent"],
        impartiality=declared,
    )


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None


@case.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_(settings: Settings, *, as_json: bool) -> None:
    """List the cases, the newest first."""
    with settings.open_desk() as desk:
        found = workflow.listed(desk)
    if as_json:
        say_json([_row(listed) for listed in found])
    elif not found:
        say(
            gettext(
                "There is no case yet. `assess case new` begins one; `assess demo` "
                "shows invented ones."
            )
        )
    else:
        say_cases(found)


def _row(listed: ListedCase) -> dict[str, Any]:
    return {
        "id": listed.case.id,
        "organisation": listed.case.organisation.name,
        "country": listed.case.organisation.country,
        "portfolio": listed.case.details.portfolio,
        "interview_date": str(listed.case.details.interview_date),
        "catalogue": listed.case.catalogue,
        "answered": listed.answered,
        "indicators_complete": listed.indicators_complete,
        "open_points": listed.open_points,
        "proposals": listed.proposals,
        "status": listed.case.state.value,
        "label": listed.label.value if listed.label else None,
        "since_award": [spoken(text) for text in listed.since_award],
        "synthetic": listed.case.synthetic,
    }


@case.command("show")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """Show the details of a case and its progress."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        listed = next(row for row in workflow.listed(desk) if row.case.id == assessment.case.id)
        if as_json:
            say_json({**_row(listed), **_stated(assessment, desk)})
        else:
            say_case(listed, assessment, desk)


def _stated(assessment: Assessment, desk: Desk) -> dict[str, Any]:
    details = assessment.case.details.model_dump(mode="json")
    organisation = assessment.case.organisation
    catalogue, typed = desk.catalogue_of(assessment.case), drafts(desk, assessment)
    return {
        "region": organisation.region,
        "website": organisation.website,
        **{name: value for name, value in details.items() if name != "portfolio"},
        "created_at": assessment.case.created_at.isoformat(),
        "time": _time(assessment, desk),
        "areas": {
            area.id: {
                indicator.id: progress_of(indicator, assessment, catalogue, typed).value
                for indicator in catalogue.in_area(area)
            }
            for area in catalogue.edition.areas
        },
    }


def _time(assessment: Assessment, desk: Desk) -> dict[str, Any]:
    """Give the working time in seconds, in total and by question."""
    spent = time_spent(desk, assessment.case.id)
    return {
        "total": round(spent.total.total_seconds()),
        "questions": {
            name: round(spent.by_question[name].total_seconds())
            for name in desk.catalogue_of(assessment.case).questions
            if name in spent.by_question
        },
    }


@case.command("finish")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.pass_obj
def finish(settings: Settings, wanted: str) -> None:
    """Finish a case. Open points that block this are listed; the others are counted."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        left = [point for point in workflow.finish(desk, assessment) if point.kind not in BLOCKING]
        renewal = renewal_of(desk, synthetic=assessment.case.synthetic)
    name = plain(assessment.case.organisation.name)
    said = [gettext("Finished: {organisation}.", organisation=name)]
    if assessment.case.details.pool_consent:
        said.append(gettext("Its values have joined the pool."))
    say(" ".join(said))
    if renewal.changed:
        say(renewal_text(renewal.changed, renewal.needed))
    if renewal.is_wanted:
        say(gettext("`assess pool renew` renews it."))
    for point in left:
        if point.kind is PointKind.EVIDENCE:
            say(f"  {point.number} {point.question}: {spoken(point.text)}")
    if left:
        say(
            ngettext(
                "{count} open point remains; `assess open-points {case}`.",
                "{count} open points remain; `assess open-points {case}`.",
                len(left),
                case=assessment.case.id,
            )
        )


@case.command("reopen")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option(
    "--reason", type=WordsType(said=True), required=True, help="The reason for reopening it."
)
@click.pass_obj
def reopen(settings: Settings, wanted: str, reason: str) -> None:
    """Reopen a finished case, with a reason."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        workflow.reopen(desk, assessment, reason)
    say(gettext("Reopened: {organisation}.", organisation=plain(assessment.case.organisation.name)))


case.add_command(upgrade)
