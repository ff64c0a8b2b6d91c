"""What holds between the files of a catalogue: names used once, references that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.level import LEVELS
from assess.core.catalogue.measure import MaximumShareMeasure, PartsMeasure, references
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.question import GridQuestion, Question
from assess.core.text.message import Message, message, series


class Fault(NamedTuple):
    """What is wrong in a catalogue, and where."""

    owner: str
    """The id of the indicator, or the name of the file."""
    place: str
    """The field, as the file writes it; empty for the file as a whole."""
    text: Message


def inconsistencies(catalogue: Catalogue) -> Iterator[Fault]:
    """Give every fault between the files of a catalogue."""
    yield from _edition(catalogue)
    yield from _names(catalogue)
    yield from _modules(catalogue)
    for indicator in catalogue.asked:
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
            text = message(
                CatalogueMessage.AREA_UNKNOWN,
                area=repr(indicator.area),
                areas=series(sorted(areas), "comma"),
            )
            yield Fault(indicator.id, "area", text)
    missing = message(CatalogueMessage.WORDING_MISSING)
    for status in Status:
        if status.value not in catalogue.edition.statuses:
            yield Fault("edition.toml", f"statuses.{status.value}", missing)
    for mark in {indicator.evidence for indicator in catalogue.indicators} - set(
        catalogue.edition.evidence
    ):
        yield Fault("edition.toml", f"evidence.{mark}", missing)


def _modules(catalogue: Catalogue) -> Iterator[Fault]:
    """Modules have an area of their own, which no indicator has."""
    area = catalogue.edition.module_area
    if catalogue.modules and area is None:
        text = message(CatalogueMessage.WORDING_MISSING)
        yield Fault("edition.toml", "module_area", text)
    for module in catalogue.modules:
        if area is not None and module.area != area.id:
            text = message(CatalogueMessage.AREA_UNKNOWN, area=repr(module.area), areas=area.id)
            yield Fault(module.id, "area", text)


def _names(catalogue: Catalogue) -> Iterator[Fault]:
    for place, names in (
        ("number", [(str(indicator.number), indicator.id) for indicator in catalogue.asked]),
        ("id", [(indicator.id, indicator.id) for indicator in catalogue.asked]),
        (
            "question.name",
            [(q.name, indicator.id) for indicator in catalogue.asked for q in indicator.questions],
        ),
    ):
        seen: dict[str, str] = {}
        for name, owner in names:
            if name in seen:
                text = message(CatalogueMessage.NAME_TAKEN, name=repr(name), owner=seen[name])
                yield Fault(owner, place, text)
            seen[name] = owner
    numbers = [indicator.number for indicator in catalogue.indicators]
    if sorted(numbers) != list(range(1, len(numbers) + 1)) and len(set(numbers)) == len(numbers):
        gaps = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
        text = message(CatalogueMessage.NUMBERS_WITH_GAPS, numbers=str(gaps))
        yield Fault("edition.toml", "", text)
    for indicator in catalogue.indicators:
        yield from _repeated(
            indicator.id, "measure.name", [measure.name for measure in indicator.measures]
        )


def _repeated(owner: str, place: str, names: Iterable[str]) -> Iterator[Fault]:
    for name, count in Counter(names).items():
        if count > 1:
            text = message(CatalogueMessage.NAME_REPEATED, name=repr(name), count=count)
            yield Fault(owner, place, text)


def _questions(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    for question in indicator.questions:
        place = at("question", question.name)
        for field in ("at_most", "sums_to"):
            other = getattr(question, field, None)
            if other is not None and other not in catalogue.questions:
                yield Fault(indicator.id, f"{place}.{field}", _no_question(other))
        if question.relevant is not None:
            yield from _routing(indicator, question, catalogue)
        for what in ("choices", "parts"):
            names = [item.name for item in getattr(question, what, ())]
            yield from _repeated(indicator.id, f"{place}.{what}", names)


def _routing(indicator: Indicator, question: Question, catalogue: Catalogue) -> Iterator[Fault]:
    earlier = question.relevant.question if question.relevant else ""
    names = list(catalogue.questions)
    place = at("question", question.name, "relevant")
    if earlier not in names:
        yield Fault(indicator.id, place, _no_question(earlier))
    elif names.index(earlier) >= names.index(question.name):
        text = message(CatalogueMessage.NOT_ASKED_BEFORE, question=repr(earlier))
        yield Fault(indicator.id, place, text)


def _no_question(name: str) -> Message:
    return message(CatalogueMessage.NO_QUESTION, question=repr(name))


def _no_indicator(identifier: str) -> Message:
    return message(CatalogueMessage.NO_INDICATOR, indicator=repr(identifier))


def _no_measure(indicator: str, name: str) -> Message:
    return message(
        CatalogueMessage.NO_MEASURE_OF_INDICATOR, indicator=indicator, measure=repr(name)
    )


def _no_parts(question: str) -> Message:
    return message(CatalogueMessage.NO_PARTS, question=repr(question))


def _reference_fault(reference: str, indicator: Indicator, catalogue: Catalogue) -> Message | None:
    owner, colon, name = reference.partition(":")
    if colon:
        known = {candidate.id: candidate for candidate in catalogue.indicators}
        if owner not in known:
            return _no_indicator(owner)
        if name not in {measure.name for measure in known[owner].measures}:
            return _no_measure(owner, name)
        return None
    name, dot, part = reference.partition(".")
    question = catalogue.questions.get(name)
    if question is None:
        if not dot and reference in {measure.name for measure in indicator.measures}:
            return None
        return message(CatalogueMessage.NO_QUESTION_AND_NO_MEASURE, name=repr(name))
    if dot and not question.part_names:
        return _no_parts(name)
    if dot and part not in (*question.part_names, "*"):
        return message(CatalogueMessage.NO_PART, question=repr(name), part=repr(part))
    return None


def _measures(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    for measure in indicator.measures:
        place = at("measure", measure.name)
        for reference in references(measure):
            fault = _reference_fault(reference, indicator, catalogue)
            if fault:
                yield Fault(indicator.id, f"{place}: {reference!r}", fault)
        if isinstance(measure, PartsMeasure):
            question = catalogue.questions.get(measure.of)
            if question is not None and not question.part_names:
                yield Fault(indicator.id, f"{place}.of", _no_parts(measure.of))
            if measure.name != measure.of:
                text = message(
                    CatalogueMessage.PARTS_MEASURE_NAMED_OTHERWISE, question=repr(measure.of)
                )
                yield Fault(indicator.id, f"{place}.name", text)
        if isinstance(measure, MaximumShareMeasure):
            grid = catalogue.questions.get(measure.of[0].partition(".")[0])
            if not isinstance(grid, GridQuestion):
                yield Fault(indicator.id, f"{place}.of", message(CatalogueMessage.NO_GRID))
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
                text = message(CatalogueMessage.DERIVED_FROM_ITSELF)
                yield Fault(indicator.id, at("measure", name), text)
                return
            if target not in seen:
                seen.add(target)
                ahead.append(target)


def _charts(indicator: Indicator) -> Iterator[Fault]:
    names = {measure.name for measure in indicator.measures}
    questions = {question.name for question in indicator.questions}
    for number, chart in enumerate(indicator.charts, start=1):
        place = f"chart[{number}]"
        for name in chart.measures:
            if name not in names:
                text = message(CatalogueMessage.NO_MEASURE, measure=repr(name))
                yield Fault(indicator.id, f"{place}.measures", text)
        for name in chart.questions:
            if name not in questions:
                yield Fault(indicator.id, f"{place}.questions", _no_question(name))
        if not chart.measures and not chart.questions:
            yield Fault(indicator.id, place, message(CatalogueMessage.NOTHING_TO_DRAW))


def _rules(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    items = {item.id for item in catalogue.label.quality_items}
    for place, quality_items in (
        ("quality_items", indicator.quality_items),
        *(
            (at("recommendation", rule.id, "quality_items"), rule.quality_items)
            for rule in indicator.recommendations
        ),
    ):
        for item in quality_items:
            if item not in items:
                text = message(CatalogueMessage.NO_QUALITY_ITEM, item=repr(item))
                yield Fault(indicator.id, place, text)
    if indicator.priority and (fault := _measure_fault(indicator.priority, indicator, catalogue)):
        yield Fault(indicator.id, "priority", fault)
    rules = [("recommendation", rule.id, rule.when) for rule in indicator.recommendations]
    rules += [("strength", rule.id, rule.when) for rule in indicator.strengths]
    for (kind, identifier), count in Counter((rule[0], rule[1]) for rule in rules).items():
        if count > 1:
            text = message(CatalogueMessage.ID_REPEATED, count=count)
            yield Fault(indicator.id, f"{kind} {identifier!r}", text)
    for kind, identifier, when in rules:
        for trigger in when:
            yield from _trigger(at(kind, identifier, "when"), trigger, indicator, catalogue)


def _trigger(
    place: str, trigger: Trigger, indicator: Indicator, catalogue: Catalogue
) -> Iterator[Fault]:
    """Give the first fault of a trigger, if any."""
    if trigger.measure is not None:
        if fault := _measure_fault(trigger.measure, indicator, catalogue):
            yield Fault(indicator.id, place, fault)
        return
    for reference in trigger.missing or ():
        fault = _reference_fault(reference, indicator, catalogue)
        if fault or ":" in reference:
            text = fault or message(CatalogueMessage.NO_ELEMENT)
            yield Fault(indicator.id, ": ".join((place, "missing", repr(reference))), text)
            return


def _measure_fault(named: str, indicator: Indicator, catalogue: Catalogue) -> Message | None:
    """Say why there is no measure, here or of another indicator, under a name."""
    owner, colon, name = named.partition(":")
    home = indicator
    if colon:
        found = next(
            (candidate for candidate in catalogue.indicators if candidate.id == owner), None
        )
        if found is None:
            return _no_indicator(owner)
        home = found
    else:
        name = owner
    base, dot, part = name.partition(".")
    measure = next((candidate for candidate in home.measures if candidate.name == base), None)
    if measure is None or (dot and _reference_fault(f"{base}.{part}", home, catalogue)):
        return _no_measure(home.id, name)
    return None


def _label(catalogue: Catalogue) -> Iterator[Fault]:
    if tuple(level.id for level in catalogue.label.levels) != LEVELS:
        text = message(CatalogueMessage.LEVELS_NOT_STATED, levels=series(LEVELS, "comma"))
        yield Fault("label.toml", "level", text)
    first = catalogue.indicators[0]
    for criterion in catalogue.label.criteria:
        if criterion.prefill is None:
            continue
        for reference in (criterion.prefill.measure, *(criterion.prefill.count_of or ())):
            fault = _reference_fault(reference, first, catalogue) if reference else None
            if fault:
                place = f"{at('criterion', criterion.id, 'prefill')}: {reference!r}"
                yield Fault("label.toml", place, fault)
    yield from _policies(catalogue)


def _policies(catalogue: Catalogue) -> Iterator[Fault]:
    for policy in catalogue.label.policies:
        if policy.interview_to and policy.interview_to < policy.interview_from:
            text = message(CatalogueMessage.POLICY_ENDS_BEFORE_START)
            yield Fault("label.toml", at("policy", policy.id), text)
        for other in catalogue.label.policies:
            if other.id < policy.id and other.level == policy.level:
                starts = max(other.interview_from, policy.interview_from)
                ends = [day for day in (other.interview_to, policy.interview_to) if day]
                if not ends or starts <= min(ends):
                    text = message(CatalogueMessage.POLICIES_OVERLAP, policy=other.id, start=starts)
                    yield Fault("label.toml", at("policy", policy.id), text)


def _references(catalogue: Catalogue) -> Iterator[Fault]:
    numbers = {indicator.number for indicator in catalogue.indicators}
    for reference in catalogue.references:
        for number in reference.indicators:
            if number not in numbers:
                text = message(CatalogueMessage.NO_INDICATOR, indicator=number)
                yield Fault("reference.toml", at("reference", reference.id, "indicators"), text)
        for measure in reference.measures:
            owner, _, name = measure.partition(":")
            home = next(
                (indicator for indicator in catalogue.indicators if indicator.id == owner), None
            )
            base = name.partition(".")[0]
            if home is None or base not in {candidate.name for candidate in home.measures}:
                text = message(CatalogueMessage.NO_MEASURE, measure=repr(measure))
                yield Fault("reference.toml", at("reference", reference.id, "measures"), text)


def at(table: str, name: str, *fields: str) -> str:
    """Name a place in a file of the catalogue: its table, the name in it, and a field."""
    return ".".join((f"{table} {name}", *fields))
