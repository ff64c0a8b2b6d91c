"""What the catalogue advises, as data: recommendations, strengths, and what they presume."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from assess.core.catalogue.condition import Comparison, Trigger
from assess.core.catalogue.message import CatalogueMessage
from assess.core.catalogue.rule.expression import parsed
from assess.core.text.flaw import flaw
from assess.core.text.value import Name, Said, Value, Wording

Effort = Literal["S", "M", "L"]
"""How much a recommendation takes: up to a day, up to a month, or more."""


class Need(Comparison):
    """What a rule presumes of a `measure`, or as an expression over answers that `holds`.

    The measure passes a test, or lies somewhere among the peers. A recommendation is left out only
    where the answers deny what it presumes: what is not known denies nothing.
    """

    measure: str | None = None
    position: tuple[Literal["below", "within", "above"], ...] = ()
    """With `measure`: where it may lie; without peers it may lie anywhere."""
    holds_: str | None = Field(default=None, alias="holds")

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if (self.measure is None) == (self.holds_ is None):
            raise flaw(CatalogueMessage.NEED_OF_NO_KIND)
        if self.measure is not None and self.is_empty == (not self.position):
            raise flaw(CatalogueMessage.NEED_WITHOUT_TEST)
        if self.holds_ is not None:
            if self.position or not self.is_empty:
                raise flaw(CatalogueMessage.HOLDS_NOT_ALONE)
            parsed(self.holds_)
        return self


class RecommendationRule(Value):
    """When to recommend what: a finding, what it means, one action and its first step."""

    id: Name
    when: tuple[Trigger, ...] = Field(min_length=1)
    """All of them must hold."""
    needs: tuple[Need, ...] = ()
    """What finding, action and first step presume."""
    finding: Wording
    """May name `{value}`, the value of the first measure; `{missing}`, the missing elements;
    `{before}`, the value of the last round; and `{peers}`, the peers with their middle half."""
    meaning: Wording
    action: Wording
    first_step: Wording
    quality_items: tuple[str, ...] = ()
    naming: Trigger | None = None
    """What `{missing}` names, where it is not what the rule waits for."""
    group: Name | None = None
    """The group of the edition with whose other rules it shares a card."""
    supersedes: tuple[Name, ...] = ()
    """Rules of the same indicator that say nothing where this one applies."""
    effort: Effort | None = None
    criterion: Said | None = None
    """The criterion of eligibility against which the finding stands, while its number fails."""

    @model_validator(mode="after")
    def _names_elements(self) -> Self:
        if self.naming is not None and self.naming.missing is None:
            raise flaw(CatalogueMessage.NAMING_NOT_MISSING)
        return self


class StrengthRule(Value):
    """How a strength is told.

    The lead measure decides: with a `position` the rule tells that it is above the middle half of
    the peers; without one, it names the top class, for where there are no peers.
    """

    id: Name
    when: tuple[Trigger, ...] = Field(min_length=1)
    needs: tuple[Need, ...] = ()
    min_base: tuple[Need, ...] = ()
    """The base without which there is nothing to tell: here what is not known denies it."""
    text: Wording
    """May name `{value}` and `{peers}`, as the finding of a recommendation does."""


class AdviceGroup(Value):
    """Rules of several indicators that share cards, so that they are not said one by one.

    The strongest have cards of their own, as long as `most` allows; the last card is shared.
    """

    id: Name
    most: int = Field(ge=1)
    finding: Wording
    """May name `{fields}`, the titles of the indicators, and `{missing}`, what is missing there."""
    meaning: Wording
    action: Wording
    first_step: Wording
    quality_items: tuple[str, ...] = ()
    effort: Effort | None = None
