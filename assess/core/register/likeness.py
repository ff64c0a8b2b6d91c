"""Likeness: names in the register that may be those of one organisation. A person decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from assess.core.published_list.row import folded
from assess.core.register.record import OrganisationKey
from assess.core.register.register import Register
from assess.core.text.value import Value

ALIKE = 0.88
"""From which likeness of two names on they are offered."""

COMMON = 40
"""A word, a beginning or an address that more organisations share tells nothing."""

_LETTERS = 5


class Alike(Value):
    """Two organisations of the register that may be one, and why."""

    name: str
    other: str
    country: str
    why: str


class _Known(NamedTuple):
    """What is compared of an organisation."""

    key: OrganisationKey
    plain: str
    letters: str
    numbers: tuple[str, ...]
    """Words with digits: series are named so, and their members are not the same."""
    site: str | None


def alike(register: Register, only: Iterable[OrganisationKey] | None = None) -> tuple[Alike, ...]:
    """Give the pairs of organisations that may be one and are not linked; `only`: those with one.

    Within a country; linear in the number of organisations, since only those are compared that
    share an address, a rare word or the beginning of their names.
    """
    names = register.names()
    sites = {label.key: _host(label.website) for label in register.labels if label.website}
    known = {key: _known(key, name, sites.get(key)) for key, name in names.items()}
    settled = {frozenset((link.key, link.other)) for link in register.links}
    wanted = set(only) if only is not None else None
    found: list[Alike] = []
    for first, second in _candidates(known.values(), wanted):
        if register.organisation(first.key) == register.organisation(second.key):
            continue
        why = _why(first, second)
        if why and frozenset((first.key, second.key)) not in settled:
            pair = (names[first.key], names[second.key])
            one, two = sorted(pair, key=lambda name: (len(name), name))
            found.append(Alike(name=one, other=two, country=first.key[0], why=why))
    return tuple(sorted(found, key=lambda one: (one.country, one.name.casefold())))


def _known(key: OrganisationKey, name: str, site: str | None) -> _Known:
    plain = folded(name)
    words = plain.split()
    numbers = tuple(word for word in words if not word.isalpha() and any(map(str.isdigit, word)))
    return _Known(key, plain, "".join(words), numbers, site)


def _candidates(
    known: Iterable[_Known], wanted: set[OrganisationKey] | None
) -> Iterator[tuple[_Known, _Known]]:
    """Give each pair that shares something rare once; with `wanted`, those with one of them."""
    shared: dict[tuple[str, str, str], list[_Known]] = defaultdict(list)
    for one in known:
        country, letters = one.key[0], one.letters
        shared[country, "begins", letters[:_LETTERS]].append(one)
        shared[country, "ends", letters[-_LETTERS:]].append(one)
        for word in set(one.plain.split()):
            shared[country, "word", word].append(one)
        if one.site:
            shared[country, "site", one.site].append(one)
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


def _why(first: _Known, second: _Known) -> str | None:
    one, two = first.plain, second.plain
    if first.letters == second.letters:
        return "the names differ in spaces, accents or signs only"
    short, long = sorted((one, two), key=len)
    if f"{long} ".startswith(f"{short} ") and (" " in short or len(short) >= 8):
        return "one name begins with the other"
    if first.numbers == second.numbers and _few_letters_differ(short, long):
        return "the names differ in a few letters"
    if first.site and first.site == second.site:
        return f"both have the web site {first.site}"
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
