"""Positions among peers: a table worked out by hand, the edges, and numpy as the second opinion."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import GroupKey, Placement
from assess.core.peers.peer_comparison import compare
from assess.core.peers.peer_group import TRIGGERING
from assess.core.peers.pool_rows import PoolRow, newest
from assess.core.peers.position import PeerComparison, PeerPosition, position_of
from assess.core.peers.position_text import ladder_text, position_sentence
from assess.core.peers.quantile import own_as_shown, quantile, quartiles
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.core.peer_table import ENERGY, FORM, LEVEL, NEAR, OWN, ROLE, SHARE, hand_table
from tests.notation import answered

OWN_VALUES: dict[str, float | str] = {
    SHARE: 51.25,
    NEAR: 30.0,
    LEVEL: 3.0,
    FORM: "association",
    ROLE: "partly",
}

HAND_WORKED = [
    # measure, group, n, position of the own value, q1, median, q3
    (SHARE, "portfolio", 10, "within", 51.3, 62.5, 73.8),  # 50 + .25·5, 60 + .5·5, 70 + .75·5
    (SHARE, "country", 9, "within", 30, 45, 55),  # the 3rd, 5th and 7th of nine
    (SHARE, "all", 30, "within", 24.5, 39, 73.8),  # 24 + .25·2, (38 + 40) / 2, 70 + .75·5
    (NEAR, "portfolio", 6, "below", 41.3, 47.5, 57.5),  # 40 + .25·5, (45 + 50) / 2, 50 + .75·10
    (NEAR, "all", 12, "below", 37.5, 50, 62.5),  # 20 + 20·.875, 50, 60 + .25·10
    (LEVEL, "portfolio", 10, "within", 3, 3, 3),  # all equal
    (LEVEL, "country", 9, "within", 2, 3, 3),  # 0, 1, 2 and six at 3
]

HIDDEN = [
    (SHARE, "portfolio_country"),  # six, but the portfolio without them is four
    (SHARE, "age_group"),  # twelve, but all without them and the fifteen of another age are three
    (SHARE, "gold"),  # three
    (NEAR, "country"),  # three have a value
    (NEAR, "portfolio_country"),
]


@pytest.fixture
def comparison(catalogue: Catalogue) -> PeerComparison:
    return compare(OWN_VALUES, OWN, hand_table(catalogue), catalogue)


def _in(comparison: PeerComparison, key: str, group: str) -> PeerPosition:
    return next(one for one in comparison.of(key) if one.group == group)


@pytest.mark.parametrize(("key", "group", "n", "position", "q1", "median", "q3"), HAND_WORKED)
def test_the_table_gives_the_quartiles_worked_out_by_hand(
    comparison: PeerComparison,
    key: str,
    group: str,
    n: int,
    position: str,
    q1: float,
    median: float,
    q3: float,
) -> None:
    found = _in(comparison, key, group)
    assert (found.n, found.position) == (n, position)
    assert (found.q1, found.median, found.q3) == (q1, median, q3)


@pytest.mark.parametrize(("key", "group"), HIDDEN)
def test_a_group_that_few_would_show_through_is_hidden_whole(
    comparison: PeerComparison, key: str, group: str
) -> None:
    found = _in(comparison, key, group)
    assert found.position == "hidden"
    assert found.reason
    assert (found.n, found.q1, found.median, found.q3, found.low, found.high) == (None,) * 6
    assert found.shares == ()


def test_the_groups_say_who_is_in_them_and_how_old_their_data_is(
    comparison: PeerComparison,
) -> None:
    shown = {group.key: (group.n, group.median_year) for group in comparison.groups if group.n}
    assert shown == {
        "portfolio": (10, 2023),
        "country": (9, 2024),
        "all": (30, 2018),
    }
    hidden = {group.key for group in comparison.groups if group.hidden}
    assert hidden == {"portfolio_country", "age_group", "gold"}
    assert all("at least 6" in say(group.definition) for group in comparison.groups)


def test_classes_and_elements_are_shares_of_the_group(comparison: PeerComparison) -> None:
    form = _in(comparison, FORM, "portfolio")
    assert {one.name: one.share for one in form.shares if one.share} == {
        "association": 60,
        "company_non_profit": 30,
        "foundation": 10,
    }
    assert [one.name for one in form.shares if one.own] == ["association"]
    assert (form.position, form.q1) == ("described", None)
    role = _in(comparison, ROLE, "portfolio")
    assert [(one.name, one.share, one.own) for one in role.shares] == [
        ("yes", 60, False),
        ("partly", 10, True),
        ("no", 30, False),
    ]


def test_the_ladder_takes_the_narrowest_group_that_is_shown(comparison: PeerComparison) -> None:
    reference = comparison.reference(SHARE)
    assert reference is not None
    assert say(reference.title) == f"{ENERGY} [10]"
    text = say(ladder_text(comparison, SHARE))
    assert text.startswith(f"{ENERGY}, Norway is too small to be shown")
    assert comparison.reference(SHARE, TRIGGERING) == reference
    assert comparison.reference(NEAR) == _in(comparison, NEAR, "portfolio")


def test_the_ladder_widens_to_all_where_the_portfolio_is_too_small(catalogue: Catalogue) -> None:
    own = OWN.model_copy(update={"portfolio": "Food industry"})
    found = compare(OWN_VALUES, own, hand_table(catalogue), catalogue)
    assert _in(found, SHARE, "portfolio").position == "hidden"
    reference = found.reference(SHARE)
    assert reference is not None
    assert reference.group is GroupKey.ALL
    assert "Food industry" in say(ladder_text(found, SHARE))


@pytest.mark.parametrize(
    ("own", "position"),
    [
        (51.24, "below"),
        (51.25, "within"),  # on the lower quartile
        (73.75, "within"),  # on the upper one
        (73.76, "within"),  # both are shown as 73.8
        (73.85, "above"),
        (None, "no value"),
    ],
)
def test_a_value_on_a_quartile_lies_within(
    catalogue: Catalogue, own: float | None, position: str
) -> None:
    values = {} if own is None else {SHARE: own}
    found = compare(values, OWN, hand_table(catalogue), catalogue)
    assert _in(found, SHARE, "portfolio").position == position


@pytest.mark.parametrize(
    ("own", "decimals", "position"),
    [
        (2.8333, 2, "within"),  # shown as 2.83, as the quartile is
        (2.836, 2, "above"),
        (1.996, 2, "within"),
        (1.99, 2, "below"),
        (1234.4, 1, "above"),
    ],
)
def test_what_is_equal_as_shown_lies_within(own: float, decimals: int, position: str) -> None:
    assert position_of(own_as_shown(own, decimals), 2.0, 2.83) == position


@pytest.mark.parametrize(("own", "position"), [(2, "below"), (3, "within"), (4, "above")])
def test_where_all_are_equal_only_the_same_value_lies_within(
    catalogue: Catalogue, own: float, position: str
) -> None:
    found = compare({LEVEL: own}, OWN, hand_table(catalogue), catalogue)
    assert _in(found, LEVEL, "portfolio").position == position


def test_the_own_organisation_counts_and_that_is_said(catalogue: Catalogue) -> None:
    here = hand_table(catalogue)._replace(own=Placement(ENERGY, "NOR", "over_8"))
    said = {group.key.value: group.own for group in compare({}, OWN, here, catalogue).groups}
    assert (said["portfolio"], said["country"], said["all"]) == ("yes", "yes", "yes")
    elsewhere = here._replace(own=None)
    assert {one.own for one in compare({}, OWN, elsewhere, catalogue).groups if one.n} == {"no"}
    common = here._replace(is_known=False)
    assert {one.own for one in compare({}, OWN, common, catalogue).groups} == {"maybe"}


def test_an_organisation_counts_once_with_its_latest_record() -> None:
    rows = [
        PoolRow(ref, None, country, None, None, year, "layout", b"", frozenset({giver}))
        for ref, country, year, giver in (
            ("a", "NOR", 2024, "one"),
            ("b", "DNK", 2023, "one"),
            ("a", "SWE", 2023, "two"),
            ("b", "FIN", 2025, "two"),
        )
    ]
    found = newest(rows)
    assert [(row.ref, row.country) for row in found] == [("a", "NOR"), ("b", "FIN")]
    assert {row.contributors for row in found} == {frozenset({"one", "two"})}


def test_without_a_pool_everything_is_hidden(catalogue: Catalogue) -> None:
    found = compare(OWN_VALUES, OWN, None, catalogue)
    assert found.is_empty
    assert {one.position for each in found.standings.values() for one in each} == {"hidden"}


def test_a_catalogue_may_ask_for_more_peers_but_not_for_fewer(catalogue: Catalogue) -> None:
    edition = catalogue.edition.model_copy(update={"fewest_peers": 11})
    stricter = catalogue.model_copy(update={"edition": edition})
    shown = hand_table(stricter).table.groups
    assert [group.age_group or group.key.value for group in shown] == ["over_4_up_to_8", "all"]
    with pytest.raises(ValueError, match="greater than or equal to 5"):
        type(edition).model_validate({**dict(edition), "fewest_peers": 4})


def test_a_standing_is_one_sentence(catalogue: Catalogue, comparison: PeerComparison) -> None:
    scores = score(answered(committed_total=80, committed_written=41, involvement=3), catalogue)
    share, level = scores.by_key[SHARE], scores.by_key[LEVEL]
    portfolio = _in(comparison, SHARE, "portfolio")
    assert say(position_sentence(portfolio, share)) == (
        f"Within the middle half of the 10 peers in {ENERGY} (51.3\u00a0% to 73.8\u00a0%), "
        "below its median of 62.5\u00a0%."
    )
    assert say(position_sentence(_in(comparison, LEVEL, "portfolio"), level)) == (
        f"The same value as at least half of the 10 peers in {ENERGY}."
    )
    form = say(position_sentence(_in(comparison, FORM, "portfolio"), scores.by_key[FORM]))
    assert form.startswith(f"Like 60\u00a0% of the 10 peers in {ENERGY}")
    assert position_sentence(_in(comparison, SHARE, "gold"), share) == ""


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=60))
def test_quartiles_are_those_of_numpy(values: Sequence[float]) -> None:
    ordered = sorted(values)
    ours = quartiles(ordered)
    theirs = np.quantile(ordered, [0.25, 0.5, 0.75], method="linear")
    assert np.allclose(ours, theirs, rtol=1e-12, atol=1e-6)
    if len(ordered) > 1:
        standard = statistics.quantiles(ordered, n=4, method="inclusive")
        assert np.allclose(ours, standard, rtol=1e-12, atol=1e-6)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60), st.integers(1, 9))
def test_every_tenth_is_that_of_numpy(values: Sequence[float], part: int) -> None:
    ordered = sorted(values)
    assert np.isclose(quantile(ordered, part, 10), np.quantile(ordered, part / 10))


@given(st.floats(-1e6, 1e6), st.integers(1, 60))
def test_the_value_of_all_lies_within_when_all_are_equal(value: float, count: int) -> None:
    middle = quartiles([value] * count)
    assert tuple(middle) == (value, value, value)
    assert position_of(value, middle.lower, middle.upper) == "within"


@given(st.lists(st.integers(0, 4), min_size=5, max_size=40), st.integers(0, 4))
def test_a_comparison_agrees_with_numpy_on_whole_groups(levels: list[int], own: int) -> None:
    ordered = sorted(float(one) for one in levels)
    q1, q3 = np.quantile(ordered, [0.25, 0.75])
    expected = "below" if own < q1 else "above" if own > q3 else "within"
    middle = quartiles(ordered)
    assert position_of(own, middle.lower, middle.upper) == expected
