"""What holds between the files of a catalogue: names used once, references that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.level import LEVELS
from assess.core.catalogue.measure import MaximumShareMeasure, PartsMeasure, references
from assess.core.catalogue.question import GridQuestion, Question

Fault = tuple[str, str]
"""(the id of the indicator or the name of the file, what is wrong and where)"""


def inconsistencies(catalogue: Catalogue) -> Iterator[Fault]:
    """Give every fault between the files of a catalogue."""
    yield from _edition(catalogue)
    yield from _names(catalogue)
    for indicator in catalogue.indicators:
        yield from _questions(indicator, catalogue)
        yield from _measures(indicator, catalogue)
        yield from _charts(indicator)
        yield from _rules(indicator, catalogue)
    yield from _label(catalogue)
    yield from _references(catalogue)


def _edition(catalogue: Catalogue) -> Iterator[Fault]:
    areas = {area.id for area in catalogue.edition.areas}
    for indicator in catalogue.indicators:
        if indicator.area not in areas:
            yield indicator.id, f"area: {indicator.area!r} is not one of {', '.join(sorted(areas))}"
    for status in Status:
        if status.value not in catalogue.edition.statuses:
            yield "edition.toml", f"statuses.{status.value}: the wording is missing"
    for mark in {indicator.evidence for indicator in catalogue.indicators} - set(
        catalogue.edition.evidence
    ):
        yield "edition.toml", f"evidence.{mark}: the wording is missing"


def _names(catalogue: Catalogue) -> Iterator[Fault]:
    for place, names in (
        ("number", [(str(indicator.number), indicator.id) for indicator in catalogue.indicators]),
        ("id", [(indicator.id, indicator.id) for indicator in catalogue.indicators]),
        (
            "question.name",
            [
                (q.name, indicator.id)
                for indicator in catalogue.indicators
                for q in indicator.questions
            ],
        ),
    ):
        seen: dict[str, str] = {}
        for name, owner in names:
            if name in seen:
                yield owner, f"{place}: {name!r} is already used by {seen[name]}"
            seen[name] = owner
    numbers = [indicator.number for indicator in catalogue.indicators]
    if sorted(numbers) != list(range(1, len(numbers) + 1)) and len(set(numbers)) == len(numbers):
        gaps = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
        yield "edition.toml", f"the indicators are not numbered without gaps: {gaps} missing"
    for indicator in catalogue.indicators:
        for name, count in Counter(measure.name for measure in indicator.measures).items():
            if count > 1:
                yield indicator.id, f"measure.name: {name!r} is used {count} times"


def _questions(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    for question in indicator.questions:
        place = f"question {question.name}"
        for field in ("at_most", "sums_to"):
            other = getattr(question, field, None)
            if other is not None and other not in catalogue.questions:
                yield indicator.id, f"{place}.{field}: there is no question {other!r}"
        if question.relevant is not None:
            yield from _routing(indicator, question, catalogue)
        for what in ("choices", "parts"):
            names = [item.name for item in getattr(question, what, ())]
            for name, count in Counter(names).items():
                if count > 1:
                    yield indicator.id, f"{place}.{what}: {name!r} is used {count} times"


def _routing(indicator: Indicator, question: Question, catalogue: Catalogue) -> Iterator[Fault]:
    earlier = question.relevant.question if question.relevant else ""
    names = list(catalogue.questions)
    if earlier not in names:
        yield indicator.id, f"question {question.name}.relevant: there is no question {earlier!r}"
    elif names.index(earlier) >= names.index(question.name):
        yield indicator.id, f"question {question.name}.relevant: {earlier!r} is not asked before"


def _reference_fault(reference: str, indicator: Indicator, catalogue: Catalogue) -> str | None:
    owner, colon, name = reference.partition(":")
    if colon:
        known = {candidate.id: candidate for candidate in catalogue.indicators}
        if owner not in known:
            return f"there is no indicator {owner!r}"
        if name not in {measure.name for measure in known[owner].measures}:
            return f"{owner} has no measure {name!r}"
        return None
    name, dot, part = reference.partition(".")
    question = catalogue.questions.get(name)
    if question is None:
        if not dot and reference in {measure.name for measure in indicator.measures}:
            return None
        return f"there is no question (and no measure here) {name!r}"
    if dot and not question.part_names:
        return f"{name!r} has no parts"
    if dot and part not in (*question.part_names, "*"):
        return f"{name!r} has no part {part!r}"
    return None


def _measures(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    for measure in indicator.measures:
        place = f"measure {measure.name}"
        for reference in references(measure):
            fault = _reference_fault(reference, indicator, catalogue)
            if fault:
                yield indicator.id, f"{place}: {reference!r}: {fault}"
        if isinstance(measure, PartsMeasure):
            question = catalogue.questions.get(measure.of)
            if question is not None and not question.part_names:
                yield indicator.id, f"{place}.of: {measure.of!r} has no parts"
            if measure.name != measure.of:
                yield (
                    indicator.id,
                    f"{place}.name: a parts measure is named like its question, {measure.of!r}",
                )
        if isinstance(measure, MaximumShareMeasure):
            grid = catalogue.questions.get(measure.of[0].partition(".")[0])
            if not isinstance(grid, GridQuestion):
                yield indicator.id, f"{place}.of: a share of the maximum needs the items of a grid"
        yield from _circle(indicator, measure.name, catalogue)


def _circle(indicator: Indicator, name: str, catalogue: Catalogue) -> Iterator[Fault]:
    """Find a measure that is derived from itself."""
    ahead = [(indicator.id, name)]
    seen: set[tuple[str, str]] = set()
    known = {candidate.id: candidate for candidate in catalogue.indicators}
    while ahead:
        owner, current = ahead.pop()
        measure = next(
            (candidate for candidate in known[owner].measures if candidate.name == current), None
        )
        for reference in references(measure) if measure else ():
            other, colon, other_name = reference.partition(":")
            target = (other, other_name) if colon else (owner, reference)
            if target[0] not in known or (
                not colon and reference.partition(".")[0] in catalogue.questions
            ):
                continue
            if target == (indicator.id, name):
                yield indicator.id, f"measure {name}: it is derived from itself"
                return
            if target not in seen:
                seen.add(target)
                ahead.append(target)


def _charts(indicator: Indicator) -> Iterator[Fault]:
    names = {measure.name for measure in indicator.measures}
    questions = {question.name for question in indicator.questions}
    for number, chart in enumerate(indicator.charts, start=1):
        for name in chart.measures:
            if name not in names:
                yield indicator.id, f"chart[{number}].measures: there is no measure {name!r}"
        for name in chart.questions:
            if name not in questions:
                yield indicator.id, f"chart[{number}].questions: there is no question {name!r}"
        if not chart.measures and not chart.questions:
            yield indicator.id, f"chart[{number}]: name the measures (or questions) to draw"


def _rules(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    items = {item.id for item in catalogue.label.quality_items}
    for place, quality_items in (
        ("quality_items", indicator.quality_items),
        *(
            (f"recommendation {rule.id}.quality_items", rule.quality_items)
            for rule in indicator.recommendations
        ),
    ):
        for item in quality_items:
            if item not in items:
                yield indicator.id, f"{place}: there is no quality item {item!r} in label.toml"
    if indicator.priority and (fault := _measure_fault(indicator.priority, indicator, catalogue)):
        yield indicator.id, f"priority: {fault}"
    rules = [("recommendation", rule.id, rule.when) for rule in indicator.recommendations]
    rules += [("strength", rule.id, rule.when) for rule in indicator.strengths]
    for (kind, identifier), count in Counter((rule[0], rule[1]) for rule in rules).items():
        if count > 1:
            yield indicator.id, f"{kind} {identifier!r}: the id is used {count} times"
    for kind, identifier, when in rules:
        for trigger in when:
            fault = _trigger_fault(trigger, indicator, catalogue)
            if fault:
                yield indicator.id, f"{kind} {identifier}.when: {fault}"


def _trigger_fault(trigger: Trigger, indicator: Indicator, catalogue: Catalogue) -> str | None:
    if trigger.measure is not None:
        return _measure_fault(trigger.measure, indicator, catalogue)
    for reference in trigger.missing or ():
        fault = _reference_fault(reference, indicator, catalogue)
        if fault or ":" in reference:
            return f"missing: {reference!r}: {fault or 'name a question or an item'}"
    return None


def _measure_fault(named: str, indicator: Indicator, catalogue: Catalogue) -> str | None:
    """Say why there is no measure, here or of another indicator, under a name."""
    owner, colon, name = named.partition(":")
    home = indicator
    if colon:
        found = next(
            (candidate for candidate in catalogue.indicators if candidate.id == owner), None
        )
        if found is None:
            return f"there is no indicator {owner!r}"
        home = found
    else:
        name = owner
    base, dot, part = name.partition(".")
    measure = next((candidate for candidate in home.measures if candidate.name == base), None)
    if measure is None or (dot and _reference_fault(f"{base}.{part}", home, catalogue)):
        return f"{home.id} has no measure {name!r}"
    return None


def _label(catalogue: Catalogue) -> Iterator[Fault]:
    if tuple(level.id for level in catalogue.label.levels) != LEVELS:
        yield "label.toml", f"level: state each of {', '.join(LEVELS)}, in this order"
    first = catalogue.indicators[0]
    for criterion in catalogue.label.criteria:
        if criterion.prefill is None:
            continue
        for reference in (criterion.prefill.measure, *(criterion.prefill.count_of or ())):
            fault = _reference_fault(reference, first, catalogue) if reference else None
            if fault:
                yield "label.toml", f"criterion {criterion.id}.prefill: {reference!r}: {fault}"
    for policy in catalogue.label.policies:
        if policy.interview_to and policy.interview_to < policy.interview_from:
            yield "label.toml", f"policy {policy.id}: interview_to is before interview_from"
        for other in catalogue.label.policies:
            if other.id < policy.id and other.level == policy.level:
                starts = max(other.interview_from, policy.interview_from)
                ends = [day for day in (other.interview_to, policy.interview_to) if day]
                if not ends or starts <= min(ends):
                    yield (
                        "label.toml",
                        f"policy {policy.id}: overlaps with {other.id} from {starts} on",
                    )


def _references(catalogue: Catalogue) -> Iterator[Fault]:
    numbers = {indicator.number for indicator in catalogue.indicators}
    for reference in catalogue.references:
        for number in reference.indicators:
            if number not in numbers:
                yield (
                    "reference.toml",
                    f"reference {reference.id}.indicators: there is no indicator {number}",
                )
        for measure in reference.measures:
            owner, _, name = measure.partition(":")
            home = next(
                (indicator for indicator in catalogue.indicators if indicator.id == owner), None
            )
            base = name.partition(".")[0]
            if home is None or base not in {candidate.name for candidate in home.measures}:
                yield (
                    "reference.toml",
                    f"reference {reference.id}.measures: there is no measure {measure!r}",
                )
