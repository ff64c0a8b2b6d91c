"""What is said about the groups of peers, and where a value lies among them.

`{peers}` stands for `the 24 peers in Energy and environment` and its like, in one grammatical form
everywhere: a language that needs another form words its sentences around that one.
"""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "yes": "yes",
    "partly": "partly",
    "no": "no",
    "portfolio_in_country": "{portfolio}, {country}",
    "age": "Age: {age}",
    "same_age_group": "Same age group",
    "gold_holders": "Holders of a Gold label",
    "all": "All",
    "with_number": "{group} [{number}]",
    "of_portfolio": "Organisations of the comparative portfolio {portfolio}",
    "of_portfolio_in_country": "Organisations of the portfolio {portfolio} in {country}",
    "of_country": "Organisations of every portfolio in {country}",
    "of_age_group": "Organisations of the same age group",
    "of_gold_holders": "Organisations that hold a Gold label",
    "of_pool": "All organisations of the pool",
    "counted_portfolio": (
        "Organisations of the comparative portfolio {portfolio}, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "counted_portfolio_in_country": (
        "Organisations of the portfolio {portfolio} in {country}, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "counted_country": (
        "Organisations of every portfolio in {country}, each counted once with its latest "
        "finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "counted_age_group": (
        "Organisations of the same age group, each counted once with its latest finished case; "
        "this organisation is not among them; at least {minimum} of them"
    ),
    "counted_gold_holders": (
        "Organisations that hold a Gold label, each counted once with its latest finished case; "
        "this organisation is not among them; at least {minimum} of them"
    ),
    "counted_pool": (
        "All organisations of the pool, each counted once with its latest finished case; this "
        "organisation is not among them; at least {minimum} of them"
    ),
    "hidden": "not shown, so that no few organisations can be recognised or worked out",
    "age_unknown": "not shown, because the own age group is not known",
    "below": "below the middle half",
    "within": "within the middle half",
    "above": "above the middle half",
    "described": "described, without a middle half",
    "no_own_value": "no own value",
    "not_shown": "not shown",
    "peers_in": Plural("the {count} peer in {group}", "the {count} peers in {group}"),
    "peers_of_age": Plural(
        "the {count} peer of the same age group", "the {count} peers of the same age group"
    ),
    "peers_with_gold": Plural(
        "the {count} peer that holds a Gold label", "the {count} peers that hold a Gold label"
    ),
    "all_peers": Plural("the only {count} peer", "all {count} peers"),
    "middle_half": "The middle half of {peers} lies between {low} and {high}.",
    "middle_half_below": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is below it."
    ),
    "middle_half_within": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is within it."
    ),
    "middle_half_above": (
        "The middle half of {peers} lies between {low} and {high}; this cluster is above it."
    ),
    "half_at": "At least half of {peers} stand at {value}.",
    "half_at_below": "At least half of {peers} stand at {value}; this cluster is below that.",
    "half_at_within": "At least half of {peers} stand at {value}; so does this cluster.",
    "half_at_above": "At least half of {peers} stand at {value}; this cluster is above that.",
    "per_cent": "{number}\u00a0%",
    "band": "{low} to {high}",
    "band_and_median": "{band}, median {median}",
    "have_it": "{share}\u00a0% of {peers} have it",
    "have_it_partly": "{share}\u00a0% of {peers} have it, {partly}\u00a0% partly",
    "most_frequent": "Most frequent among {peers}: {most}, {share}\u00a0%",
    "none_in_class": "None of {peers} is in the same class; most frequent: {most}, {share}\u00a0%",
    "none_in_class_nor_more": "None of {peers} is in the same class; none is more frequent",
    "in_class": (
        "{own}\u00a0% of {peers} are in the same class; most frequent: {most}, {share}\u00a0%"
    ),
    "in_class_most_frequent": (
        "{own}\u00a0% of {peers} are in the same class; none is more frequent"
    ),
    "too_small": Plural(
        "{groups} is too small to be shown, alone or beside the other groups; this is about the "
        "next wider group, {group}.",
        "{groups} are too small to be shown, alone or beside the other groups; this is about the "
        "next wider group, {group}.",
    ),
    "as_of": "Peers as of {day}: fewer than five have changed since.",
}
