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
        "Organisations of the comparative portfolio {portfolio}. Each counts once, with "
        "its latest finished case. This organisation is not one of them. The group has at "
        "least {minimum} organisations."
    ),
    "group_portfolio_in_country": (
        "Organisations of the portfolio {portfolio} in {country}. Each counts once, with "
        "its latest finished case. This organisation is not one of them. The group has at "
        "least {minimum} organisations."
    ),
    "group_country": (
        "Organisations of every portfolio in {country}. Each counts once, with its latest "
        "finished case. This organisation is not one of them. The group has at least "
        "{minimum} organisations."
    ),
    "group_age": (
        "Organisations of the same age group. Each counts once, with its latest finished "
        "case. This organisation is not one of them. The group has at least {minimum} "
        "organisations."
    ),
    "group_gold": (
        "Organisations that hold a Gold label. Each counts once, with its latest finished "
        "case. This organisation is not one of them. The group has at least {minimum} "
        "organisations."
    ),
    "group_all": (
        "All organisations of the pool. Each counts once, with its latest finished case. "
        "This organisation is not one of them. The group has at least {minimum} "
        "organisations."
    ),
    "hidden": "not shown, because single organisations could be identified",
    "age_unknown": "not shown, because the age group of this organisation is not known",
    "ladder": Plural(
        "{groups} is too small to be shown safely; the text uses the next wider group, {group}.",
        "{groups} are too small to be shown safely; the text uses the next wider group, {group}.",
    ),
    "as_of": "The peers are those of {day}: fewer than five have changed since.",
}
