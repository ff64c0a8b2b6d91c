"""The rules of the label as dated data: criteria, policies, quality-label items, portfolios."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from assess.core.catalogue.condition import Comparison
from assess.core.catalogue.level import Level, OwnLevel
from assess.core.catalogue.message import CatalogueMessage
from assess.core.text.flaw import flaw
from assess.core.text.value import Said, UnitName, Value, Wording


class Prefill(Comparison):
    """The number from the interview that stands beside a criterion, and the test it should pass.

    `measure` is `indicator:measure` or `question`; `count_of` counts the items at or above `level`
    over the parts of grids (`service_funding.*`).
    """

    measure: str | None = None
    count_of: tuple[str, ...] | None = None
    level: int = 1
    label: Wording
    unit: UnitName = ""

    @model_validator(mode="after")
    def _looks_at_one_thing(self) -> Self:
        if (self.measure is None) == (self.count_of is None):
            raise flaw(CatalogueMessage.PREFILL_OF_NO_KIND)
        if self.is_empty:
            raise flaw(CatalogueMessage.PREFILL_WITHOUT_TEST)
        return self


class Criterion(Value):
    """One eligibility criterion; the verdict on it is the expert's."""

    id: Said
    title: Wording
    text: Wording
    prefill: Prefill | None = None
    reason_states: tuple[Literal["address", "day"], ...] = ()
    """What the reason of the verdict that it is met has to state."""


class Term(Value):
    """How long a label is valid: months after its base, and whether to the end of that month."""

    months: int = Field(gt=0)
    end_of_month: bool


class Follows(Value):
    """After which other benchmarking a label comes: a warning where it is otherwise, no bar."""

    level: OwnLevel
    at_least_months: int = Field(ge=0)
    at_most_months: int = Field(ge=0)


class Policy(Value):
    """The rules of one label level for interviews within a span of days."""

    id: Said
    level: OwnLevel
    title: Wording
    interview_from: date
    interview_to: date | None = None
    criteria_apply: bool
    first: Term
    """Counted from the interview."""
    renewal: Term | None = None
    """Counted from the end of the previous label; none: a renewal is counted like a first label."""
    window: Term | None = None
    """Counted from the end of the previous label: until when an interview is a renewal."""
    follows: Follows | None = None
    """Counted from the interview of the newest label of the other level to this interview."""
    early_months: int | None = None
    """A renewal interview more than so many months before the end of the label is warned of."""
    source: tuple[Said, ...] = ()


class LabelLevel(Value):
    """One level of the label with its titles."""

    id: Level
    title: Wording
    """The claim, such as "Striving for Cluster Excellence"."""
    full_title: Wording


class QualityItem(Value):
    """One quality indicator of the Gold label, in our own words; its threshold is not public."""

    id: Said
    title: Wording
    minimum: bool = False
    """Whether a minimum requirement is presumed on its subject, by which advice is ordered."""


class PortfolioVocabulary(Value):
    """The comparative portfolios in use from a day on."""

    valid_from: date
    portfolios: tuple[Said, ...] = Field(min_length=1)


class Retention(Value):
    """For how many days something is kept before it is due to be erased."""

    kind: Literal["draft", "proposal", "unfinished", "finished", "copy"]
    days: int = Field(gt=0)
    title: Wording
    reason: Said


class LabelRules(Value):
    """Everything in `label.toml`."""

    levels: tuple[LabelLevel, ...] = Field(alias="level")
    criteria: tuple[Criterion, ...] = Field(alias="criterion")
    policies: tuple[Policy, ...] = Field(alias="policy", min_length=1)
    quality_items: tuple[QualityItem, ...] = Field(alias="quality_item")
    portfolio_vocabularies: tuple[PortfolioVocabulary, ...] = Field(alias="portfolio_vocabulary")
    retention: tuple[Retention, ...] = ()
    serial_pattern: str
    impartiality_years: int = 3

    def longest_months(self, level: str, day: date) -> int:
        """For how many months a label of a level can be valid at the most by the policies of a day.

        A policy that begins later does not change what was possible before it. A level without a
        policy is taken for any.
        """
        of_level = [policy for policy in self.policies if policy.level == level] or self.policies
        held = [policy for policy in of_level if policy.interview_from <= day]
        terms = (term for policy in held or of_level for term in (policy.first, policy.renewal))
        return max(term.months for term in terms if term is not None)

    def policy_for(self, level: str, interview: date) -> Policy | None:
        """Give the policy of a level that is in force on the day of the interview, if any."""
        for policy in self.policies:
            ends = policy.interview_to or date.max
            if policy.level == level and policy.interview_from <= interview <= ends:
                return policy
        return None

    def portfolios_on(self, day: date) -> tuple[str, ...]:
        """Give the portfolios in use on a day (before the first vocabulary: the first one)."""
        in_order = sorted(self.portfolio_vocabularies, key=lambda words: words.valid_from)
        in_use = [words for words in in_order if words.valid_from <= day]
        return (in_use[-1] if in_use else in_order[0]).portfolios


class Reference(Value):
    """A published value that may stand beside an indicator; never one of the peers."""

    id: Said
    indicators: tuple[int, ...] = ()
    measures: tuple[str, ...] = ()
    """`indicator:measure` for which `value` can be marked in a chart."""
    value: float | None = None
    text: Wording
    short: Wording | None = None
    """The same in one line, with whom it is of."""
    population: Wording
    n: Said | None = None
    year: Said = ""
    """Empty where the source does not say it."""
    source: Said
