"""Conditions on answers and on measures, as the catalogue writes them."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from assess.core.catalogue.message import CatalogueMessage
from assess.core.text.flaw import flaw
from assess.core.text.value import Value

Held = str | int | float | list[Any] | dict[str, Any] | None
"""What a condition looks at: the value of an answer or of a measure."""


class Comparison(Value):
    """One test on a value: it is one of some names, or lies on one side of a number.

    A list is compared by how many entries it has.
    """

    is_: tuple[str, ...] | None = Field(default=None, alias="is")
    is_not: tuple[str, ...] | None = None
    above: float | None = None
    at_least: float | None = None
    below: float | None = None
    at_most: float | None = None

    def holds(self, value: Held) -> bool | None:
        """Tell whether the value passes every test; None when there is no value to look at."""
        if value is None:
            return None
        names = value if isinstance(value, list) else [value]
        if self.is_ is not None and not any(name in self.is_ for name in names):
            return False
        if self.is_not is not None and any(name in self.is_not for name in names):
            return False
        number = len(value) if isinstance(value, list | dict) else value
        if isinstance(number, str):
            return True
        return (
            (self.above is None or number > self.above)
            and (self.at_least is None or number >= self.at_least)
            and (self.below is None or number < self.below)
            and (self.at_most is None or number <= self.at_most)
        )

    @property
    def is_empty(self) -> bool:
        """Whether no test is stated."""
        tests = (self.is_, self.is_not, self.above, self.at_least, self.below, self.at_most)
        return all(test is None for test in tests)


class Relevance(Comparison):
    """When a question is asked: only if the answer to an earlier question passes the test.

    A question is skipped only once the test is known to fail; an open answer skips nothing.
    """

    question: str

    @model_validator(mode="after")
    def _states_a_test(self) -> Self:
        if self.is_empty:
            raise flaw(CatalogueMessage.RELEVANT_WITHOUT_TEST)
        return self


class Trigger(Comparison):
    """When a recommendation or a strength applies.

    Exactly one of: a `measure` with a test on its value; a `measure` with a `position` among the
    peers; a `measure` with a `change` since the last round, by at least so much; `missing`,
    elements (questions, or question.item) that are not fully there, of which at least one must be.
    """

    measure: str | None = None
    position: Literal["below", "within", "above"] | None = None
    change: Literal["fallen", "risen"] | None = None
    by: float | None = Field(default=None, gt=0)
    """With `change`: the least difference that counts, in the unit of the measure."""
    missing: tuple[str, ...] | None = None
    needed: int | None = None
    """With `missing` on items of a grid: the level from which an item counts as there."""

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if (self.measure is None) == (self.missing is None):
            raise flaw(CatalogueMessage.TRIGGER_OF_NO_KIND)
        said = [not self.is_empty, self.position is not None, self.change is not None]
        if self.missing is not None and any(said):
            raise flaw(CatalogueMessage.MISSING_NOT_ALONE)
        if self.measure is not None and said.count(True) != 1:
            raise flaw(CatalogueMessage.TRIGGER_WITHOUT_TEST)
        if self.by is not None and self.change is None:
            raise flaw(CatalogueMessage.BY_WITHOUT_CHANGE)
        return self
