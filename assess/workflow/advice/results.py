"""Results: scores, recommendations and strengths with the expert's edits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assess.core.advice.advice import advise
from assess.core.advice.plan_line import FollowedLine, PlanLine, followed_lines, plan_lines
from assess.core.advice.review import Edit, Reviewed
from assess.core.case.assessment import Assessment
from assess.core.peers.position import PeerComparison
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.measure_change import TwoRounds, comparable, compare_rounds
from assess.core.scoring.score import Scores, score
from assess.languages.understanding import in_english
from assess.workflow.case.rounds import earlier_cases, last_case
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.peer_comparison import Peers


class Results(NamedTuple):
    """What follows from the answers of a case."""

    assessment: Assessment
    scores: Scores
    recommendations: tuple[Reviewed, ...]
    strengths: tuple[Reviewed, ...]
    comparison: PeerComparison
    before: Scores | None = None
    """The measures of the last round that are defined as now, where there was one."""
    rounds: TwoRounds | None = None
    """This round beside the last one, if there was one."""
    plan: tuple[PlanLine, ...] = ()
    """What was agreed on each priority."""
    followed: tuple[FollowedLine, ...] = ()
    """What became of the plan of the last round; empty where nothing was agreed in it."""


def results(desk: Desk, assessment: Assessment) -> Results:
    """Compute what follows from the answers, and apply the expert's edits."""
    catalogue = desk.catalogue_of(assessment.case)
    scores = score(assessment, catalogue)
    comparison = Peers(desk, assessment).compare(assessment, scores)
    edits = desk.store.edits.of(assessment.case.id)
    last = last_case(desk, assessment)
    before, rounds = None, None
    followed: tuple[FollowedLine, ...] = ()
    if last is not None:
        then = desk.catalogue_of(last.case)
        every = score(last, then)
        rounds = compare_rounds(assessment, last, scores, every, catalogue, then)
        before = comparable(every, then, catalogue)
        agreed = desk.store.plans.of(last.case.id)
        followed = followed_lines(agreed, (every, then), scores, before)
    found = advise(
        scores, assessment, catalogue, comparison, before, edits=edits, english=in_english
    )
    return Results(
        assessment=assessment,
        scores=scores,
        recommendations=found.recommendations,
        strengths=found.strengths,
        comparison=comparison,
        before=before,
        rounds=rounds,
        plan=plan_lines(
            found.recommendations, desk.store.plans.of(assessment.case.id), scores, catalogue
        ),
        followed=followed,
    )


def earlier_rounds(desk: Desk, assessment: Assessment) -> tuple[EarlierRound, ...]:
    """Give the rounds before this one, the oldest first, with the measures defined as now."""
    now = desk.catalogue_of(assessment.case)
    found = []
    for case in earlier_cases(desk, assessment):
        then = desk.catalogue_of(case.case)
        scores = comparable(score(case, then), then, now)
        day = case.case.details.interview_date
        found.append(EarlierRound(case=case.case.id, day=day, scores=scores))
    return tuple(found)


def edit(desk: Desk, assessment: Assessment, edits: Iterable[Edit]) -> Results:
    """Record what the expert made of recommendations or strengths; give the new results."""
    by = desk.name_for(assessment)
    stamped = [made.model_copy(update={"by": by, "at": desk.now}) for made in edits]
    desk.store.edits.add(assessment.case.id, stamped, at=desk.now)
    return results(desk, assessment)
