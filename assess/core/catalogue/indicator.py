"""The indicators: questions, the measures derived from them, how each is shown and advised on."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from assess.core.catalogue.measure import Direction, Measure, PartsMeasure
from assess.core.catalogue.question import Question
from assess.core.catalogue.rule.advice_rule import RecommendationRule, StrengthRule
from assess.core.text.value import Name, Said, Value, Wording


class Chart(Value):
    """The kind of picture that the data of some measures asks for.

    `band`: numbers on a line; `stacked`: shares of a whole; `classes`: one choice; `matrix`: a
    checklist; `profile`: levels of several items; `radar`: the fields of a service overview.
    """

    kind: Literal["band", "stacked", "classes", "matrix", "profile", "radar"]
    measures: tuple[str, ...] = ()
    """Names of measures of this indicator; a parts measure stands for all its parts."""
    questions: tuple[str, ...] = ()
    """For a matrix: the questions of the checklist."""
    title: Wording


class Indicator(Value):
    """One of the 36 indicators, as its file states it."""

    number: int = Field(ge=1)
    id: Name
    area: Name
    title: Wording
    why: Wording
    """One sentence: why it is asked."""
    guidance: Wording | None = None
    """For the expert: what to count, what to listen for."""
    direction: Direction
    lead: str | None = None
    """The measure that stands for the indicator in headings, figures, first sentences and trends;
    none: the first one that its charts show."""
    evidence: Literal["documented", "known", "proposed"]
    source: tuple[Said, ...] = ()
    quality_items: tuple[str, ...] = ()
    priority: str | None = None
    """The measure that says how much of a priority the subject is to the cluster itself, where
    `serves` names nothing."""
    serves: tuple[Name, ...] = ()
    """The topics among the cluster's own priorities that the subject serves."""
    judgement: bool = False
    """The answers are the judgement of the cluster management; every chart says so."""
    questions: tuple[Question, ...] = Field(default=(), alias="question")
    measures: tuple[Measure, ...] = Field(min_length=1, alias="measure")
    charts: tuple[Chart, ...] = Field(min_length=1, alias="chart")
    recommendations: tuple[RecommendationRule, ...] = Field(default=(), alias="recommendation")
    strengths: tuple[StrengthRule, ...] = Field(default=(), alias="strength")

    @cached_property
    def lead_measure(self) -> str:
        """The name of the measure that stands for the indicator; empty where it measures nothing.

        A measure of parts has no value of its own, so it leads only where there is no other.
        """
        if self.lead is not None:
            return self.lead
        parts = {measure.name for measure in self.measures if isinstance(measure, PartsMeasure)}
        charted = [name for chart in self.charts for name in chart.measures]
        named = [*charted, *(measure.name for measure in self.measures)]
        return next((name for name in named if name not in parts), named[0] if named else "")

    def direction_of(self, measure: Measure) -> Direction:
        """Give the direction of a measure: its own, or that of the indicator."""
        return measure.direction or self.direction


class Module(Indicator):
    """Questions on a subject beside the 36: asked like an indicator, and never counted among them.

    Nothing is measured, compared or advised; the answers stand on a page of their own.
    """

    number: int = 1
    """After the last indicator, in the order in which the edition switches modules on."""
    area: Name = "modules"
    direction: Direction = "none"
    evidence: Literal["documented", "known", "proposed"] = "proposed"
    measures: tuple[Measure, ...] = Field(default=(), max_length=0, alias="measure")
    charts: tuple[Chart, ...] = Field(default=(), max_length=0, alias="chart")
