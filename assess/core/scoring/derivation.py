"""Derived values: what follows from the answers, or why nothing does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import fsum
from typing import Annotated

from pydantic import SkipValidation

from assess.core.case.assessment import Assessment, status_of
from assess.core.case.check.answer_view import months_between
from assess.core.catalogue.answer_status import OUT_OF_DENOMINATOR, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Held
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import (
    AgeMeasure,
    AnswerMeasure,
    ClassMeasure,
    DominantMeasure,
    ElementsMeasure,
    MaximumShareMeasure,
    MeanMeasure,
    Measure,
    PartsMeasure,
    RatioMeasure,
    ShareMeasure,
    SpectrumMeasure,
    SumMeasure,
    TopItemsMeasure,
)
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    CountsQuestion,
    GridQuestion,
    Question,
    SelectOneQuestion,
    YesPartlyNoQuestion,
)
from assess.core.scoring.message import ScoringMessage
from assess.core.text.message import Message, Text, message, series
from assess.core.text.value import Value, Wording

Words = Annotated[Text, SkipValidation]
"""A text that is worked out here and never read, so that nothing has to be looked for in it."""


class Input(Value):
    """One answer, part of an answer or measure that goes into a derived value."""

    reference: str
    label: Words
    value: Held = None
    status: Status
    word: Wording
    """How the status is called."""


class Derived(Value):
    """A derived value at full precision, or the status and the reason why there is none."""

    value: Held = None
    class_label: Words | None = None
    """What the value is called, where it is a class or a level with a name."""
    status: Status = Status.ANSWERED
    reason: Words | None = None
    """Why there is no value."""
    inputs: tuple[Input, ...] = ()
    excluded: tuple[Input, ...] = ()
    """Inputs left out, because they do not apply, are skipped or came later."""
    remark: Words | None = None


def derive(
    measure: Measure, indicator: Indicator, assessment: Assessment, catalogue: Catalogue
) -> Derived:
    """Derive the value of a measure (for a parts measure, use `derive_parts`)."""
    return _Derivation(indicator, assessment, catalogue).of(measure)


def derive_parts(
    measure: PartsMeasure, indicator: Indicator, assessment: Assessment, catalogue: Catalogue
) -> Iterator[tuple[str, Text, Derived]]:
    """Derive the measure of each part of a question, as (name, label, value)."""
    question = catalogue.questions[measure.of]
    inputs = tuple(_Derivation(indicator, assessment, catalogue).inputs(f"{measure.of}.*"))
    for given in inputs:
        if isinstance(question, CountsQuestion):
            derived = _quotient([given], inputs, 100.0, message(ScoringMessage.SUM_IS_ZERO))
        elif given.value is None:
            derived = _no_value(given, inputs=(given,))
        else:
            derived = Derived(
                value=given.value, inputs=(given,), class_label=_level_name(question, given.value)
            )
        yield given.reference, given.label, derived


class _Derivation:
    """Resolves the references of one indicator's measures against one assessment."""

    def __init__(self, indicator: Indicator, assessment: Assessment, catalogue: Catalogue) -> None:
        self.indicator = indicator
        self.assessment = assessment
        self.catalogue = catalogue

    def of(self, measure: Measure) -> Derived:
        match measure:
            case AnswerMeasure():
                return self._answer(measure)
            case ShareMeasure() | RatioMeasure():
                factor = 100.0 if isinstance(measure, ShareMeasure) else 1.0
                over, under = self._pairs(measure)
                return _quotient(over, under, factor, message(ScoringMessage.DIVISOR_IS_ZERO))
            case SumMeasure() | ElementsMeasure():
                return _fold(self._all(measure.of), fsum)
            case MeanMeasure():
                return _fold(self._all(measure.of), lambda numbers: fsum(numbers) / len(numbers))
            case SpectrumMeasure():
                return _fold(self._all(measure.of), _share_above_zero)
            case MaximumShareMeasure():
                return self._maximum_share(measure)
            case AgeMeasure():
                return self._age(measure)
            case ClassMeasure():
                return self._class(measure)
            case DominantMeasure():
                return self._dominant(measure)
            case TopItemsMeasure():
                return self._top_items(measure)
            case PartsMeasure():
                raise TypeError("a parts measure is derived part by part")

    def inputs(self, reference: str) -> Iterator[Input]:
        """Resolve a reference to one input, or to one for each part."""
        indicator_id, colon, name = reference.partition(":")
        if colon:
            yield self._measure_input(reference, self.catalogue.indicator(indicator_id), name)
            return
        name, dot, part = reference.partition(".")
        question = self.catalogue.questions.get(name)
        if question is None:
            yield self._measure_input(reference, self.indicator, reference)
        elif not dot:
            yield self._question_input(question)
        else:
            wanted = question.part_names if part == "*" else (part,)
            for wanted_part in wanted:
                yield self._part_input(question, wanted_part)

    def _all(self, references: Sequence[str]) -> list[Input]:
        return [given for reference in references for given in self.inputs(reference)]

    def _measure_input(self, reference: str, indicator: Indicator, name: str) -> Input:
        measure = next(candidate for candidate in indicator.measures if candidate.name == name)
        derived = _Derivation(indicator, self.assessment, self.catalogue).of(measure)
        label: Text = measure.label
        if indicator.id != self.indicator.id:
            label = message(
                ScoringMessage.MEASURE_OF_INDICATOR, indicator=indicator.title, measure=label
            )
        return self._input(reference, label, derived.value, derived.status)

    def _question_input(self, question: Question) -> Input:
        status = status_of(question, self.assessment, self.catalogue)
        value = self.assessment.value(question.name) if status is Status.ANSWERED else None
        return self._input(question.name, question.title, _as_number(question, value), status)

    def _part_input(self, question: Question, part: str) -> Input:
        status = status_of(question, self.assessment, self.catalogue)
        whole = self.assessment.value(question.name) if status is Status.ANSWERED else None
        value = whole.get(part) if isinstance(whole, dict) else None
        parts = getattr(question, "parts", ())
        label = next(candidate.label for candidate in parts if candidate.name == part)
        return self._input(f"{question.name}.{part}", label, value, status)

    def _input(self, reference: str, label: Text, value: Held, status: Status) -> Input:
        word = self.catalogue.edition.statuses[status.value]
        return Input(reference=reference, label=label, value=value, status=status, word=word)

    def _pairs(self, measure: ShareMeasure | RatioMeasure) -> tuple[list[Input], list[Input]]:
        """Resolve both sides of a quotient; in pairs, a part left out takes the other along."""
        over, under = self._all(measure.numerator), self._all(measure.denominator)
        if len(over) == len(under) > 1:
            for index, (upper, lower) in enumerate(zip(over, under, strict=True)):
                if upper.status in OUT_OF_DENOMINATOR and lower.status not in OUT_OF_DENOMINATOR:
                    under[index] = _left_out_with(lower, upper)
                elif lower.status in OUT_OF_DENOMINATOR and upper.status not in OUT_OF_DENOMINATOR:
                    over[index] = _left_out_with(upper, lower)
        return over, under

    def _answer(self, measure: AnswerMeasure) -> Derived:
        (given,) = self.inputs(measure.of)
        if given.value is None:
            return _no_value(given, inputs=(given,))
        question = self.catalogue.questions.get(measure.of)
        said = self.assessment.value(measure.of)
        label = _level_name(question, said) if question else None
        return Derived(value=given.value, class_label=label, inputs=(given,))

    def _maximum_share(self, measure: MaximumShareMeasure) -> Derived:
        inputs = self._all(measure.of)
        question = self.catalogue.questions[measure.of[0].partition(".")[0]]
        top = question.top_level if isinstance(question, GridQuestion) else 4
        return _fold(inputs, lambda levels: 100.0 * fsum(levels) / (top * len(levels)))

    def _age(self, measure: AgeMeasure) -> Derived:
        (given,) = self.inputs(measure.of)
        if not isinstance(given.value, str):
            return _no_value(given, inputs=(given,))
        months = months_between(given.value, self.assessment.case.details.interview_date)
        remark = None if "-" in given.value else message(ScoringMessage.ONLY_YEAR_KNOWN)
        return Derived(value=months / 12, inputs=(given,), remark=remark)

    def _class(self, measure: ClassMeasure) -> Derived:
        (given,) = self.inputs(measure.of)
        if not isinstance(given.value, int | float):
            return _no_value(given, inputs=(given,))
        for band in measure.bands:
            if band.takes(float(given.value)):
                return Derived(value=band.name, class_label=band.label, inputs=(given,))
        return Derived(
            status=Status.NOT_APPLICABLE,
            reason=message(ScoringMessage.NO_CLASS),
            inputs=(given,),
        )

    def _dominant(self, measure: DominantMeasure) -> Derived:
        inputs = tuple(self.inputs(f"{measure.of}.*"))
        missing = next((given for given in inputs if given.value is None), None)
        if missing:
            return _no_value(missing, inputs=inputs)
        for given in inputs:
            if isinstance(given.value, int | float) and given.value > measure.over:
                name = given.reference.partition(".")[2]
                return Derived(value=name, class_label=given.label, inputs=inputs)
        return Derived(value=measure.otherwise, class_label=measure.otherwise_label, inputs=inputs)

    def _top_items(self, measure: TopItemsMeasure) -> Derived:
        inputs = tuple(self.inputs(f"{measure.of}.*"))
        missing = next((given for given in inputs if given.value is None), None)
        if missing:
            return _no_value(missing, inputs=inputs)
        top = [
            given
            for given in inputs
            if isinstance(given.value, int | float) and given.value >= measure.level
        ]
        names: list[object] = [given.reference.partition(".")[2] for given in top]
        labels: Text = series([given.label for given in top], "comma")
        if not top:
            labels = message(ScoringMessage.NO_ITEM)
        return Derived(value=names, class_label=labels, inputs=inputs)


def _left_out_with(given: Input, partner: Input) -> Input:
    return given.model_copy(update={"status": partner.status, "word": partner.word, "value": None})


def _as_number(question: Question, value: object) -> Held:
    """Give the number that an answer stands for, or its word where it stands for none."""
    if value is None or isinstance(value, bool):
        return None
    match question:
        case YesPartlyNoQuestion():
            return YES_PARTLY_NO[str(value)]
        case SelectOneQuestion() if question.is_ordinal:
            return next(choice.level for choice in question.choices if choice.name == value)
        case _:
            return value  # type: ignore[return-value]  # JSON, as the case file writes it


def _level_name(question: Question | None, value: object) -> Wording | None:
    """Give the words for a choice or a level."""
    if isinstance(question, SelectOneQuestion):
        return next((choice.label for choice in question.choices if choice.name == value), None)
    anchors: tuple[Wording, ...] = getattr(question, "anchors", ())
    if isinstance(value, int) and not isinstance(value, bool) and value < len(anchors):
        return anchors[value]
    return None


def _no_value(
    because: Input, *, inputs: Sequence[Input], excluded: Sequence[Input] = ()
) -> Derived:
    return Derived(
        status=because.status,
        reason=message(
            ScoringMessage.INPUT_WITHOUT_VALUE, label=because.label, status=because.word
        ),
        inputs=tuple(inputs),
        excluded=tuple(excluded),
    )


def _sift(inputs: Sequence[Input]) -> tuple[list[Input], list[Input], Input | None]:
    """Part inputs into those that count, those left out, and the first that makes it no value."""
    left_out = [given for given in inputs if given.status in OUT_OF_DENOMINATOR]
    counted = [given for given in inputs if given.status not in OUT_OF_DENOMINATOR]
    blocking = next((given for given in counted if given.value is None), None)
    if blocking is None and not counted and left_out:
        blocking = left_out[0]
    return counted, left_out, blocking


def _numbers(inputs: Sequence[Input]) -> list[float]:
    return [float(given.value) for given in inputs if isinstance(given.value, int | float)]


def _share_above_zero(numbers: Sequence[float]) -> float:
    return 100.0 * sum(number > 0 for number in numbers) / len(numbers)


def _fold(inputs: Sequence[Input], function: Callable[[Sequence[float]], float]) -> Derived:
    counted, left_out, blocking = _sift(inputs)
    if blocking:
        return _no_value(blocking, inputs=counted, excluded=left_out)
    value = function(_numbers(counted))
    return Derived(value=value, inputs=tuple(counted), excluded=tuple(left_out))


def _quotient(
    over: Sequence[Input], under: Sequence[Input], factor: float, zero: Message
) -> Derived:
    upper, upper_out, blocking = _sift(over)
    lower, lower_out, blocking_below = _sift(under)
    inputs = list({given.reference: given for given in (*upper, *lower)}.values())
    excluded = list({given.reference: given for given in (*upper_out, *lower_out)}.values())
    stopped = blocking or blocking_below
    if stopped:
        return _no_value(stopped, inputs=inputs, excluded=excluded)
    whole = fsum(_numbers(lower))
    if whole == 0:
        if len(lower) == 1:
            zero = message(ScoringMessage.INPUT_IS_ZERO, label=lower[0].label)
        return Derived(
            status=Status.NOT_APPLICABLE,
            reason=zero,
            inputs=tuple(inputs),
            excluded=tuple(excluded),
        )
    value = factor * fsum(_numbers(upper)) / whole
    return Derived(value=value, inputs=tuple(inputs), excluded=tuple(excluded))
