"""How what is said of advice is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "no_value": "no value",
    "peers": "the peers",
    "and_more": Plural("{count} more", "{count} more"),
    "against_eligibility": (
        "The value from the interview does not meet eligibility criterion {criterion}: {title}."
    ),
    "for_minimum": (
        "It serves item {item} of the quality label ({title}), which may have a minimum "
        "requirement."
    ),
    "order_of_expert": "The expert has set this order.",
    "effort_day": "small: up to a day",
    "effort_month": "medium: up to a month",
    "effort_more": "large: more than a month",
    "no_quality_item": "no item of the Gold assessment; it serves the cluster itself",
    "plan_open": "open",
    "plan_under_way": "under way",
    "plan_done": "done",
    "plan_dropped": "dropped",
    "plan_dropped_because": "dropped because: {reason}",
    "plan_forward": "{measure} went from {before} to {now}, in the desired direction.",
    "plan_back": "{measure} went from {before} to {now}, in the opposite direction.",
    "plan_same": "{measure} is {now}, as in the last round.",
    "plan_moved": "{measure} went from {before} to {now}.",
    "plan_aim_reached": "The aim of {aim} is reached.",
    "plan_aim_not_reached": "The aim of {aim} is not reached yet.",
    "plan_not_compared": "{measure} cannot be compared with the last round.",
    "plan_without_measure": "It has no measure.",
    "by_distance_and_rating": (
        "The distance of the value from the middle half is {distance} times the width of the "
        "middle half; the cluster rates the subject {rating} out of 4."
    ),
    "by_distance": (
        "The distance of the value from the middle half is {distance} times the width of the "
        "middle half; the cluster has not rated the subject."
    ),
    "by_rating": (
        "A class or a missing element has no distance from the middle half, so it counts as one "
        "width of the middle half; "
        "the cluster rates the subject {rating} out of 4."
    ),
    "by_finding": (
        "A class or a missing element has no distance from the middle half, so it counts as one "
        "width of the middle half; "
        "the cluster has not rated the subject."
    ),
}
