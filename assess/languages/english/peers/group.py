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
        "its latest finished case. The group has at "
        "least {minimum} organisations."
    ),
    "group_portfolio_in_country": (
        "Organisations of the portfolio {portfolio} in {country}. Each counts once, with "
        "its latest finished case. The group has at "
        "least {minimum} organisations."
    ),
    "group_country": (
        "Organisations of every portfolio in {country}. Each counts once, with its latest "
        "finished case. The group has at least "
        "{minimum} organisations."
    ),
    "group_age": (
        "Organisations of the same age group. Each counts once, with its latest finished "
        "case. The group has at least {minimum} "
        "organisations."
    ),
    "group_gold": (
        "Organisations that hold a Gold label. Each counts once, with its latest finished "
        "case. The group has at least {minimum} "
        "organisations."
    ),
    "group_all": (
        "All organisations of the pool. Each counts once, with its latest finished case. "
        "The group has at least {minimum} "
        "organisations."
    ),
    "hidden": "not shown, because single organisations could be identified",
    "age_unknown": "not shown, because the age group of this organisation is not known",
    "ladder": Plural(
        "{groups} is too small to be shown safely; the text uses the next wider group, {group}.",
        "{groups} are too small to be shown safely; the text uses the next wider group, {group}.",
    ),
    "as_of": "The figures of the peers are those of {day}, because too few peers have "
    "changed since that day to renew them.",
    "reason_too_few": Plural(
        "{count} figure is not shown because the group has too few organisations with a value.",
        "{count} figures are not shown because the group has too few organisations with a value.",
    ),
    "reason_combination": Plural(
        "{count} figure is not shown because, together with other groups, it would "
        "reveal values of a few organisations.",
        "{count} figures are not shown because, together with other groups, they would "
        "reveal values of a few organisations.",
    ),
    "reason_contributor": Plural(
        "{count} figure is not shown because somebody who contributed values could "
        "calculate those of a few other organisations.",
        "{count} figures are not shown because somebody who contributed values could "
        "calculate those of a few other organisations.",
    ),
    "reason_sensitive": Plural(
        "{count} figure is not shown because in a small group all organisations are in "
        "the class, or none is.",
        "{count} figures are not shown because in a small group all organisations are "
        "in the class, or none is.",
    ),
    "reason_corrected": Plural(
        "{count} figure is not shown because it was wrong and cannot be renewed safely yet.",
        "{count} figures are not shown because they were wrong and cannot be renewed safely yet.",
    ),
    "column_group": "The kind of group: all, portfolio, country, age_group, gold or "
    "portfolio_country.",
    "column_portfolio": "The comparative portfolio of the group, if it has one.",
    "column_country": "The country of the group (ISO 3166, three letters), if it has one.",
    "column_age_group": "The age group, if it is a group of one age.",
    "column_measure": "Indicator and measure; empty: the group as a whole.",
    "column_definition": "The digest of the definition of the measure; values "
    "are compared only where it is the same.",
    "column_unit": "The unit of the quartiles.",
    "column_n": "The number of organisations with a value, each counted once.",
    "column_year": "Half of the interviews were in this year or later.",
    "column_q1": "The lower quartile (type 7), rounded as it is shown.",
    "column_median": "The median, rounded as it is shown.",
    "column_q3": "The upper quartile (type 7), rounded as it is shown.",
    "column_class": "The class or level of the share.",
    "column_share": "How many of the organisations are in the class, in whole per cent.",
    "column_as_of": "The day of the earlier table from which these figures come.",
    "column_hidden": "Why the figure is not shown: too_few, combination, contributor, sensitive "
    "or corrected.",
}
