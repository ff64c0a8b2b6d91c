"""Strengths: what stands out well, by the lead measure of an indicator and by nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from assess.core.advice.filling import filled
from assess.core.advice.precondition import are_denied, are_met
from assess.core.advice.trigger import Known, beyond, holds, standing_for, trusted
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.rule.advice_rule import StrengthRule
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Text
from assess.core.text.value import Value

WITHOUT_WIDTH = 1.0
"""How far a top class, or a value beyond a middle half without width, counts to stand out."""


class Strength(Value):
    """Something that stands out well."""

    key: str
    indicator: str
    number: int
    text: Text
    position: Literal["above", "top"]
    """Above the middle half of the peers shown, or without peers in the top class."""
    basis: Text = ""
    group: Text = ""
    weight: float = 0.0
    """How far it stands out, in widths of the middle half."""


def strengths(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    advised: Collection[str] = (),
) -> tuple[Strength, ...]:
    """Give the strengths, those farthest above the peers first; none of an indicator `advised` on.

    Progress alone is no strength, so nothing is asked of an earlier round.
    """
    known = trusted(scores, assessment, catalogue, comparison, None)
    found = [
        strength
        for indicator in catalogue.indicators
        if indicator.id not in advised
        for strength in _of(indicator, known)
    ]
    found.sort(key=lambda strength: (-strength.weight, strength.number))
    return tuple(found)


def _of(indicator: Indicator, known: Known) -> Iterator[Strength]:
    score = known.scores.get(indicator.id, indicator.lead_measure)
    if score is None or score.number is None or score.direction != "higher":
        return
    standing = standing_for(score, known)
    if standing is not None and standing.position != "above":
        return
    rule = _telling(indicator, score, known, among_peers=standing is not None)
    if rule is None:
        return
    text, basis, group = filled(rule.text, rule.when, None, indicator, known)
    far = beyond(score, known)
    yield Strength(
        key=f"{indicator.id}.{rule.id}",
        indicator=indicator.id,
        number=indicator.number,
        text=text,
        position="top" if standing is None else "above",
        basis=basis,
        group=group,
        weight=round(WITHOUT_WIDTH if far is None else far, 6),
    )


def _telling(
    indicator: Indicator, score: Score, known: Known, *, among_peers: bool
) -> StrengthRule | None:
    """Give the rule whose text tells that the lead measure stands out, one on peers first."""
    applying = [
        rule
        for rule in indicator.strengths
        if _is_about(rule, score)
        and all(holds(trigger, indicator, known) for trigger in rule.when)
        and not are_denied(rule.needs, indicator, known)
        and are_met(rule.min_base, indicator, known)
    ]
    applying.sort(key=lambda rule: all(trigger.position is None for trigger in rule.when))
    if not among_peers:
        applying = [rule for rule in applying if not any(each.position for each in rule.when)]
    return next(iter(applying), None)


def _is_about(rule: StrengthRule, score: Score) -> bool:
    """Tell whether a rule looks at the lead measure, or at a class of it, as it is now."""
    named = {trigger.measure for trigger in rule.when}
    return score.measure in named and not any(trigger.change for trigger in rule.when)
