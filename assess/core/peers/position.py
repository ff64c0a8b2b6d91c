"""Positions: the own value of a measure among one group of peers, and all of them together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isclose
from typing import Literal

from assess.core.catalogue.catalogue import FEWEST
from assess.core.peers.message import PeersMessage
from assess.core.peers.order_statistics import SortedSelection
from assess.core.peers.peer_group import LADDER, GroupKey, PeerGroup, titled
from assess.core.peers.pool_schema import PooledMeasure
from assess.core.peers.quantile import Quartiles, quantile, quartiles
from assess.core.text.message import Say, Text, message
from assess.core.text.number_text import rounded
from assess.core.text.value import Value

Position = Literal["below", "within", "above", "described", "no value", "hidden"]
"""Where the own value lies to the middle half; `described`: a class, which has no middle half."""

TAIL = 10
"""Whiskers reach to the tenth at either end, where that tenth holds enough organisations."""

WITH_ONE_DECIMAL, WITHOUT_DECIMALS = 10, 1000
"""From which number on a quartile is shown with one decimal, and any number with none."""

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
    """How many others of the group have a value."""
    position: Position
    q1: float | None = None
    median: float | None = None
    q3: float | None = None
    low: float | None = None
    """A tenth of the group lies at or below; only where this tenth holds enough organisations."""
    high: float | None = None
    shares: tuple[ClassShare, ...] = ()
    """For classes, levels with names and elements of checklists: how the group is spread."""
    as_of: date | None = None
    """The figures are those of an earlier report, because too few have changed since."""
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
    minimum: int = FEWEST
    synthetic: bool = False
    """The peers are invented for demonstration: said wherever they show."""

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


def position_among(
    pooled: PooledMeasure,
    value: float | str | None,
    peers: SortedSelection,
    spans: Sequence[tuple[int, int]],
    group: GroupKey,
    label: Text,
    minimum: int,
) -> PeerPosition:
    """Give the standing of an own value among peers; `spans` are those of the classes, by place.

    Whiskers need so many peers that a tenth of them is as many as a group must have.
    """
    shares = tuple(_shares(pooled, value, peers, spans))
    if pooled.classes or not isinstance(value, int | float | None):
        position: Position = "no value" if value is None else "described"
        return PeerPosition(
            group=group, label=label, n=len(peers), position=position, shares=shares
        )
    exact = quartiles(peers)
    decimals = pooled.decimals
    middle = Quartiles(*(as_shown(number, decimals) for number in exact))
    low = high = None
    if len(peers) >= TAIL * minimum:
        low = as_shown(quantile(peers, 1, TAIL), decimals)
        high = as_shown(quantile(peers, TAIL - 1, TAIL), decimals)
    return PeerPosition(
        group=group,
        label=label,
        n=len(peers),
        position="no value"
        if value is None
        else position_of(own_as_shown(value, decimals), middle),
        q1=middle.lower,
        median=middle.median,
        q3=middle.upper,
        low=low,
        high=high,
        shares=shares,
    )


def shown_decimals(decimals: int) -> int:
    """Give the decimals of a quartile: one more than whole, as it may lie between two numbers."""
    return max(1, decimals)


def as_shown(number: float, decimals: int) -> float:
    """Round a quartile as it is shown: from 10 on with one decimal, from 1,000 on with none."""
    return rounded(number, quartile_decimals(number, decimals))


def quartile_decimals(number: float, decimals: int) -> int:
    """Give with how many decimals a quartile is shown: more would only look exact."""
    if abs(number) >= WITHOUT_DECIMALS:
        return 0
    return 1 if abs(number) >= WITH_ONE_DECIMAL else shown_decimals(decimals)


def own_as_shown(value: float, decimals: int) -> float:
    """Round an own value as it is shown: words on it agree with the figures that are read."""
    return rounded(value, 0 if abs(value) >= WITHOUT_DECIMALS else decimals)


def position_of(value: float, middle: Quartiles) -> Literal["below", "within", "above"]:
    """Tell where a value lies to the middle half; on a quartile it lies within."""
    if value < middle.lower and not isclose(value, middle.lower):
        return "below"
    if value > middle.upper and not isclose(value, middle.upper):
        return "above"
    return "within"


def spans_of(pooled: PooledMeasure, ordered: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """Give from where to where each class or named level lies in values in ascending order."""
    lowest = pooled.lowest or 0
    numbers = range(lowest, lowest + len(pooled.labels))
    return tuple(
        (bisect_left(ordered, number), bisect_right(ordered, number)) for number in numbers
    )


def _shares(
    pooled: PooledMeasure,
    value: float | str | None,
    peers: SortedSelection,
    spans: Sequence[tuple[int, int]],
) -> Iterator[ClassShare]:
    """Give the share of each class or named level in whole per cent."""
    for index, (label, span) in enumerate(zip(pooled.labels, spans, strict=True)):
        place = index + (pooled.lowest or 0)
        name = pooled.classes[index] if pooled.classes else str(place)
        own = value == name if pooled.classes else value == place
        share = round_half_up(100 * peers.count(*span), len(peers))
        yield ClassShare(name=name, label=label, share=share, own=own)


def round_half_up(over: int, under: int) -> int:
    """Divide whole numbers and round halves up."""
    return (2 * over + under) // (2 * under)
