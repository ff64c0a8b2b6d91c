"""The questions of the interview: what is asked, in which form, and what each answer may be.

The names of the types follow XLSForm (https://xlsform.org) where it has them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assess.core.catalogue.condition import Relevance
from assess.core.catalogue.message import CatalogueMessage
from assess.core.text.flaw import flaw
from assess.core.text.message import Text
from assess.core.text.value import Name, UnitName, Value, Wording


class Choice(Value):
    """One of the answers to choose from; an ordinal choice has a level."""

    name: str
    label: Wording
    level: int | None = None


class Part(Value):
    """One row of a question that asks for several values: a share, a count or an item of a grid."""

    name: Name
    label: Wording
    hint: Wording | None = None


class _Asked(Value):
    name: Name
    label: Wording
    short: Wording | None = None
    """How the question is called in tables and charts."""
    hint: Wording | None = None
    guidance_hint: Wording | None = None
    required: bool = True
    relevant: Relevance | None = None
    meaning: str | None = None
    """The edition from which on the question means something else than before under its name:
    answers of editions before are not compared with those since."""

    @property
    def title(self) -> Text:
        """How the question is called in tables and charts."""
        return self.short or self.name.replace("_", " ")

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """The names of the rows of a question that asks for several values; else none."""
        return ()


class _Number(_Asked):
    unit: UnitName
    min: float | None = None
    max: float | None = None
    at_most: str | None = None
    """Another question whose value this one may not exceed (hard)."""
    usual_min: float | None = None
    usual_max: float | None = None

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        for low, high in (("min", "max"), ("usual_min", "usual_max")):
            lower, upper = getattr(self, low), getattr(self, high)
            if lower is not None and upper is not None and lower > upper:
                raise flaw(
                    CatalogueMessage.BOUNDS_IN_WRONG_ORDER,
                    low=low,
                    least=lower,
                    high=high,
                    most=upper,
                )
        return self


class IntegerQuestion(_Number):
    """A whole number with a unit."""

    type: Literal["integer"]


class DecimalQuestion(_Number):
    """A number with a unit; `decimals` is the most decimals that make sense."""

    type: Literal["decimal"]
    decimals: int = 2


class MonthQuestion(_Asked):
    """A month (`YYYY-MM`), or a year (`YYYY`) if that is all; never after the interview."""

    type: Literal["month"]


class SelectOneQuestion(_Asked):
    """One of several choices."""

    type: Literal["select_one"]
    choices: tuple[Choice, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _has_levels_for_all_or_none(self) -> Self:
        with_level = [choice.level is not None for choice in self.choices]
        if any(with_level) and not all(with_level):
            raise flaw(CatalogueMessage.LEVELS_OF_SOME_CHOICES)
        return self

    @property
    def is_ordinal(self) -> bool:
        """Whether the choices have levels."""
        return self.choices[0].level is not None


class SelectMultipleQuestion(_Asked):
    """Any number of choices, from a list of its own or from the list of countries."""

    type: Literal["select_multiple"]
    choices: tuple[Choice, ...] = ()
    choices_from: Literal["countries"] | None = None

    @model_validator(mode="after")
    def _has_choices(self) -> Self:
        if not self.choices and self.choices_from is None:
            raise flaw(CatalogueMessage.NO_CHOICES)
        return self


class ScaleQuestion(_Asked):
    """A level from 0 to 4, each with an anchor text."""

    type: Literal["scale"]
    anchors: tuple[Wording, ...] = Field(min_length=5, max_length=5)


class YesPartlyNoQuestion(_Asked):
    """Yes (1), partly (0.5) or no (0)."""

    type: Literal["yes_partly_no"]


class SharesQuestion(_Asked):
    """Parts in per cent that sum to 100."""

    type: Literal["shares"]
    parts: tuple[Part, ...] = Field(min_length=2)

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """The names of the rows, in order."""
        return tuple(part.name for part in self.parts)


class CountsQuestion(_Asked):
    """Whole numbers by category that should sum to the answer of another question."""

    type: Literal["counts"]
    unit: UnitName
    parts: tuple[Part, ...] = Field(min_length=2)
    sums_to: str | None = None

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """The names of the rows, in order."""
        return tuple(part.name for part in self.parts)


class GridQuestion(_Asked):
    """Items rated on one scale, from 0 to the last anchor."""

    type: Literal["grid"]
    parts: tuple[Part, ...] = Field(min_length=1, alias="items")
    anchors: tuple[Wording, ...] = Field(min_length=2)

    @cached_property
    def part_names(self) -> tuple[str, ...]:
        """The names of the rows, in order."""
        return tuple(part.name for part in self.parts)

    @property
    def top_level(self) -> int:
        """The highest level of the scale."""
        return len(self.anchors) - 1


class TextQuestion(_Asked):
    """A text of any length, in any script."""

    type: Literal["text"]


class UrlQuestion(_Asked):
    """The address of a page."""

    type: Literal["url"]


class StoriesQuestion(_Asked):
    """Up to `most` success stories: title, problem, role, participants, result, released."""

    type: Literal["stories"]
    most: int = 3


Question = Annotated[
    IntegerQuestion
    | DecimalQuestion
    | MonthQuestion
    | SelectOneQuestion
    | SelectMultipleQuestion
    | ScaleQuestion
    | YesPartlyNoQuestion
    | SharesQuestion
    | CountsQuestion
    | GridQuestion
    | TextQuestion
    | UrlQuestion
    | StoriesQuestion,
    Field(discriminator="type"),
]
"""Any question of the interview, told apart by its `type`."""

YES_PARTLY_NO: dict[str, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0}

STORY_FIELDS = ("title", "problem", "role", "participants", "result", "released")
