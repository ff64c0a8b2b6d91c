"""assess last-round: the answers of the last round beside those of this one."""

from __future__ import annotations

from typing import Any

import click
from click_default_group import DefaultGroup

from assess import workflow
from assess.cli.case.proposals import AREA, CASE, area_id, demand_one_of, say_area, say_taken
from assess.cli.command.output import plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.assessment import Assessment
from assess.core.case.history.last_round import Since, answered_in_either, since
from assess.core.case.history.side_by_side import said_in_brief
from assess.core.scoring.measure_change import TwoRounds
from assess.errors import NotFound
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case import rounds
from assess.workflow.desk.desk import Desk

last_round: click.Group = DefaultGroup(
    "last-round",
    default="show",
    help="Show the answers of the last round, and answer as in the last round.",
)


@last_round.command("show")
@CASE
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(settings: Settings, wanted: str, *, as_json: bool) -> None:
    """Show the answers of the last round, and which are changed, new or open."""
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        last = rounds.last_round(desk, case)
        if as_json:
            say_json(_document(case, last, desk))
        elif last is None:
            say(plain(case.case.organisation.name))
            say(gettext("There is no earlier case of this organisation."))
        else:
            _say_round(case, last, desk)


def _document(case: Assessment, last: Assessment | None, desk: Desk) -> dict[str, Any]:
    if last is None:
        return {"case": case.case.id, "last": None, "questions": []}
    return {
        "case": case.case.id,
        "last": {
            "case": last.case.id,
            "interview_date": str(last.case.details.interview_date),
            "state": last.case.state.value,
        },
        "questions": [
            {
                "question": name,
                "number": desk.catalogue_of(case.case).indicator_of(name).number,
                "since": since(name, case, last).value,
                "before": _said(last, name),
                "now": _said(case, name),
            }
            for name in answered_in_either(case, last, desk.catalogue_of(case.case))
        ],
    }


def _said(case: Assessment, question: str) -> dict[str, Any]:
    answer = case.answer(question)
    return {"status": answer.status.value, "value": answer.value}


def _say_round(case: Assessment, last: Assessment, desk: Desk) -> None:
    say(plain(case.case.organisation.name))
    say(
        gettext(
            "Last round: {day} (case {case})",
            day=last.case.details.interview_date,
            case=last.case.id,
        )
    )
    for kind in (Since.OPEN, Since.CHANGED, Since.NEW, Since.UNCHANGED):
        names = [
            name
            for name in answered_in_either(case, last, desk.catalogue_of(case.case))
            if since(name, case, last) is kind
        ]
        if not names:
            continue
        say(f"\n{_head(kind)} ({len(names)})")
        for name in names:
            number = desk.catalogue_of(case.case).indicator_of(name).number
            say(wrapped(_in_words(name, case, last, desk), 6, first=f"{number:>4}  "))


def round_document(rounds: TwoRounds | None) -> dict[str, Any] | None:
    """Give what changed since the last round as JSON has it; None where there was none."""
    if rounds is None:
        return None
    return {
        "case": rounds.case,
        "interview_date": rounds.day.isoformat(),
        "months": rounds.months,
        "finished": rounds.is_finished,
        "unchanged": rounds.unchanged,
        "only_now": list(rounds.only_now),
        "only_before": list(rounds.only_before),
        "catalogue_before": rounds.edition_before,
        "defined_otherwise": list(rounds.redefined),
        "changes": [
            {
                "number": change.number,
                "indicator": change.indicator,
                "measure": change.measure,
                "label": change.label,
                "unit": change.unit,
                "before": change.value_before,
                "now": change.value_now,
                "difference": change.difference,
                "direction": change.course,
                "shown": change.shown,
            }
            for change in rounds.changes
        ],
    }


def say_changes(rounds: TwoRounds | None) -> None:
    """Say what changed since the last round."""
    if rounds is None:
        return
    since_then = ngettext(
        "Since the last round, {day} ({count} month earlier)",
        "Since the last round, {day} ({count} months earlier)",
        rounds.months,
        day=rounds.day,
    )
    say(f"\n{since_then}")
    say(
        gettext(
            "{changed} changed, {unchanged} unchanged",
            changed=len(rounds.changes),
            unchanged=rounds.unchanged,
        )
    )
    for change in rounds.changes:
        text = gettext(
            "{measure}: {before}, now {now}",
            measure=spoken(change.label),
            before=spoken(change.before),
            now=spoken(change.now),
        )
        size = f" ({spoken(change.shown)})" if change.difference is not None else ""
        say(wrapped(f"{text}{size}", 6, first=f"{change.number:>4}  "))


def _head(kind: Since) -> str:
    match kind:
        case Since.OPEN:
            return gettext("Answered in the last round, no answer now")
        case Since.CHANGED:
            return gettext("Changed")
        case Since.NEW:
            return gettext("New")
        case Since.UNCHANGED:
            return gettext("Unchanged")


def _in_words(name: str, case: Assessment, last: Assessment, desk: Desk) -> str:
    catalogue = desk.catalogue_of(case.case)  # what is here of the last round is asked alike
    question = catalogue.questions[name]
    here, there = (
        plain(spoken(said_in_brief(question, assessment.answer(name), catalogue)))
        or gettext("no answer")
        for assessment in (case, last)
    )
    match since(name, case, last):
        case Since.OPEN:
            return f"{name}: {there}"
        case Since.CHANGED:
            return gettext("{question}: {before}, now {now}", question=name, before=there, now=here)
        case _:
            return f"{name}: {here}"


@last_round.command("take")
@CASE
@click.argument("question", required=False, type=WordsType())
@AREA
@click.pass_obj
def take(settings: Settings, wanted: str, question: str | None, area: str | None) -> None:
    """Answer as in the last round: one question, or every unanswered question of an area."""
    demand_one_of(question, area)
    with settings.open_desk() as desk:
        case = workflow.find(desk, wanted)
        last = rounds.last_round(desk, case)
        if last is None:
            raise NotFound(gettext("There is no earlier case of this organisation."))
        if question is None:
            found = rounds.take_last_of_area(
                desk, case, last, area_id(area or "", desk.catalogue_of(case.case))
            )
            say_area(
                found,
                ngettext(
                    "{count} question was answered as in the last round",
                    "{count} questions were answered as in the last round",
                    found.taken,
                ),
            )
            return
        say_taken(rounds.take_last(desk, case, last, question), question, desk)
