"""The order of recommendations: what goes first, and the reason that the expert is told."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.advice.message import AdviceMessage
from assess.core.advice.trigger import Known, beyond, measured
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.policy import Criterion
from assess.core.catalogue.rule.advice_rule import RecommendationRule
from assess.core.text.message import Message, Number, message

WITHOUT_WIDTH = 1.0
"""How far a class, a missing element or a change counts to go: it has no middle half."""

TOP_RATING = 4.0
"""The level at which a cluster rates its top priorities."""

AGAINST_ELIGIBILITY, FOR_MINIMUM, OTHERS = range(3)


class AdvicePlace(NamedTuple):
    """What decides where a recommendation stands: smaller ones go first."""

    tier: int
    """What stands against eligibility, then minimum requirements, then all others."""
    weight: float
    """(1 + distance from the middle half) x (1 + the cluster's own rating / 4), negative."""
    number: int
    reason: Message

    @property
    def order(self) -> tuple[int, float, int]:
        """By which it is sorted."""
        return self.tier, self.weight, self.number


def place_of(rule: RecommendationRule, indicator: Indicator, known: Known) -> AdvicePlace:
    """Give the place of a recommendation, with its reason in words."""
    distance = _distance(rule.when, indicator, known)
    rating = _rating(indicator, known)
    far = WITHOUT_WIDTH if distance is None else distance
    weight = -round((1 + far) * (1 + (rating or 0.0) / TOP_RATING), 6)
    criterion = _failed(rule, known)
    if criterion is not None:
        reason = message(
            AdviceMessage.AGAINST_ELIGIBILITY, criterion=criterion.id, title=criterion.title
        )
        return AdvicePlace(AGAINST_ELIGIBILITY, weight, indicator.number, reason)
    for name in rule.quality_items or indicator.quality_items:
        item = known.catalogue.quality_item(name)
        if item.minimum:
            reason = message(AdviceMessage.FOR_MINIMUM, item=item.id, title=item.title)
            return AdvicePlace(FOR_MINIMUM, weight, indicator.number, reason)
    return AdvicePlace(OTHERS, weight, indicator.number, _reason(distance, rating))


def _distance(when: tuple[Trigger, ...], indicator: Indicator, known: Known) -> float | None:
    """Tell how far the value behind a finding lies outside the middle half, if it has one."""
    for trigger in when:
        score = measured(trigger, indicator, known.scores)
        if score is not None and trigger.change is None:
            far = beyond(score, known)
            if far is not None:
                return far
    return None


def _rating(indicator: Indicator, known: Known) -> float | None:
    """Give the cluster's own rating of what an indicator serves, the highest of several."""
    owner = known.catalogue.edition.own_priorities
    keys = [f"{owner}.{topic}" for topic in indicator.serves] or [indicator.priority or ""]
    scores = (known.scores.by_key.get(key) for key in keys)
    levels = [score.number for score in scores if score is not None and score.number is not None]
    return max(levels, default=None)


def _failed(rule: RecommendationRule, known: Known) -> Criterion | None:
    """Give the criterion against which a finding stands, where its number is known to fail."""
    for criterion in known.catalogue.label.criteria:
        if criterion.id != rule.criterion or criterion.prefill is None:
            continue
        score = known.scores.by_key.get(criterion.prefill.measure or "")
        if score is not None and criterion.prefill.holds(score.value) is False:
            return criterion
    return None


def _reason(distance: float | None, rating: float | None) -> Message:
    codes = {
        (True, True): AdviceMessage.BY_DISTANCE_AND_RATING,
        (True, False): AdviceMessage.BY_DISTANCE,
        (False, True): AdviceMessage.BY_RATING,
        (False, False): AdviceMessage.BY_FINDING,
    }
    code = codes[distance is not None, rating is not None]
    values = {"distance": Number(distance or 0.0, 1), "rating": Number(rating or 0.0)}
    used = {
        "distance": distance is not None,
        "rating": rating is not None,
    }
    return message(code, **{name: values[name] for name, is_used in used.items() if is_used})
