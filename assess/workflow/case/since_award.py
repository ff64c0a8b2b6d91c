"""What happened to a case after its label was awarded: the label rests on what it was then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assess.core.case.assessment import Case, State, StateChange
from assess.core.label.decision import DecisionKind
from assess.core.label.message import LabelMessage
from assess.core.register.record import Label, labels
from assess.core.text.message import Message, message
from assess.store.case.entry_order import EntryPlace
from assess.workflow.desk.desk import Desk


def changed_since(desk: Desk, labels_of: Iterable[Label]) -> Mapping[str, tuple[Message, ...]]:
    """Give by its case what happened after the award of labels, for those of which it did."""
    here = {case.id: case for case in desk.store.cases.all()}
    found = {
        label.case: since_award(desk, here[label.case])
        for label in labels_of
        if label.awarded is not None and label.case in here
    }
    return {case: said for case, said in found.items() if said}


def since_award(desk: Desk, case: Case) -> tuple[Message, ...]:
    """Say that a case was reopened, and that answers changed, after the award; empty otherwise.

    Where the clock stands still, as with a stated day, the order of entries tells what came after.
    """
    award = _award(desk, case.id)
    if award is None:
        return ()
    said: list[Message] = []
    reopened = _reopened(desk, case, award)
    if reopened:
        place, newest = reopened[-1]
        day = place.stated or (newest.at or award.at).date()
        reason = newest.reason or ""
        said.append(message(LabelMessage.REOPENED_SINCE_AWARD, day=day, reason=reason))
    answers = desk.store.order.of(case.id, "answer")
    changed = {question for place, question in answers if place > award}
    if changed:
        said.append(message(LabelMessage.CHANGED_SINCE_AWARD, count=len(changed)))
    return tuple(said)


def _award(desk: Desk, case_id: str) -> EntryPlace | None:
    """Give the place of the first award that was not revoked."""
    entries = desk.store.register.entries_of(case_id)
    standing = {
        label.level
        for label in labels(entries)
        if label.awarded is not None and label.revoked is None
    }
    if not standing:
        return None
    places = (place for place, _ in desk.store.order.of(case_id, "register"))
    awards = [
        EntryPlace(entry.recorded_at or place.at, place.number)
        for place, entry in zip(places, entries, strict=True)
        if entry.kind is DecisionKind.AWARDED and entry.level in standing
    ]
    return min(awards)


def _reopened(desk: Desk, case: Case, award: EntryPlace) -> list[tuple[EntryPlace, StateChange]]:
    """Give each time that a case was reopened after an award.

    Only a finished case is awarded a label, so one that is open now was reopened since, also where
    it came with its states from elsewhere, all of one moment.
    """
    places = (place for place, _ in desk.store.order.of(case.id, "state"))
    changes = [
        (place, change)
        for place, change in zip(places, desk.store.states.history(case.id), strict=True)
        if change.state is State.IN_PROGRESS
    ]
    found = [(place, change) for place, change in changes if place > award]
    is_open = bool(changes) and case.state is State.IN_PROGRESS
    return found or ([changes[-1]] if is_open and changes[-1][0].at >= award.at else [])
