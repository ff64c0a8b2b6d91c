"""assess submissions: the staff's side of the secretariat, on a connected laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click
from click_default_group import DefaultGroup

from assess.cli.command.output import plain, say, say_json, table
from assess.cli.command.settings import Settings, WordsType
from assess.core.catalogue.level import OWN_LEVELS
from assess.core.submission.course import COURSE, CaseState, Needed, ReviewStep
from assess.core.submission.course_account import state_message
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.core.submission.exchanged import QueuedCase
    from assess.workflow.submission.reviewing import ReviewOffice

_SHORTEST = 8
"""So many letters of a revision are needed: nobody finds another one that begins so by chance."""

CASE = click.argument("wanted", metavar="CASE", type=WordsType())


@contextmanager
def office(settings: Settings) -> Iterator[ReviewOffice]:
    """Reach the secretariat with the key of this device."""
    from assess.workflow.submission.reviewing import review_office

    with settings.open_desk() as desk, review_office(desk) as reached:
        yield reached


submissions: click.Group = DefaultGroup(
    "submissions",
    default="open",
    default_if_no_args=True,
    help="""For the secretariat's staff: the queue, a case as it was sent, questions, decisions.

    Without a command the screens are opened. CASE is the id of a case, or an unambiguous beginning
    of its id or organisation. A step is bound to the revision that you saw: `show` names it, and
    --seen says it.
    """,
)


@submissions.command("open")
@click.pass_obj
def open_screens(settings: Settings) -> None:
    """Open the screens: the queue, and each case with its checks."""
    from assess.cli.command.interface import open_interface

    open_interface(settings, settings.database, at_queue=True)


@submissions.command("list")
@click.option(
    "--state",
    type=click.Choice([state.value for state in CaseState]),
    help="Only the cases in a state.",
)
@click.option("--country", type=WordsType(said=True), help="Only the cases of a country: NOR.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def list_cases(
    settings: Settings, state: str | None, country: str | None, *, as_json: bool
) -> None:
    """List the cases that you see, those that wait longest first."""
    wanted = CaseState(state) if state else None
    found: list[QueuedCase] = []
    with office(settings) as reached:
        page = reached.queue(wanted, country)
        found += page.cases
        while page.after is not None:
            page = reached.queue(wanted, country, page.after)
            found += page.cases
    if as_json:
        say_json([case.model_dump(mode="json") for case in found])
        return
    say(ngettext("{count} case", "{count} cases", len(found)))
    if found:
        say(
            table(
                (
                    gettext("case"),
                    gettext("organisation"),
                    gettext("country"),
                    gettext("state"),
                    gettext("days"),
                    gettext("to be noticed"),
                ),
                [_row(case, page.time) for case in found],
                right=frozenset({4}),
            )
        )


def _row(case: QueuedCase, now: datetime) -> tuple[str, ...]:
    from assess.workflow.submission.queue_words import noticed

    state = spoken(state_message(CaseState(case.state)))
    days = str(max(0, (now - case.state_since).days))
    return case.case, plain(case.organisation), case.country, state, days, noticed(case)


@submissions.command("show")
@CASE
@click.option("--answers", "with_answers", is_flag=True, help="Also print every answer.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(settings: Settings, wanted: str, *, with_answers: bool, as_json: bool) -> None:
    """Show a case as it was sent: checks, what was overridden, working time, last round."""
    from assess.cli.submission.reviewed_case import document, say_case

    with office(settings) as reached:
        found = reached.open(reached.find(wanted).case)
        if as_json:
            say_json(document(found))
        else:
            say_case(found, reached.steps(found), with_answers=with_answers)


@submissions.command("ask")
@CASE
@click.argument("text", type=WordsType(said=True))
@click.option(
    "--question", type=WordsType(said=True), help="The question of the catalogue: founded."
)
@click.pass_obj
def ask(settings: Settings, wanted: str, text: str, question: str | None) -> None:
    """Ask the expert about an answer, or without --question about the case as a whole."""
    with office(settings) as reached:
        found = reached.open(reached.find(wanted).case)
        name = reached.ask(found, question, text)
    say(gettext("Asked; the question is {id}.", id=str(name)[:8]))


@submissions.command("suggest")
@CASE
@click.argument("question", type=WordsType())
@click.argument("value", type=WordsType())
@click.option("--text", required=True, type=WordsType(said=True), help="Why, in a sentence.")
@click.pass_obj
def suggest(settings: Settings, wanted: str, question: str, value: str, text: str) -> None:
    """Propose an answer to the expert, who accepts or declines it."""
    with office(settings) as reached:
        found = reached.open(reached.find(wanted).case)
        reached.suggest(found, question, value, text)
    say(gettext("Proposed; the expert decides."))


@submissions.command("close")
@CASE
@click.argument("question", metavar="ID", type=WordsType())
@click.option("--text", required=True, type=WordsType(said=True), help="Why, in a sentence.")
@click.pass_obj
def close(settings: Settings, wanted: str, question: str, text: str) -> None:
    """Close a question that you asked, by the beginning of its id."""
    with office(settings) as reached:
        found = reached.open(reached.find(wanted).case)
        reached.close(found, question, text)
    say(gettext("The question is closed."))


@submissions.command("experts")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def experts(settings: Settings, *, as_json: bool) -> None:
    """List the experts to whom you can assign cases."""
    with office(settings) as reached:
        found = reached.experts()
    if as_json:
        say_json([each.model_dump(mode="json") for each in found])
        return
    for each in found:
        countries = ", ".join(each.countries) or gettext("every country")
        say(f"{str(each.id)[:8]}  {plain(each.name)}  {countries}")


@submissions.command("assign")
@CASE
@click.argument("expert", type=WordsType(said=True))
@click.pass_obj
def assign(settings: Settings, wanted: str, expert: str) -> None:
    """Assign a case to an expert of its country, who then sees it and may send it."""
    with office(settings) as reached:
        case = reached.find(wanted)
        found = reached.assign(case.case, expert)
    say(
        gettext(
            "{name} has the case of {organisation} now.",
            name=plain(found.name),
            organisation=plain(case.organisation),
        )
    )


@submissions.command("interest")
@CASE
@click.option("--text", required=True, type=WordsType(said=True), help="Which interest it is.")
@click.pass_obj
def interest(settings: Settings, wanted: str, text: str) -> None:
    """Declare an interest in the organisation of a case: you decide nothing on its cases then."""
    with office(settings) as reached:
        case = reached.find(wanted)
        reached.declare_interest(case.case, text)
    say(
        gettext(
            "Your interest in {organisation} is declared; others take the steps on its cases.",
            organisation=plain(case.organisation),
        )
    )


_STEPS = {
    "begin": (ReviewStep.BEGUN, "Begin the check of a case."),
    "pass": (ReviewStep.PASSED, "Pass a case on from the national check to the central one."),
    "return": (ReviewStep.RETURNED, "Return a case to its expert, with a reason."),
    "accept": (ReviewStep.ACCEPTED, "Accept a case."),
    "propose": (ReviewStep.PROPOSED, "Propose a level for a case to the board."),
    "award": (ReviewStep.AWARDED, "Award the label that was proposed, or another level."),
    "refuse": (ReviewStep.REFUSED, "Refuse the label, with a reason."),
}

_SEEN = click.option(
    "--seen",
    required=True,
    metavar="REVISION",
    type=WordsType(said=True),
    help="The beginning of the revision that you saw, as `show` names it.",
)
_OPTIONS = {
    Needed.NOTHING: (),
    Needed.REASON: (
        click.option("--reason", required=True, type=WordsType(said=True), help="The reason."),
    ),
    Needed.LEVEL: (
        click.option(
            "--level", required=True, type=click.Choice(OWN_LEVELS), help="The level of the label."
        ),
    ),
}


def _take(step: ReviewStep) -> Callable[..., None]:
    def take(settings: Settings, wanted: str, seen: str, **said: Any) -> None:
        with office(settings) as reached:
            case = reached.find(wanted)
            taken = reached.take(case.case, step, _whole(reached, case.case, seen), **said)
        state = spoken(state_message(CaseState(taken.state)))
        say(gettext("{organisation}: {state}.", organisation=plain(case.organisation), state=state))

    return take


def _whole(reached: ReviewOffice, case: str, seen: str) -> str:
    """Give the whole name of the revision that was seen, of those that are there."""
    begun = seen.lower()
    if len(begun) < _SHORTEST:
        raise AssessError(
            gettext(
                "{seen} is too short; give the first {number} letters of the revision.",
                seen=repr(seen),
                number=_SHORTEST,
            )
        )
    found = reached.revisions(case)
    for each in found:
        if each.startswith(begun):
            return each
    raise AssessError(
        gettext(
            "The case was changed after it was read, or {seen} is not its revision. Show it again "
            "before you decide.",
            seen=repr(seen),
        )
    )


for _name, (_step, _help) in _STEPS.items():
    _command: Callable[..., Any] = click.pass_obj(_take(_step))
    for _option in (*_OPTIONS[COURSE[_step].needed], _SEEN, CASE):
        _command = _option(_command)
    submissions.add_command(click.command(_name, help=_help)(_command))
