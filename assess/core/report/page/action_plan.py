"""The page of the action plan, what became of the last one, and what can be shown for Silver."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assess.core.advice.plan_line import FollowedLine, PlanLine, outcome_text
from assess.core.report.page.area import indicator_anchor
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.action_plan import ActionPlan, PlanRow
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Outlook
from assess.core.scoring.measure_change import TwoRounds
from assess.core.text.message import Day, Month, Say, message, series

MOST_IMPROVEMENTS = 3
"""So many documented improvements Silver asks for."""

_WEIGHT = {"done": 0, "under_way": 1, "open": 2, "dropped": 3}


def action_plan(
    plan: Sequence[PlanLine],
    followed: Sequence[FollowedLine],
    rounds: TwoRounds | None,
    say: Say,
) -> ActionPlan | None:
    """Give the plan in words; None where there is nothing to agree on and nothing was."""
    if not plan and not followed:
        return None
    return ActionPlan(
        rows=tuple(_row(line, say) for line in plan),
        since=_since(followed, rounds, say),
        followed=tuple(_row(line, say) for line in followed),
    )


def _since(followed: Sequence[FollowedLine], rounds: TwoRounds | None, say: Say) -> str:
    if not followed or rounds is None:
        return ""
    done = sum(line.state == "done" for line in followed)
    day = Day(rounds.day, in_words=True)
    return say(message(ReportPageMessage.PLAN_SINCE, day=day, count=len(followed), done=done))


def _row(line: PlanLine, say: Say) -> PlanRow:
    due = Month(date.fromisoformat(f"{line.due}-01"), in_words=True) if line.due else ""
    return PlanRow(
        place=line.place,
        number=line.number,
        anchor=indicator_anchor(line.number) if line.number else "",
        task=say(line.task),
        first_step=say(line.first_step),
        owner=line.owner,
        due=say(due),
        measure=say(line.label),
        start=say(line.start),
        aim=say(line.aim),
        state=say(line.state_words) if line.agreed else "",
        outcome=say(outcome_text(line)) if isinstance(line, FollowedLine) else "",
    )


def with_improvements(outlook: Outlook, followed: Sequence[FollowedLine], say: Say) -> Outlook:
    """Add to what Silver asks for the improvements that the last action plan can show.

    These are the measures of what was agreed that moved in the desired direction, those of what is
    done first; three are asked for.
    """
    better = [line for line in followed if line.course == "forward" and line.state != "dropped"]
    better.sort(key=lambda line: _WEIGHT[line.state])
    if not better:
        return outlook
    shown = better[:MOST_IMPROVEMENTS]
    said = say(message(ReportPageMessage.PLAN_IMPROVEMENTS, count=len(shown)))
    items = [
        Fact(
            label=say(message(ReportPageMessage.PLAN_STEP, place=line.place)),
            text=say(series((line.task, outcome_text(line)), "blank")),
        )
        for line in shown
    ]
    return outlook.model_copy(
        update={
            "paragraphs": (*outlook.paragraphs, said),
            "items": (*items, *outlook.items),
        }
    )
