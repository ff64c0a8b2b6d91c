"""Positions: the own value of a measure among one group of peers, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isclose
from typing import Literal

from assess.core.catalogue.catalogue import FEWEST
from assess.core.peers.membership import GroupKey
from assess.core.peers.message import PeersMessage
from assess.core.peers.peer_group import LADDER, PeerGroup, titled
from assess.core.peers.pool_schema import PooledMeasure
from assess.core.peers.quantile import own_as_shown
from assess.core.peers.table import TableFigure, TableName
from assess.core.text.message import Say, Text, message
from assess.core.text.value import Value

Position = Literal["below", "within", "above", "described", "no value", "hidden"]
"""Where the own value lies to the middle half; `described`: a class, which has no middle half."""

HIDDEN = message(PeersMessage.HIDDEN)
AGE_UNKNOWN = message(PeersMessage.AGE_UNKNOWN)


class ClassShare(Value):
    """How many of a group are in one class, in whole per cent."""

    name: str
    label: Text
    share: int
    own: bool = False


class PeerPosition(Value):
    """The own value of one measure among one group; quartiles are rounded as the value is shown."""

    group: GroupKey
    label: Text
    n: int | None = None
    """How many of the group have a value."""
    position: Position
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    low: float | None = None
    """Only in editions issued before there was a table: a tenth of the group lay at or below."""
    high: float | None = None
    shares: tuple[ClassShare, ...] = ()
    """For classes, levels with names and elements of checklists: how the group is spread."""
    as_of: date | None = None
    """The figures are those of an earlier table, because too few have changed since."""
    reason: Text = ""
    """Why nothing is shown; empty: it is shown."""

    @property
    def is_shown(self) -> bool:
        """Whether figures of the group are shown."""
        return self.position != "hidden"

    @property
    def title(self) -> Text:
        """The label with the number of peers, as charts write it: `Energy and environment [24]`."""
        return titled(self.label, self.n)

    def said(self, say: Say) -> PeerPosition:
        """Give the standing in the words of one language, for a record."""
        shares = tuple(
            share.model_copy(update={"label": say(share.label)}) for share in self.shares
        )
        words = {"label": say(self.label), "reason": say(self.reason), "shares": shares}
        return self.model_copy(update=words)

    def share_of(self, name: str) -> int | None:
        """Give the share of a class in whole per cent."""
        return next((share.share for share in self.shares if share.name == name), None)


class PeerComparison(Value):
    """A case among all its groups."""

    groups: tuple[PeerGroup, ...]
    standings: Mapping[str, tuple[PeerPosition, ...]]
    """By `indicator:measure` (or `indicator:question` for an element), in the order of groups."""
    minimum: int = FEWEST + 1
    synthetic: bool = False
    """The peers are invented for demonstration: said wherever they show."""
    table: TableName | None = None
    """The table from which all of it is."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no group at all that may be shown."""
        return all(group.hidden for group in self.groups)

    def of(self, key: str) -> tuple[PeerPosition, ...]:
        """Give the standings of a measure; none where it is not compared."""
        return self.standings.get(key, ())

    def reference(self, key: str, ladder: Sequence[GroupKey] = LADDER) -> PeerPosition | None:
        """Give the standing in the narrowest group of a ladder that may be shown."""
        by_group = {standing.group: standing for standing in self.of(key) if standing.is_shown}
        return next((by_group[group] for group in ladder if group in by_group), None)

    def without(self, keys: frozenset[str]) -> PeerComparison:
        """Give the comparison without some measures and their parts."""
        if not keys:
            return self
        kept = {
            key: standings
            for key, standings in self.standings.items()
            if key.partition(".")[0] not in keys
        }
        return self.model_copy(update={"standings": kept})


NO_COMPARISON = PeerComparison(groups=(), standings={})


def position_in(
    figure: TableFigure,
    pooled: PooledMeasure,
    value: float | str | None,
    group: GroupKey,
    label: Text,
) -> PeerPosition:
    """Give the standing of an own value in a group, of which a table shows a figure."""
    position: Position = "no value"
    if value is not None:
        position = "described"
        if isinstance(value, int | float) and figure.q1 is not None and figure.q3 is not None:
            middle = (figure.q1, figure.q3)
            position = position_of(own_as_shown(value, pooled.decimals), *middle)
    return PeerPosition(
        group=group,
        label=label,
        n=figure.n,
        position=position,
        q1=figure.q1,
        median=figure.median,
        q3=figure.q3,
        shares=tuple(_shares(pooled, value, figure.shares)),
        as_of=figure.as_of,
    )


def position_of(value: float, lower: float, upper: float) -> Literal["below", "within", "above"]:
    """Tell where a value lies to the middle half; on a quartile it lies within."""
    if value < lower and not isclose(value, lower):
        return "below"
    if value > upper and not isclose(value, upper):
        return "above"
    return "within"


def _shares(
    pooled: PooledMeasure, value: float | str | None, shares: Sequence[int]
) -> Iterator[ClassShare]:
    """Give the share of each class or named level in whole per cent."""
    if len(shares) != len(pooled.labels):
        return
    for index, (label, share) in enumerate(zip(pooled.labels, shares, strict=True)):
        place = index + (pooled.lowest or 0)
        name = pooled.classes[index] if pooled.classes else str(place)
        own = value == name if pooled.classes else value == place
        yield ClassShare(name=name, label=label, share=share, own=own)
