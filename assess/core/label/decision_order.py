"""How far the label of a case is, and which decision may come next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Protocol

from assess.core.label.decision import DecisionKind, LabelDecision


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

    NOT_PROPOSED = "not proposed"
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
    kind: DecisionKind, label: DecidedLabel | None, on: date, interview: date
) -> str | None:
    """Say why an entry of a kind and day cannot follow what the register holds; None: it can."""
    stage = stage_of(label)
    if stage not in FOLLOWS[kind]:
        allowed = " or ".join(sorted(earlier.value for earlier in FOLLOWS[kind]))
        return f"the label is {stage.value}; it can be {kind.value} only when it is {allowed}"
    if on < interview:
        return f"{on} is before the interview ({interview})"
    if kind is DecisionKind.REVOKED and label and label.awarded and on < label.awarded.on:
        return f"{on} is before the award ({label.awarded.on})"
    return None
