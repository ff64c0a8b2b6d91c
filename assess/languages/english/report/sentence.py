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
    "measure_without_value": "{measure}: no value ({reason})",
    "measure_among_peers": "{measure}, {position}",
    "measure_below": "{measure}: below",
    "measure_within": "{measure}: within",
    "measure_above": "{measure}: above",
    "all_at_one_level": "All items have the same level, {level}",
    "highest_and_lowest": "Highest level, {high}: {highest}; lowest level, {low}: {lowest}",
    "largest_parts": "The largest part: {parts}, {value}",
    "largest_among": "The largest part: {part}, {value}; the median of {group} is {median}",
    "items_and_more": Plural("{items} and {count} more", "{items} and {count} more"),
    "items_above": "Above the middle half of {group}: {above}",
    "items_below": "Below the middle half of {group}: {below}",
    "items_above_and_below": (
        "Above the middle half of {group}: {above}; below the middle half: {below}"
    ),
    "items_within": Plural(
        "The item is within the middle half of {group}",
        "All {count} items are within the middle half of {group}",
    ),
    "lacking": "Not fully in place: {elements}",
    "lacking_among": (
        "Not fully in place; in brackets, the share of {group} that has it: {elements}"
    ),
    "element_among": "{element} ({share}\u00a0%)",
    "all_there": Plural("The element is in place", "All {count} elements are in place"),
    "all_there_at_one": Plural(
        "The element is in place, as in {share}\u00a0% of {group}",
        "All {count} elements are in place; each element is in place in {share}\u00a0% of {group}",
    ),
    "all_there_among": Plural(
        "The element is in place, as in {low} to {high}\u00a0% of {group}",
        "All {count} elements are in place; each element is in place in {low} to "
        "{high}\u00a0% of {group}",
    ),
    "fields_around_median": "Above the median of {group}: {above}; below the median: {below}",
    "fields_above_median": "Above the median of {group}: {fields}",
    "fields_below_median": "Below the median of {group}: {fields}",
    "strongest_field": "The most intensive field: {field}, {value}",
}

_DEFINITIONS: Mapping[str, str | Plural] = {
    "account": (
        "How each value is calculated, from which answers, and which answers are left "
        "out. If no calculation is named, the value is the answer itself."
    ),
    "account_of_peers": (
        "Below each calculation, for each group: the lower quartile, the median and "
        "the upper quartile, or the share of its peers in the same class. A number in "
        "brackets says how many peers have a value, if not all have one."
    ),
    "same_inputs": "From the same inputs.",
    "inputs": "From: {inputs}.",
    "input_value": "{label} = {value}",
    "same_formula": "Same formula as in {number}.",
    "part_and_value": "{part} {value}",
    "parts_without_value": "No value for some parts, because {reason}.",
    "per_cent": "{share}\u00a0%",
    "most_frequent": "Most frequent: {classes}.",
    "class_of_groups": "{label} ({groups})",
    "group_share": "{group} {share}",
}

_PEERS: Mapping[str, str | Plural] = {
    "groups": "The comparison groups",
    "no_groups": "No comparison group yet",
    "no_peers": (
        "There is no comparison group yet. The report shows the values of this cluster, "
        "but no position among peers."
    ),
    "protection": (
        "The peers come from finished interviews of organisations that agreed to be "
        "compared. Each organisation counts once, with its latest interview. A group of "
        "fewer than {minimum} organisations is not shown. Nobody can calculate figures about fewer "
        "than {minimum} of them from this report, even by comparing two groups or two editions. "
        "In a small group a quartile can equal the value of one organisation, but the report does "
        "not say which one. Sentences about a position use the narrowest group that may be shown: "
        "portfolio and country, the portfolio, or all."
    ),
    "middle_half": (
        "The middle half of a group lies between its two quartiles: a quarter of "
        "its values lies below, a quarter above. The tick is the median. A value is "
        "called below, within or above the middle half; a value on a quartile is within. "
        "There are no means, no ranks and no total score. The number behind a group says "
        "how many of its organisations have a value."
    ),
    "usual_group": (
        "In this report the group is mostly {group}; where another group is used, the text says so."
    ),
    "hidden_groups": "Not shown: {groups}.",
    "synthetic_peers": "The peers in this report are synthetic: invented for demonstration.",
    "interviews_since": "Half of its interviews were in {year} or later.",
    "as_of": "As of {day}, because too few peers have changed since that day to renew the figures.",
    "peer_table": (
        "All positions are read from table {number} of peers of {day}, which was built from "
        "the cases of one database and is the same for every reader. Its hash begins with {hash}."
    ),
    "common_peer_table": (
        "All positions are read from the common table {number} of peers of {day}, which is the "
        "same for every reader. Its hash begins with {hash}."
    ),
    "peer_table_corrected": "Figures of earlier tables were corrected: {reason}",
    "own_is_in": "This organisation itself is counted in: {groups}.",
    "own_may_be_in": "This organisation itself may be counted in the groups.",
    "peers_are": (
        "The peers are {group}; half of a group lies in its middle half, a quarter above, a "
        "quarter below."
    ),
    "peers_are_and_more": Plural(
        "The peers are {group} and {count} more group; half of a group lies in its middle half, "
        "a quarter above, a quarter below.",
        "The peers are {group} and {count} more groups; half of a group lies in its middle half, "
        "a quarter above, a quarter below.",
    ),
}

_READING: Mapping[str, str | Plural] = {
    "learning": "Learning, not ranking",
    "learning_in_full": (
        "The indicators describe how a cluster is built, led, financed and used. They are "
        "not an examination. There is no total score, no pass mark and no ranking, and "
        "none can be calculated from them. Where no direction is better, the indicators "
        "only describe."
    ),
    "published": "Published values and charts",
    "published_in_full": (
        "If a published value on the same subject is known, it is shown beside the "
        "indicator with its source, population and year. It comes from another "
        "population, so it gives orientation but is not a target. If none is shown, none "
        "is known."
    ),
    "charts_in_full": (
        "A filled diamond with its number is the value of this cluster. A hollow circle "
        "is a published value. A scale with fixed ends (0 to 100 %, levels 0 to 4) is "
        "drawn from end to end. Other numbers are drawn from zero to a round number if "
        "there is a value to compare them with. Otherwise only the number is shown."
    ),
    "no_answer": "When there is no answer",
    "no_answer_in_full": (
        "A missing answer is information too. It is shown in words and never as zero."
    ),
    "terms": "Terms",
    "term_cluster_organisation": "Cluster",
    "term_cluster_organisation_in_full": (
        "Organisations of one field and region that work together, with a management of their own."
    ),
    "term_participant": "Participant",
    "term_participant_in_full": (
        "An organisation that belongs to the cluster, whatever its legal form."
    ),
    "term_committed": "Committed participant",
    "term_committed_in_full": (
        "A participant that has confirmed in writing, by a fee or by active work that it "
        "belongs to the cluster."
    ),
    "term_fte": "FTE",
    "term_fte_in_full": (
        "Full-time equivalent: the work of one person in full time; two half posts are one."
    ),
    "term_sme": "SME",
    "term_sme_in_full": ("A small or medium-sized enterprise: fewer than 250 people work for it."),
    "term_indicator": "Indicator",
    "term_indicator_in_full": (
        "A subject of the benchmarking with its questions; there are 36, in six areas."
    ),
    "term_measure": "Measure",
    "term_measure_in_full": (
        "A number or class that is calculated from the answers of an indicator."
    ),
    "term_peers": "Peers",
    "term_peers_in_full": ("The organisations that this cluster is compared with."),
    "term_median": "Median",
    "term_median_in_full": (
        "The value in the middle: half of the peers have less, half have more."
    ),
    "term_middle_half": "Middle half",
    "term_middle_half_in_full": (
        "The values between the lower and the upper quartile: half of the peers lie there."
    ),
    "term_portfolio": "Comparative portfolio",
    "term_portfolio_in_full": (
        "The group of technologies or industries whose clusters are compared."
    ),
    "term_main_measure": "Main measure",
    "term_main_measure_in_full": (
        "The measure that gives the position of an indicator among the peers."
    ),
    "term_intensity": "Intensity",
    "term_intensity_in_full": (
        "How often a service was given in twelve months, from 0 (not offered) to 4."
    ),
    "term_gold": "Gold assessment",
    "term_gold_in_full": (
        "The later assessment for the Gold label, in which items such as 2.1 are judged."
    ),
    "left_out": "Left out: shares and means are calculated without this answer.",
    "without_value": "Measures that need this answer have no value.",
    "next_level": "What Silver requires",
    "silver_asks": (
        "{title} is the next level. It requires a second benchmarking {at_least} to {at_most} "
        "months after the first, improvement in three areas, a visit by an auditor, and all "
        "minimum requirements of the Gold level."
    ),
    "silver_asks_at_any_time": (
        "{title} is the next level. It requires a second benchmarking, improvement in three "
        "areas, a visit by an auditor, and all minimum requirements of the Gold level."
    ),
    "candidates": (
        "The first recommendations can be the three areas. Choose the "
        "areas now, note their present state, and keep evidence of what changes."
    ),
    "gained_most": (
        "These areas improved most since the last round, each measured on its own scales. "
        "An improvement without linked evidence must still be proven."
    ),
    "gain": "{number} {measure}: from {before} to {now}",
    "gains": "{gains}.",
    "gains_serve": "Quality label: {items}.",
    "no_evidence": "No evidence is linked yet to {numbers}.",
    "window_ahead": "A second interview after this one is due from {first} to {last}.",
    "serves_as_second": (
        "This interview serves as the second interview, which is due from {first} to "
        "{last}, counted from the interview of {earlier}."
    ),
    "too_early_as_second": (
        "This interview is too early to serve as the second interview, which is due "
        "from {first} to {last}, counted from the interview of {earlier}."
    ),
    "too_late_as_second": (
        "This interview is too late to serve as the second interview, which was due "
        "from {first} to {last}, counted from the interview of {earlier}. Counted from "
        "this interview, a second interview is due from {next_first} to {next_last}."
    ),
    "documented": Plural(
        "{count} of {asked} areas of improvement is shown with evidence.",
        "{count} of {asked} areas of improvement are shown with evidence.",
    ),
    "minimums": (
        "These items of the quality label may have a minimum requirement of Gold; which ones do is "
        "not public. The values of holders of a Gold label are for "
        "orientation; they are not a required minimum."
    ),
    "middle_of": Plural("{value} [{count}]", "{value} [{count}]"),
}

_IMPRINT: Mapping[str, str | Plural] = {
    "imprint_handed_over": "Published by",
    "imprint_organisation": "Organisation",
    "imprint_web_site": "Web site",
    "imprint_portfolio": "Comparative portfolio",
    "imprint_expert": "Expert",
    "imprint_interview": "Interview",
    "imprint_process": "What was done",
    "imprint_impartiality": "Impartiality",
    "imprint_contact": "Contact in the organisation",
    "imprint_expert_contact": "Contact of the expert",
    "imprint_next_steps": "Next steps",
    "imprint_what_next": (
        "Discuss the priorities with your governing body, and name who takes each first step, "
        "and until when. Ask the expert about what is unclear. A second benchmarking after 18 "
        "to 24 months shows what has changed."
    ),
    "imprint_project_code": "Project code",
    "imprint_catalogue": "Catalogue",
    "imprint_digests": "Catalogue, version",
    "imprint_digests_are": (
        "{edition}: questions and derivations {definition}, advice and reference values {wording}"
    ),
    "imprint_evidence": "Origin of the wording",
    "imprint_indicators": Plural("Indicator {numbers}.", "Indicators {numbers}."),
    "imprint_policy": "Policy",
    "imprint_no_policy": "None in force.",
    "imprint_case": "Case",
    "imprint_day": "Prepared on",
    "imprint_evidence_doubts": "Evidence that has changed or is missing",
    "imprint_software": "Software",
}

SENTENCES: Mapping[str, str | Plural] = {
    **_VALUES,
    **_DEFINITIONS,
    **_PEERS,
    **_READING,
    **_IMPRINT,
}
