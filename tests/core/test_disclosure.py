"""Attacks on what is shown: written without the protection, by counting organisations themselves.

The attacker knows the figures of each group that is shown, in one report or in two of them, and
adds and subtracts whole groups in every way. If some way leaves fewer than five organisations, each
of them counted or not, then something of these few could be worked out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.differencing import ShownBefore
from assess.core.peers.disclosure_control import Signature, is_safe, showable
from assess.core.peers.peer_comparison import compare, shown_groups
from assess.core.peers.peer_group import Standpoint, labels_of, marks_of
from assess.core.peers.pool import PeerRecord, Pool, pool_of
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.position import PeerComparison
from tests.core.peer_table import ENERGY, FOOD, LEVEL, OWN, SHARE, records, table_pool

FEWEST = 5
KEYS = (SHARE, LEVEL)


def _group(record: PeerRecord, group: str, own: Standpoint) -> bool:
    """Tell who is in a group, in the words of the issue and not with the marks of the program."""
    same = {
        "portfolio": record.portfolio == own.portfolio,
        "country": record.country == own.country,
        "portfolio_country": record.portfolio == own.portfolio and record.country == own.country,
        "age_group": own.age_group is not None and record.age_group == own.age_group,
        "gold": record.level == "Gold",
        "all": True,
    }
    return same[group]


class Figure(NamedTuple):
    """One group of one report, as the attacker holds it: who is in it, with which value."""

    members: frozenset[tuple[str, float]]


def figures(
    found: PeerComparison, key: str, peers: Mapping[str, PeerRecord], own: Standpoint
) -> Iterator[Figure]:
    """Give everything that a report shows of a measure."""
    for one in found.of(key):
        if one.is_shown and one.as_of is None:
            members = frozenset(
                (ref, float(record.values[key]))
                for ref, record in peers.items()
                if key in record.values and _group(record, one.group, own)
            )
            assert one.n == len(members)
            assert one.n >= FEWEST
            yield Figure(members)


def fewest_told_of(shown: list[Figure], weights: range) -> int:
    """Give the fewest organisations that any sum of multiples of the figures tells of."""
    distinct = list(dict.fromkeys(shown))
    if not distinct:
        return FEWEST
    items = sorted({item for one in distinct for item in one.members})
    held = np.array([[item in one.members for item in items] for one in distinct], dtype=np.int16)
    refs = sorted({ref for ref, _ in items})
    of_ref = np.array([[ref == item[0] for ref in refs] for item in items], dtype=np.int16)
    ways = np.array(list(itertools.product(weights, repeat=len(distinct))), dtype=np.int16)
    told = (((ways @ held) != 0).astype(np.int16) @ of_ref) > 0
    sizes = told.sum(axis=1)
    return int(min(sizes[sizes > 0], default=FEWEST))


PORTFOLIOS = (ENERGY, ENERGY, FOOD, "ICT", None)
COUNTRIES = ("NOR", "NOR", "DNK", None)
AGES = ("over_8", "up_to_4", None)


@st.composite
def peers_of(draw: st.DrawFn, most: int = 34) -> dict[str, PeerRecord]:
    """Draw organisations that crowd around the sizes at which groups are hidden."""
    count = draw(st.integers(0, most))
    return {f"p{place}": draw(_record(f"p{place}")) for place in range(count)}


@st.composite
def _record(draw: st.DrawFn, ref: str) -> PeerRecord:
    values: dict[str, float | str] = {}
    if draw(st.integers(0, 5)):
        values[SHARE] = float(draw(st.integers(0, 3)))
    if draw(st.integers(0, 3)):
        values[LEVEL] = float(draw(st.integers(0, 4)))
    return PeerRecord(
        ref=ref,
        portfolio=draw(st.sampled_from(PORTFOLIOS)),
        country=draw(st.sampled_from(COUNTRIES)),
        age_group=draw(st.sampled_from(AGES)),
        level=draw(st.sampled_from((None, None, "Gold"))),
        year=draw(st.integers(2018, 2026)),
        values=values,
    )


@settings(max_examples=60, deadline=None)
@given(peers=peers_of(), own_age=st.sampled_from(("over_8", None)))
def test_no_combination_of_the_groups_of_a_report_tells_of_a_few(
    catalogue: Catalogue, peers: dict[str, PeerRecord], own_age: str | None
) -> None:
    own = OWN.model_copy(update={"age_group": own_age})
    pool = pool_of(peers.values(), schema_of(catalogue))
    found = compare({}, own, pool, catalogue, keys=KEYS)
    for key in KEYS:
        assert fewest_told_of(list(figures(found, key, peers, own)), range(-2, 3)) >= FEWEST


@st.composite
def changed(draw: st.DrawFn, peers: dict[str, PeerRecord]) -> dict[str, PeerRecord]:
    """Draw what became of organisations: some new, some gone, some with another record."""
    later = dict(peers)
    names = sorted(peers)
    for ref in draw(st.lists(st.sampled_from(names), max_size=7, unique=True)) if names else []:
        if draw(st.booleans()):
            del later[ref]
        else:
            later[ref] = draw(_record(ref))
    for place in range(draw(st.integers(0, 8))):
        later[f"new{place}"] = draw(_record(f"new{place}"))
    return later


@settings(max_examples=25, deadline=None)
@given(data=st.data(), moved=st.booleans(), editions=st.integers(2, 3))
def test_no_combination_of_the_editions_of_a_report_tells_of_a_few(
    catalogue: Catalogue, data: st.DataObject, moved: bool, editions: int
) -> None:
    peers = data.draw(peers_of(most=26))
    layout = schema_of(catalogue)
    earlier: list[ShownBefore] = []
    shown: dict[str, list[Figure]] = {key: [] for key in KEYS}
    for edition in range(editions):
        last = edition == editions - 1
        own = OWN.model_copy(update={"portfolio": FOOD}) if moved and last else OWN
        pool = pool_of(peers.values(), layout)
        found = compare({}, own, pool, catalogue, keys=KEYS, earlier=earlier)
        for key in KEYS:
            shown[key] += figures(found, key, peers, own)
        earlier.append(_as_shown(pool, own, found, catalogue, date(2026, edition + 1, 15)))
        peers = data.draw(changed(peers))
    for key in KEYS:
        assume(len(set(shown[key])) <= 10)
        assert fewest_told_of(shown[key], range(-1, 2)) >= FEWEST


def _as_shown(
    pool: Pool, own: Standpoint, found: PeerComparison, catalogue: Catalogue, on: date
) -> ShownBefore:
    labels = labels_of(own, schema_of(catalogue), catalogue)
    return ShownBefore(pool, marks_of(pool, own), labels, shown_groups(found), on)


def test_the_attacker_finds_what_an_unprotected_report_would_tell(catalogue: Catalogue) -> None:
    """The attack is no straw man: with every group of five shown, it works out few."""
    peers = {one.ref: one for one in records()}
    found = compare({}, OWN, table_pool(catalogue), catalogue, keys=KEYS)
    shown = list(figures(found, SHARE, peers, OWN))
    assert fewest_told_of(shown, range(-2, 3)) >= FEWEST
    six = frozenset(
        (ref, float(one.values[SHARE]))
        for ref, one in peers.items()
        if _group(one, "portfolio_country", OWN)
    )
    assert len(six) >= FEWEST
    assert (
        fewest_told_of([*shown, Figure(six)], range(-2, 3)) == 3
    )  # Norway without its six of the portfolio


@pytest.mark.parametrize(
    ("newcomers", "as_of"),
    [(0, None), (1, date(2026, 1, 15)), (4, date(2026, 1, 15)), (5, None)],
)
def test_an_edition_keeps_the_peers_of_the_one_before_until_five_have_changed(
    catalogue: Catalogue, newcomers: int, as_of: date | None
) -> None:
    pool = table_pool(catalogue)
    first = compare({SHARE: 60.0}, OWN, pool, catalogue)
    earlier = _as_shown(pool, OWN, first, catalogue, date(2026, 1, 15))
    more = [
        PeerRecord(ref=f"n{one}", portfolio=ENERGY, country="SWE", values={SHARE: 1.0 + one})
        for one in range(newcomers)
    ]
    later = table_pool(catalogue, *more)
    second = compare({SHARE: 60.0}, OWN, later, catalogue, earlier=[earlier])
    portfolio = second.of(SHARE)[0]
    then = first.of(SHARE)[0]
    assert portfolio.as_of == as_of
    if as_of or not newcomers:
        assert portfolio.model_copy(update={"as_of": None}) == then
        assert second.groups[0].n == 10
    else:
        assert portfolio.n == second.groups[0].n == 15


def test_a_corrected_answer_of_one_peer_does_not_show_in_the_next_edition(
    catalogue: Catalogue,
) -> None:
    pool = table_pool(catalogue)
    first = compare({}, OWN, pool, catalogue)
    earlier = _as_shown(pool, OWN, first, catalogue, date(2026, 1, 15))
    corrected = PeerRecord(
        ref="e05",
        portfolio=ENERGY,
        country="NOR",
        age_group="up_to_4",
        year=2025,
        values={SHARE: 0.0, LEVEL: 3.0},
    )
    second = compare({}, OWN, table_pool(catalogue, corrected), catalogue, earlier=[earlier])
    assert second.of(SHARE)[0].as_of == date(2026, 1, 15)
    assert second.of(SHARE)[0].q1 == first.of(SHARE)[0].q1
    assert second.of(LEVEL)[0].as_of is None  # there its value is the same


WEIGHTS = np.array(list(itertools.product(range(-3, 4), repeat=4)))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.frozensets(st.tuples(*[st.integers(0, 1)] * 4), min_size=1, max_size=2),
            st.integers(1, 6),
        ),
        max_size=9,
    )
)
def test_what_is_called_safe_survives_every_small_sum(
    kinds: list[tuple[frozenset[tuple[int, ...]], int]],
) -> None:
    counted: dict[frozenset[tuple[int, ...]], int] = {}
    for signature, count in kinds:
        counted[signature] = counted.get(signature, 0) + count
    told = np.zeros(len(WEIGHTS), dtype=int)
    for signature, count in counted.items():
        told += count * (WEIGHTS @ np.array(sorted(signature)).T != 0).any(axis=1)
    smallest = min(told[told > 0], default=FEWEST)
    assert is_safe(range(4), counted, FEWEST) == (smallest >= FEWEST)


def test_a_country_of_24_within_26_is_not_shown_beside_all() -> None:
    # columns: all, country
    both: Signature = frozenset({(1, 1)})
    only_all: Signature = frozenset({(1, 0)})
    counted = {both: 24, only_all: 2}
    assert showable((0, 1), counted, FEWEST) == (0,)
    assert showable((1, 0), counted, FEWEST) == (1,)
    assert showable((0, 1), {both: 24, only_all: 5}, FEWEST) == (0, 1)
    assert showable((0, 1), {both: 24}, FEWEST) == (0, 1)
