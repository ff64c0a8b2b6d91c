"""What happened to a case after its label was awarded: the label rests on what it was then."""

from __future__ import annotations

from datetime import datetime

from assess.core.case.assessment import Case, State, StateChange
from assess.core.label.message import LabelMessage
from assess.core.register.record import labels
from assess.core.text.message import Message, message
from assess.workflow.desk.desk import Desk


def since_award(desk: Desk, case: Case) -> tuple[Message, ...]:
    """Say that a case was reopened, and that answers changed, after the award; empty otherwise."""
    awards = [
        label.awarded.recorded_at
        for label in labels(desk.store.register.entries_of(case.id))
        if label.awarded is not None and label.revoked is None
    ]
    moments = [moment for moment in awards if moment is not None]
    if not moments:
        return ()
    award = min(moments)
    said: list[Message] = []
    reopened = [
        change for change in desk.store.states.history(case.id) if _is_later(change, award, case)
    ]
    if reopened:
        newest = reopened[-1]
        day = (newest.at or award).date()
        reason = newest.reason or ""
        said.append(message(LabelMessage.REOPENED_SINCE_AWARD, day=day, reason=reason))
    first = min((change.at for change in reopened if change.at is not None), default=award)
    changed = {
        answer.question
        for answer in desk.store.answers.history(case.id)
        if answer.at is not None and (answer.at > award or (reopened and answer.at > first))
    }
    if changed:
        said.append(message(LabelMessage.CHANGED_SINCE_AWARD, count=len(changed)))
    return tuple(said)


def _is_later(change: StateChange, award: datetime, case: Case) -> bool:
    """Tell whether a case was reopened after an award, also where the clock stands still.

    Only a finished case is awarded a label, so one that is open now was reopened since.
    """
    if change.state is not State.IN_PROGRESS or change.at is None:
        return False
    return change.at > award or (change.at == award and case.state is State.IN_PROGRESS)
