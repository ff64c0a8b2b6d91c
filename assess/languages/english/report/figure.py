"""The English of the charts."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "chart_this_cluster": "This cluster",
    "chart_no_value": "No value: {reason}.",
    "chart_row": "{label}: {value}",
    "chart_row_among": "{label}: {value}, peers: {peers}",
    "chart_peers_are": "The peers are {group}.",
    "chart_published": "Published, {year}",
    "chart_band": "middle half {low} to {high}, median {median}",
    "chart_without_parts": "no parts",
    "chart_part": "{part} {value}",
    "chart_medians": "Medians of {group}: {parts}",
    "chart_no_class": "No class is marked: {reason}.",
    "chart_own_class": "This cluster: {own}.",
    "chart_classes": "The classes: {names}.",
    "chart_other_classes": "The other classes: {names}.",
    "chart_classes_of_group": "Of {group}: {shares}",
    "chart_class_share": "{name} {share}",
    "chart_have_it": "{share} of {group} have it",
    "chart_yes": "yes",
    "chart_partly": "partly",
    "chart_no": "no",
    "chart_field": "{field}: {level} {intensity}, {share} {spectrum}",
    "chart_field_among": "{field}: {level} {intensity}, {share} {spectrum}, peers {median}",
    "chart_not_asked": "not asked",
    "chart_at_a_glance": "{area} at a glance",
    "chart_glance": "{number} {name}: {value}",
    "chart_glance_among": "{number} {name}: {value}, {position}",
    "chart_glance_key": (
        "Grey: the middle half of the narrowest group that may be shown; the tick is its median"
    ),
    "chart_on_own_scales": (
        "Each diamond shows one indicator on its own scale, from the lowest to the "
        "highest possible value. Indicators without a fixed scale are not shown. There is "
        "no comparison group yet"
    ),
    "chart_among_peers": Plural(
        "{count} indicator is compared. The grey area is the middle half of the peers: the "
        "cluster is above it in {above}, within it in {within}, below it in {below}",
        "{count} indicators are compared. The grey area is the middle half of the peers: the "
        "cluster is above it in {above}, within it in {within}, below it in {below}",
    ),
    "chart_none_among_peers": (
        "No indicator is compared yet: the cluster or its peers have too few values"
    ),
    "chart_nothing": "lowest value",
    "chart_most_possible": "highest value",
    "chart_missing": "no value",
    "chart_below": "below",
    "chart_middle_half": "the middle half of the peers",
    "chart_above": "above",
    "chart_mark_on_scale": "indicator {number} at {percent}% of its scale",
    "chart_mark_below": "indicator {number} below the middle half",
    "chart_mark_within": "indicator {number} within the middle half",
    "chart_mark_above": "indicator {number} above the middle half",
    "chart_strip": "{area}: {marks}.",
    "chart_strip_with_gaps": "{area}: {marks}; no value for {numbers}.",
    "chart_strip_of_gaps": "{area}: no value for {numbers}.",
    "chart_trend": Plural(
        "{count} main measure over {rounds} rounds",
        "{count} main measures over {rounds} rounds",
    ),
    "chart_trend_key": (
        "From left to right: {months}. Full: now. Grey: the middle half of the peers of today; the "
        "line in it is the median."
    ),
    "chart_trend_point": "{month} {value}",
    "chart_trend_row": "{number} {name}: {values}.",
}
