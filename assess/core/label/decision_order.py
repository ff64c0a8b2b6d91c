"""How far the label of a case is, and which decision may come next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Protocol

from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.message import LabelMessage
from assess.core.text.message import Message, message


class DecidedLabel(Protocol):
    """What was decided on a label, as far as the order of decisions asks for it."""

    @property
    def proposed(self) -> LabelDecision | None:
        """The proposal."""

    @property
    def awarded(self) -> LabelDecision | None:
        """The award."""

    @property
    def refused(self) -> LabelDecision | None:
        """The refusal, unless proposed again."""

    @property
    def given(self) -> object | None:
        """What gives the label: the award, or the list that names it."""

    @property
    def ended(self) -> object | None:
        """What took the label away before its end."""


class DecisionStage(StrEnum):
    """How far the label of a case is."""

    NOT_PROPOSED = "not_proposed"
    PROPOSED = "proposed"
    REFUSED = "refused"
    AWARDED = "awarded"
    REVOKED = "revoked"


FOLLOWS: dict[DecisionKind, frozenset[DecisionStage]] = {
    DecisionKind.PROPOSED: frozenset({DecisionStage.NOT_PROPOSED, DecisionStage.REFUSED}),
    DecisionKind.AWARDED: frozenset({DecisionStage.PROPOSED}),
    DecisionKind.REFUSED: frozenset({DecisionStage.PROPOSED}),
    DecisionKind.REVOKED: frozenset({DecisionStage.AWARDED}),
}
"""After which stage an entry may come."""

_STAGE: dict[DecisionStage, LabelMessage] = {
    DecisionStage.NOT_PROPOSED: LabelMessage.IS_NOT_PROPOSED,
    DecisionStage.PROPOSED: LabelMessage.IS_PROPOSED,
    DecisionStage.REFUSED: LabelMessage.IS_REFUSED,
    DecisionStage.AWARDED: LabelMessage.IS_AWARDED,
    DecisionStage.REVOKED: LabelMessage.IS_REVOKED,
}
_ORDER: dict[DecisionKind, LabelMessage] = {
    DecisionKind.PROPOSED: LabelMessage.MAY_BE_PROPOSED,
    DecisionKind.AWARDED: LabelMessage.MAY_BE_AWARDED,
    DecisionKind.REFUSED: LabelMessage.MAY_BE_REFUSED,
    DecisionKind.REVOKED: LabelMessage.MAY_BE_REVOKED,
}


def stage_of(label: DecidedLabel | None) -> DecisionStage:
    """Tell how far a label is."""
    if label is None:
        return DecisionStage.NOT_PROPOSED
    for stage, record in (
        (DecisionStage.REVOKED, label.ended),
        (DecisionStage.AWARDED, label.given),
        (DecisionStage.REFUSED, label.refused),
        (DecisionStage.PROPOSED, label.proposed),
    ):
        if record is not None:
            return stage
    return DecisionStage.NOT_PROPOSED


def objection(
    kind: DecisionKind,
    label: DecidedLabel | None,
    on: date,
    interview: date,
    *,
    unproposed: bool = False,
) -> Message | None:
    """Say why an entry of a kind and day cannot follow what the register holds; None: it can.

    A label that cannot be proposed may be refused `unproposed`.
    """
    stage = stage_of(label)
    is_first = unproposed and stage is DecisionStage.NOT_PROPOSED
    if stage not in FOLLOWS[kind] and not (is_first and kind is DecisionKind.REFUSED):
        return message(
            LabelMessage.OUT_OF_ORDER, stage=message(_STAGE[stage]), order=message(_ORDER[kind])
        )
    if on < interview:
        return message(LabelMessage.BEFORE_INTERVIEW, day=on, interview=interview)
    if kind is DecisionKind.REVOKED and label and label.awarded and on < label.awarded.on:
        return message(LabelMessage.BEFORE_AWARD, day=on, award=label.awarded.on)
    return None
