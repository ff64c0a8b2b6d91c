"""The action plan in the report as a value: what was agreed, and what became of the last one."""

from __future__ import annotations

from assess.core.text.value import Value


class PlanRow(Value):
    """One line of the plan in words; what is not agreed is empty, to be filled in by pen."""

    place: int
    number: int | None
    """The indicator it belongs to; None: to no single one."""
    anchor: str
    task: str
    first_step: str
    owner: str
    due: str
    measure: str
    start: str
    """The value from which the measure should move."""
    aim: str
    state: str
    outcome: str = ""
    """Of the plan of the last round: what the measure did since."""


class ActionPlan(Value):
    """What was agreed on the priorities of this round, and what became of the last plan."""

    rows: tuple[PlanRow, ...]
    since: str = ""
    """When the last plan was agreed, and how much of it is done; empty where there was none."""
    followed: tuple[PlanRow, ...] = ()
