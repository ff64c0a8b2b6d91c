"""The groups of peers, seen from one organisation: which they are, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import EVERYONE, HOLDERS, GroupId, GroupKey
from assess.core.peers.message import PeersMessage
from assess.core.peers.pool_schema import PoolSchema
from assess.core.text.message import Inside, Message, Say, Text, message
from assess.core.text.value import Value

LADDER = (GroupKey.PORTFOLIO_COUNTRY, GroupKey.PORTFOLIO, GroupKey.ALL)
"""From the narrowest group to the widest: what is said in words is about the first one shown."""

TRIGGERING = (GroupKey.PORTFOLIO, GroupKey.ALL)
"""Recommendations look at the comparative portfolio, or at the next wider group."""

AGE_GROUP_KEY = "age:age_group"
"""The measure whose classes are the age groups."""


class Standpoint(Value):
    """From where peers are looked for: what is known of the own organisation."""

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
    """Number and year are those of an earlier table, because too few have changed since."""
    own: Literal["yes", "no", "maybe"] = "maybe"
    """Whether the own organisation is in it, with this round or an earlier one."""
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


def groups_from(own: Standpoint) -> dict[GroupKey, GroupId | None]:
    """Give the groups that the own organisation is compared with; None: it is not known which."""
    portfolio, country, age = own.portfolio, own.country, own.age_group
    return {
        GroupKey.PORTFOLIO: GroupId(GroupKey.PORTFOLIO, portfolio=portfolio),
        GroupKey.PORTFOLIO_COUNTRY: GroupId(
            GroupKey.PORTFOLIO_COUNTRY, portfolio=portfolio, country=country
        ),
        GroupKey.COUNTRY: GroupId(GroupKey.COUNTRY, country=country),
        GroupKey.AGE_GROUP: GroupId(GroupKey.AGE_GROUP, age_group=age) if age else None,
        GroupKey.GOLD: HOLDERS,
        GroupKey.ALL: EVERYONE,
    }


def labels_of(own: Standpoint, layout: PoolSchema, catalogue: Catalogue) -> dict[GroupKey, Text]:
    """Give what each group is called, seen from the own organisation."""
    found = groups_from(own)
    labels = {
        key: group_label(group, layout, catalogue)
        for key, group in found.items()
        if group is not None
    }
    return {key: labels.get(key, message(PeersMessage.SAME_AGE)) for key in found}


def group_label(group: GroupId, layout: PoolSchema, catalogue: Catalogue) -> Text:
    """Give what a group is called."""
    country = catalogue.country_name(group.country) if group.country else ""
    match group.key:
        case GroupKey.PORTFOLIO:
            return group.portfolio or ""
        case GroupKey.PORTFOLIO_COUNTRY:
            return message(
                PeersMessage.PORTFOLIO_IN_COUNTRY, portfolio=group.portfolio or "", country=country
            )
        case GroupKey.COUNTRY:
            return country
        case GroupKey.AGE_GROUP:
            age = age_label(group.age_group, layout)
            return message(PeersMessage.AGE, age=Inside(age)) if age else group.age_group or ""
        case GroupKey.GOLD:
            return message(PeersMessage.GOLD)
        case GroupKey.ALL:
            return message(PeersMessage.ALL_GROUPS)


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
