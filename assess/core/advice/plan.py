"""The action plan: what was agreed on a recommendation, entry by entry; the newest one counts."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from assess.core.text.value import Said, Value

PlanState = Literal["open", "under_way", "done", "dropped"]
"""How far what was agreed has come."""

PLAN_STATES: tuple[PlanState, ...] = get_args(PlanState)

MONTH = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"
Month = Annotated[str, StringConstraints(pattern=MONTH)]
"""A month as `2027-03`."""


class PlanEntry(Value):
    """What expert and manager agreed on one recommendation.

    The newest entry of a key counts. The aim is the organisation's own, as it states it.
    """

    key: Said
    """Of the recommendation."""
    task: str = ""
    """What was recommended, as it was said then: a later finding may word it otherwise."""
    step: str = ""
    """The first step that was recommended, in the same way."""
    rank: int | None = Field(default=None, ge=1)
    """Its place among the priorities then."""
    number: int | None = None
    """The number of the indicator it belongs to."""
    first_step: str | None = None
    """In their own words; none: the first step that is recommended."""
    owner: str | None = None
    due: Month | None = None
    """Until when."""
    measure: str | None = None
    """`indicator:measure`: what should move; none: the lead measure of the indicator."""
    aim: str | None = None
    """Where it should move to."""
    state: PlanState = "open"
    reason: str | None = None
    """Why it was dropped."""
    by: str | None = None
    at: datetime | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is agreed yet."""
        agreed = (self.first_step, self.owner, self.due, self.measure, self.aim, self.reason)
        return self.state == "open" and not any(agreed)
