"""The catalogue: one edition of areas, indicators, label rules and references.

With it go the countries to choose from, and the words that every reader of days knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, StringConstraints

from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator, Module
from assess.core.catalogue.measure import Measure
from assess.core.catalogue.policy import LabelRules, QualityItem, Reference
from assess.core.catalogue.question import Choice, Question
from assess.core.catalogue.rule.advice_rule import AdviceGroup
from assess.core.catalogue.rule.answer_check import AnswerCheck
from assess.core.catalogue.rule.answer_window import AnswerWindow
from assess.core.catalogue.survey import Survey
from assess.core.text.country import Country
from assess.core.text.message import Text
from assess.core.text.month_words import MonthWords
from assess.core.text.value import Name, Said, Value, Wording

FEWEST = 5
"""A figure tells of at least so many others; a catalogue may ask for more, never for fewer."""


class Area(Value):
    """One of the six areas."""

    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    id: Name
    title: Wording
    short_title: Wording
    intro: Wording


class Edition(Value):
    """Which catalogue this is, and what it is not."""

    id: Said
    title: Wording
    notice: Wording
    """Said on every screen, report and export: where the wording comes from."""
    areas: tuple[Area, ...] = Field(alias="area", min_length=1)
    modules: tuple[Name, ...] = ()
    """The modules that are switched on beside the 36, in this order."""
    module_area: Area | None = None
    """What the modules are called together; needed where one is switched on."""
    own_priorities: str | None = None
    """The measure of parts in which the cluster rates its own topics, which indicators serve."""
    advice_groups: tuple[AdviceGroup, ...] = Field(default=(), alias="advice_group")
    """Cards that the recommendations of several indicators share."""
    small_team: Trigger = Trigger(measure="participants_per_employee:staff_fte", below=2)
    """Which team is so small that it is given fewer priorities."""
    fewest_peers: int = Field(default=FEWEST, ge=FEWEST)
    """A group of fewer others is not shown; it can only be set higher than the default."""
    units: tuple[Said, ...] = ()
    """The units that questions and measures may have; none stated: any."""
    evidence: dict[str, Wording]
    """What each evidence mark means."""
    statuses: dict[str, Wording]
    """How each status of an answer is called."""


class Catalogue(Value):
    """One whole edition, as loaded from a folder."""

    edition: Edition
    indicators: tuple[Indicator, ...]
    label: LabelRules
    references: tuple[Reference, ...]
    countries: tuple[Country, ...]
    month_words: MonthWords
    """By which the months of typed and listed days are understood."""
    modules: tuple[Module, ...] = ()
    """What is asked beside the indicators, and counts nowhere among them."""
    checks: tuple[AnswerCheck, ...] = ()
    """What answers must not say of each other."""
    windows: tuple[AnswerWindow, ...] = ()
    """Over which months measures count."""
    surveys: tuple[Survey, ...] = ()
    """What is asked of others than the manager."""

    def __hash__(self) -> int:
        """Hash by the edition, so that what is worked out from a catalogue can be kept by it."""
        return hash(self.edition.id)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same one: to compare every word takes longer than to work out."""
        return self is other

    @cached_property
    def asked(self) -> tuple[Indicator, ...]:
        """The indicators, and the modules behind them: what an interview goes through."""
        return (*self.indicators, *self.modules)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas, and that of the modules behind them where one is switched on."""
        area = self.edition.module_area
        return (*self.edition.areas, area) if self.modules and area else self.edition.areas

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its name, in the order of the interview."""
        return MappingProxyType(
            {
                question.name: question
                for indicator in self.asked
                for question in indicator.questions
            }
        )

    @cached_property
    def limited_by(self) -> Mapping[str, tuple[str, ...]]:
        """The questions whose value may not exceed that of another one, by that other one."""
        found: dict[str, tuple[str, ...]] = {}
        for name, question in self.questions.items():
            limit = getattr(question, "at_most", None)
            if limit is not None:
                found[limit] = (*found.get(limit, ()), name)
        return MappingProxyType(found)

    @cached_property
    def checks_at(self) -> Mapping[str, tuple[AnswerCheck, ...]]:
        """The checks between answers that are said at a question, by its name."""
        found: dict[str, tuple[AnswerCheck, ...]] = {}
        for check in self.checks:
            for name in check.said_at:
                found[name] = (*found.get(name, ()), check)
        return MappingProxyType(found)

    @cached_property
    def country_choices(self) -> tuple[Choice, ...]:
        """The countries as choices of a question."""
        return tuple(Choice(name=country.code, label=country.name) for country in self.countries)

    @cached_property
    def country_codes(self) -> tuple[str, ...]:
        """The codes of the countries, in order."""
        return tuple(country.code for country in self.countries)

    @cached_property
    def _indicator_by_question(self) -> dict[str, Indicator]:
        return {
            question.name: indicator for indicator in self.asked for question in indicator.questions
        }

    @cached_property
    def _indicator_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.asked}

    @cached_property
    def _country_by_code(self) -> dict[str, Country]:
        return {country.code: country for country in self.countries}

    @cached_property
    def countries_called(self) -> Mapping[str, tuple[Country, ...]]:
        """The countries that a folded code or English name means exactly; mostly one."""
        return _called(
            (text, country)
            for country in self.countries
            for text in {*country.codes, *country.names}
        )

    @cached_property
    def countries_at_home(self) -> Mapping[str, tuple[Country, ...]]:
        """The countries that a folded name means exactly in a language of their own."""
        return _called(
            (text, country) for country in self.countries for text in {*country.own_names}
        )

    def indicator(self, identifier: str) -> Indicator:
        """Give the indicator of an id; KeyError if there is none."""
        return self._indicator_by_id[identifier]

    def indicator_of(self, question: str) -> Indicator:
        """Give the indicator that asks a question; KeyError if none does."""
        return self._indicator_by_question[question]

    def area(self, identifier: str) -> Area:
        """Give the area of an id; KeyError if there is none."""
        return next(area for area in self.areas if area.id == identifier)

    def in_area(self, area: Area) -> tuple[Indicator, ...]:
        """Give the indicators of an area, in order."""
        return tuple(indicator for indicator in self.asked if indicator.area == area.id)

    def measures(self) -> Iterator[tuple[Indicator, Measure]]:
        """Give every measure with its indicator, in order."""
        for indicator in self.indicators:
            for measure in indicator.measures:
                yield indicator, measure

    def country_name(self, code: str) -> Text:
        """Give the name of a country, or its code where it is not in the list."""
        country = self._country_by_code.get(code)
        return country.name if country else code

    def quality_item(self, identifier: str) -> QualityItem:
        """Give a quality-label item; KeyError if there is none."""
        for item in self.label.quality_items:
            if item.id == identifier:
                return item
        raise KeyError(identifier)

    def references_for(self, indicator: Indicator) -> tuple[Reference, ...]:
        """Give the published reference values of an indicator."""
        return tuple(
            reference for reference in self.references if indicator.number in reference.indicators
        )


def _called(names: Iterable[tuple[str, Country]]) -> Mapping[str, tuple[Country, ...]]:
    found: dict[str, tuple[Country, ...]] = {}
    for text, country in names:
        found[text] = (*found.get(text, ()), country)
    return MappingProxyType(found)
