"""How the place of a value among peers is said in English: once for each kind of group."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

_PEERS = {
    "in_group": "the {count} peers in {group}",
    "of_age": "the {count} peers of the same age group",
    "with_gold": "the {count} peers that hold a Gold label",
    "of_all": "all {count} peers",
}
"""How the peers of each kind of group are called within an English sentence."""

_OF_PEERS = {
    "peers_at": "{peers} ({band})",
    "peers_at_per_cent": "{peers} ({band}\u00a0%)",
    "half_at": "At least half of {peers} have the value {value}.",
    "half_at_below": "Below the value {value}, which at least half of {peers} have.",
    "half_at_within": "At least half of {peers} have the same value.",
    "half_at_above": "Above the value {value}, which at least half of {peers} have.",
    "middle": "The middle half of {peers} lies between {low} and {high}.",
    "middle_far_below": (
        "Far below the middle half of {peers}, which lies between {low} and {high}."
    ),
    "middle_below": "Below the middle half of {peers} ({low} to {high}).",
    "middle_just_below": "Just below the middle half of {peers} ({low} to {high}).",
    "middle_within_low": (
        "Within the middle half of {peers} ({low} to {high}), below its median of {median}."
    ),
    "middle_within": "At the median of {peers}; the middle half is {low} to {high}.",
    "middle_in": "Within the middle half of {peers} ({low} to {high}).",
    "middle_within_high": (
        "Within the middle half of {peers} ({low} to {high}), above its median of {median}."
    ),
    "middle_just_above": "Just above the middle half of {peers} ({low} to {high}).",
    "middle_above": "Above the middle half of {peers} ({low} to {high}).",
    "middle_far_above": (
        "Far above the middle half of {peers}, which lies between {low} and {high}."
    ),
    "most_frequent": "Most frequent among {peers}: {most}, {share}\u00a0%",
    "no_peer_alike": (
        "None of {peers} is in the same class; two or more classes are equally frequent"
    ),
    "no_peer_alike_most": (
        "None of {peers} is in the same class; the most frequent class is “{most}”, with "
        "{share}\u00a0%"
    ),
    "peers_alike": "{own}\u00a0% of {peers} are in the same class, which is the most frequent one",
    "peers_alike_most": (
        "{own}\u00a0% of {peers} are in the same class; the most frequent class is “{most}”, with "
        "{share}\u00a0%"
    ),
    "have_it": "{yes}\u00a0% of {peers} have it",
    "have_it_partly": "{yes}\u00a0% of {peers} have it, {partly}\u00a0% have it partly",
}

_OF_THE_SAME = {
    "half_at": "At least half of {peers} have the value {value}.",
    "half_at_below": "Below the value {value} of at least half of {peers}.",
    "half_at_within": "At least half of {peers} have the same value.",
    "half_at_above": "Above the value {value} of at least half of {peers}.",
    "middle": "The middle half of {peers} lies between {low} and {high}.",
    "middle_far_below": "Far below the middle half of {peers} ({low} to {high}).",
    "middle_below": "Below the middle half of {peers} ({low} to {high}).",
    "middle_just_below": "Just below the middle half of {peers} ({low} to {high}).",
    "middle_within_low": "Within the middle half of {peers} ({low} to {high}).",
    "middle_within": "Equal to the median of {peers} (middle half: {low} to {high}).",
    "middle_within_high": "Within the middle half of {peers} ({low} to {high}).",
    "middle_just_above": "Just above the middle half of {peers} ({low} to {high}).",
    "middle_above": "Above the middle half of {peers} ({low} to {high}).",
    "middle_far_above": "Far above the middle half of {peers} ({low} to {high}).",
    "most_frequent": "Most frequent among {peers}: {most}, {share}\u00a0%",
    "no_peer_alike": "None of {peers} is in the same class",
    "no_peer_alike_most": (
        "None of {peers} is in the same class; the most frequent class is “{most}”, with "
        "{share}\u00a0%"
    ),
    "peers_alike": "{own}\u00a0% of {peers} are in the same class, which is the most frequent one",
    "peers_alike_most": (
        "{own}\u00a0% of {peers} are in the same class; the most frequent class is “{most}”, with "
        "{share}\u00a0%"
    ),
}
"""Of peers whose group the sentence before has named."""

_SAME = {"same": "the {count} peers", "again": "these peers"}
"""How these are called: where others of the group have a value, and where the same have one."""


def _whole(sentence: str) -> Plural:
    """Give a whole sentence; there are never so few peers that English has another form."""
    return Plural(sentence, sentence)


SENTENCES: Mapping[str, str | Plural] = {
    "yes": "yes",
    "partly": "partly",
    "no": "no",
    "below": "below the middle half",
    "within": "within the middle half",
    "above": "above the middle half",
    "described": "in words only, without a middle half",
    "no_own_value": "this cluster has no value",
    "not_shown": "not shown",
    "band": "{low} to {high}",
    "figures": "{band}, median {median}; {position}",
    "per_cent": "{number}\u00a0%",
    **{
        f"{name}_{kind}": _whole(sentence.replace("{peers}", peers))
        for name, sentence in _OF_PEERS.items()
        for kind, peers in _PEERS.items()
    },
    **{
        f"{name}_{kind}": _whole(sentence.replace("{peers}", peers))
        for name, sentence in _OF_THE_SAME.items()
        for kind, peers in _SAME.items()
    },
}
