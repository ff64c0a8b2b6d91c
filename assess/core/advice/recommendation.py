"""Recommendations and strengths: rules of the catalogue that apply to a case, the weightiest first.

Recommendations on one indicator stay together. What goes first is what lies farthest from the
peers; what the cluster itself gives priority to goes before what it does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.advice.message import AdviceMessage
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
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.peers.position_text import peers_with_band
from assess.core.scoring.score import Scores
from assess.core.text.message import Filled, Inside, MessageValue, Series, Text, message, series
from assess.core.text.value import Value, Wording

PRIORITY, TOP_PRIORITY = 0.5, 4.0
"""How much a top priority of the cluster adds to a weight, and which level is one."""

DESCRIBED = 0.5
"""What only describes weighs this much less than what has a better and a worse."""


class Recommendation(Value):
    """Finding, meaning and one action, with the quality-label items that it serves."""

    key: str
    """`indicator.rule`, stable while the catalogue keeps the rule."""
    indicator: str
    number: int
    finding: Text
    meaning: Text
    action: Text
    first_step: Text
    quality_items: tuple[str, ...] = ()
    basis: Text = ""
    """The finding without the number of peers, which changes while the finding does not."""
    group: Text = ""
    """The peers by which it was found, `Energy and environment [24]`; empty: without any."""
    weight: float = 0.0
    """How far what was found goes, and how much of a priority it is; from 0."""


class Strength(Value):
    """Something that stands out well."""

    key: str
    indicator: str
    number: int
    text: Text
    basis: Text = ""
    group: Text = ""
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
    finding, basis, group = _filled(rule.finding, rule, indicator, known)
    return Recommendation(
        key=f"{indicator.id}.{rule.id}",
        indicator=indicator.id,
        number=indicator.number,
        finding=finding,
        basis=basis,
        meaning=rule.meaning,
        action=rule.action,
        first_step=rule.first_step,
        quality_items=rule.quality_items or indicator.quality_items,
        group=group,
        weight=_weight(rule.when, indicator, known),
    )


def _strength(indicator: Indicator, rule: StrengthRule, known: Known) -> Strength:
    text, basis, group = _filled(rule.text, rule, indicator, known)
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
    wording: Wording, rule: RecommendationRule | StrengthRule, indicator: Indicator, known: Known
) -> tuple[Text, Text, Text]:
    """Put in what the wording names: the finding, the same without numbers of peers, the group."""
    score = next(
        (found for each in rule.when if (found := measured(each, indicator, known.scores))), None
    )
    none = message(AdviceMessage.NO_VALUE)
    labels = [label for each in rule.when if each.missing for label in missing(each, known)]
    values: dict[str, MessageValue] = {
        "value": score.shown if score else none,
        "before": before_text(score, known) if score else none,
        "missing": _listed(labels),
    }
    plain = Filled(wording, {**values, "peers": message(AdviceMessage.PEERS)})
    looks_at_peers = any(each.position for each in rule.when)
    standing = standing_for(score, known) if score and looks_at_peers else None
    if standing is None or score is None:
        return plain, plain, ""
    among = Filled(wording, {**values, "peers": peers_with_band(standing, score)})
    return among, plain, standing.title


def _listed(labels: list[Text]) -> Series:
    """Give labels as one list within a sentence: only the first keeps its capital."""
    return series([*labels[:1], *(Inside(label) for label in labels[1:])], "comma")
