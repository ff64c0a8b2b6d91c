"""What limits, routing, measures, charts and rules ask of an answer, and whether it can give that.

Asked once every name leads somewhere (see `consistency`), so that no fault is named twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Comparison
from assess.core.catalogue.faults.reference_fault import Fault, at_place
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import (
    AgeMeasure,
    AnswerMeasure,
    ClassMeasure,
    DominantMeasure,
    Measure,
    PartsMeasure,
    TopItemsMeasure,
    references,
)
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    TextQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.text.message import Message, message, series

Kind = Literal["number", "month", "name", "names", "parts", "text"]
"""What an answer or a value is: `names` are several choices, `parts` a number for each part."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def misuses(catalogue: Catalogue) -> Iterator[Fault]:
    """Give every place that asks of an answer what it cannot give."""
    for indicator in catalogue.asked:
        for question in indicator.questions:
            yield from _limits(indicator, question, catalogue)
            yield from _routing(indicator, question, catalogue)
            yield from _choices(indicator, question)
        for measure in indicator.measures:
            yield from _measure(indicator, measure, catalogue)
        yield from _charts(indicator, catalogue)
        yield from _triggers(indicator, catalogue)


def _limits(indicator: Indicator, question: Question, catalogue: Catalogue) -> Iterator[Fault]:
    for low, high in (("min", "usual_max"), ("usual_min", "max")):
        least, most = getattr(question, low, None), getattr(question, high, None)
        if least is not None and most is not None and least > most:
            code = CatalogueMessage.BOUNDS_IN_WRONG_ORDER
            text = message(code, low=low, least=least, high=high, most=most)
            yield Fault(indicator.id, at_place("question", question.name), text)
    for field in ("at_most", "sums_to"):
        other = catalogue.questions.get(getattr(question, field, None) or "")
        if other is None:
            continue
        place = at_place("question", question.name, field)
        if other.name == question.name:
            yield Fault(indicator.id, place, message(CatalogueMessage.LIMITED_BY_ITSELF))
        elif not isinstance(other, IntegerQuestion | DecimalQuestion):
            yield Fault(indicator.id, place, _no_number(other.name))


def _routing(indicator: Indicator, question: Question, catalogue: Catalogue) -> Iterator[Fault]:
    relevant = question.relevant
    earlier = catalogue.questions.get(relevant.question) if relevant else None
    if relevant is None or earlier is None:
        return
    kind: Kind = "name" if isinstance(earlier, YesPartlyNoQuestion) else _answered(earlier)
    if isinstance(earlier, SelectOneQuestion):
        kind = "name"  # routing looks at the choice itself, never at its level
    text = _test_fault(relevant, kind, earlier.name, _names(earlier, catalogue))
    if text is not None:
        yield Fault(indicator.id, at_place("question", question.name, "relevant"), text)


def _test_fault(test: Comparison, kind: Kind, name: str, names: Iterable[str]) -> Message | None:
    """Say why a test can never be decided by the values of this kind."""
    known = list(names)
    wanted = (*(test.is_ or ()), *(test.is_not or ()))
    if wanted and not known:
        return message(CatalogueMessage.NOTHING_TO_CHOOSE, question=repr(name))
    for choice in wanted:
        if choice not in known:
            return message(
                CatalogueMessage.NO_CHOICE,
                question=repr(name),
                choice=repr(choice),
                choices=series(known[:MOST_NAMED], "comma"),
            )
    numbers = (test.above, test.at_least, test.below, test.at_most)
    if any(number is not None for number in numbers) and kind not in ("number", "names"):
        return _no_number(name)
    return None


MOST_NAMED = 12
"""So many choices are named where another one is written; nobody reads all countries."""


def _choices(indicator: Indicator, question: Question) -> Iterator[Fault]:
    if isinstance(question, SelectOneQuestion | SelectMultipleQuestion):
        for choice in question.choices:
            if not _NAME.fullmatch(choice.name):
                text = message(CatalogueMessage.NAME_OF_CHOICE, choice=repr(choice.name))
                yield Fault(indicator.id, at_place("question", question.name, "choices"), text)


def _answered(question: Question) -> Kind:
    """Give what a measure sees of the answer to a question."""
    match question:
        case IntegerQuestion() | DecimalQuestion() | ScaleQuestion() | YesPartlyNoQuestion():
            return "number"
        case SelectOneQuestion():
            return "number" if question.is_ordinal else "name"
        case MonthQuestion():
            return "month"
        case SelectMultipleQuestion() | StoriesQuestion():
            return "names"
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            return "parts"
        case TextQuestion() | UrlQuestion():
            return "text"


def _names(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the names that the answer to a question can have."""
    if isinstance(question, YesPartlyNoQuestion):
        return tuple(YES_PARTLY_NO)
    if isinstance(question, SelectMultipleQuestion) and question.choices_from:
        return catalogue.country_codes
    return tuple(choice.name for choice in getattr(question, "choices", ()))


def _measured(measure: Measure, indicator: Indicator, catalogue: Catalogue) -> Kind | None:
    """Give what the value of a measure is; None where what it is of does not exist."""
    match measure:
        case AnswerMeasure():
            return _referred(measure.of, indicator, catalogue)
        case ClassMeasure() | DominantMeasure():
            return "name"
        case TopItemsMeasure():
            return "names"
        case _:
            return "number"


def _referred(reference: str, indicator: Indicator, catalogue: Catalogue) -> Kind | None:
    """Give what stands at a reference; None where there is nothing."""
    name, dot, _ = reference.partition(".")
    question = catalogue.questions.get(name)
    if question is not None:
        return "number" if dot else _answered(question)
    found = _find(reference, indicator, catalogue)
    if found is None:
        return None
    # An answer is looked at where its own measure is, so that no circle is followed here.
    answer = isinstance(found[1], AnswerMeasure)
    return "number" if answer else _measured(found[1], found[0], catalogue)


def _measure(indicator: Indicator, measure: Measure, catalogue: Catalogue) -> Iterator[Fault]:
    match measure:
        case PartsMeasure():
            return  # consistency asks for the parts
        case DominantMeasure() | TopItemsMeasure():
            wanted: tuple[Kind, ...] = ("parts",)
            code = CatalogueMessage.NO_PARTS
        case AgeMeasure():
            wanted, code = ("month",), CatalogueMessage.IS_NO_MONTH
        case AnswerMeasure():
            wanted, code = ("number", "name", "names"), CatalogueMessage.IS_NO_NUMBER
        case _:
            wanted, code = ("number",), CatalogueMessage.IS_NO_NUMBER
    for reference in references(measure):
        kind = _referred(reference, indicator, catalogue)
        if kind is not None and kind not in wanted:
            text = message(code, question=repr(reference))
            yield Fault(indicator.id, at_place("measure", measure.name), text)


def _charts(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    measures = {measure.name: measure for measure in indicator.measures}
    for number, chart in enumerate(indicator.charts, start=1):
        if chart.questions and chart.kind != "matrix":
            text = message(CatalogueMessage.QUESTIONS_OUTSIDE_MATRIX)
            yield Fault(indicator.id, f"chart[{number}].questions", text)
        shown = [measures[name] for name in chart.measures if name in measures]
        if chart.kind not in ("band", "stacked", "profile"):
            continue
        for measure in shown:
            if _measured(measure, indicator, catalogue) in ("name", "names"):
                text = message(CatalogueMessage.IS_NO_NUMBER, question=repr(measure.name))
                yield Fault(indicator.id, f"chart[{number}].measures", text)


def _triggers(indicator: Indicator, catalogue: Catalogue) -> Iterator[Fault]:
    rules = [(at_place("recommendation", rule.id), rule.when) for rule in indicator.recommendations]
    rules += [(at_place("strength", rule.id), rule.when) for rule in indicator.strengths]
    for place, trigger in ((place, trigger) for place, when in rules for trigger in when):
        found = _find(trigger.measure or "", indicator, catalogue)
        kind = _measured(found[1], found[0], catalogue) if found else None
        if found and kind:
            names = _names_of(found[1], catalogue)
            text = _test_fault(trigger, kind, found[1].name, names)
            if text is not None:
                yield Fault(indicator.id, f"{place}.when", text)


def _find(
    named: str, indicator: Indicator, catalogue: Catalogue
) -> tuple[Indicator, Measure] | None:
    """Give the measure of a name, here or of another indicator, with its indicator."""
    owner, _, name = named.rpartition(":")
    homes = (each for each in catalogue.indicators if each.id == (owner or indicator.id))
    pairs = ((home, measure) for home in homes for measure in home.measures)
    return next((pair for pair in pairs if pair[1].name == name), None)


def _names_of(measure: Measure, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the names that the value of a measure can have."""
    question = catalogue.questions.get(references(measure)[0])
    match measure:
        case ClassMeasure():
            return tuple(band.name for band in measure.bands)
        case DominantMeasure():
            return (*(question.part_names if question else ()), measure.otherwise)
        case TopItemsMeasure():
            return question.part_names if question else ()
        case AnswerMeasure():
            is_named = question is not None and _answered(question) in ("name", "names")
            return _names(question, catalogue) if question and is_named else ()
        case _:
            return ()


def _no_number(question: str) -> Message:
    return message(CatalogueMessage.IS_NO_NUMBER, question=repr(question))
