"""How groups of peers are called in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "portfolio_in_country": "{portfolio}, {country}",
    "age": "Age: {age}",
    "same_age": "Same age group",
    "gold": "Holders of a Gold label",
    "all_groups": "All",
    "with_number": "{group} [{count}]",
    "who_portfolio": "Organisations of the comparative portfolio {portfolio}",
    "who_portfolio_in_country": "Organisations of the portfolio {portfolio} in {country}",
    "who_country": "Organisations of every portfolio in {country}",
    "who_age": "Organisations of the same age group",
    "who_gold": "Organisations that hold a Gold label",
    "who_all": "All organisations of the pool",
    "group_portfolio": (
        "Organisations of the comparative portfolio {portfolio}, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "group_portfolio_in_country": (
        "Organisations of the portfolio {portfolio} in {country}, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "group_country": (
        "Organisations of every portfolio in {country}, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "group_age": (
        "Organisations of the same age group, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "group_gold": (
        "Organisations that hold a Gold label, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "group_all": (
        "All organisations of the pool, each counted once with its "
        "latest finished case; this organisation is not among them; at least {minimum} of them"
    ),
    "hidden": "not shown, so that no few organisations can be recognised or worked out",
    "age_unknown": "not shown, because the own age group is not known",
    "ladder": Plural(
        "{groups} is too small to be shown, alone or beside the other groups; this is about the "
        "next wider group, {group}.",
        "{groups} are too small to be shown, alone or beside the other groups; this is about the "
        "next wider group, {group}.",
    ),
    "as_of": "Peers as of {day}: fewer than five have changed since.",
}
