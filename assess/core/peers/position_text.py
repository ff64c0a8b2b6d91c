"""Positions in words: one sentence that says where a value lies among which peers."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.peers.peer_group import LADDER, GroupKey
from assess.core.peers.position import PeerComparison, PeerPosition, shown_decimals
from assess.core.scoring.score import Score
from assess.core.text.number_text import NO_BREAK_SPACE, show_number
from assess.core.text.words import day_text, listed

POSITION_WORDS = {
    "below": "below the middle half",
    "within": "within the middle half",
    "above": "above the middle half",
    "described": "described, without a middle half",
    "no value": "no own value",
    "hidden": "not shown",
}
"""How each position is called."""

_WHERE = {"below": "below it", "within": "within it", "above": "above it"}


def peers_text(standing: PeerPosition) -> str:
    """Name the peers of a standing within a sentence: `the 24 peers in Energy and environment`."""
    n, label = show_number(standing.n or 0, 0), standing.label
    match standing.group:
        case GroupKey.PORTFOLIO | GroupKey.PORTFOLIO_COUNTRY | GroupKey.COUNTRY:
            return f"the {n} peers in {label}"
        case GroupKey.AGE_GROUP:
            return f"the {n} peers of the same age group"
        case GroupKey.GOLD:
            return f"the {n} peers that hold a Gold label"
        case GroupKey.ALL:
            return f"all {n} peers"


def position_sentence(standing: PeerPosition, score: Score) -> str:
    """Say where the own value lies among the peers of one group; nothing where none is shown."""
    if not standing.is_shown:
        return ""
    if standing.q1 is None or standing.q3 is None:
        return _classes(standing)
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    if low == high:
        return (
            f"At least half of {peers_text(standing)} stand at {_with_unit(low, score)}"
            f"{_beside(standing)}."
        )
    where = _WHERE.get(standing.position)
    own = f"; this cluster is {where}" if where else ""
    return (
        f"The middle half of {peers_text(standing)} lies between {_with_unit(low, score)} and "
        f"{_with_unit(high, score)}{own}."
    )


def position_figures(standing: PeerPosition, score: Score) -> str:
    """Give a standing in a few figures: `18.2 to 29.9, median 24; above the middle half`."""
    if standing.median is None:
        return _classes(standing).rstrip(".")
    median = figure(standing.median, score)
    word = POSITION_WORDS[standing.position]
    return f"{band_text(standing, score)}, median {median}; {word}"


def element_sentence(standing: PeerPosition) -> str:
    """Say how many of the peers have an element of a checklist, in full or partly."""
    yes, partly = standing.share_of("yes") or 0, standing.share_of("partly") or 0
    also = f", {partly}{NO_BREAK_SPACE}% partly" if partly else ""
    return f"{yes}{NO_BREAK_SPACE}% of {peers_text(standing)} have it{also}"


def band_text(standing: PeerPosition, score: Score) -> str:
    """Give the middle half in figures: `18.2 to 29.9`, or one figure where both are the same."""
    if standing.q1 is None or standing.q3 is None:
        return ""
    low, high = figure(standing.q1, score), figure(standing.q3, score)
    return low if low == high else f"{low} to {high}"


def ladder_text(comparison: PeerComparison, key: str, ladder: Sequence[GroupKey] = LADDER) -> str:
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
    verb = "are" if len(passed) > 1 else "is"
    return (
        f"{listed(passed)} {verb} too small to be shown, alone or beside the other groups; "
        f"this is about the next wider group, {chosen.title}."
    )


def age_text(standing: PeerPosition) -> str:
    """Say that the figures are those of an earlier report; nothing where they are of today."""
    if standing.as_of is None:
        return ""
    return f"Peers as of {day_text(standing.as_of)}: fewer than five have changed since."


def _classes(standing: PeerPosition) -> str:
    most = max(standing.shares, key=lambda share: share.share, default=None)
    own = next((share for share in standing.shares if share.own), None)
    if most is None:
        return ""
    peers = peers_text(standing)
    if own is None:
        return f"Most frequent among {peers}: {most.label}, {most.share}{NO_BREAK_SPACE}%."
    if own.share == 0:
        same = f"None of {peers} is in the same class"
    else:
        same = f"{own.share}{NO_BREAK_SPACE}% of {peers} are in the same class"
    if own.name == most.name or own.share == most.share:
        return f"{same}; none is more frequent."
    return f"{same}; most frequent: {most.label}, {most.share}{NO_BREAK_SPACE}%."


def _beside(standing: PeerPosition) -> str:
    match standing.position:
        case "within":
            return "; so does this cluster"
        case "below" | "above":
            return f"; this cluster is {standing.position} that"
        case _:
            return ""


def figure(number: float, score: Score) -> str:
    """Write a quartile: from 10 on with one decimal, as more would only look exact."""
    return show_number(number, 1 if abs(number) >= 10 else shown_decimals(score.decimals))


def _with_unit(figure: str, score: Score) -> str:
    return f"{figure}{NO_BREAK_SPACE}%" if score.unit == "%" else figure
