"""What holds between the files of a catalogue: names used once, references that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.faults.advice_fault import advice_faults, group_faults
from assess.core.catalogue.faults.expression_fault import check_faults
from assess.core.catalogue.faults.reference_fault import (
    Fault,
    at_place,
    no_parts,
    no_question,
    reference_fault,
)
from assess.core.catalogue.faults.survey_fault import survey_faults
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.level import LEVELS
from assess.core.catalogue.measure import MaximumShareMeasure, PartsMeasure, references
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.question import GridQuestion, Question
from assess.core.text.message import message, series


def inconsistencies(catalogue: Catalogue) -> Iterator[Fault]:
    """Give every fault between the files of a catalogue."""
    yield from _edition(catalogue)
    yield from _names(catalogue)
    yield from _modules(catalogue)
    for indicator in catalogue.asked:
        yield from _questions(indicator, catalogue)
        yield from _measures(indicator, catalogue)
        yield from _lead(indicator)
        yield from _charts(indicator)
        yield from advice_faults(indicator, catalogue)
    yield from group_faults(catalogue)
    yield from check_faults(catalogue)
    yield from survey_faults(catalogue)
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
        place = at_place("question", question.name)
        for field in ("at_most", "sums_to"):
            other = getattr(question, field, None)
            if other is not None and other not in catalogue.questions:
                yield Fault(indicator.id, f"{place}.{field}", no_question(other))
        if question.relevant is not None:
            yield from _routing(indicator, question, catalogue)
        for what in ("choices", "parts"):
            names = [item.name for item in getattr(question, what, ())]
            yield from _repeated(indicator.id, f"{place}.{what}", names)


def _routing(indicator: Indicator, question: Question, catalogue: Catalogue) -> Iterator[Fault]:
    earlier = question.relevant.question if question.relevant else ""
    names = list(catalogue.questions)
    place = at_place("question", question.name, "relevant")
    if earlier not in names:
        yield Fault(indicator.id, place, no_question(earlier))
    elif names.index(earlier) >= names.index(question.name):
        text = message(CatalogueMessage.NOT_ASKED_BEFORE, question=repr(earlier))
        yield Fault(indicator.id, place, text)


def _measures(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    for measure in indicator.measures:
        place = at_place("measure", measure.name)
        for reference in references(measure):
            fault = reference_fault(reference, indicator, catalogue)
            if fault:
                yield Fault(indicator.id, f"{place}: {reference!r}", fault)
        if isinstance(measure, PartsMeasure):
            question = catalogue.questions.get(measure.of)
            if question is not None and not question.part_names:
                yield Fault(indicator.id, f"{place}.of", no_parts(measure.of))
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


def _lead(indicator: Indicator) -> Iterator[Fault]:
    """What leads is one value, so neither a measure of parts nor one of them."""
    whole = [each.name for each in indicator.measures if not isinstance(each, PartsMeasure)]
    if indicator.lead is not None and indicator.lead not in whole:
        text = message(
            CatalogueMessage.NO_LEAD_MEASURE,
            measure=repr(indicator.lead),
            measures=series(whole, "comma"),
        )
        yield Fault(indicator.id, "lead", text)


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
                yield Fault(indicator.id, at_place("measure", name), text)
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
                yield Fault(indicator.id, f"{place}.questions", no_question(name))
        if not chart.measures and not chart.questions:
            yield Fault(indicator.id, place, message(CatalogueMessage.NOTHING_TO_DRAW))


def _label(catalogue: Catalogue) -> Iterator[Fault]:
    if tuple(level.id for level in catalogue.label.levels) != LEVELS:
        text = message(CatalogueMessage.LEVELS_NOT_STATED, levels=series(LEVELS, "comma"))
        yield Fault("label.toml", "level", text)
    first = catalogue.indicators[0]
    for criterion in catalogue.label.criteria:
        if criterion.prefill is None:
            continue
        for reference in (criterion.prefill.measure, *(criterion.prefill.count_of or ())):
            fault = reference_fault(reference, first, catalogue) if reference else None
            if fault:
                place = f"{at_place('criterion', criterion.id, 'prefill')}: {reference!r}"
                yield Fault("label.toml", place, fault)
    yield from _policies(catalogue)


def _policies(catalogue: Catalogue) -> Iterator[Fault]:
    for policy in catalogue.label.policies:
        if policy.interview_to and policy.interview_to < policy.interview_from:
            text = message(CatalogueMessage.POLICY_ENDS_BEFORE_START)
            yield Fault("label.toml", at_place("policy", policy.id), text)
        for other in catalogue.label.policies:
            if other.id < policy.id and other.level == policy.level:
                starts = max(other.interview_from, policy.interview_from)
                ends = [day for day in (other.interview_to, policy.interview_to) if day]
                if not ends or starts <= min(ends):
                    text = message(CatalogueMessage.POLICIES_OVERLAP, policy=other.id, start=starts)
                    yield Fault("label.toml", at_place("policy", policy.id), text)


def _references(catalogue: Catalogue) -> Iterator[Fault]:
    numbers = {indicator.number for indicator in catalogue.indicators}
    for reference in catalogue.references:
        for number in reference.indicators:
            if number not in numbers:
                text = message(CatalogueMessage.NO_INDICATOR, indicator=number)
                yield Fault(
                    "reference.toml", at_place("reference", reference.id, "indicators"), text
                )
        for measure in reference.measures:
            owner, _, name = measure.partition(":")
            home = next(
                (indicator for indicator in catalogue.indicators if indicator.id == owner), None
            )
            base = name.partition(".")[0]
            if home is None or base not in {candidate.name for candidate in home.measures}:
                text = message(CatalogueMessage.NO_MEASURE, measure=repr(measure))
                yield Fault("reference.toml", at_place("reference", reference.id, "measures"), text)
