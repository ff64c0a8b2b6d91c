"""Decisions on the label of a case: proposed, awarded, refused, revoked; only ever added."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from assess.core.catalogue.level import LOWEST, Level
from assess.core.text.kept import Kept
from assess.core.text.value import Said, Value


class DecisionKind(StrEnum):
    """What an entry of the register records."""

    PROPOSED = "proposed"
    AWARDED = "awarded"
    REFUSED = "refused"
    REVOKED = "revoked"


class LabelDecision(Value):
    """One decision on the label of a case: only ever added, never changed."""

    kind: Literal[
        DecisionKind.PROPOSED, DecisionKind.AWARDED, DecisionKind.REFUSED, DecisionKind.REVOKED
    ]
    case: Said
    level: Level = LOWEST
    name: Said
    country: Said
    portfolio: Said
    website: str | None = None
    interview_date: date
    on: date
    """The day of the proposal or decision."""
    by: Said
    second: str | None = None
    """The second name, where the one who decided also led the interview."""
    reason: str | None = None
    serial: str | None = None
    policy: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    """As issued: an end stated by ESCA/EUCLES wins over the computed one."""
    computed_until: date | None = None
    rule: Kept | None = None
    """The rule with its arithmetic; a text where an older version, or another program, wrote it."""
    warnings: tuple[Kept, ...] = ()
    synthetic: bool = False
    source: str = "case"
    recorded_at: datetime | None = None
