"""What is said about derived values, and about how they changed."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "measure_of_indicator": "{indicator}: {measure}",
    "input_is": "{label} = {value}",
    "input_without_value": "“{label}” has no usable answer ({status})",
    "divisor_is_zero": "the divisor is 0, so there is no result",
    "sum_is_zero": "the sum is 0, so there is no result",
    "input_is_zero": "{label} is 0, so there is no result",
    "no_class": "this number belongs to no class",
    "no_item": "none",
    "only_year_known": "only the year is known; it is counted from January",
    "contradiction": "{label}: {finding}",
    "with_unit": "{number}\u00a0{unit}",
    "with_level": "{number} – {level}",
    "unusual": "{value} (unusual)",
    "unusual_because": "Unusual, and no reason is given: {finding}.",
    "no_value": "no value ({status})",
    "no_value_because": "No value, because {reason}.",
    "origin": "From: {inputs}.",
    "input": "{label} ({status})",
    "left_out": "Left out: {inputs}.",
    "note": "Note: {remark}.",
    "from_to": "from {before} to {now}",
    "percentage_points_more": Plural(
        "+{size} percentage point", "+{size} percentage points", "size"
    ),
    "percentage_points_fewer": Plural(
        "−{size} percentage point", "−{size} percentage points", "size"
    ),
    "more": "+{size}",
    "less": "−{size}",
    "more_of_unit": "+{size} {unit}",
    "less_of_unit": "−{size} {unit}",
    "measure_with_number": "{number} {measure}",
}
