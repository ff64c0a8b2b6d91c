"""The schema of the pool: which values of a case can be compared, and what defines each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import (
    brief_digest,
    measure_definition,
    question_definition,
)
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import (
    AnswerMeasure,
    ClassMeasure,
    DominantMeasure,
    Measure,
    PartsMeasure,
    TopItemsMeasure,
)
from assess.core.catalogue.question import (
    CountsQuestion,
    Question,
    ScaleQuestion,
    SelectOneQuestion,
    SharesQuestion,
)
from assess.core.peers.message import PeersMessage
from assess.core.text.message import Text, message
from assess.core.text.value import UnitName, Value, Wording

YES, PARTLY, NO = "yes", "partly", "no"

_ELEMENT_LABELS = (
    message(PeersMessage.YES),
    message(PeersMessage.PARTLY),
    message(PeersMessage.NO),
)


class PooledMeasure(Value):
    """One measure, or one element of a checklist, of which values are pooled."""

    key: str
    """`indicator:measure`, or `indicator:question` for an element."""
    classes: tuple[str, ...] = ()
    """The names of the classes; a pooled value is then the place of its class. Else numbers."""
    labels: tuple[Text, ...] = ()
    """How the classes are called, or the levels from `lowest` on."""
    lowest: int | None = None
    """With a number that is a level: the lowest level."""
    decimals: int = 0
    unit: UnitName = ""
    is_element: bool = False
    sensitive: bool = False
    """Of a small group it is not shown that all are in one class, or none."""
    definition: str
    """A digest of what decides the value: values are compared only under the same definition."""


class PoolSchema(Value):
    """What the pool keeps of each organisation under one edition of a catalogue, in order."""

    catalogue: str
    pooled: tuple[PooledMeasure, ...]

    @cached_property
    def digest(self) -> str:
        """What tells this layout from any other."""
        return brief_digest(
            [
                self.catalogue,
                [(pooled.key, pooled.definition, pooled.classes) for pooled in self.pooled],
            ]
        )


@lru_cache(maxsize=8)
def schema_of(catalogue: Catalogue) -> PoolSchema:
    """Give what is pooled under a catalogue: every measure, and the elements of its checklists."""
    found = {
        pooled.key: pooled
        for indicator in catalogue.indicators
        for pooled in _pooled(indicator, catalogue)
    }
    return PoolSchema(catalogue=catalogue.edition.id, pooled=tuple(found.values()))


def _pooled(indicator: Indicator, catalogue: Catalogue) -> Iterator[PooledMeasure]:
    for measure in indicator.measures:
        if isinstance(measure, TopItemsMeasure):
            continue  # a list; its items are pooled one by one as parts
        definition = measure_definition(measure, indicator, catalogue)
        if isinstance(measure, PartsMeasure):
            question = catalogue.questions[measure.of]
            is_share = isinstance(question, CountsQuestion | SharesQuestion)
            for part in question.part_names:
                yield PooledMeasure(
                    key=f"{indicator.id}:{measure.of}.{part}",
                    decimals=measure.decimals,
                    unit="%" if is_share else measure.unit,
                    sensitive=measure.sensitive,
                    definition=definition,
                )
            continue
        classes, labels, lowest = _classes(measure, catalogue)
        yield PooledMeasure(
            key=f"{indicator.id}:{measure.name}",
            classes=classes,
            labels=labels,
            lowest=lowest,
            decimals=measure.decimals,
            unit=measure.unit,
            sensitive=measure.sensitive,
            definition=definition,
        )
    for chart in indicator.charts:
        for name in chart.questions:
            yield PooledMeasure(
                key=f"{indicator.id}:{name}",
                classes=(YES, PARTLY, NO),
                labels=_ELEMENT_LABELS,
                is_element=True,
                definition=question_definition(catalogue.questions[name]),
            )


def _classes(
    measure: Measure, catalogue: Catalogue
) -> tuple[tuple[str, ...], tuple[Wording, ...], int | None]:
    """Give the names and labels of the classes of a measure, or the labels of its levels."""
    match measure:
        case ClassMeasure():
            return (
                tuple(band.name for band in measure.bands),
                tuple(band.label for band in measure.bands),
                None,
            )
        case DominantMeasure():
            parts = getattr(catalogue.questions[measure.of], "parts", ())
            return (
                (*(part.name for part in parts), measure.otherwise),
                (*(part.label for part in parts), measure.otherwise_label),
                None,
            )
        case AnswerMeasure():
            return _answer_classes(catalogue.questions.get(measure.of))
        case _:
            return (), (), None


def _answer_classes(
    question: Question | None,
) -> tuple[tuple[str, ...], tuple[Wording, ...], int | None]:
    match question:
        case SelectOneQuestion() if question.is_ordinal:
            levels = sorted(question.choices, key=lambda choice: choice.level or 0)
            return (), tuple(choice.label for choice in levels), levels[0].level
        case SelectOneQuestion():
            return (
                tuple(choice.name for choice in question.choices),
                tuple(choice.label for choice in question.choices),
                None,
            )
        case ScaleQuestion():
            return (), question.anchors, 0
        case _:
            return (), (), None
