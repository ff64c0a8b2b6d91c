"""Likeness: names in the register that may be those of one organisation. A person decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from assess.core.published import folded
from assess.core.register import OrganisationKey
from assess.core.track import Register
from assess.core.value import Value

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


def alike(register: Register, only: Iterable[OrganisationKey] | None = None) -> tuple[Alike, ...]:
    """Give the pairs of organisations that may be one and are not linked; `only`: those with one.

    Within a country; linear in the number of organisations, since only those are compared that
    share an address, a rare word or the beginning of their names.
    """
    names = register.names()
    plain = {key: folded(name) for key, name in names.items()}
    sites = {label.key: _host(label.website) for label in register.labels if label.website}
    settled = {frozenset((link.key, link.other)) for link in register.links}
    wanted = set(only) if only is not None else None
    found: dict[frozenset[OrganisationKey], Alike] = {}
    for first, second in _candidates(plain, sites):
        pair = frozenset((first, second))
        if pair in found or pair in settled or (wanted is not None and not wanted & pair):
            continue
        if register.organisation(first) == register.organisation(second):
            continue
        why = _why(plain[first], plain[second], sites.get(first), sites.get(second))
        if why:
            one, two = sorted((names[first], names[second]), key=lambda name: (len(name), name))
            found[pair] = Alike(name=one, other=two, country=first[0], why=why)
    return tuple(sorted(found.values(), key=lambda one: (one.country, one.name.casefold())))


def _candidates(
    plain: dict[OrganisationKey, str], sites: dict[OrganisationKey, str]
) -> Iterator[tuple[OrganisationKey, OrganisationKey]]:
    shared: dict[tuple[str, str, str], list[OrganisationKey]] = defaultdict(list)
    for key, name in plain.items():
        words = name.split()
        letters = "".join(words)
        shared[key[0], "begins", letters[:_LETTERS]].append(key)
        shared[key[0], "ends", letters[-_LETTERS:]].append(key)
        for word in set(words):
            shared[key[0], "word", word].append(key)
        if key in sites:
            shared[key[0], "site", sites[key]].append(key)
    for keys in shared.values():
        if len(keys) <= COMMON:
            yield from combinations(keys, 2)


def _why(one: str, two: str, site: str | None, other_site: str | None) -> str | None:
    if one.replace(" ", "") == two.replace(" ", ""):
        return "the names differ in spaces, accents or signs only"
    short, long = sorted((one, two), key=len)
    if f"{long} ".startswith(f"{short} ") and (" " in short or len(short) >= 8):
        return "one name begins with the other"
    if not _numbered(one, two) and _few_letters_differ(short, long):
        return "the names differ in a few letters"
    if site and site == other_site:
        return f"both have the web site {site}"
    return None


def _few_letters_differ(short: str, long: str) -> bool:
    """Compare two texts; what their lengths and letters exclude already costs nothing."""
    total = len(short) + len(long)
    if 2 * len(short) < ALIKE * total:
        return False
    if 2 * (Counter(short) & Counter(long)).total() < ALIKE * total:
        return False
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= ALIKE


def _numbered(one: str, two: str) -> bool:
    """Tell whether two names differ in their numbers only, which is how series are named."""
    digits = [[word for word in text.split() if any(map(str.isdigit, word))] for text in (one, two)]
    return digits[0] != digits[1]


def _host(website: str) -> str:
    host = website.partition("://")[2].partition("/")[0].casefold()
    return host.removeprefix("www.")
