"""Results: scores, recommendations and strengths with the expert's edits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assess.core.assessment import Assessment
from assess.core.comparison import TwoRounds, compare
from assess.core.recommendation import recommend, strengths
from assess.core.review import Edit, Reviewed, review
from assess.core.scoring import Scores, score
from assess.workflow.desk import Desk
from assess.workflow.rounds import last_round


class Results(NamedTuple):
    """What follows from the answers of a case."""

    assessment: Assessment
    scores: Scores
    recommendations: tuple[Reviewed, ...]
    strengths: tuple[Reviewed, ...]
    rounds: TwoRounds | None = None
    """This round beside the last one, if there was one."""


def results(desk: Desk, assessment: Assessment) -> Results:
    """Compute what follows from the answers, and apply the expert's edits."""
    scores = score(assessment, desk.catalogue)
    edits = desk.store.edits(assessment.case.id)
    found = recommend(scores, assessment, desk.catalogue)
    strong = strengths(scores, assessment, desk.catalogue)
    return Results(
        assessment=assessment,
        scores=scores,
        recommendations=review("recommendation", found, edits),
        strengths=review("strength", strong, edits),
        rounds=_rounds(desk, assessment, scores),
    )


def _rounds(desk: Desk, assessment: Assessment, scores: Scores) -> TwoRounds | None:
    last = last_round(desk, assessment)
    if last is None:
        return None
    before = score(last, desk.catalogue)
    return compare(assessment, last, scores, before, desk.catalogue)


def edit(desk: Desk, assessment: Assessment, edits: Iterable[Edit]) -> Results:
    """Record what the expert made of recommendations or strengths; give the new results."""
    by = desk.name_for(assessment)
    stamped = [one.model_copy(update={"by": by, "at": desk.now}) for one in edits]
    desk.store.add_edits(assessment.case.id, stamped, at=desk.now)
    return results(desk, assessment)
