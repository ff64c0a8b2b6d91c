"""The English of values, positions and definitions in words."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

_VALUES: Mapping[str, str | Plural] = {
    "held_on_site": "{day}, on site",
    "held_by_video": "{day}, by video",
    "with_unit": "{value}\u00a0{unit}",
    "of_top": "{value} of {top}",
    "with_name": "{value} – {name}",
    "with_aside": "{value} ({aside})",
    "part_of_whole": "{part} of {whole}",
    "measure": "{measure}: {value}",
    "measure_without_value": "{measure}: no value, {reason}",
    "measure_among_peers": "{measure}; {position}",
    "no_parts": "no parts",
    "all_at_one_level": "All items stand at the same level, {level}",
    "highest_and_lowest": "Highest, at {high}: {highest}; lowest, at {low}: {lowest}",
    "largest_parts": "The largest part: {parts}, {value}",
}

_DEFINITIONS: Mapping[str, str | Plural] = {
    "account": (
        "For each value: how it comes about, from which answers or values, and what is left out. "
        "Where no source is named, the value is the answer as it was given."
    ),
    "account_of_peers": (
        "Below it stand, for each group of peers, lower quartile · median · upper quartile, or for "
        "a class the share of peers in the same one, and in brackets how many of the group have a "
        "value. The head says how many the group has in all, and how old its interviews are."
    ),
    "half_since": "half in {year} or later",
    "same_inputs": "From the same.",
    "inputs": "From: {inputs}.",
    "input_value": "{label} = {value}",
    "same_formula": "Formula as in {number}.",
    "part_and_value": "{part} {value}",
    "parts_without_value": "No value for some, because {reason}.",
    "per_cent": "{share}\u00a0%",
    "most_frequent": "Most frequent: {classes}.",
    "class_of_groups": "{label} ({groups})",
    "group_share": "{group} {share}",
}

_PEERS: Mapping[str, str | Plural] = {
    "groups": "The comparison groups",
    "no_groups": "No comparison group yet",
    "no_peers": (
        "There is no comparison group yet: the report shows own values, and no position among "
        "others."
    ),
    "protection": (
        "Peers come from finished interviews whose organisations agreed to be pooled; each counts "
        "once with its latest, this organisation is never among them, and no name travels with the "
        "values. A group of fewer than {minimum} others is not shown, nor is anything from which "
        "the figures of so few could be worked out, be it by subtracting one group from another or "
        "one edition of this report from the next. What is said in words is about the narrowest "
        "group that may be shown: portfolio and country, the portfolio, or all."
    ),
    "middle_half": (
        "The middle half of a group lies between its two quartiles (type 7): a quarter of its "
        "values lies below, a quarter above. The tick within is the median. A value is called "
        "below, within or above the middle half; on a quartile it is within. There are no means, "
        "no ranks and no total score. Whiskers reach to the tenth at either end, and are drawn "
        "only where that tenth holds enough organisations. The number behind a group counts those "
        "that have a value."
    ),
    "usual_group": (
        "Here that is mostly {group}; where another group has to be spoken of, it is said there."
    ),
    "hidden_groups": "Not shown: {groups}.",
    "synthetic_peers": "The peers in this report are synthetic: invented for demonstration.",
    "interviews_since": "Half of its interviews were in {year} or later.",
    "as_of": "As of {day}: fewer than five have changed since.",
    "peers_are": ("The peers are {group}; the middle half lies between the quartiles of a group."),
    "peers_are_and_more": Plural(
        "The peers are {group} and {count} more group; the middle half lies between the quartiles "
        "of a group.",
        "The peers are {group} and {count} more groups; the middle half lies between the quartiles "
        "of a group.",
    ),
}

_READING: Mapping[str, str | Plural] = {
    "learning": "Learning, not ranking",
    "learning_in_full": (
        "The indicators describe how a cluster is built, led, financed and used. They are no "
        "examination: there is no total score, no pass mark and no ranking, and none can be worked "
        "out from them. Where nothing is better or worse, they only describe."
    ),
    "published": "Published values and charts",
    "published_in_full": (
        "Where a published value says something about the same subject, it stands beside the "
        "indicator with its source, population and year. It comes from other populations, so it "
        "gives orientation and is no yardstick. Where none stands, none is known."
    ),
    "charts_in_full": (
        "A filled diamond with its number is the value of this cluster. A hollow circle is a "
        "published value. Scales that have ends of their own (0 to 100 %, the levels 0 to 4) are "
        "drawn from end to end; other numbers are drawn from zero to a round number where there is "
        "a value to compare them with, and stand as figures alone where there is none."
    ),
    "no_answer": "When there is no answer",
    "no_answer_in_full": (
        "A missing answer is a finding of its own: it stands as a word, never as a zero."
    ),
    "left_out": "Left out: shares and means are worked out without it.",
    "without_value": "What is derived from it has no value.",
    "next_level": "What Silver would ask next",
    "silver_asks": (
        "{title} is the next level. It asks for a second benchmarking one and a half to two years "
        "after the first, for improvement shown in three areas, for a visit by an auditor, and for "
        "every minimum requirement of the Gold level."
    ),
    "candidates": (
        "The first recommendations are good candidates for the three areas: choose them now, note "
        "where each stands today, and keep evidence of what changes."
    ),
    "gained_most": (
        "Between the last round and this one, these areas gained most, each measured on its own "
        "scales. What has no evidence linked to its answers would still have to be shown."
    ),
    "gain": "{number} {measure}: from {before} to {now}",
    "gains": "{gains}.",
    "gains_serve": "Quality label: {items}.",
    "no_evidence": "No evidence is linked yet to {numbers}.",
}

_IMPRINT: Mapping[str, str | Plural] = {
    "imprint_handed_over": "Handed over by",
    "imprint_organisation": "Organisation",
    "imprint_web_site": "Web site",
    "imprint_portfolio": "Comparative portfolio",
    "imprint_expert": "Expert",
    "imprint_interview": "Interview",
    "imprint_impartiality": "Impartiality",
    "imprint_statement": "{statement} {name}, {day}.",
    "imprint_no_statement": "No statement is recorded.",
    "imprint_contact": "Contact",
    "imprint_project_code": "Project code",
    "imprint_catalogue": "Catalogue",
    "imprint_evidence": "Evidence: {mark}",
    "imprint_indicators": Plural("Indicator {numbers}.", "Indicators {numbers}."),
    "imprint_policy": "Policy",
    "imprint_no_policy": "None in force.",
    "imprint_case": "Case",
    "imprint_day": "Put together",
    "imprint_software": "Software",
}

SENTENCES: Mapping[str, str | Plural] = {
    **_VALUES,
    **_DEFINITIONS,
    **_PEERS,
    **_READING,
    **_IMPRINT,
}
