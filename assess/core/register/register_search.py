"""Searching the register: one result for an organisation, with its newest status first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from assess.core.case.organisation import OrganisationKey
from assess.core.catalogue.level import rank
from assess.core.register.public_label import PublicLabel, PublicRegister, shown_address
from assess.core.text.country import Country
from assess.core.text.tolerant_search import (
    Searched,
    name_forms,
    place_words,
    search,
    searched,
)

Key = TypeVar("Key")


class Standing(NamedTuple):
    """What decides which label of an organisation stands for it: the highest valid, or the newest.

    Compares in that order.
    """

    is_valid: bool
    rank: int
    starts: str
    until: str

    @staticmethod
    def of(*, is_valid: bool, level: str, starts: date | str | None, until: object) -> Standing:
        """Make it of what is known of a label."""
        return Standing(
            is_valid, rank(level) if is_valid else 0, str(starts or ""), str(until or "")
        )


def country_words(country: Country | None, code: str) -> str:
    """Give what a country is found by: its codes, and its names in the languages of Europe."""
    if country is None:
        return place_words((code,))
    return place_words((*country.every_name, *country.in_every_language()))


def one_for_each(
    found: Iterable[Key],
    organisation: Mapping[Key, OrganisationKey],
    standing: Mapping[Key, Standing],
) -> list[Key]:
    """Give for each organisation the label found that stands for it, in the order of the first."""
    chosen: dict[OrganisationKey, Key] = {}
    for key in found:
        held = chosen.setdefault(organisation[key], key)
        if standing[key] > standing[held]:
            chosen[organisation[key]] = key
    return list(chosen.values())


def find(
    wanted: str,
    texts: Mapping[Key, Searched],
    organisation: Mapping[Key, OrganisationKey],
    standing: Mapping[Key, Standing],
) -> list[Key]:
    """Give the labels that are found, one for each organisation, the best first."""
    return one_for_each(search(wanted, texts), organisation, standing)


class PublicOrganisation(NamedTuple):
    """An organisation of the public register."""

    label: PublicLabel
    """The one that stands for it."""
    labels: tuple[PublicLabel, ...]
    forms: tuple[str, ...]
    """Its names as they are found."""
    text: Searched


def public_organisations(
    register: PublicRegister, places: Mapping[str, str]
) -> tuple[PublicOrganisation, ...]:
    """Give the organisations by name; `places` are the words of countries by their codes."""
    gathered: dict[str, list[PublicLabel]] = {}
    for label in register.labels:
        gathered.setdefault(label.track[0], []).append(label)
    return tuple(_public(labels, places) for labels in gathered.values())


def _public(labels: Sequence[PublicLabel], places: Mapping[str, str]) -> PublicOrganisation:
    leading = max(labels, key=public_standing)
    others = (text for label in labels for text in public_words(label))
    names = [label.name for label in labels]
    text = searched(names, others, places[leading.country])
    return PublicOrganisation(leading, tuple(labels), name_forms(names), text)


def public_standing(label: PublicLabel) -> Standing:
    """Give what decides whether a public label stands for its organisation."""
    return Standing.of(
        is_valid=label.status == "valid",
        level=label.level,
        starts=label.valid_from,
        until=label.valid_until,
    )


def public_words(label: PublicLabel) -> tuple[str, ...]:
    """Give what a public label is found by beside its name and country."""
    return label.portfolio, label.level, shown_address(label.website), label.valid_until
