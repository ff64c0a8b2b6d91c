"""Membership: which groups an organisation belongs to, by what the public register knows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


class GroupKey(StrEnum):
    """A way to choose peers, in the order in which they are shown."""

    PORTFOLIO = "portfolio"
    PORTFOLIO_COUNTRY = "portfolio_country"
    COUNTRY = "country"
    AGE_GROUP = "age_group"
    GOLD = "gold"
    ALL = "all"


GROUPS = tuple(GroupKey)


class Placement(NamedTuple):
    """What decides to which groups an organisation belongs; None: not known."""

    portfolio: str | None = None
    country: str | None = None
    age_group: str | None = None
    is_gold: bool = False


class GroupId(NamedTuple):
    """One group of organisations; what its key does not look at is None."""

    key: GroupKey
    portfolio: str | None = None
    country: str | None = None
    age_group: str | None = None


EVERYONE = GroupId(GroupKey.ALL)
HOLDERS = GroupId(GroupKey.GOLD)


def groups_of(placement: Placement) -> Iterator[GroupId]:
    """Give every group that an organisation belongs to."""
    portfolio, country, age_group, is_gold = placement
    yield EVERYONE
    if portfolio is not None:
        yield GroupId(GroupKey.PORTFOLIO, portfolio=portfolio)
    if country is not None:
        yield GroupId(GroupKey.COUNTRY, country=country)
        if portfolio is not None:
            yield GroupId(GroupKey.PORTFOLIO_COUNTRY, portfolio=portfolio, country=country)
    if age_group is not None:
        yield GroupId(GroupKey.AGE_GROUP, age_group=age_group)
    if is_gold:
        yield HOLDERS


def sizes_of(counted: Mapping[Placement, int]) -> Counter[GroupId]:
    """Count the organisations of every group."""
    found: Counter[GroupId] = Counter()
    for placement, count in counted.items():
        for group in groups_of(placement):
            found[group] += count
    return found


def widest_first(sizes: Mapping[GroupId, int], fewest: int) -> list[GroupId]:
    """Give the groups of at least so many organisations: all of them, then by size.

    Groups of one size follow in the order of their kinds and names.
    """
    enough = [group for group, size in sizes.items() if size >= fewest]
    return sorted(enough, key=lambda group: (group != EVERYONE, -sizes[group], group_order(group)))


def group_order(group: GroupId) -> tuple[int, str, str, str]:
    """Give by what groups are sorted: kind and names."""
    return (
        GROUPS.index(group.key),
        group.portfolio or "",
        group.country or "",
        group.age_group or "",
    )
