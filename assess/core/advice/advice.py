"""Advice as a whole: few priorities, what was noticed as well, and strengths that fit them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assess.core.advice.recommendation import recommend
from assess.core.advice.review import Edit, Reviewed, review
from assess.core.advice.strength import strengths
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.scoring.score import Scores
from assess.core.text.message import Say

MOST_PRIORITIES, MOST_PRIORITIES_OF_A_SMALL_TEAM = 5, 3
"""So many recommendations are priorities, with a card each; the others are a line each."""

MOST_RECOMMENDATIONS = 12
"""So many recommendations there are in all, beside what the expert has taken up or written."""

MOST_STRENGTHS = 5


class Advised(NamedTuple):
    """What is recommended, and what stands out well, with the expert's edits."""

    recommendations: tuple[Reviewed, ...]
    strengths: tuple[Reviewed, ...]


def advise(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    before: Scores | None = None,
    *,
    edits: Mapping[str, Edit],
    english: Say,
) -> Advised:
    """Give the recommendations and the strengths of a case, in order, as the expert left them.

    `before` is the last round; `english` says a finding as edits name it, whatever is spoken.
    """
    found = recommend(scores, assessment, catalogue, comparison, before)
    advised = {name for recommendation in found for name in recommendation.covers}
    strong = strengths(scores, assessment, catalogue, comparison, advised)
    small = _is_small(scores, catalogue)
    recommendations = _placed(
        review("recommendation", found, edits, english),
        MOST_RECOMMENDATIONS,
        MOST_PRIORITIES_OF_A_SMALL_TEAM if small else MOST_PRIORITIES,
    )
    numbers = {each.number for each in recommendations if each.state != "dropped"}
    good = [
        each
        for each in review("strength", strong, edits, english)
        if each.number is None or each.number not in numbers
    ]
    return Advised(recommendations, _placed(good, MOST_STRENGTHS, MOST_STRENGTHS))


def _is_small(scores: Scores, catalogue: Catalogue) -> bool:
    """Tell whether the team is known to be so small that it is given fewer priorities."""
    small = catalogue.edition.small_team
    score = scores.by_key.get(small.measure or "")
    return score is not None and score.doubt is None and small.holds(score.value) is True


def _placed(reviewed: Iterable[Reviewed], most: int, priorities: int) -> tuple[Reviewed, ...]:
    """Keep so many, and what the expert has taken up; what follows the priorities is noticed.

    What the expert has written alone is never only noticed.
    """
    kept: list[Reviewed] = []
    dropped: list[Reviewed] = []
    for each in reviewed:
        if each.state == "dropped":
            dropped.append(each)
        elif len(kept) < most or each.own or each.edited or each.state == "accepted":
            noticed = len(kept) >= priorities and not each.own
            kept.append(each.model_copy(update={"noticed": noticed}))
    return (*kept, *dropped)
