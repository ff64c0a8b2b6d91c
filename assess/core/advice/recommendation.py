"""Recommendations and strengths: rules of the catalogue that apply to a case, the weightiest first.

Recommendations on one indicator stay together. What goes first is what lies farthest from the
peers; what the cluster itself gives priority to goes before what it does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.advice.trigger import (
    Known,
    before_text,
    distance,
    holds,
    measured,
    missing,
    standing_for,
)
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator, RecommendationRule, StrengthRule
from assess.core.peers.position import NO_COMPARISON, PeerComparison, PeerPosition
from assess.core.peers.position_text import band_text, peers_text
from assess.core.scoring.score import Scores
from assess.core.text.number_text import NO_BREAK_SPACE
from assess.core.text.value import Value
from assess.core.text.words_of import words_of

PRIORITY, TOP_PRIORITY = 0.5, 4.0
"""How much a top priority of the cluster adds to a weight, and which level is one."""

DESCRIBED = 0.5
"""What only describes weighs this much less than what has a better and a worse."""

PEERS = "the peers"
"""How the peers are called in the text by which a changed finding is recognised."""


class Recommendation(Value):
    """Finding, meaning and one action, with the quality-label items that it serves."""

    key: str
    """`indicator.rule`, stable while the catalogue keeps the rule."""
    indicator: str
    number: int
    finding: str
    meaning: str
    action: str
    first_step: str
    quality_items: tuple[str, ...] = ()
    basis: str = ""
    """The finding without the number of peers, which changes while the finding does not."""
    group: str = ""
    """The peers by which it was found, `Energy and environment [24]`; empty: without any."""
    weight: float = 0.0
    """How far what was found goes, and how much of a priority it is; from 0."""


class Strength(Value):
    """Something that stands out well."""

    key: str
    indicator: str
    number: int
    text: str
    basis: str = ""
    group: str = ""
    weight: float = 0.0


def recommend(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    before: Scores | None = None,
) -> tuple[Recommendation, ...]:
    """Give the recommendations whose triggers hold, the weightiest indicator first.

    Triggers on a position hold only where peers may be shown, those on a change only after an
    earlier round, whose scores are `before`.
    """
    known = Known(scores, assessment, catalogue, comparison, before)
    found = [
        _recommendation(indicator, rule, known)
        for indicator in catalogue.indicators
        for rule in indicator.recommendations
        if all(holds(trigger, indicator, known) for trigger in rule.when)
    ]
    heaviest: dict[str, float] = {}
    for recommendation in found:
        heaviest[recommendation.indicator] = max(
            heaviest.get(recommendation.indicator, 0.0), recommendation.weight
        )
    found.sort(
        key=lambda recommendation: (
            -heaviest[recommendation.indicator],
            recommendation.number,
            -recommendation.weight,
        )
    )
    return tuple(found)


def strengths(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    before: Scores | None = None,
) -> tuple[Strength, ...]:
    """Give the strengths whose triggers hold, those farthest above the peers first."""
    known = Known(scores, assessment, catalogue, comparison, before)
    found = [
        _strength(indicator, rule, known)
        for indicator in catalogue.indicators
        for rule in indicator.strengths
        if all(holds(trigger, indicator, known) for trigger in rule.when)
    ]
    found.sort(key=lambda strength: (-strength.weight, strength.number))
    return tuple(found)


def _recommendation(indicator: Indicator, rule: RecommendationRule, known: Known) -> Recommendation:
    finding, basis, group = _filled(str(rule.finding), rule, indicator, known)
    return Recommendation(
        key=f"{indicator.id}.{rule.id}",
        indicator=indicator.id,
        number=indicator.number,
        finding=finding,
        basis=basis,
        meaning=str(rule.meaning),
        action=str(rule.action),
        first_step=str(rule.first_step),
        quality_items=rule.quality_items or indicator.quality_items,
        group=group,
        weight=_weight(rule.when, indicator, known),
    )


def _strength(indicator: Indicator, rule: StrengthRule, known: Known) -> Strength:
    text, basis, group = _filled(str(rule.text), rule, indicator, known)
    return Strength(
        key=f"{indicator.id}.{rule.id}",
        indicator=indicator.id,
        number=indicator.number,
        text=text,
        basis=basis,
        group=group,
        weight=_weight(rule.when, indicator, known),
    )


def _weight(when: Sequence[Trigger], indicator: Indicator, known: Known) -> float:
    """Weigh a rule by the trigger that goes farthest, and by the priorities of the cluster."""
    far = max(distance(trigger, indicator, known) for trigger in when)
    measure = next(
        (found for trigger in when if (found := measured(trigger, indicator, known.scores))), None
    )
    direction = measure.direction if measure else indicator.direction
    weight = (1.0 + far) * (DESCRIBED if direction == "none" else 1.0)
    priority = known.scores.by_key.get(indicator.priority or "")
    if priority is not None and priority.number is not None:
        weight *= 1.0 + PRIORITY * min(priority.number / TOP_PRIORITY, 1.0)
    return round(weight, 6)


def _filled(
    text: str, rule: RecommendationRule | StrengthRule, indicator: Indicator, known: Known
) -> tuple[str, str, str]:
    """Put in what the wording names: the finding, the same without numbers of peers, the group."""
    score = next(
        (found for each in rule.when if (found := measured(each, indicator, known.scores))), None
    )
    if "{value}" in text:
        text = text.replace("{value}", words_of(score.shown) if score else "no value")
    if "{before}" in text:
        text = text.replace("{before}", before_text(score, known) if score else "no value")
    if "{missing}" in text:
        labels = [label for each in rule.when if each.missing for label in missing(each, known)]
        text = text.replace("{missing}", _listed(labels))
    looks_at_peers = any(each.position for each in rule.when)
    standing = standing_for(score, known) if score and looks_at_peers else None
    if standing is None or score is None:
        plain = text.replace("{peers}", PEERS)
        return plain, plain, ""
    peers = _peers(standing, band_text(standing, score), score.unit)
    return text.replace("{peers}", peers), text.replace("{peers}", PEERS), standing.title


def _peers(standing: PeerPosition, band: str, unit: str) -> str:
    """Name the peers with the middle half they make: what a value is held against."""
    per_cent = f"{NO_BREAK_SPACE}%" if unit == "%" else ""
    return f"{peers_text(standing)} ({band}{per_cent})"


def _listed(labels: list[str]) -> str:
    """Write labels as one list within a sentence: only the first keeps its capital."""
    later = [
        label if label[:2].isupper() else label[:1].lower() + label[1:] for label in labels[1:]
    ]
    return ", ".join([*labels[:1], *later])
