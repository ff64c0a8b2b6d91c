"""Recommendations: at most one for an indicator, the weightiest first, each with its reason.

A rule applies where all that it waits for holds and the answers deny nothing that it presumes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assess.core.advice.filling import filled, listed
from assess.core.advice.order import AdvicePlace, place_of
from assess.core.advice.precondition import are_denied
from assess.core.advice.trigger import Known, holds, missing, trusted
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.rule.advice_rule import AdviceGroup, Effort, RecommendationRule
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.scoring.score import Scores
from assess.core.text.message import Filled, Text, series
from assess.core.text.value import Value


class Recommendation(Value):
    """Finding, meaning and one action, with the quality-label items that it serves."""

    key: str
    """`indicator.rule` or `group.id`, stable while the catalogue keeps it."""
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
    effort: Effort | None = None
    reason: Text = ""
    """Why it stands in its place."""
    covers: tuple[str, ...] = ()
    """The indicators that it is about: several where they share a card."""


class _Applied(NamedTuple):
    """A rule that applies to a case, and where it stands."""

    indicator: Indicator
    rule: RecommendationRule
    place: AdvicePlace


def recommend(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison = NO_COMPARISON,
    before: Scores | None = None,
) -> tuple[Recommendation, ...]:
    """Give the recommendations that apply, at most one for an indicator, the weightiest first.

    Triggers on a position hold only where peers may be shown, those on a change only after an
    earlier round, whose scores are `before`.
    """
    known = trusted(scores, assessment, catalogue, comparison, before)
    leading = sorted(
        (
            strongest
            for indicator in catalogue.indicators
            for strongest in _strongest(indicator, known)
        ),
        key=lambda applied: applied.place.order,
    )
    found: list[tuple[AdvicePlace, Recommendation]] = []
    for group in catalogue.edition.advice_groups:
        members = [applied for applied in leading if applied.rule.group == group.id]
        if len(members) > group.most:
            together = members[group.most - 1 :]
            leading = [applied for applied in leading if applied not in together]
            found.append((together[0].place, _shared(group, together, known)))
    found += [(applied.place, _recommendation(applied, known)) for applied in leading]
    found.sort(key=lambda placed: placed[0].order)
    return tuple(recommendation for _, recommendation in found)


def _strongest(indicator: Indicator, known: Known) -> Iterator[_Applied]:
    """Give the rule that speaks for an indicator, if one applies: the one of the first place."""
    applying = [
        rule
        for rule in indicator.recommendations
        if all(holds(trigger, indicator, known) for trigger in rule.when)
        and not are_denied(rule.needs, indicator, known)
    ]
    silent = {name for rule in applying for name in rule.supersedes}
    speaking = [
        _Applied(indicator, rule, place_of(rule, indicator, known))
        for rule in applying
        if rule.id not in silent
    ]
    if speaking:
        yield min(speaking, key=lambda applied: applied.place.order)


def _recommendation(applied: _Applied, known: Known) -> Recommendation:
    indicator, rule, place = applied
    finding, basis, group = filled(rule.finding, rule.when, rule.naming, indicator, known)
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
        effort=rule.effort,
        reason=place.reason,
        covers=(indicator.id,),
    )


def _shared(group: AdviceGroup, together: Sequence[_Applied], known: Known) -> Recommendation:
    """Give the card that the rules of several indicators share, in the place of the first."""
    first = together[0]
    fields = sorted(together, key=lambda applied: applied.indicator.number)
    labels = [label for applied in fields for label in _missing(applied.rule, known)]
    finding = Filled(
        group.finding,
        {
            "fields": series([applied.indicator.title for applied in fields]),
            "missing": listed(labels),
        },
    )
    return Recommendation(
        key=f"group.{group.id}",
        indicator=first.indicator.id,
        number=first.indicator.number,
        finding=finding,
        basis=finding,
        meaning=group.meaning,
        action=group.action,
        first_step=group.first_step,
        quality_items=group.quality_items or _items(together),
        effort=group.effort,
        reason=first.place.reason,
        covers=tuple(applied.indicator.id for applied in fields),
    )


def _missing(rule: RecommendationRule, known: Known) -> Iterator[Text]:
    for trigger in (rule.naming,) if rule.naming else rule.when:
        if trigger.missing is not None:
            yield from missing(trigger, known)


def _items(together: Iterable[_Applied]) -> tuple[str, ...]:
    found = (
        item
        for applied in together
        for item in applied.rule.quality_items or applied.indicator.quality_items
    )
    return tuple(dict.fromkeys(found))
