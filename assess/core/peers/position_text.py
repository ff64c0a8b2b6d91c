"""Positions in words: one sentence that says where a value lies among which peers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assess.core.peers.message import PeersMessage
from assess.core.peers.peer_group import LADDER, GroupKey
from assess.core.peers.position import PeerComparison, PeerPosition, shown_decimals
from assess.core.scoring.score import Score
from assess.core.text.message import Day, Message, Number, Sentence, Text, message, series
from assess.core.text.number_text import rounded

POSITION_WORDS: Mapping[str, Message] = {
    "below": message(PeersMessage.BELOW),
    "within": message(PeersMessage.WITHIN),
    "above": message(PeersMessage.ABOVE),
    "described": message(PeersMessage.DESCRIBED),
    "no value": message(PeersMessage.NO_OWN_VALUE),
    "hidden": message(PeersMessage.NOT_SHOWN),
}
"""How each position is called."""

_MIDDLE_HALF = {
    "below": PeersMessage.MIDDLE_HALF_BELOW,
    "within": PeersMessage.MIDDLE_HALF_WITHIN,
    "above": PeersMessage.MIDDLE_HALF_ABOVE,
}
_HALF_AT = {
    "below": PeersMessage.HALF_AT_BELOW,
    "within": PeersMessage.HALF_AT_WITHIN,
    "above": PeersMessage.HALF_AT_ABOVE,
}


def peers_text(standing: PeerPosition) -> Message:
    """Name the peers of a standing within a sentence: `the 24 peers in Energy and environment`."""
    count = Number(standing.n or 0)
    match standing.group:
        case GroupKey.PORTFOLIO | GroupKey.PORTFOLIO_COUNTRY | GroupKey.COUNTRY:
            return message(PeersMessage.PEERS_IN, count=count, group=standing.label)
        case GroupKey.AGE_GROUP:
            return message(PeersMessage.PEERS_OF_AGE, count=count)
        case GroupKey.GOLD:
            return message(PeersMessage.PEERS_WITH_GOLD, count=count)
        case GroupKey.ALL:
            return message(PeersMessage.ALL_PEERS, count=count)


def position_sentence(standing: PeerPosition, score: Score) -> Text:
    """Say where the own value lies among the peers of one group; nothing where none is shown."""
    if not standing.is_shown:
        return ""
    if standing.q1 is None or standing.q3 is None:
        classes = _classes(standing)
        return Sentence(classes) if classes else ""
    peers = peers_text(standing)
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    if low == high:
        code = _HALF_AT.get(standing.position, PeersMessage.HALF_AT)
        return message(code, peers=peers, value=_with_unit(low, score))
    code = _MIDDLE_HALF.get(standing.position, PeersMessage.MIDDLE_HALF)
    return message(code, peers=peers, low=_with_unit(low, score), high=_with_unit(high, score))


def position_figures(standing: PeerPosition, score: Score) -> Text:
    """Give a standing in a few figures: `18.2 to 29.9, median 24; above the middle half`."""
    if standing.median is None:
        return _classes(standing) or ""
    median = figure(standing.median, score)
    band = message(PeersMessage.BAND_AND_MEDIAN, band=band_text(standing, score), median=median)
    return series((band, POSITION_WORDS[standing.position]), "semicolon")


def element_sentence(standing: PeerPosition) -> Message:
    """Say how many of the peers have an element of a checklist, in full or partly."""
    yes, partly = standing.share_of("yes") or 0, standing.share_of("partly") or 0
    peers = peers_text(standing)
    if partly:
        return message(PeersMessage.HAVE_IT_PARTLY, share=yes, peers=peers, partly=partly)
    return message(PeersMessage.HAVE_IT, share=yes, peers=peers)


def band_text(standing: PeerPosition, score: Score) -> Text:
    """Give the middle half in figures: `18.2 to 29.9`, or one figure where both are the same."""
    if standing.q1 is None or standing.q3 is None:
        return ""
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    return low if low == high else message(PeersMessage.BAND, low=low, high=high)


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
        PeersMessage.TOO_SMALL, count=len(passed), groups=series(passed), group=chosen.title
    )


def age_text(standing: PeerPosition) -> Text:
    """Say that the figures are those of an earlier report; nothing where they are of today."""
    if standing.as_of is None:
        return ""
    return message(PeersMessage.AS_OF, day=Day(standing.as_of, in_words=True))


def _classes(standing: PeerPosition) -> Message | None:
    """Say how the peers are spread over classes, without a stop; None where nothing is known."""
    most = max(standing.shares, key=lambda share: share.share, default=None)
    own = next((share for share in standing.shares if share.own), None)
    if most is None:
        return None
    peers = peers_text(standing)
    if own is None:
        return message(PeersMessage.MOST_FREQUENT, peers=peers, most=most.label, share=most.share)
    is_most = own.name == most.name or own.share == most.share
    if own.share == 0 and is_most:
        return message(PeersMessage.NONE_IN_CLASS_NOR_MORE, peers=peers)
    if own.share == 0:
        return message(PeersMessage.NONE_IN_CLASS, peers=peers, most=most.label, share=most.share)
    if is_most:
        return message(PeersMessage.IN_CLASS_MOST_FREQUENT, own=own.share, peers=peers)
    return message(
        PeersMessage.IN_CLASS, own=own.share, peers=peers, most=most.label, share=most.share
    )


def figure(number: float, score: Score) -> Number:
    """Give a quartile: from 10 on with one decimal, as more would only look exact.

    What is shown alike is equal.
    """
    decimals = 1 if abs(number) >= 10 else shown_decimals(score.decimals)
    if abs(number) >= 1000:
        decimals = 0
    return Number(rounded(number, decimals), decimals)


def _with_unit(figure: Number, score: Score) -> Text:
    return message(PeersMessage.PER_CENT, number=figure) if score.unit == "%" else figure
