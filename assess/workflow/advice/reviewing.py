"""Reviewing: what the expert makes of recommendations and strengths, one decision at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from assess.core.advice.review import Edit, Reviewed
from assess.core.case.assessment import Assessment
from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.workflow.advice.results import Results, edit, results
from assess.workflow.desk.desk import Desk

About = Literal["recommendation", "strength"]
TEXTS = ("finding", "meaning", "action", "first_step")


def settle(
    desk: Desk,
    assessment: Assessment,
    key: str,
    state: Literal["proposed", "accepted", "dropped"],
) -> Results:
    """Accept or drop a recommendation or strength, or take that back; its texts stay."""
    found = _find(results(desk, assessment), key)
    settled = _edit_of(desk, assessment, found).model_copy(update={"state": state})
    return edit(desk, assessment, [settled])


def open_ones(found: Results) -> tuple[Reviewed, ...]:
    """Give the recommendations and strengths that nobody has decided on or edited yet."""
    every = (*found.recommendations, *found.strengths)
    return tuple(each for each in every if each.state == "proposed" and not each.edited)


def accept_all(desk: Desk, assessment: Assessment) -> Results:
    """Accept all recommendations and strengths that nobody has dropped, as they are."""
    found = results(desk, assessment)
    every = (*found.recommendations, *found.strengths)
    accepted = [
        _edit_of(desk, assessment, each).model_copy(update={"state": "accepted"})
        for each in every
        if each.state == "proposed"
    ]
    return edit(desk, assessment, accepted) if accepted else found


def revise(desk: Desk, assessment: Assessment, key: str, texts: Mapping[str, str]) -> Results:
    """Give a recommendation or strength the expert's wording; an accepted one stays accepted."""
    found = _find(results(desk, assessment), key)
    _demand_finding(texts)
    changed = {name: texts[name].strip() for name in TEXTS if name in texts}
    based_on = None if found.own else _basis_of(desk, assessment, found)
    update = {**changed, "based_on": based_on}
    return edit(desk, assessment, [_edit_of(desk, assessment, found).model_copy(update=update)])


def restore(desk: Desk, assessment: Assessment, key: str) -> Results:
    """Take back the expert's wording, so that the catalogue's stands again."""
    found = _find(results(desk, assessment), key)
    if found.own or found.gone:
        raise AssessError(
            gettext("There is no other wording to restore; drop it if you do not want it.")
        )
    update: dict[str, None] = dict.fromkeys((*TEXTS, "based_on"))
    return edit(desk, assessment, [_edit_of(desk, assessment, found).model_copy(update=update)])


def add_own(
    desk: Desk,
    assessment: Assessment,
    about: About,
    texts: Mapping[str, str],
    number: int | None = None,
) -> Results:
    """Add a recommendation or strength of the expert's own, accepted, after all others."""
    _demand_finding(texts)
    numbers = {indicator.number for indicator in desk.catalogue_of(assessment.case).indicators}
    if number is not None and number not in numbers:
        raise AssessError(
            gettext(
                "There is no indicator {number}; the indicators are 1 to {numbers}.",
                number=number,
                numbers=max(numbers),
            )
        )
    own = Edit(
        about=about,
        key=f"own.{desk.new_id()}",
        state="accepted",
        own=True,
        number=number,
    )
    wording = {name: texts[name].strip() for name in TEXTS if name in texts}
    return edit(desk, assessment, [own.model_copy(update=wording)])


def move(desk: Desk, assessment: Assessment, key: str, step: int) -> Results:
    """Move a recommendation or strength so many places down (or up) among those not dropped."""
    found = results(desk, assessment)
    moved = _find(found, key)
    listed = found.recommendations if moved.about == "recommendation" else found.strengths
    order = [each for each in listed if each.state != "dropped"]
    if moved not in order:
        raise AssessError(gettext("It is dropped; undo that before you move it."))
    place = order.index(moved)
    target = min(max(place + step, 0), len(order) - 1)
    if target == place:
        return found
    order.insert(target, order.pop(place))
    ranked = [
        _edit_of(desk, assessment, each).model_copy(update={"rank": rank})
        for rank, each in enumerate(order, start=1)
    ]
    return edit(desk, assessment, ranked)


def _find(found: Results, key: str) -> Reviewed:
    for reviewed in (*found.recommendations, *found.strengths):
        if reviewed.key == key:
            return reviewed
    raise NotFound(
        gettext("There is no recommendation or strength {key} in this case.", key=repr(key))
    )


def _edit_of(desk: Desk, assessment: Assessment, reviewed: Reviewed) -> Edit:
    """Give the newest decision, or one that says nothing yet."""
    known = desk.store.edits.of(assessment.case.id).get(reviewed.key)
    return known or Edit(about=reviewed.about, key=reviewed.key, number=reviewed.number)


def _basis_of(desk: Desk, assessment: Assessment, reviewed: Reviewed) -> str | None:
    """Give what the rule finds now, for which the expert's text is written, or found last."""
    if reviewed.basis:
        return reviewed.basis
    known = desk.store.edits.of(assessment.case.id).get(reviewed.key)
    return known.based_on if known else None


def _demand_finding(texts: Mapping[str, str]) -> None:
    if "finding" in texts and not texts["finding"].strip():
        raise AssessError(gettext("Write the finding; the other lines may stay empty."))
