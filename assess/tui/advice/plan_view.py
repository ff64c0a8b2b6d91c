"""The action plan on the screen: what was agreed on each priority, and what became of the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from textual.content import Content

from assess.core.advice.plan import PLAN_STATES
from assess.core.advice.plan_line import STATE_WORDS, FollowedLine, PlanLine, outcome_text
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.message import message
from assess.errors import AssessError
from assess.languages import gettext, pgettext
from assess.languages.message import say
from assess.tui.advice.reviewed import passage
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.widgets.columns import room_for
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.pick_field import Pick
from assess.tui.widgets.row_list import Column, Row
from assess.workflow import Desk, Results
from assess.workflow.advice import planning
from assess.workflow.case.cases import assessment_of

NOW, LAST = "now", "last"
"""Of which round a line is; with its key it names a row."""

STATES = {state: say(message(STATE_WORDS[state])) for state in PLAN_STATES}

PLAN = (
    Column("place", "", 2, right=True),
    Column("task", gettext("Recommendation"), share=3),
    Column("owner", gettext("Owner"), share=1),
    Column("due", pgettext("a month", "Until"), 7),
    Column("state", gettext("State"), room_for(9, *STATES.values())),
)


def plan_rows(found: Results) -> Iterator[Row]:
    """Give a row for each line, those of the last round first: the round begins with them."""
    if found.followed:
        yield Row(
            "head-last", (gettext("What became of the plan of the last round"),), is_head=True
        )
        yield from (_row(LAST, line) for line in found.followed)
        yield Row("head-now", (gettext("This round"),), is_head=True)
    yield from (_row(NOW, line) for line in found.plan)


def _row(of: str, line: PlanLine) -> Row:
    state = STATES[line.state] if line.agreed else ""
    cells = (str(line.place), say(line.task), line.owner, line.due, state)
    return Row(f"{of}:{line.key}", cells)


def line_of(found: Results, chosen: str | None) -> PlanLine | None:
    """Give the line of a row."""
    of, _, key = (chosen or "").partition(":")
    lines = found.followed if of == LAST else found.plan
    return next((line for line in lines if line.key == key), None)


def plan_in_words(found: Results) -> str:
    """Say how much is agreed."""
    if not found.plan:
        return gettext("There is no priority, so there is nothing to agree on.")
    agreed = sum(line.agreed for line in found.plan)
    return gettext(
        "Agreed on {agreed} of {lines}. Enter fills in a line, together with the manager.",
        agreed=agreed,
        lines=len(found.plan),
    )


def describe_plan(found: Results, chosen: str | None) -> Content:
    """Give a line in full."""
    line = line_of(found, chosen)
    if line is None:
        return Content(plan_in_words(found))
    nothing = gettext("not agreed yet")
    outcome = say(outcome_text(line)) if isinstance(line, FollowedLine) else ""
    moves = planning.movement_text(line) if line.measure else say(line.aim)
    lines = passage(gettext("Recommendation"), say(line.task))
    for head, text in (
        (gettext("First step"), say(line.first_step) or nothing),
        (gettext("Owner"), line.owner or nothing),
        (pgettext("a month", "Until"), planning.month_words(line.due) or nothing),
        (gettext("What should move"), moves or nothing),
        (gettext("State"), say(line.state_words)),
        (gettext("How the measure changed"), outcome),
    ):
        if text:
            lines += [Content(""), *passage(head, text)]
    if not line.is_priority and not isinstance(line, FollowedLine):
        kept = gettext("It is no longer a priority; what was agreed is kept.")
        lines += [Content(""), Content(kept)]
    return Content("\n").join(lines)


def plan_form(desk: Desk, case_id: str, chosen: str) -> AskScreen | None:
    """Ask what is agreed on a line; None where it is there no more."""
    of, _, key = chosen.partition(":")
    plan = _plan(desk, assessment_of(desk, case_id), of)
    if plan is None:
        return None
    line = planning.line_called(plan, key)
    catalogue = desk.catalogue_of(plan.case.case)
    return AskScreen(
        gettext("What became of it") if of == LAST else gettext("What is agreed"),
        _asked(line, catalogue),
        partial(_submit, desk, case_id, of, key),
        explanation=say(line.task),
        keep_as=f"plan.{of}.{key}",
        case_id=case_id,
    )


def _plan(desk: Desk, assessment: Assessment, of: str) -> planning.Plan | None:
    if of == LAST:
        return planning.last_plan_of(desk, assessment)
    return planning.plan_of(desk, assessment)


def _submit(desk: Desk, case_id: str, of: str, key: str, values: Mapping[str, str]) -> None:
    plan = _plan(desk, assessment_of(desk, case_id), of)
    if plan is None:
        return
    catalogue = desk.catalogue_of(plan.case.case)
    for name in ("due", "measure", "state"):
        try:
            planning.read_agreed(name, values[name], catalogue)
        except AssessError as error:
            raise WrongField(name, str(error)) from error
    line = planning.line_called(plan, key)
    try:
        planning.agree(desk, plan, line, values)
    except AssessError as error:
        raise WrongField("reason", str(error)) from error


def _asked(line: PlanLine, catalogue: Catalogue) -> list[Asked]:
    def understood(typed: str) -> tuple[str, bool]:
        try:
            month = planning.read_agreed("due", typed, catalogue)
        except AssessError as error:
            return (str(error), False)
        return (f"= {planning.month_words(month)}" if month else "", True)

    return [
        Asked("first_step", gettext("First step"), say(line.first_step), kind="text"),
        Asked("owner", gettext("Owner"), line.owner, hint=gettext("a name")),
        Asked(
            "due",
            pgettext("a month", "Until"),
            line.due,
            hint=gettext("a month, such as 2027-03"),
            understood=understood,
        ),
        Asked(
            "measure",
            gettext("Measure"),
            line.measure,
            hint=gettext("the measure that should change"),
            kind="pick",
            picks=tuple(_measures(line, catalogue)),
        ),
        Asked("aim", gettext("Own aim"), line.aim_said, hint=gettext("the value to be reached")),
        Asked(
            "state",
            gettext("State"),
            line.state,
            kind="pick",
            picks=tuple(Pick(state, words) for state, words in STATES.items()),
        ),
        Asked("reason", gettext("Dropped because"), line.reason),
    ]


def _measures(line: PlanLine, catalogue: Catalogue) -> Iterator[Pick]:
    """Give the measures that can be chosen: those of the indicator first."""
    every = list(catalogue.measures())
    every.sort(key=lambda pair: pair[0].number != line.number)
    for indicator, measure in every:
        text = f"{indicator.number} {say(measure.label)}"
        yield Pick(f"{indicator.id}:{measure.name}", text)
