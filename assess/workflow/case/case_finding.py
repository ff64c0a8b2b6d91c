"""The case that somebody means who types its id, its name, or the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from assess.core.case.assessment import Assessment, Case
from assess.core.case.history.telling_apart import editions_to_name
from assess.core.register.likeness import alike_to
from assess.core.text.name import finds, identity_key, plain_words, searchable
from assess.errors import NotFound, UnknownCase
from assess.languages import gettext
from assess.workflow.desk.desk import Desk

_CLOSE = 0.8
"""How alike two short names are of which one may be mistyped, as difflib counts; 1: the same."""


def with_edition(name: str, edition: str | None) -> str:
    """Give a name with the edition of the catalogue before it, if that tells it from another."""
    if edition is None:
        return name
    return gettext("{edition} · {organisation}", organisation=name, edition=edition)


class CaseName(NamedTuple):
    """By what a case is found."""

    id: str
    organisation: str


def find(desk: Desk, wanted: str) -> Assessment:
    """Give the case whose id or name is, or unambiguously begins with, what is wanted.

    Raises UnknownCase where there is none, NotFound where there are several.
    """
    cases = desk.store.cases.all()
    found = meant(wanted, (CaseName(case.id, case.organisation.name) for case in cases))
    if not found:
        raise UnknownCase(wanted, _no_case(wanted, cases))
    if len(found) > 1:
        editions = editions_to_name(cases)
        several = ", ".join(
            f"{case.id} ({with_edition(case.organisation, editions.get(case.id))})"
            for case in found[:5]
        )
        raise NotFound(
            gettext(
                "{wanted} can mean {count} cases: {several}. Use an id.",
                wanted=repr(wanted),
                count=len(found),
                several=several,
            )
        )
    return desk.store.assessment(found[0].id)


def meant(wanted: str, names: Iterable[CaseName]) -> Sequence[CaseName]:
    """Give the cases that are called what is wanted, or else those whose id or name begins so."""
    low, key = wanted.strip().casefold(), identity_key(wanted)
    if not low:
        return ()
    known = [(name, name.id.casefold(), identity_key(name.organisation)) for name in names]
    exact = [name for name, case_id, called in known if case_id == low or called == key]
    return exact or [
        name for name, case_id, called in known if case_id.startswith(low) or called.startswith(key)
    ]


def _no_case(wanted: str, cases: Sequence[Case]) -> str:
    if not cases:
        return gettext(
            "There is no case yet. `assess case new` begins one; `assess demo` shows invented ones."
        )
    alike = _alike(wanted, cases)
    if alike:
        return gettext(
            "There is no case {wanted}, but there are similar names: {cases}; `assess "
            "case list` shows the cases.",
            wanted=repr(wanted),
            cases=", ".join(alike),
        )
    return gettext(
        "There is no case {wanted}; `assess case list` shows the cases.", wanted=repr(wanted)
    )


def _alike(wanted: str, cases: Iterable[Case]) -> Sequence[str]:
    """Name the cases that somebody may have meant who wrote a name in another way."""
    plain = plain_words(wanted)
    found = [
        f"{case.id} ({case.organisation.name})"
        for case in cases
        if (plain and _is_near(plain, case))
        or alike_to(wanted, case.organisation.country, [case.organisation])
    ]
    return found[:5]


def _is_near(plain: str, case: Case) -> bool:
    """Tell whether a case has these words in its name, or a beginning that is written nearly so."""
    name = plain_words(case.organisation.name)
    if finds(plain, searchable([name])):
        return True
    beginning = " ".join(name.split()[: len(plain.split())])
    return bool(get_close_matches(plain, [beginning, plain_words(case.id)], n=1, cutoff=_CLOSE))
