"""Planning: what expert and manager agree on a priority, and what becomes of it until the next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from assess.core.advice.plan import MONTH, PLAN_STATES, PlanEntry
from assess.core.advice.plan_line import STATE_WORDS, PlanLine
from assess.core.case.assessment import Assessment
from assess.core.case.reading.month import read_month
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import measure_definitions
from assess.core.text.message import Month, message
from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.workflow.advice.results import results
from assess.workflow.case.rounds import last_case
from assess.workflow.desk.desk import Desk

AGREED = ("first_step", "owner", "due", "measure", "aim", "state", "reason")
"""What can be agreed on a line of the plan."""


class Plan(NamedTuple):
    """A plan with the case to which it belongs: of this round, or of the last one."""

    case: Assessment
    lines: Sequence[PlanLine]


def plan_of(desk: Desk, assessment: Assessment) -> Plan:
    """Give the plan of a case."""
    return Plan(assessment, results(desk, assessment).plan)


def last_plan_of(desk: Desk, assessment: Assessment) -> Plan | None:
    """Give the plan of the last round with what became of it; None where nothing was agreed."""
    last = last_case(desk, assessment)
    followed = results(desk, assessment).followed
    return Plan(last, followed) if last is not None and followed else None


def line_called(plan: Plan, wanted: str) -> PlanLine:
    """Give a line by its number in the plan, or by its key; NotFound if there is none."""
    for line in plan.lines:
        if wanted in (str(line.place), line.key):
            return line
    if not plan.lines:
        raise NotFound(gettext("The plan has no line: there is no priority to agree on."))
    raise NotFound(
        gettext(
            "There is no line {wanted} in the plan; the lines are 1 to {lines}.",
            wanted=repr(wanted),
            lines=len(plan.lines),
        )
    )


def agree(desk: Desk, plan: Plan, line: PlanLine, stated: Mapping[str, str]) -> PlanEntry:
    """Record what was agreed on a line, by the names of `AGREED`; an empty text takes it back.

    Raises AssessError where a text cannot be read; then nothing is recorded.
    """
    case = plan.case.case
    catalogue = desk.catalogue_of(case)
    known = desk.store.plans.of(case.id).get(line.key) or PlanEntry(key=line.key)
    changed = {
        name: read_agreed(name, stated[name], catalogue) for name in AGREED if name in stated
    }
    for name, shown in (("first_step", say(line.first_step)), ("measure", line.measure)):
        if changed.get(name) == shown and getattr(known, name) is None:
            del changed[name]  # it is what is proposed, and nobody chose otherwise
    begun = known
    if line.is_priority:
        step = known.step if known.first_step else in_english(line.first_step)
        now = {"task": in_english(line.task), "rank": line.place, "number": line.number}
        begun = known.model_copy(update={**now, "step": step})
    entry = begun.model_copy(update=changed)
    if entry.state == "dropped" and not entry.reason:
        raise AssessError(gettext("Say why it was dropped; nothing was saved."))
    if entry.state != "dropped" and entry.reason:
        entry = entry.model_copy(update={"reason": None})
    if entry != begun:
        stamp = {"by": desk.name_for(plan.case), "at": desk.now}
        desk.store.plans.add(case.id, [entry.model_copy(update=stamp)], at=desk.now)
    return entry


def month_words(month: str) -> str:
    """Give a month of the plan in words; empty where there is none."""
    return say(Month(date.fromisoformat(f"{month}-01"), in_words=True)) if month else ""


def movement_text(line: PlanLine) -> str:
    """Say which measure should move from where to where, as far as that is agreed."""
    measure, start = say(line.label), say(line.start)
    if not line.aim:
        return gettext("{measure}: now {start}; no aim is agreed yet", measure=measure, start=start)
    return gettext(
        "{measure}: from {start} to {aim}", measure=measure, start=start, aim=say(line.aim)
    )


def read_agreed(name: str, text: str, catalogue: Catalogue) -> str | None:
    """Read what was typed for one thing that can be agreed; None: nothing is agreed on it."""
    said = " ".join(text.split()) if name != "first_step" else text.strip()
    if name == "state":
        return _state(said)
    if not said:
        return None
    if name == "due":
        return _month(said, catalogue)
    if name == "measure" and said not in measure_definitions(catalogue):
        raise AssessError(
            gettext(
                "There is no measure {measure}; `assess codebook` lists all measures.",
                measure=repr(said),
            )
        )
    return said


def _state(said: str) -> str:
    words = {
        state: {state, state.replace("_", " "), say(message(STATE_WORDS[state]))}
        for state in PLAN_STATES
    }
    for state, names in words.items():
        if said.casefold() in names:
            return state
    raise AssessError(
        gettext(
            "{text} is not a state of the plan; it is open, under way, done or dropped.",
            text=repr(said),
        )
    )


def _month(said: str, catalogue: Catalogue) -> str:
    reading = read_month(said, catalogue.month_words)
    month = str(reading.month or "")
    if not month or ("-" in month and not re.match(MONTH, month)):
        raise AssessError(
            gettext("{text} is not one month; write it like 2027-03.", text=repr(said))
        )
    if "-" not in month:
        raise AssessError(
            gettext("{text} is a year; give the month as well, such as 2027-03.", text=repr(said))
        )
    return month
