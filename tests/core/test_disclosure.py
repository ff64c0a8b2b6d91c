"""Attacks on what a table shows: written without the protection, by looking for few organisations.

The attacker knows who is in which group, and adds and subtracts the figures of all groups of all
tables in every way. If some way leaves one to a few organisations, each of them counted or not,
then something of these few could be worked out. The rank of what is left tells so exactly.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from assess.core.peers.disclosure import disclosure_control
from assess.core.peers.disclosure.cut_audit import CutAudit
from assess.core.peers.disclosure.disclosure_control import HiddenReason, Respondent, choose
from assess.core.peers.disclosure.exact_audit import History, ShownFigure, State
from assess.core.peers.disclosure.two_tables import _Parts
from assess.core.peers.membership import (
    EVERYONE,
    GroupId,
    GroupKey,
    Placement,
    groups_of,
    sizes_of,
    widest_first,
)

GIVERS = ("x", "y")


def fewest_told_of(
    organisations: Sequence[History], figures: Sequence[ShownFigure], few: int
) -> tuple[int, ...] | None:
    """Give a few organisations of which alone some combination of figures tells; None: of none.

    There is one if the figures depend on each other more without these organisations than with
    them: a sum of them is then nothing but for these few.
    """
    columns, owners = [], []
    for number, history in enumerate(organisations):
        for state in {entry[1] for entry in history if entry is not None}:
            columns.append([_counts(history, state, figure) for figure in figures])
            owners.append(number)
    matrix, owner = np.array(columns, dtype=float).T, np.array(owners)
    whole = np.linalg.matrix_rank(matrix)
    chosen = itertools.combinations(range(len(organisations)), min(few, len(organisations)))
    for some in chosen:
        rest = matrix[:, ~np.isin(owner, some)]
        # Nobody left has a rank of 0: of those whom no figure counts, nothing is told even then.
        if (np.linalg.matrix_rank(rest) if rest.size else 0) < whole:
            return some
    return None


def _counts(history: History, state: int, figure: ShownFigure) -> int:
    entry = history[figure.table]
    return int(entry is not None and entry[1] == state and figure.group in groups_of(entry[0]))


class Drawn:
    """A small pool over one to three tables, in which organisations come, go, move and change.

    Where it is said over how many tables, it is over so many.
    """

    def __init__(self, seed: int, tables: int = 0) -> None:
        self._source = source = Random(seed)  # noqa: S311  drawn, not secret
        drawn = source.choice((1, 1, 2, 3))
        self.tables = tables or drawn
        self.lives = [self._life() for _ in range(source.randint(6, 14))]
        self.known_to = [frozenset(self._givers()) for _ in self.lives]

    def _place(self) -> Placement:
        source = self._source
        return Placement(
            source.choice(("P", "P", "Q", "R", None)),
            source.choice(("A", "A", "B", None)),
            source.choice(("old", "old", "new", None)),
            source.random() < 0.3,
        )

    def _givers(self) -> list[str]:
        chance = self._source.random()
        return ["x"] if chance < 0.2 else ["y"] if chance < 0.3 else []

    def _life(self) -> History:
        source, place, value = self._source, self._place(), 0
        is_in, numbers = source.random() < 0.85, dict[tuple[Placement, int], int]()
        states = []
        for table in range(self.tables):
            if table and source.random() < 0.3:
                match source.choice(("comes or goes", "moves", "changes")):
                    case "comes or goes":
                        is_in = not is_in
                    case "moves":
                        place = self._place()
                    case _:
                        value = source.randint(0, 2)
            number = numbers.setdefault((place, value), len(numbers))
            states.append((place, number) if is_in else None)
        return tuple(states)

    def shown(self, fewest: int) -> list[ShownFigure]:
        """Choose the groups of one table after another, as the program does."""
        before: list[frozenset[GroupId]] = []
        for table in range(self.tables):
            respondents = Counter(
                Respondent(life[: table + 1], known)
                for life, known in zip(self.lives, self.known_to, strict=True)
                if any(life[: table + 1])
            )
            before.append(frozenset(choose(respondents, before, fewest).shown))
        return [ShownFigure(table, group) for table, shown in enumerate(before) for group in shown]

    def attacked(self, figures: Sequence[ShownFigure], few: int) -> bool:
        """Tell whether anybody can work out something of a few: any reader, or a contributor."""
        for giver in ("", *GIVERS):
            known = zip(self.lives, self.known_to, strict=True)
            others = [life for life, givers in known if giver not in givers and any(life)]
            if figures and others and fewest_told_of(others, figures, few):
                return True
        return False


@pytest.mark.parametrize("few_placements", [48, 0], ids=["exact", "by cuts"])
@pytest.mark.parametrize("few", [2, 5])
def test_nothing_of_a_few_follows_from_tables_one_after_another(
    few_placements: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosure_control, "FEW_PLACEMENTS", few_placements)
    _attack(range(12), few)


def test_what_became_of_organisations_of_one_place_is_added_up() -> None:
    here, there = Placement(country="NOR"), Placement(country="SWE")
    counted: dict[tuple[State, State], int] = {
        (None, (here, 1)): 2,
        (None, (here, 2)): 3,
        ((here, 1), None): 4,
        ((here, 2), None): 5,
        ((here, 1), (here, 2)): 6,
        ((here, 2), (here, 1)): 7,
        ((here, 1), (here, 1)): 8,
        ((here, 2), (here, 2)): 9,
        ((here, 1), (there, 1)): 10,
        ((here, 1), (there, 2)): 11,
    }
    parts = _Parts(counted)
    assert parts.old == {here: 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11}
    assert parts.same == {here: 6 + 7 + 8 + 9}
    assert parts.new == {here: 2 + 3 + 6 + 7, there: 10 + 11}
    assert parts.gone == {here: 4 + 5 + 10 + 11}
    assert parts.changed_now == {here: 2 + 3 + 4 + 5 + 6 + 7, there: 10 + 11}
    assert parts.changed_then == {here: 2 + 3 + 4 + 5 + 6 + 7 + 10 + 11}


@pytest.mark.parametrize("seed", [195, 1384])
def test_a_contributor_to_whom_all_of_the_figures_belong_is_told_of_nobody_else(seed: int) -> None:
    """Pools that a wrong attack once took for leaks: it counted those whom no figure counts."""
    drawn = Drawn(seed)
    figures = drawn.shown(3)
    known = zip(drawn.lives, drawn.known_to, strict=True)
    others = [life for life, givers in known if "x" not in givers and any(life)]
    assert figures
    assert 0 < len(others) <= 2
    assert fewest_told_of(others, figures, 2) is None
    assert not drawn.attacked(figures, 2)


@pytest.mark.parametrize("few_placements", [48, 0], ids=["exact", "by cuts"])
@pytest.mark.parametrize("seed", [11938, 12013])
def test_three_tables_tell_of_nobody_of_whom_no_two_of_them_tell(
    seed: int, few_placements: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pools in which the sum of two differences once told of two organisations."""
    monkeypatch.setattr(disclosure_control, "FEW_PLACEMENTS", few_placements)
    _attack(range(seed, seed + 1), 2)


@pytest.mark.parametrize("few_placements", [48, 0], ids=["exact", "by cuts"])
@pytest.mark.parametrize("tables", [3, 4, 5])
def test_nothing_of_a_few_follows_from_long_series_of_tables(
    tables: int, few_placements: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosure_control, "FEW_PLACEMENTS", few_placements)
    _attack(range(40), 2, tables)


@pytest.mark.slow
@pytest.mark.parametrize("few_placements", [48, 0], ids=["exact", "by cuts"])
@pytest.mark.parametrize(("few", "first"), [(2, 0), (2, 1000), (3, 2000), (5, 3000)])
def test_nothing_of_a_few_follows_from_thousands_of_pools(
    few_placements: int, few: int, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosure_control, "FEW_PLACEMENTS", few_placements)
    _attack(range(first, first + (1000 if few < 5 else 150)), few)


def _attack(seeds: range, few: int, tables: int = 0) -> None:
    shown = 0
    for seed in seeds:
        drawn = Drawn(seed, tables)
        figures = drawn.shown(few + 1)
        shown += len(figures)
        assert not drawn.attacked(figures, few), f"seed {seed}"
    assert shown  # else nothing was tried


def test_the_attacker_finds_what_is_shown_without_care() -> None:
    """The difference of two groups, and of two tables."""
    first, second = Placement("P", "A"), Placement("Q", "A")
    lives: list[History] = [*[((first, 0),)] * 7, *[((second, 0),)] * 2]
    figures = [ShownFigure(0, EVERYONE), ShownFigure(0, GroupId(GroupKey.PORTFOLIO, portfolio="P"))]
    assert fewest_told_of(lives, figures, 2) == (7, 8)
    lives = [*[((first, 0), (first, 0))] * 7, (None, (first, 0))]
    assert (
        fewest_told_of(lives, [ShownFigure(0, EVERYONE), ShownFigure(1, EVERYONE)], 2) is not None
    )


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (GroupId(GroupKey.COUNTRY, country="B"), None),
        (GroupId(GroupKey.COUNTRY, country="A"), (0, 1)),
        (EVERYONE, (0, 1)),
    ],
    ids=["counted nowhere", "one of them counted", "both counted"],
)
def test_where_only_a_few_are_left_the_attacker_is_told_of_those_whom_a_figure_counts(
    shown: GroupId, told: tuple[int, ...] | None
) -> None:
    lives: list[History] = [((Placement("P", "A"), 0),), ((Placement("Q"), 0),)]
    assert fewest_told_of(lives, [ShownFigure(0, shown)], 2) == told


def test_almost_every_group_of_a_large_pool_is_shown() -> None:
    """As in the trials of the plan: nearly all of those with six, and quickly."""
    for count, countries, portfolios, most in ((1300, 48, 14, 3), (300, 20, 14, 3)):
        counted = pool(count, countries, portfolios)
        groups = widest_first(sizes_of(counted), 6)
        audit, shown = CutAudit(counted, 5), 0
        for group in groups:
            if not 0 < audit.fewest_told(group) <= 5:
                audit.take(group)
                shown += 1
        assert len(groups) - shown <= most


def pool(count: int, countries: int, portfolios: int, seed: int = 1) -> Counter[Placement]:
    """Draw organisations, of which more are in some portfolios and countries than in others."""
    source = Random(seed)  # noqa: S311  as above
    by_country = [1 / (place + 1) ** 0.6 for place in range(countries)]
    by_portfolio = [1 / (place + 1) ** 0.4 for place in range(portfolios)]
    return Counter(
        Placement(
            str(source.choices(range(portfolios), by_portfolio)[0]),
            str(source.choices(range(countries), by_country)[0]),
            None if source.random() < 0.03 else source.choices("omu", (6, 2, 1.5))[0],
            source.random() < 0.1,
        )
        for _ in range(count)
    )


def _places(*counts: tuple[str, str, int]) -> Counter[Respondent]:
    return Counter(
        {
            Respondent(((Placement(portfolio, country), 0),)): count
            for portfolio, country, count in counts
        }
    )


def _portfolio(name: str) -> GroupId:
    return GroupId(GroupKey.PORTFOLIO, portfolio=name)


def test_a_group_is_hidden_whose_rest_would_be_a_few() -> None:
    found = choose(_places(("P", "A", 9), ("Q", "A", 3)), (), 6)
    assert EVERYONE in found.shown
    assert found.hidden[_portfolio("P")] is HiddenReason.COMBINATION
    assert found.hidden[_portfolio("Q")] is HiddenReason.TOO_FEW


def test_two_groups_that_differ_in_one_on_either_side_are_not_both_shown() -> None:
    """Their difference is one organisation less another one: where they differ, both are known."""
    found = choose(_places(("P", "A", 8), ("P", "B", 1), ("Q", "A", 1), ("Q", "B", 9)), (), 6)
    both = {_portfolio("P"), GroupId(GroupKey.COUNTRY, country="A")}
    assert len(both & set(found.shown)) == 1


def test_a_contributor_does_not_see_a_few_others() -> None:
    others = _places(("P", "A", 4), ("Q", "B", 9))
    own = Respondent(((Placement("P", "A"), 0),), frozenset({"x"}))
    found = choose(others + Counter({own: 8}), (), 6)
    assert found.hidden[_portfolio("P")] is HiddenReason.CONTRIBUTOR
    assert _portfolio("P") in choose(_places(("P", "A", 12), ("Q", "B", 9)), (), 6).shown


def test_a_sensitive_group_is_hidden_and_does_not_follow_either() -> None:
    counted = _places(("P", "A", 8), ("Q", "B", 9), ("R", "C", 9))
    found = choose(counted, (), 6, [_portfolio("P")])
    assert found.hidden[_portfolio("P")] is HiddenReason.SENSITIVE
    assert EVERYONE in found.shown
    assert len({_portfolio("Q"), _portfolio("R")} & set(found.shown)) == 1
