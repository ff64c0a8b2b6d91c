"""Searching the register: one result for an organisation, with its newest status first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from assess.core.case.organisation import OrganisationKey
from assess.core.catalogue.level import rank
from assess.core.register.public_label import PublicLabel, PublicRegister, shown_address
from assess.core.text.country import Country
from assess.core.text.search.searched_texts import names_line, others_line
from assess.core.text.search.tolerant_search import place_words

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
    organisation: Callable[[Key], OrganisationKey],
    standing: Callable[[Key], Standing],
) -> list[Key]:
    """Give for each organisation the label found that stands for it, in the order of the first."""
    gathered: dict[OrganisationKey, list[Key]] = {}
    for key in found:
        gathered.setdefault(organisation(key), []).append(key)
    return [keys[0] if len(keys) == 1 else max(keys, key=standing) for keys in gathered.values()]


class PublicOrganisation(NamedTuple):
    """An organisation of the public register."""

    label: PublicLabel
    """The one that stands for it."""
    labels: tuple[PublicLabel, ...]
    names: str
    """Its names as a line in which they are found."""
    others: str
    """What else is said of it, as such a line."""


def public_organisations(register: PublicRegister) -> tuple[PublicOrganisation, ...]:
    """Give the organisations by name."""
    gathered: dict[str, list[PublicLabel]] = {}
    for label in register.labels:
        gathered.setdefault(label.track[0], []).append(label)
    return tuple(map(_public, gathered.values()))


def _public(labels: Sequence[PublicLabel]) -> PublicOrganisation:
    leading = max(labels, key=public_standing)
    others = (text for label in labels for text in public_words(label))
    names = names_line(dict.fromkeys(label.name for label in labels))
    return PublicOrganisation(leading, tuple(labels), names, others_line(others))


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
