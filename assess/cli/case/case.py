"""assess case: begin, list, show, finish and reopen cases."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from assess import workflow
from assess.cli.case.case_change import change
from assess.cli.case.upgrade import upgrade
from assess.cli.catalogue.vocabulary import country_code, portfolio
from assess.cli.command.output import plain, remark, say, say_json, table, wrapped
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.core.case.assessment import Assessment, Details, Impartiality, progress_of
from assess.core.case.open_point import BLOCKING
from assess.core.case.organisation import Organisation
from assess.core.case.value_form import address_fault
from assess.core.case.work_time import shown
from assess.core.label.validity import add_months
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case.cases import ListedCase, assessment_of
from assess.workflow.case.interview.work_time import time_spent
from assess.workflow.case.rounds import last_round
from assess.workflow.desk.desk import Desk


@click.group("case")
def case() -> None:
    """Begin, list, show, change, finish and reopen cases."""


case.add_command(change)


@case.command("new")
@click.option("--name", type=WordsType(said=True), required=True, help="The organisation's name.")
@click.option("--country", type=WordsType(said=True), required=True, help="NOR, NO or Norway.")
@click.option("--region", type=WordsType(), help="Where in the country.")
@click.option("--website", type=WordsType(), help="The address of the organisation's web site.")
@click.option("--portfolio", "field", type=WordsType(said=True), required=True, help="Its field.")
@click.option("--interview-date", type=DayType(), required=True, help="The day of the interview.")
@click.option("--expert", type=WordsType(said=True), required=True, help="Who leads the interview.")
@click.option("--mode", type=click.Choice(["onsite", "video"]), required=True)
@click.option("--contact", type=WordsType(), help="Who answers for the organisation.")
@click.option("--project-code", type=WordsType(), help="The project that pays for it.")
@click.option(
    "--pool-consent/--no-pool-consent",
    default=False,
    help="Whether the organisation agreed that its values serve as peers.",
)
@click.option(
    "--impartiality",
    type=WordsType(said=True),
    metavar="none|TEXT",
    help="The expert's interests in the organisation of the last three years: none, or which.",
)
@click.pass_obj
def new(settings: Settings, /, **stated: Any) -> None:
    """Begin a case, and print its id."""
    with settings.open_desk() as desk:
        _demand_possible(stated, desk.today)
        organisation = Organisation(
            name=stated["name"],
            country=country_code(stated["country"], desk.catalogue),
            region=_or_none(stated["region"]),
            website=_or_none(stated["website"]),
        )
        details = _details(desk, stated)
        for similar in workflow.similar_organisations(desk, stated["name"], organisation.country):
            remark(
                gettext(
                    "A similar organisation is known: {similar_name}. If it is the same "
                    "one, begin the case under that name.",
                    similar_name=similar.name,
                )
            )
        case = workflow.begin(desk, organisation, details)
        say(case.id)
        last = last_round(desk, assessment_of(desk, case.id))
        if last is not None:
            remark(
                gettext(
                    "It was benchmarked before, on {interview_date}; `assess last-round "
                    "{case_id}` shows what was answered then.",
                    interview_date=last.case.details.interview_date,
                    case_id=case.id,
                )
            )


def _demand_possible(stated: dict[str, Any], today: date) -> None:
    website, day = _or_none(stated["website"]), stated["interview_date"]
    wrong = address_fault(website) if website else None
    if wrong:
        raise AssessError(gettext("website: {wrong}. No case was begun.", wrong=spoken(wrong)))
    if today.year < date.max.year and day > add_months(today, 12):
        raise AssessError(
            gettext(
                "An interview on {day} is more than a year ahead (today is {today}); "
                "no case was begun.",
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
        portfolio=portfolio(stated["field"], day, desk.catalogue),
        interview_date=day,
        mode=stated["mode"],
        expert=stated["expert"],
        contact=_or_none(stated["contact"]),
        project_code=_or_none(stated["project_code"]),
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
        count = len(desk.catalogue.indicators)
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
        say_cases(found, count)


def say_cases(found: tuple[ListedCase, ...], indicators: int) -> None:
    """Print cases as a table."""
    rows = [
        (
            listed.case.id,
            listed.case.organisation.name,
            listed.case.organisation.country,
            listed.case.details.interview_date,
            f"{listed.indicators_complete}/{indicators}",
            listed.open_points,
            gettext("label {label}", label=listed.label.value)
            if listed.label
            else listed.case.state.value,
        )
        for listed in found
    ]
    shown = [(*row[:6], str(row[6]).replace("_", " ")) for row in rows]
    heads = ("case", "organisation", "", "interview", "done", "open", "status")
    say(table(heads, shown, right=frozenset({4, 5})))
    invented = sum(listed.case.synthetic for listed in found)
    if invented:
        which = (
            gettext("All of them")
            if invented == len(found)
            else gettext("{invented} of them", invented=invented)
        )
        say(
            ngettext(
                "\n{which} is synthetic demonstration data.",
                "\n{which} are synthetic demonstration data.",
                invented,
                which=which,
            )
        )


def _row(listed: ListedCase) -> dict[str, Any]:
    return {
        "id": listed.case.id,
        "organisation": listed.case.organisation.name,
        "country": listed.case.organisation.country,
        "portfolio": listed.case.details.portfolio,
        "interview_date": str(listed.case.details.interview_date),
        "answered": listed.answered,
        "indicators_complete": listed.indicators_complete,
        "open_points": listed.open_points,
        "proposals": listed.proposals,
        "status": listed.case.state.value,
        "label": listed.label.value if listed.label else None,
        "synthetic": listed.case.synthetic,
    }


@case.command("show")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """Show what is stated about a case, and how far it is."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        listed = next(row for row in workflow.listed(desk) if row.case.id == assessment.case.id)
        if as_json:
            say_json({**_row(listed), **_stated(assessment, desk)})
        else:
            _say_case(listed, assessment, desk)


def _stated(assessment: Assessment, desk: Desk) -> dict[str, Any]:
    details = assessment.case.details.model_dump(mode="json")
    organisation = assessment.case.organisation
    return {
        "region": organisation.region,
        "website": organisation.website,
        **{name: value for name, value in details.items() if name != "portfolio"},
        "catalogue": assessment.case.catalogue,
        "created_at": assessment.case.created_at.isoformat(),
        "time": _time(assessment, desk),
        "areas": {
            area.id: {
                indicator.id: progress_of(indicator, assessment, desk.catalogue).value
                for indicator in desk.catalogue.in_area(area)
            }
            for area in desk.catalogue.edition.areas
        },
    }


def _time(assessment: Assessment, desk: Desk) -> dict[str, Any]:
    """Give the working time in seconds, in total and by question."""
    spent = time_spent(desk, assessment.case.id)
    return {
        "total": round(spent.total.total_seconds()),
        "questions": {
            name: round(spent.by_question[name].total_seconds())
            for name in desk.catalogue.questions
            if name in spent.by_question
        },
    }


def _say_time(assessment: Assessment, desk: Desk) -> None:
    spent = time_spent(desk, assessment.case.id)
    if not spent.total:
        say(gettext("\nNo working time was taken yet."))
        return
    say(gettext("\nWorking time {total}, without breaks and idle time", total=shown(spent.total)))
    for name in desk.catalogue.questions:
        if name in spent.by_question:
            number = desk.catalogue.indicator_of(name).number
            say(f"{number:>4}  {name:<48}{shown(spent.by_question[name]):>9}")


def _say_case(listed: ListedCase, assessment: Assessment, desk: Desk) -> None:
    organisation, details = listed.case.organisation, listed.case.details
    say(plain(organisation.name))
    if listed.case.synthetic:
        say(gettext("Synthetic demonstration data"))
    say()
    country = spoken(desk.catalogue.country_name(organisation.country))
    declared = details.impartiality
    lines = {
        "Case": listed.case.id,
        "Country": f"{country} ({organisation.country})",
        "Region": organisation.region,
        "Web site": organisation.website,
        "Portfolio": details.portfolio,
        "Interview": gettext(
            "{interview_date}, {mode}, by {expert}",
            interview_date=details.interview_date,
            mode=details.mode,
            expert=details.expert,
        ),
        "Contact": details.contact,
        "Project code": details.project_code,
        "Pool consent": "yes" if details.pool_consent else "no",
        "Impartiality": f"{declared.statement} ({declared.by}, {declared.on})"
        if declared
        else gettext("not declared"),
        "Catalogue": listed.case.catalogue,
        "State": listed.case.state.value.replace("_", " "),
        "Label": listed.label.value.replace("_", " ") if listed.label else None,
        "Answered": gettext(
            "{answered} questions, {indicators_complete} of {count} indicators "
            "complete, {open_points} open points",
            answered=listed.answered,
            indicators_complete=listed.indicators_complete,
            count=len(desk.catalogue.indicators),
            open_points=listed.open_points,
        ),
        "Proposals": gettext(
            "{proposals} wait to be confirmed or declined; `assess proposals {case_id}`",
            proposals=listed.proposals,
            case_id=listed.case.id,
        )
        if listed.proposals
        else None,
    }
    for head, text in lines.items():
        if text:
            say(wrapped(text, 14, first=f"{head:<14}"))
    say()
    for area in desk.catalogue.edition.areas:
        states = [
            progress_of(indicator, assessment, desk.catalogue).value
            for indicator in desk.catalogue.in_area(area)
        ]
        done = f"{states.count('complete')}/{len(states)}"
        say(f"{area.letter}  {plain(area.title):<52}{done:>6}")
    _say_time(assessment, desk)


@case.command("finish")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.pass_obj
def finish(settings: Settings, wanted: str) -> None:
    """Finish a case; the open points that block are listed, the others counted."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        left = [point for point in workflow.finish(desk, assessment) if point.kind not in BLOCKING]
    pool = gettext(" It may serve as a peer.") if assessment.case.details.pool_consent else ""
    say(
        gettext(
            "Finished: {organisation_name}.{pool}",
            organisation_name=plain(assessment.case.organisation.name),
            pool=pool,
        )
    )
    if left:
        say(
            gettext(
                "{count} open points remain; `assess open-points {case_id}`.",
                count=len(left),
                case_id=assessment.case.id,
            )
        )


@case.command("reopen")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option("--reason", type=WordsType(said=True), required=True, help="Why it is reopened.")
@click.pass_obj
def reopen(settings: Settings, wanted: str, reason: str) -> None:
    """Reopen a finished case, for a stated reason."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        workflow.reopen(desk, assessment, reason)
    say(
        gettext(
            "Reopened: {organisation_name}.",
            organisation_name=plain(assessment.case.organisation.name),
        )
    )


case.add_command(upgrade)
