"""Likeness: which organisations of the database may be one; offered, and never joined alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assess.core.case.assessment import Case
from assess.core.case.organisation import Organisation, OrganisationKey, organisation_key
from assess.core.register.likeness import Alike, alike, alike_to
from assess.core.register.record import Link, Record, links
from assess.core.register.register import joined_organisations
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.register import register_of


def alike_organisations(
    desk: Desk,
    only: Iterable[OrganisationKey] | None = None,
    *,
    more: Sequence[Record] = (),
) -> tuple[Alike, ...]:
    """Give the pairs, among those with labels and those with cases, that may be one.

    `more` are records that the register is about to hold; `only`: pairs with one of these.
    """
    with undisturbed():
        register = register_of(desk).with_records(more)
        return alike(register, only, organisations=desk.store.cases.organisations())


def similar_organisations(desk: Desk, name: str, country: str) -> tuple[Organisation, ...]:
    """Give organisations with cases whose names are alike, but not the same."""
    return alike_to(name, country, desk.store.cases.organisations())


def cases_of(desk: Desk, organisation: Organisation) -> tuple[Case, ...]:
    """Give the cases of an organisation and those that somebody joined with it as the same."""
    same = [link for link in links(desk.store.register.links()) if link.how == "same"]
    own = organisation_key(organisation.name, organisation.country)
    together = joined_organisations(same)
    every = {own: organisation}
    for link in same:
        for key, other in _ends(link):
            if own in together and together[key] == together[own]:
                every.setdefault(key, other)
    return tuple(case for known in every.values() for case in desk.store.cases.of(known))


def _ends(link: Link) -> tuple[tuple[OrganisationKey, Organisation], ...]:
    return (
        (link.key, Organisation(name=link.name, country=link.country)),
        (link.other, Organisation(name=link.other_name, country=link.other_country)),
    )
