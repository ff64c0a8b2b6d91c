"""How measures follow from answers: the vocabulary in which the catalogue states a derivation.

A reference is the name of a question (`committed_total`), one of its parts (`composition.sme`), all
of its parts (`planning.*`), a measure of the same indicator (`age_years`; a question of that name
comes first) or a measure of another indicator (`service_funding:intensity`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from assess.core.text.value import Name, UnitName, Value, Wording

Direction = Literal["higher", "lower", "none"]


class _Measure(Value):
    name: Name
    label: Wording
    unit: UnitName
    """Shown behind the value, such as `%`, `years`, `EUR`; empty for classes and levels."""
    formula: Wording
    """How the value comes about, in words that a manager understands."""
    direction: Direction | None = None
    """Overrides the direction of the indicator."""
    sensitive: bool = False
    """Of a small group of peers it is not shown that all are in one class, or none."""


class AnswerMeasure(_Measure):
    """The answer itself: a number, a level or a class."""

    kind: Literal["answer"]
    of: str
    decimals: int = 1


class PartsMeasure(_Measure):
    """One measure for each part of shares, counts (as per cent of their sum) or a grid (as levels).

    The measures are named `question.part`; `name` is the name of the question.
    """

    kind: Literal["parts"]
    of: str
    decimals: int = 1


class ShareMeasure(_Measure):
    """100 times the sum of `numerator` divided by the sum of `denominator`."""

    kind: Literal["share"]
    numerator: tuple[str, ...] = Field(min_length=1)
    denominator: tuple[str, ...] = Field(min_length=1)
    decimals: int = 1


class RatioMeasure(_Measure):
    """The sum of `numerator` divided by the sum of `denominator`."""

    kind: Literal["ratio"]
    numerator: tuple[str, ...] = Field(min_length=1)
    denominator: tuple[str, ...] = Field(min_length=1)
    decimals: int = 2


class SumMeasure(_Measure):
    """The sum of numbers."""

    kind: Literal["sum"]
    of: tuple[str, ...] = Field(min_length=1)
    decimals: int = 1


class MeanMeasure(_Measure):
    """The mean of numbers or levels."""

    kind: Literal["mean"]
    of: tuple[str, ...] = Field(min_length=1)
    decimals: int = 2


class SpectrumMeasure(_Measure):
    """The share of items above 0, in per cent."""

    kind: Literal["spectrum"]
    of: tuple[str, ...] = Field(min_length=1)
    decimals: int = 1


class ElementsMeasure(_Measure):
    """How many elements are there: yes counts 1, partly 0.5, no 0."""

    kind: Literal["elements"]
    of: tuple[str, ...] = Field(min_length=1)
    decimals: int = 1


class MaximumShareMeasure(_Measure):
    """The sum of levels as a share of the highest possible sum, in per cent."""

    kind: Literal["maximum_share"]
    of: tuple[str, ...] = Field(min_length=1)
    decimals: int = 1


class AgeMeasure(_Measure):
    """Whole months from a month to the interview, divided by 12."""

    kind: Literal["age"]
    of: str
    decimals: int = 1


class ClassBand(Value):
    """One class of a number: all up to `up_to`, or `below` it, that no earlier class took."""

    name: Name
    label: Wording
    up_to: float | None = None
    below: float | None = None

    def takes(self, number: float) -> bool:
        """Tell whether a number that no earlier class took belongs here."""
        return (self.up_to is None or number <= self.up_to) and (
            self.below is None or number < self.below
        )


class ClassMeasure(_Measure):
    """The class in which a number falls."""

    kind: Literal["class"]
    of: str
    bands: tuple[ClassBand, ...] = Field(min_length=2)
    decimals: int = 0


class DominantMeasure(_Measure):
    """The part that is over a share of the whole, or a word when none is."""

    kind: Literal["dominant"]
    of: str
    over: float
    otherwise: Name
    otherwise_label: Wording
    decimals: int = 0


class TopItemsMeasure(_Measure):
    """The items of a grid at or above a level."""

    kind: Literal["top_items"]
    of: str
    level: int
    decimals: int = 0


Measure = Annotated[
    AnswerMeasure
    | PartsMeasure
    | ShareMeasure
    | RatioMeasure
    | SumMeasure
    | MeanMeasure
    | SpectrumMeasure
    | ElementsMeasure
    | MaximumShareMeasure
    | AgeMeasure
    | ClassMeasure
    | DominantMeasure
    | TopItemsMeasure,
    Field(discriminator="kind"),
]
"""Any measure, told apart by its `kind`."""


def references(measure: Measure) -> tuple[str, ...]:
    """Give every reference that a measure makes, in the order written."""
    if isinstance(measure, ShareMeasure | RatioMeasure):
        return (*measure.numerator, *measure.denominator)
    return (measure.of,) if isinstance(measure.of, str) else measure.of
