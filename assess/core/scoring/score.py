"""Scores: for each measure a value with its unit, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_answer
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Held
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import (
    AnswerMeasure,
    Direction,
    ElementsMeasure,
    Measure,
    PartsMeasure,
    references,
)
from assess.core.catalogue.question import CountsQuestion, SharesQuestion
from assess.core.scoring.derivation import Derived, Input, Words, derive, derive_parts
from assess.core.scoring.message import ScoringMessage
from assess.core.text.message import CountedUnit, Month, Number, Sentence, Text, message, series
from assess.core.text.number_text import rounded
from assess.core.text.value import UnitName, Value, Wording

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Score(Value):
    """One measure of one indicator for one case."""

    indicator: str
    measure: str
    """`name`, or `question.part` for a part."""
    label: Words
    unit: UnitName
    decimals: int
    """How many decimals are shown; the value itself keeps full precision."""
    direction: Direction
    value: Held = None
    class_label: Words | None = None
    status: Status
    word: Wording
    """How the status is called."""
    reason: Words | None = None
    formula: Wording
    inputs: tuple[Input, ...] = ()
    excluded: tuple[Input, ...] = ()
    remark: Words | None = None
    doubt: Words | None = None
    """Which answers contradict each other, so that there is no value."""
    unusual: Words | None = None
    """Which answer behind the value is unusual, as long as nobody has given a reason."""
    stated: Held = None
    """The value that contradicting answers come to; it counts nowhere."""

    @property
    def key(self) -> str:
        """The measure's name in the whole catalogue."""
        return f"{self.indicator}:{self.measure}"

    @property
    def number(self) -> float | None:
        """The value as a number, where it is one."""
        return float(self.value) if isinstance(self.value, int | float) else None

    @property
    def rounded(self) -> Held:
        """The value with as many decimals as are shown."""
        return rounded(self.value, self.decimals) if isinstance(self.value, float) else self.value

    @property
    def shown(self) -> Text:
        """The value in words and figures, or the words for why there is none."""
        if self.value is None:
            return message(ScoringMessage.NO_VALUE, status=self.word)
        if self.unusual is not None:
            return message(ScoringMessage.UNUSUAL, value=self._in_words)
        return self._in_words

    @property
    def _in_words(self) -> Text:
        if isinstance(self.value, int | float):
            number: Text = Number(float(self.value), self.decimals)
            if self.unit:
                unit = CountedUnit(self.unit, round(float(self.value), self.decimals))
                number = message(ScoringMessage.WITH_UNIT, number=number, unit=unit)
            if self.class_label:
                return message(ScoringMessage.WITH_LEVEL, number=number, level=self.class_label)
            return number
        return self.class_label or str(self.value).replace("_", " ")

    @property
    def why(self) -> Text:
        """The whole account: formula in words, inputs, exclusions, or what is missing."""
        inputs = series(tuple(shown_inputs(self)), "semicolon")
        origin = (message(ScoringMessage.ORIGIN, inputs=inputs),) if self.inputs else ()
        return series((Sentence(self.formula), *self.gap, *origin, *self.asides), "blank")

    @property
    def gap(self) -> tuple[Text, ...]:
        """Why there is no value, as a sentence; none where there is one."""
        if self.value is not None:
            return ()
        return (message(ScoringMessage.NO_VALUE_BECAUSE, reason=self.reason or self.word),)

    @property
    def asides(self) -> tuple[Text, ...]:
        """What was left out and what is to be noticed, as sentences; mostly none."""
        sentences = []
        if self.excluded:
            left_out = [
                message(ScoringMessage.INPUT, label=given.label, status=given.word)
                for given in self.excluded
            ]
            sentences.append(message(ScoringMessage.LEFT_OUT, inputs=series(left_out, "semicolon")))
        if self.unusual is not None:
            sentences.append(message(ScoringMessage.UNUSUAL_BECAUSE, finding=self.unusual))
        if self.remark:
            sentences.append(message(ScoringMessage.NOTE, remark=self.remark))
        return tuple(sentences)


class Scores(Value):
    """All measures of a case, in the order of the catalogue."""

    by_key: Mapping[str, Score]

    def get(self, indicator: str, measure: str) -> Score | None:
        """Give the score of a measure, if the catalogue has it."""
        return self.by_key.get(f"{indicator}:{measure}")

    def of(self, indicator: str) -> tuple[Score, ...]:
        """Give the scores of one indicator, in order."""
        return tuple(score for score in self.by_key.values() if score.indicator == indicator)

    def lead_first(self, indicator: Indicator) -> tuple[Score, ...]:
        """Give the scores of one indicator, that of its lead measure before all others."""
        own = self.of(indicator.id)
        return tuple(sorted(own, key=lambda score: score.measure != indicator.lead_measure))

    def __iter__(self) -> Iterator[Score]:  # type: ignore[override]  # a collection of scores, not of fields
        return iter(self.by_key.values())


def score(assessment: Assessment, catalogue: Catalogue) -> Scores:
    """Score every measure of the catalogue for a case."""
    found = (
        scored
        for indicator in catalogue.indicators
        for scored in score_indicator(indicator, assessment, catalogue)
    )
    return Scores(by_key={scored.key: scored for scored in found})


def score_indicator(
    indicator: Indicator, assessment: Assessment, catalogue: Catalogue
) -> Iterator[Score]:
    """Score every measure of one indicator for a case."""
    for measure in indicator.measures:
        if isinstance(measure, PartsMeasure):
            question = catalogue.questions[measure.of]
            unit = "%" if isinstance(question, CountsQuestion | SharesQuestion) else measure.unit
            for name, label, derived in derive_parts(measure, indicator, assessment, catalogue):
                named = (name, label, unit)
                yield _score(indicator, measure, derived, named, assessment, catalogue)
        else:
            derived = derive(measure, indicator, assessment, catalogue)
            named = (measure.name, measure.label, measure.unit)
            yield _score(indicator, measure, derived, named, assessment, catalogue)


def telling_scores(
    indicator: Indicator, assessment: Assessment, catalogue: Catalogue
) -> tuple[Score, ...]:
    """Score the measures of an indicator that tell more than the answers themselves do."""
    plain = {
        measure.name
        for measure in indicator.measures
        if isinstance(measure, AnswerMeasure)
        or (
            isinstance(measure, PartsMeasure)
            and not isinstance(catalogue.questions[measure.of], CountsQuestion)
        )
    }
    return tuple(
        scored
        for scored in score_indicator(indicator, assessment, catalogue)
        if scored.measure.partition(".")[0] not in plain
    )


class _Doubts(NamedTuple):
    """What checks say of the answers behind a value."""

    contradiction: Text | None = None
    unusual: Text | None = None


def _doubts(derived: Derived, key: str, assessment: Assessment, catalogue: Catalogue) -> _Doubts:
    """Say which answer behind a value contradicts another one, or is unusual without a reason."""
    if derived.value is None:
        return _Doubts()
    labels = {given.reference.partition(".")[0]: given.label for given in derived.inputs}
    unusual = None
    for name in _questions_behind(catalogue).get(key, ()):
        label = labels.get(name, catalogue.questions[name].title)
        for finding in check_answer(assessment.answer(name), assessment, catalogue):
            said = message(ScoringMessage.CONTRADICTION, label=label, finding=finding.text)
            if finding.kind != "soft":
                return _Doubts(contradiction=said)
            unusual = unusual or said
    return _Doubts(unusual=unusual)


@lru_cache(maxsize=8)
def _questions_behind(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Give for each measure the questions whose answers it comes from, through other measures."""
    every = {f"{indicator.id}:{each.name}": each for indicator, each in catalogue.measures()}

    def behind(key: str) -> Iterator[str]:
        owner = key.partition(":")[0]
        for reference in references(every[key]):
            named = reference if ":" in reference else f"{owner}:{reference}"
            question = reference.partition(".")[0]
            if question in catalogue.questions:
                yield question
            elif named in every:
                yield from behind(named)

    return {key: tuple(dict.fromkeys(behind(key))) for key in every}


def _score(
    indicator: Indicator,
    measure: Measure,
    derived: Derived,
    named: tuple[str, Text, str],
    assessment: Assessment,
    catalogue: Catalogue,
) -> Score:
    name, label, unit = named
    doubt, unusual = _doubts(derived, f"{indicator.id}:{measure.name}", assessment, catalogue)
    stated = derived.value if doubt else None
    if doubt:
        none = {"value": None, "class_label": None, "status": Status.IMPLAUSIBLE, "reason": doubt}
        derived = derived.model_copy(update=none)
    if isinstance(measure, ElementsMeasure) and derived.excluded:
        counted = len(derived.inputs)
        unit = unit.replace(str(counted + len(derived.excluded)), str(counted))
    return Score(
        indicator=indicator.id,
        measure=name,
        label=label,
        unit=unit,
        decimals=measure.decimals,
        direction=indicator.direction_of(measure),
        formula=measure.formula,
        word=catalogue.edition.statuses[derived.status.value],
        doubt=doubt,
        unusual=unusual,
        stated=stated,
        **dict(derived),
    )


def shown_inputs(score: Score) -> Iterator[Text]:
    """Give what a value comes from: `Committed participants = 64`."""
    return (
        message(ScoringMessage.INPUT_IS, label=given.label, value=_show_input(given))
        for given in score.inputs
    )


def _show_input(given: Input) -> Text:
    if given.value is None:
        return given.word
    if isinstance(given.value, int | float):
        return Number(float(given.value), 2)
    if _MONTH.fullmatch(str(given.value)):
        return Month(date.fromisoformat(f"{given.value}-01"), in_words=True)
    return str(given.value)
