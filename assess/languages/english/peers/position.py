"""How the place of a value among peers is said in English: once for each kind of group."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

_PEERS = {
    "in_group": "the {count} peers in {group}",
    "of_age": "the {count} peers of the same age group",
    "with_gold": "the {count} peers that hold a Gold label",
    "of_all": "all {count} peers",
    "same": "the {count} peers",
}
"""How the peers of each kind of group are called within an English sentence."""

_OF_PEERS = {
    "peers_at": "{peers} ({band})",
    "peers_at_per_cent": "{peers} ({band}\u00a0%)",
    "half_at": "At least half of {peers} have the value {value}.",
    "half_at_below": "At least half of {peers} have the value {value}; this cluster is below it.",
    "half_at_within": "At least half of {peers} have the value {value}; this cluster has it too.",
    "half_at_above": "At least half of {peers} have the value {value}; this cluster is above it.",
    "middle": "The middle half of {peers} lies between {low} and {high}.",
    "middle_below": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is below it."
    ),
    "middle_within": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is within it."
    ),
    "middle_above": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is above it."
    ),
    "most_frequent": "Most frequent among {peers}: {most}, {share}\u00a0%",
    "no_peer_alike": "None of {peers} is in the same class; no single class is the most frequent",
    "no_peer_alike_most": (
        "None of {peers} is in the same class; most frequent: {most}, {share}\u00a0%"
    ),
    "peers_alike": (
        "{own}\u00a0% of {peers} are in the same class; no class is more frequent than this one"
    ),
    "peers_alike_most": (
        "{own}\u00a0% of {peers} are in the same class; most frequent: {most}, {share}\u00a0%"
    ),
    "have_it": "{yes}\u00a0% of {peers} have it",
    "have_it_partly": "{yes}\u00a0% of {peers} have it, {partly}\u00a0% have it partly",
}


_NEVER_AGAIN = {"peers_at", "peers_at_per_cent", "have_it", "have_it_partly"}
"""What is never said a second time of the same peers."""


def _whole(sentence: str, peers: str) -> Plural:
    """Give a whole sentence; there are never so few peers that English has another form."""
    whole = sentence.replace("{peers}", peers)
    return Plural(whole, whole)


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
        f"{name}_{kind}": _whole(sentence, peers)
        for name, sentence in _OF_PEERS.items()
        for kind, peers in _PEERS.items()
        if kind != "same" or name not in _NEVER_AGAIN
    },
}
