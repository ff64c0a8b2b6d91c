"""The organisation that is benchmarked, and its identity: one rule for every door."""

from __future__ import annotations

from assess.core.text.name import identity_key
from assess.core.text.value import Said, Value

OrganisationKey = tuple[str, str]
"""Country and name as they are compared: the same for the same organisation, and only then."""


def organisation_key(name: str, country: str) -> OrganisationKey:
    """Give the key by which two names are those of one organisation: see `core.text.name`."""
    return country, identity_key(name)


class Organisation(Value):
    """A cluster management organisation; the same name and country mean the same organisation."""

    name: Said
    country: Said
    """ISO 3166-1 alpha-3."""
    region: str | None = None
    website: str | None = None
