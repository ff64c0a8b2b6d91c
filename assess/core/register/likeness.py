"""Likeness: names that may be those of one organisation. A person decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from assess.core.case.organisation import Organisation, OrganisationKey, organisation_key
from assess.core.register.message import RegisterMessage
from assess.core.register.register import Register
from assess.core.text.message import Message, message
from assess.core.text.name import alike_key, plain_words
from assess.core.text.value import Value

ALIKE = 0.88
"""From which likeness of two names on they are offered."""

COMMON = 40
"""A word, a beginning or an address that more organisations share tells nothing."""

_LETTERS = 5


class Alike(Value):
    """Two organisations that may be one, and why."""

    name: str
    other: str
    country: str
    why: Message


class _Known(NamedTuple):
    """What is compared of an organisation."""

    key: OrganisationKey
    plain: str
    letters: str
    coarse: str
    """The letters without the ways in which they are written."""
    numbers: tuple[str, ...]
    """Words with digits: series are named so, and their members are not the same."""
    site: str | None


def alike(
    register: Register,
    only: Iterable[OrganisationKey] | None = None,
    *,
    organisations: Iterable[Organisation] = (),
) -> tuple[Alike, ...]:
    """Give the pairs of organisations that may be one and are not linked; `only`: those with one.

    They are those of the register and `organisations`, which have cases. Within a country; linear
    in their number, since only those are compared that share an address, a rare word or the
    beginning of their names.
    """
    with_cases = tuple(organisations)
    names = {
        organisation_key(organisation.name, organisation.country): organisation.name
        for organisation in with_cases
    }
    names |= register.names()
    sites = {
        organisation_key(organisation.name, organisation.country): organisation.website or ""
        for organisation in with_cases
    }
    sites |= {label.key: label.website for label in register.labels if label.website}
    known = [_known(key, name, sites.get(key)) for key, name in names.items()]
    settled = {frozenset((link.key, link.other)) for link in register.links}
    wanted = set(only) if only is not None else None
    found: list[Alike] = []
    for first, second in _candidates(known, wanted):
        if register.organisation(first.key) == register.organisation(second.key):
            continue
        why = _why(first, second)
        if why and frozenset((first.key, second.key)) not in settled:
            found.append(_pair(names[first.key], names[second.key], first.key[0], why))
    if wanted is None:
        found += _of_one_name(register, with_cases)
    return tuple(sorted(found, key=lambda pair: (pair.country, plain_words(pair.name))))


def alike_to(
    name: str, country: str, organisations: Iterable[Organisation]
) -> tuple[Organisation, ...]:
    """Give the organisations that a name may mean, but does not by itself."""
    wanted = _known(organisation_key(name, country), name, None)
    return tuple(
        organisation
        for organisation in organisations
        if organisation.country == country
        and (
            known := _known(organisation_key(organisation.name, country), organisation.name, None)
        ).key
        != wanted.key
        and _why(wanted, known)
    )


def spellings(organisations: Iterable[Organisation]) -> Mapping[OrganisationKey, tuple[str, ...]]:
    """Give the organisations that are kept several times, with the ways their name is written."""
    found: dict[OrganisationKey, dict[str, None]] = defaultdict(dict)
    for organisation in organisations:
        found[organisation_key(organisation.name, organisation.country)][organisation.name] = None
    return {key: tuple(names) for key, names in found.items() if len(names) > 1}


def _of_one_name(register: Register, organisations: Iterable[Organisation]) -> Iterator[Alike]:
    """Give pairs that the rule of today takes for one, and that were two before."""
    own = [link for link in register.links if link.key == link.other]
    joined = {link.key for link in own if link.joins}
    for link in own:
        if not link.joins:
            yield _pair(
                link.name, link.other_name, link.country, message(RegisterMessage.SAID_DIFFERENT)
            )
    for key, names in spellings(organisations).items():
        for other in names[1:] if key not in joined else ():
            yield _pair(names[0], other, key[0], message(RegisterMessage.WRITTEN_TWICE))


def _pair(first: str, second: str, country: str, why: Message) -> Alike:
    name, other = sorted((first, second), key=lambda name: (len(name), name))
    return Alike(name=name, other=other, country=country, why=why)


def _known(key: OrganisationKey, name: str, website: str | None) -> _Known:
    plain = plain_words(name)
    words = plain.split()
    numbers = tuple(word for word in words if not word.isalpha() and any(map(str.isdigit, word)))
    site = _host(website) if website else None
    return _Known(key, plain, "".join(words), alike_key(name), numbers, site)


def _candidates(
    known: Iterable[_Known], wanted: set[OrganisationKey] | None
) -> Iterator[tuple[_Known, _Known]]:
    """Give each pair that shares something rare once; with `wanted`, those with one of them."""
    shared: dict[tuple[str, str, str], list[_Known]] = defaultdict(list)
    for organisation in known:
        country, letters = organisation.key[0], organisation.letters
        shared[country, "coarse", organisation.coarse].append(organisation)
        shared[country, "begins", letters[:_LETTERS]].append(organisation)
        shared[country, "ends", letters[-_LETTERS:]].append(organisation)
        for word in set(organisation.plain.split()):
            shared[country, "word", word].append(organisation)
        if organisation.site:
            shared[country, "site", organisation.site].append(organisation)
    given: set[tuple[str, str, str]] = set()
    for together in shared.values():
        if len(together) > COMMON:
            continue
        for first, second in combinations(together, 2):
            if wanted is not None and first.key not in wanted and second.key not in wanted:
                continue
            lower, upper = sorted((first.key[1], second.key[1]))
            pair = first.key[0], lower, upper
            if pair not in given:
                given.add(pair)
                yield first, second


def _why(first: _Known, second: _Known) -> Message | None:
    if first.letters and first.letters == second.letters:
        return message(RegisterMessage.DIFFER_IN_SIGNS)
    if first.coarse and first.coarse == second.coarse:
        return message(RegisterMessage.DIFFER_IN_WRITING)
    short, long = sorted((first.plain, second.plain), key=len)
    if f"{long} ".startswith(f"{short} ") and (" " in short or len(short) >= 8):
        return message(RegisterMessage.ONE_BEGINS_OTHER)
    if first.numbers == second.numbers and _few_letters_differ(short, long):
        return message(RegisterMessage.DIFFER_IN_LETTERS)
    if first.site and first.site == second.site:
        return message(RegisterMessage.ONE_ADDRESS, site=first.site)
    return None


def _few_letters_differ(short: str, long: str) -> bool:
    """Compare two texts; what their lengths and letters exclude already costs nothing."""
    total = len(short) + len(long)
    if 2 * len(short) < ALIKE * total:
        return False
    if 2 * (Counter(short) & Counter(long)).total() < ALIKE * total:
        return False
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= ALIKE


def _host(website: str) -> str:
    host = website.partition("://")[2].partition("/")[0].casefold()
    return host.removeprefix("www.")
