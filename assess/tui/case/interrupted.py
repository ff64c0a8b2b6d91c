"""What the last run left undone, in a line on the list of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assess.languages import gettext
from assess.tui.frame.text import filled, one_line

if TYPE_CHECKING:
    from assess.workflow import Desk


def undone_line(desk: Desk) -> Content | None:
    """Say where the last run was interrupted, or that a new case waits to be saved."""
    from assess.workflow.case import cases
    from assess.workflow.case.interview import form_drafts

    place = cases.interrupted(desk)
    if place is None:
        is_begun = form_drafts.is_form_kept(desk, "organisation")
        return (
            Content(gettext("A new case was typed and not saved: + shows it again."))
            if is_begun
            else None
        )
    listed = next(cases.listing(desk, [place.case_id]))
    at = place.at.astimezone()
    is_today = at.date() == desk.now.astimezone().date()
    when = f"{at:%H:%M}" if is_today else f"{at:%Y-%m-%d %H:%M}"
    if listed.indicators is None:  # its edition is not here, so it cannot be continued
        return None
    catalogue = desk.catalogue_of(listed.case)
    question = catalogue.questions.get(place.question)
    where = catalogue.indicator_of(place.question).number if question else "?"
    said = gettext(
        "Interrupted at indicator {number}, {time}, {done} of {total} complete: {organisation}"
    )
    return Content.assemble(
        filled(
            said,
            "$warning",
            number=str(where),
            time=when,
            done=str(listed.indicators_complete),
            total=str(listed.indicators),
            organisation=Content.styled(one_line(listed.case.organisation.name), "bold"),
        ),
        (f"  {gettext('Enter continues there')}", "$text-muted"),
    )
