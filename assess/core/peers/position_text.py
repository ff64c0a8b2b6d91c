"""Positions in words: one sentence that says where a value lies among which peers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isclose

from assess.core.peers.membership import GroupKey
from assess.core.peers.message import PeersMessage
from assess.core.peers.peer_group import LADDER
from assess.core.peers.position import PeerComparison, PeerPosition, Position
from assess.core.peers.quantile import own_as_shown, quartile_decimals
from assess.core.scoring.score import Score
from assess.core.text.message import (
    Day,
    Message,
    MessageValue,
    Number,
    Sentence,
    Text,
    message,
    series,
)
from assess.core.text.number_text import show_number

POSITION_WORDS: Mapping[Position, Message] = {
    "below": message(PeersMessage.BELOW),
    "within": message(PeersMessage.WITHIN),
    "above": message(PeersMessage.ABOVE),
    "described": message(PeersMessage.DESCRIBED),
    "no value": message(PeersMessage.NO_OWN_VALUE),
    "hidden": message(PeersMessage.NOT_SHOWN),
}
"""How each position is called."""

_KIND = {
    GroupKey.PORTFOLIO: "in_group",
    GroupKey.PORTFOLIO_COUNTRY: "in_group",
    GroupKey.COUNTRY: "in_group",
    GroupKey.AGE_GROUP: "of_age",
    GroupKey.GOLD: "with_gold",
    GroupKey.ALL: "of_all",
}


def _of_peers(
    name: str, standing: PeerPosition, after: PeerPosition | None = None, **values: MessageValue
) -> Message:
    """Give the sentence of a name that is about the kind of peers of a standing.

    Of a group that the sentence `after` which it stands has named, it says less.
    """
    kind = _KIND[standing.group]
    if after is not None and after.group is standing.group:
        kind = "again" if after.n == standing.n else "same"
    if kind == "in_group":
        values["group"] = standing.label
    code = PeersMessage[f"{name}_{kind}".upper()]
    return message(code, count=Number(standing.n or 0), **values)


def peers_with_band(standing: PeerPosition, score: Score) -> Message:
    """Name the peers with the middle half they make: what a value is held against."""
    name = "peers_at_per_cent" if score.unit == "%" else "peers_at"
    return _of_peers(name, standing, band=band_text(standing, score))


def position_sentence(
    standing: PeerPosition,
    score: Score,
    after: PeerPosition | None = None,
    *,
    is_brief: bool = False,
) -> Text:
    """Say where the own value lies among the peers of one group; nothing where none is shown.

    `after` is the standing of which the sentence before has spoken; a brief one is without median.
    """
    if not standing.is_shown:
        return ""
    if standing.q1 is None or standing.q3 is None:
        classes = _classes(standing, after)
        return Sentence(classes) if classes else ""
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    if _shown(low) == _shown(high):
        own = standing.position
        name = f"half_at_{own}" if own in ("below", "within", "above") else "half_at"
        return _of_peers(name, standing, after, value=_with_unit(low, score))
    values: dict[str, MessageValue] = {
        "low": _with_unit(low, score),
        "high": _with_unit(high, score),
    }
    if standing.median is not None:
        values["median"] = _with_unit(figure(standing.median, score), score)
    name = _place(standing, score)
    if is_brief and after is None and standing.position == "within":
        name = "middle_in"
    return _of_peers(name, standing, after, **values)


JUST, FAR = 0.1, 1.0
"""A value no farther from the middle half than this is just outside; from this on it is far."""


def _place(standing: PeerPosition, score: Score) -> str:
    """Name the sentence for a place: by position, and by how far it is, in widths of the half.

    All is held against the figures that are shown, so that words and figures agree.
    """
    low, median, high = standing.q1, standing.median, standing.q3
    if score.number is None or low is None or median is None or high is None:
        return "middle"
    own = own_as_shown(score.number, score.decimals)
    match standing.position:
        case "within":
            if isclose(own, median):
                return "middle_within"
            return "middle_within_low" if own < median else "middle_within_high"
        case "below" | "above" as side:
            away = max(low - own, own - high) / (high - low)
            if away < JUST:
                return f"middle_just_{side}"
            return f"middle_far_{side}" if away >= FAR else f"middle_{side}"
        case _:
            return "middle"


def position_figures(standing: PeerPosition, score: Score) -> Text:
    """Give a standing in a few figures: `18.2 to 29.9, median 24; above the middle half`."""
    if standing.median is None:
        return _classes(standing) or ""
    return message(
        PeersMessage.FIGURES,
        band=band_text(standing, score),
        median=figure(standing.median, score),
        position=POSITION_WORDS[standing.position],
    )


def element_sentence(standing: PeerPosition) -> Message:
    """Say how many of the peers have an element of a checklist, in full or partly."""
    yes, partly = standing.share_of("yes") or 0, standing.share_of("partly") or 0
    if partly:
        return _of_peers("have_it_partly", standing, yes=yes, partly=partly)
    return _of_peers("have_it", standing, yes=yes)


def band_text(standing: PeerPosition, score: Score) -> Text:
    """Give the middle half in figures: `18.2 to 29.9`, or one figure where both are the same."""
    if standing.q1 is None or standing.q3 is None:
        return ""
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    is_one = _shown(low) == _shown(high)
    return low if is_one else message(PeersMessage.BAND, low=low, high=high)


def ladder_text(comparison: PeerComparison, key: str, ladder: Sequence[GroupKey] = LADDER) -> Text:
    """Say which narrower groups are too small, so that a wider one is spoken of; mostly nothing.

    Only groups narrower than the one that is spoken of are named.
    """
    chosen = comparison.reference(key, ladder)
    by_group = {standing.group: standing for standing in comparison.of(key)}
    passed = []
    for group in ladder:
        if chosen is None or group is chosen.group:
            break
        if group in by_group:
            passed.append(by_group[group].label)
    if chosen is None or not passed:
        return ""
    return message(
        PeersMessage.LADDER, count=len(passed), groups=series(passed), group=chosen.title
    )


def age_text(standing: PeerPosition) -> Text:
    """Say that the figures are those of an earlier report; nothing where they are of today."""
    if standing.as_of is None:
        return ""
    return message(PeersMessage.AS_OF, day=Day(standing.as_of, in_words=True))


def _classes(standing: PeerPosition, after: PeerPosition | None = None) -> Message | None:
    """Say how the peers spread over classes, without a full stop; None: over none."""
    most = max(standing.shares, key=lambda share: share.share, default=None)
    own = next((share for share in standing.shares if share.own), None)
    if most is None:
        return None
    values: dict[str, MessageValue] = {"most": most.label, "share": most.share}
    if own is None:
        return _of_peers("most_frequent", standing, after, **values)
    name = "no_peer_alike"
    if own.share:
        name = "peers_alike"
    is_most = own.name == most.name or own.share == most.share
    shown: dict[str, MessageValue] = {} if is_most else values
    if own.share:
        shown = {"own": own.share, **shown}
    return _of_peers(name if is_most else f"{name}_most", standing, after, **shown)


def figure(number: float, score: Score) -> Number:
    """Give a quartile: from 10 on with one decimal, as more would only look exact."""
    return Number(number, quartile_decimals(number, score.decimals))


def _shown(figure: Number) -> str:
    return show_number(figure.number, figure.decimals)


def _with_unit(figure: Number, score: Score) -> MessageValue:
    return message(PeersMessage.PER_CENT, number=figure) if score.unit == "%" else figure
