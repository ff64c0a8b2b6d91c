"""Earlier rounds: what the measures of now were when the organisation was benchmarked before."""

from __future__ import annotations

from datetime import date

from assess.core.scoring.score import Scores
from assess.core.text.value import Value


class EarlierRound(Value):
    """A round before this one, with those of its measures that are defined as now."""

    case: str
    day: date
    """Of its interview."""
    scores: Scores
