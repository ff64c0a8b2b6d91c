"""assess plan: what expert and manager agreed on each priority, and what became of it."""

from __future__ import annotations

from typing import Any

import click

from assess import workflow
from assess.cli.command.output import plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.advice.plan_line import FollowedLine, PlanLine, outcome_text
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say as spoken
from assess.languages.understanding import in_english
from assess.workflow.advice import planning

_OPTIONS = (
    ("--step", "first_step", "TEXT", "The first step, in your own words."),
    ("--owner", "owner", "NAME", "Who does it."),
    ("--due", "due", "MONTH", "Until when, such as 2027-03."),
    ("--measure", "measure", "MEASURE", "What should move; without it, the main measure."),
    ("--aim", "aim", "TEXT", "Where it should move to: the organisation's own aim."),
    ("--state", "state", "STATE", "open, under_way, done or dropped; dropped needs a --reason."),
    ("--reason", "reason", "TEXT", "Why it was dropped."),
)


def _agreements(command: Any) -> Any:
    """Add an option for each thing that can be agreed."""
    for name, field, kind, words in reversed(_OPTIONS):
        add = click.option(name, field, type=WordsType(said=False), metavar=kind, help=words)
        command = add(command)
    return command


@click.command("plan")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.argument("verb", metavar="[set", type=click.Choice(["set"]), required=False)
@click.argument("line", metavar="N]", required=False)
@_agreements
@click.option("--last", is_flag=True, help="The plan of the last round: what became of it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def plan(
    settings: Settings,
    /,
    wanted: str,
    verb: str | None,
    line: str | None,
    *,
    last: bool,
    as_json: bool,
    **agreed: str | None,
) -> None:
    """Show the action plan of a case, or with set N what is agreed on its line N.

    What you do not give stays as it is; an empty text removes it.
    """
    stated = {name: text for name, text in agreed.items() if text is not None}
    _demand_sense(verb, line, stated)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        if verb is not None:
            held = _chosen(desk, assessment, last=last)
            planning.agree(desk, held, planning.line_called(held, str(line)), stated)
        found = workflow.results(desk, assessment)
    if as_json:
        say_json(_document(found))
        return
    say(plain(assessment.case.organisation.name))
    _say_plan(found, only_last=last)


def _demand_sense(verb: str | None, line: str | None, stated: dict[str, str]) -> None:
    if verb is None and stated:
        raise click.UsageError(
            gettext("Write set and the number of the line before what is agreed.")
        )
    if verb is not None and line is None:
        raise click.UsageError(gettext("Give the number of the line behind set."))
    if verb is not None and not stated:
        raise click.UsageError(gettext("Give what is agreed, such as --owner or --due."))


def _chosen(desk: workflow.Desk, assessment: Any, *, last: bool) -> planning.Plan:
    if not last:
        return planning.plan_of(desk, assessment)
    held = planning.last_plan_of(desk, assessment)
    if held is None:
        raise AssessError(gettext("Nothing was agreed in a last round of this organisation."))
    return held


def _document(found: workflow.Results) -> dict[str, Any]:
    return {
        "case": found.assessment.case.id,
        "plan": [_plain(line) for line in found.plan],
        "last_round": [_plain(line) for line in found.followed],
    }


def _plain(line: PlanLine) -> dict[str, Any]:
    said = {
        "line": line.place,
        "key": line.key,
        "indicator": line.number,
        "recommendation": in_english(line.task),
        "first_step": in_english(line.first_step),
        "owner": line.owner or None,
        "due": line.due or None,
        "measure": line.measure or None,
        "from": in_english(line.start) or None,
        "aim": in_english(line.aim) or None,
        "state": line.state,
        "reason": line.reason or None,
        "agreed": line.agreed,
        "priority": line.is_priority,
    }
    if isinstance(line, FollowedLine):
        moved = {"now": in_english(line.now) or None, "course": line.course}
        said |= {**moved, "reached": line.reached}
        del said["priority"]
    return said


def _say_plan(found: workflow.Results, *, only_last: bool) -> None:
    if found.followed:
        say("\n" + gettext("What became of the plan of the last round"))
        for followed in found.followed:
            _say_line(followed)
    elif only_last:
        say(gettext("Nothing was agreed in a last round of this organisation."))
    if only_last:
        return
    say("\n" + gettext("Action plan"))
    if not found.plan:
        say(wrapped(gettext("There is no priority, so there is nothing to agree on."), 6, first=""))
    for line in found.plan:
        _say_line(line)


def _say_line(line: PlanLine) -> None:
    say(wrapped(spoken(line.task), 6, first=f"\n{line.place:>4}  "))
    for said in plan_texts(line):
        say(wrapped(said, 8, first="      · "))


def plan_texts(line: PlanLine) -> list[str]:
    """Say what is agreed on a line, each thing in a sentence; what is not agreed says so."""
    nothing = gettext("not agreed yet")
    said = []
    if line.first_step:
        said.append(gettext("First step: {text}", text=spoken(line.first_step)))
    said.append(gettext("Owner: {owner}", owner=line.owner or nothing))
    said.append(gettext("Until: {month}", month=planning.month_words(line.due) or nothing))
    if line.measure:
        said.append(planning.movement_text(line))
    elif line.aim:
        said.append(gettext("Aim: {aim}", aim=spoken(line.aim)))
    said.append(gettext("State: {state}", state=spoken(line.state_words)))
    if isinstance(line, FollowedLine):
        said.append(spoken(outcome_text(line)))
    elif not line.is_priority:
        said.append(gettext("It is no longer a priority; what was agreed is kept."))
    return said
