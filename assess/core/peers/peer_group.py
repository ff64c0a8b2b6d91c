"""The groups of peers: who belongs to which, seen from one organisation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import HIGHEST
from assess.core.peers.message import PeersMessage
from assess.core.peers.pool import Pool
from assess.core.peers.pool_schema import PoolSchema
from assess.core.text.message import Inside, Message, Say, Text, message
from assess.core.text.value import Value


class GroupKey(StrEnum):
    """A way to choose peers, in the order in which they are shown."""

    PORTFOLIO = "portfolio"
    PORTFOLIO_COUNTRY = "portfolio_country"
    COUNTRY = "country"
    AGE_GROUP = "age_group"
    GOLD = "gold"
    ALL = "all"


GROUPS = tuple(GroupKey)

PREFERENCE = (
    GroupKey.PORTFOLIO,
    GroupKey.ALL,
    GroupKey.COUNTRY,
    GroupKey.PORTFOLIO_COUNTRY,
    GroupKey.AGE_GROUP,
    GroupKey.GOLD,
)
"""Which group is shown where two cannot both be: the earlier one."""

LADDER = (GroupKey.PORTFOLIO_COUNTRY, GroupKey.PORTFOLIO, GroupKey.ALL)
"""From the narrowest group to the widest: what is said in words is about the first one shown."""

TRIGGERING = (GroupKey.PORTFOLIO, GroupKey.ALL)
"""Recommendations look at the comparative portfolio, or at the next wider group."""

AGE_GROUP_KEY = "age:age_group"
"""The measure whose classes are the age groups."""

SAME_PORTFOLIO, SAME_COUNTRY, SAME_AGE, HOLDS_GOLD, OUTSIDE = 1, 2, 4, 8, 16
"""What a mark says of an organisation, added up; `OUTSIDE` is the own one, never its own peer."""

_NEEDED = {
    GroupKey.PORTFOLIO: SAME_PORTFOLIO,
    GroupKey.PORTFOLIO_COUNTRY: SAME_PORTFOLIO | SAME_COUNTRY,
    GroupKey.COUNTRY: SAME_COUNTRY,
    GroupKey.AGE_GROUP: SAME_AGE,
    GroupKey.GOLD: HOLDS_GOLD,
    GroupKey.ALL: 0,
}

SELECTORS = {
    group: bytes(mark < OUTSIDE and mark & needed == needed for mark in range(256))
    for group, needed in _NEEDED.items()
}
"""For each group a table that turns marks into 1 for those in it and 0 for the others."""

COLUMNS = tuple(tuple(SELECTORS[group][mark] for group in GROUPS) for mark in range(OUTSIDE))
"""For each mark, in which of the groups an organisation with it is counted."""


class Standpoint(Value):
    """From where peers are looked for: what is known of the own organisation."""

    refs: frozenset[str] = frozenset()
    """Its own ids in the pool; more than one where it had another name."""
    portfolio: str
    country: str
    age_group: str | None = None


class PeerGroup(Value):
    """A group in words; how many it holds and how old its data is, where that may be shown."""

    key: GroupKey
    label: Text
    definition: Text
    n: int | None = None
    median_year: int | None = None
    """Half of the interviews were in this year or later."""
    as_of: date | None = None
    """Number and year are those of an earlier report, because too few have changed since."""
    hidden: Text = ""
    """Why nothing of it is shown; empty: it is shown."""

    @property
    def who(self) -> Text:
        """Who belongs to it, without what is said of every group."""
        if not isinstance(self.definition, Message):
            return self.definition
        values = dict(self.definition.values)
        del values["minimum"]
        return Message(_WHO[self.key], values)

    @property
    def title(self) -> Text:
        """The label with the number of peers, as charts write it."""
        return titled(self.label, self.n)

    def said(self, say: Say) -> PeerGroup:
        """Give the group in the words of one language, for a record."""
        words = {name: say(getattr(self, name)) for name in ("label", "definition", "hidden")}
        return self.model_copy(update=words)


def titled(label: Text, n: int | None) -> Text:
    """Give a label with the number of peers, as charts write it: `Energy and environment [24]`."""
    return label if n is None else message(PeersMessage.WITH_NUMBER, group=label, count=n)


_WHO = {
    GroupKey.PORTFOLIO: PeersMessage.WHO_PORTFOLIO,
    GroupKey.PORTFOLIO_COUNTRY: PeersMessage.WHO_PORTFOLIO_IN_COUNTRY,
    GroupKey.COUNTRY: PeersMessage.WHO_COUNTRY,
    GroupKey.AGE_GROUP: PeersMessage.WHO_AGE,
    GroupKey.GOLD: PeersMessage.WHO_GOLD,
    GroupKey.ALL: PeersMessage.WHO_ALL,
}


def marks_of(pool: Pool, own: Standpoint) -> bytes:
    """Mark each organisation of a pool by what it has in common with the own one."""
    return bytes(
        OUTSIDE
        if ref in own.refs
        else (portfolio == own.portfolio)
        + 2 * (country == own.country)
        + 4 * (age is not None and age == own.age_group)
        + 8 * (level == HIGHEST)
        for ref, portfolio, country, age, level, _ in zip(*pool.parts, strict=True)
    )


def labels_of(own: Standpoint, layout: PoolSchema, catalogue: Catalogue) -> dict[GroupKey, Text]:
    """Give what each group is called, seen from the own organisation."""
    country = catalogue.country_name(own.country)
    age = age_label(own.age_group, layout)
    return {
        GroupKey.PORTFOLIO: own.portfolio,
        GroupKey.PORTFOLIO_COUNTRY: message(
            PeersMessage.PORTFOLIO_IN_COUNTRY, portfolio=own.portfolio, country=country
        ),
        GroupKey.COUNTRY: country,
        GroupKey.AGE_GROUP: (
            message(PeersMessage.AGE, age=Inside(age)) if age else message(PeersMessage.SAME_AGE)
        ),
        GroupKey.GOLD: message(PeersMessage.GOLD),
        GroupKey.ALL: message(PeersMessage.ALL_GROUPS),
    }


def age_label(name: str | None, layout: PoolSchema) -> Text | None:
    """Give what an age group is called; None where it is not known."""
    found = next((pooled for pooled in layout.pooled if pooled.key == AGE_GROUP_KEY), None)
    if found is None or name not in found.classes:
        return None
    return found.labels[found.classes.index(name)]


def definitions_of(labels: Mapping[GroupKey, Text], minimum: int) -> dict[GroupKey, Message]:
    """Say who belongs to each group."""
    country, portfolio = labels[GroupKey.COUNTRY], labels[GroupKey.PORTFOLIO]
    of = {"minimum": minimum}
    return {
        GroupKey.PORTFOLIO: message(PeersMessage.GROUP_PORTFOLIO, portfolio=portfolio, **of),
        GroupKey.PORTFOLIO_COUNTRY: message(
            PeersMessage.GROUP_PORTFOLIO_IN_COUNTRY, portfolio=portfolio, country=country, **of
        ),
        GroupKey.COUNTRY: message(PeersMessage.GROUP_COUNTRY, country=country, **of),
        GroupKey.AGE_GROUP: message(PeersMessage.GROUP_AGE, **of),
        GroupKey.GOLD: message(PeersMessage.GROUP_GOLD, **of),
        GroupKey.ALL: message(PeersMessage.GROUP_ALL, **of),
    }


def median_year(years: Sequence[int]) -> int | None:
    """Give the year in which or after which half of the interviews were held."""
    ordered = sorted(years)
    return ordered[(len(ordered) - 1) // 2] if ordered else None
