"""Faults of advice: rules that wait for, presume or name what the catalogue does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.faults.expression_fault import expression_fault
from assess.core.catalogue.faults.reference_fault import (
    Fault,
    at_place,
    measure_fault,
    reference_fault,
)
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.rule.advice_rule import Need, RecommendationRule
from assess.core.text.message import Message, message, series


def advice_faults(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    """Give what does not fit in the advice of an indicator: rules, topics and quality items."""
    items = {item.id for item in catalogue.label.quality_items}
    for place, quality_items in (
        ("quality_items", indicator.quality_items),
        *(
            (at_place("recommendation", rule.id, "quality_items"), rule.quality_items)
            for rule in indicator.recommendations
        ),
    ):
        for item in quality_items:
            if item not in items:
                text = message(CatalogueMessage.NO_QUALITY_ITEM, item=repr(item))
                yield Fault(indicator.id, place, text)
    if indicator.priority and (fault := measure_fault(indicator.priority, indicator, catalogue)):
        yield Fault(indicator.id, "priority", fault)
    yield from _topics(indicator, catalogue)
    rules = [("recommendation", rule.id, rule.when) for rule in indicator.recommendations]
    rules += [("strength", rule.id, rule.when) for rule in indicator.strengths]
    for (kind, identifier), count in Counter((rule[0], rule[1]) for rule in rules).items():
        if count > 1:
            text = message(CatalogueMessage.ID_REPEATED, count=count)
            yield Fault(indicator.id, f"{kind} {identifier!r}", text)
    for kind, identifier, when in rules:
        for trigger in when:
            yield from _trigger(at_place(kind, identifier, "when"), trigger, indicator, catalogue)
    yield from _presumed(indicator, catalogue)
    for rule in indicator.recommendations:
        yield from _recommendation(rule, indicator, catalogue)


def _presumed(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    """Give what rules presume and the catalogue does not have."""
    for kind, identifier, field, needs in (
        *(("recommendation", rule.id, "needs", rule.needs) for rule in indicator.recommendations),
        *(("strength", rule.id, "needs", rule.needs) for rule in indicator.strengths),
        *(("strength", rule.id, "min_base", rule.min_base) for rule in indicator.strengths),
    ):
        place = at_place(kind, identifier, field)
        for need in needs:
            if fault := _need_fault(need, indicator, catalogue):
                yield Fault(indicator.id, place, fault)


def _trigger(
    place: str, trigger: Trigger, indicator: Indicator, catalogue: Catalogue
) -> Iterator[Fault]:
    """Give the first fault of a trigger, if any."""
    if trigger.measure is not None:
        if fault := measure_fault(trigger.measure, indicator, catalogue):
            yield Fault(indicator.id, place, fault)
        return
    for reference in trigger.missing or ():
        fault = reference_fault(reference, indicator, catalogue)
        if fault or ":" in reference:
            text = fault or message(CatalogueMessage.NO_ELEMENT)
            yield Fault(indicator.id, ": ".join((place, "missing", repr(reference))), text)
            return


def _need_fault(need: Need, indicator: Indicator, catalogue: Catalogue) -> Message | None:
    if need.measure is not None:
        return measure_fault(need.measure, indicator, catalogue)
    return expression_fault(need.holds_ or "", catalogue)


def _recommendation(
    rule: RecommendationRule, indicator: Indicator, catalogue: Catalogue
) -> Iterator[Fault]:
    """Give what a recommendation names outside itself and is not there."""
    if rule.naming is not None:
        place = at_place("recommendation", rule.id, "naming")
        yield from _trigger(place, rule.naming, indicator, catalogue)
    if rule.group is not None and rule.group not in {
        group.id for group in catalogue.edition.advice_groups
    }:
        text = message(CatalogueMessage.NO_ADVICE_GROUP, group=repr(rule.group))
        yield Fault(indicator.id, at_place("recommendation", rule.id, "group"), text)
    others = {other.id for other in indicator.recommendations} - {rule.id}
    for other in rule.supersedes:
        if other not in others:
            text = message(CatalogueMessage.NO_OTHER_RULE, rule=repr(other))
            yield Fault(indicator.id, at_place("recommendation", rule.id, "supersedes"), text)
    known = {
        criterion.id
        for criterion in catalogue.label.criteria
        if criterion.prefill is not None and criterion.prefill.measure is not None
    }
    if rule.criterion is not None and rule.criterion not in known:
        text = message(CatalogueMessage.NO_CRITERION, criterion=repr(rule.criterion))
        yield Fault(indicator.id, at_place("recommendation", rule.id, "criterion"), text)


def _topics(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    """Topics that are served are among those that the cluster rates."""
    priorities = catalogue.edition.own_priorities
    if priorities is None:
        if indicator.serves:
            yield Fault(indicator.id, "serves", message(CatalogueMessage.NO_PRIORITIES))
        return
    question = catalogue.questions.get(priorities.partition(":")[2])
    topics = question.part_names if question else ()
    for topic in indicator.serves:
        if topic not in topics:
            text = message(
                CatalogueMessage.NO_TOPIC, topic=repr(topic), topics=series(topics, "comma")
            )
            yield Fault(indicator.id, "serves", text)


def group_faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Give what does not fit in what the edition says of advice as a whole."""
    priorities = catalogue.edition.own_priorities
    first = catalogue.indicators[0]
    if priorities is not None and (fault := measure_fault(priorities, first, catalogue)):
        yield Fault("edition.toml", "own_priorities", fault)
    items = {item.id for item in catalogue.label.quality_items}
    groups = catalogue.edition.advice_groups
    for identifier, count in Counter(group.id for group in groups).items():
        if count > 1:
            text = message(CatalogueMessage.ID_REPEATED, count=count)
            yield Fault("edition.toml", at_place("advice_group", repr(identifier)), text)
    for group in groups:
        for item in group.quality_items:
            if item not in items:
                text = message(CatalogueMessage.NO_QUALITY_ITEM, item=repr(item))
                yield Fault(
                    "edition.toml", at_place("advice_group", group.id, "quality_items"), text
                )
