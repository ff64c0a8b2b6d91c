"""The sheet of action plans in a workbook: a row for each line, with empty cells to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.case.assessment import Assessment
from assess.core.questionnaire.table import Cell
from assess.languages.message import say
from assess.workflow.advice.results import results
from assess.workflow.desk.desk import Desk

PLAN_HEADS = (
    *("case", "organisation", "line", "indicator", "recommendation", "first_step"),
    *("owner", "due", "measure", "from", "aim", "state", "reason"),
)


def plan_rows(desk: Desk, chosen: Sequence[Assessment]) -> Iterator[dict[str, Cell]]:
    """Give the lines of the plans of some cases; of several, of those that have agreed on any.

    What is recommended takes long to work out, so that is not done for every case there is.
    """
    for assessment in chosen:
        if len(chosen) == 1 or desk.store.plans.of(assessment.case.id):
            yield from _rows(desk, assessment)


def _rows(desk: Desk, assessment: Assessment) -> Iterator[dict[str, Cell]]:
    case = assessment.case
    for line in results(desk, assessment).plan:
        yield {
            "case": case.id,
            "organisation": case.organisation.name,
            "line": line.place,
            "indicator": line.number,
            "recommendation": say(line.task),
            "first_step": say(line.first_step),
            "owner": line.owner,
            "due": line.due,
            "measure": say(line.label),
            "from": say(line.start),
            "aim": say(line.aim),
            "state": line.state if line.agreed else "",
            "reason": line.reason,
        }
