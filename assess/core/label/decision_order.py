"""How far the label of a case is, and which decision may come next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from assess.core.label.decision import EntryKind
from assess.core.register.record import Label


class Stage(StrEnum):
    """How far the label of a case is."""

    NOT_PROPOSED = "not proposed"
    PROPOSED = "proposed"
    REFUSED = "refused"
    AWARDED = "awarded"
    REVOKED = "revoked"


FOLLOWS: dict[EntryKind, frozenset[Stage]] = {
    EntryKind.PROPOSED: frozenset({Stage.NOT_PROPOSED, Stage.REFUSED}),
    EntryKind.AWARDED: frozenset({Stage.PROPOSED}),
    EntryKind.REFUSED: frozenset({Stage.PROPOSED}),
    EntryKind.REVOKED: frozenset({Stage.AWARDED}),
}
"""After which stage an entry may come."""


def stage_of(label: Label | None) -> Stage:
    """Tell how far a label is."""
    if label is None:
        return Stage.NOT_PROPOSED
    for stage, record in (
        (Stage.REVOKED, label.ended),
        (Stage.AWARDED, label.given),
        (Stage.REFUSED, label.refused),
        (Stage.PROPOSED, label.proposed),
    ):
        if record is not None:
            return stage
    return Stage.NOT_PROPOSED


def objection(kind: EntryKind, label: Label | None, on: date, interview: date) -> str | None:
    """Say why an entry of a kind and day cannot follow what the register holds; None: it can."""
    stage = stage_of(label)
    if stage not in FOLLOWS[kind]:
        allowed = " or ".join(sorted(one.value for one in FOLLOWS[kind]))
        return f"the label is {stage.value}; it can be {kind.value} only when it is {allowed}"
    if on < interview:
        return f"{on} is before the interview ({interview})"
    if kind is EntryKind.REVOKED and label and label.awarded and on < label.awarded.on:
        return f"{on} is before the award ({label.awarded.on})"
    return None
