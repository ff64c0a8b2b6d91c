"""The action plan in Word: fields to fill in, and what became of the last plan."""

from __future__ import annotations

from docx.shared import Mm

from assess.core.report.record.action_plan import ActionPlan, PlanRow
from assess.languages import gettext
from assess.render.report.docx_parts import DocxParts

ROOM = Mm(7)
"""How high a field is at the least."""


def write_plan(parts: DocxParts, plan: ActionPlan | None) -> None:
    """Write the plan of this round, a table for each priority; what is not agreed is empty."""
    if plan is None or not plan.rows:
        return
    parts.chapter(gettext("Action plan"))
    parts.paragraph(
        gettext(
            "What you and your expert agree on for each priority. The aims are your own. You can "
            "fill in empty fields by pen; the next round begins with this plan."
        )
    )
    for row in plan.rows:
        parts.heading(f"{row.place}  {row.task}", 2)
        parts.table(("", ""), _fields(row), (40, 130))
        _give_room(parts)


def _give_room(parts: DocxParts) -> None:
    """Keep the fields of the last table on one page, with room to write in each."""
    for row in parts.file.tables[-1].rows:
        row.height = ROOM
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fields(row: PlanRow) -> list[tuple[str, str]]:
    measure = (
        gettext("{measure}: now {start}", measure=row.measure, start=row.start)
        if row.measure
        else ""
    )
    return [
        (gettext("First step"), row.first_step),
        (gettext("Owner"), row.owner),
        (gettext("Until"), row.due),
        (gettext("Measure"), measure),
        (gettext("Our aim"), row.aim),
        (gettext("State"), row.state or gettext("open · under way · done · dropped because:")),
    ]


def write_last_plan(parts: DocxParts, plan: ActionPlan | None) -> None:
    """Write what became of the plan of the last round, where there was one."""
    if plan is None or not plan.followed:
        return
    parts.chapter(gettext("What became of the action plan"))
    parts.paragraph(plan.since)
    heads = (
        gettext("No."),
        gettext("Agreed in the last round"),
        gettext("State"),
        gettext("How the measure changed"),
    )
    rows = [
        (
            str(row.place),
            " · ".join(filter(None, (row.task, row.owner, row.due))),
            row.state,
            row.outcome,
        )
        for row in plan.followed
    ]
    parts.table(heads, rows, (10, 70, 30, 60))
