"""What is said about the catalogue: its faults, and its rules in words."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "relevant_without_test": "state a test: is, is_not, above, at_least, below or at_most",
    "trigger_of_no_kind": "write either measure = ... with a test, or missing = [...]",
    "missing_not_alone": "missing = [...] has no test, position or change beside it",
    "trigger_without_test": "state one of: a test (is, above, below ...), a position, a change",
    "by_without_change": "by = ... belongs to a change",
    "prefill_of_no_kind": "write either measure = ... or count_of = [...]",
    "prefill_without_test": "state a test: above, at_least, below, at_most, is or is_not",
    "bounds_in_wrong_order": "{low} ({least}) is more than {high} ({most})",
    "levels_of_some_choices": "give every choice a level, or none of them",
    "no_choices": 'write choices, or choices_from = "countries"',
    "area_unknown": "{area} is not one of {areas}",
    "wording_missing": "the wording is missing",
    "name_taken": "{name} is already used by {owner}",
    "name_repeated": Plural("{name} is used {count} time", "{name} is used {count} times"),
    "id_repeated": Plural("the id is used {count} time", "the id is used {count} times"),
    "numbers_with_gaps": "the numbers of the indicators have gaps: {numbers} missing",
    "no_indicator": "there is no indicator {indicator}",
    "no_question": "there is no question {question}",
    "not_asked_before": "{question} is not asked before",
    "no_measure": "there is no measure {measure}",
    "no_measure_of_indicator": "{indicator} has no measure {measure}",
    "no_question_and_no_measure": "there is no such question or measure here: {name}",
    "no_parts": "{question} has no parts",
    "no_part": "{question} has no part {part}",
    "parts_measure_named_otherwise": "a measure of parts has the name of its question, {question}",
    "no_grid": "a share of the maximum needs the items of a grid",
    "derived_from_itself": "it is derived from itself",
    "nothing_to_draw": "name the measures (or questions) to draw",
    "no_quality_item": "there is no quality item {item} in label.toml",
    "no_element": "name a question or an item",
    "limited_by_itself": "name another question than this one",
    "is_no_number": "a number is needed, and {question} is not one",
    "is_no_month": "a month is needed, and {question} is not one",
    "nothing_to_choose": (
        "{question} has no choices to compare with; write above, at_least, below or at_most"
    ),
    "no_choice": "{question} has no choice {choice}; its choices are {choices}",
    "name_of_choice": (
        "the name of a choice has small letters, digits and underscores, and {choice} has others"
    ),
    "questions_outside_matrix": "only a matrix shows questions; name measures",
    "unit_unknown": (
        "there is no unit {unit} among the units of edition.toml; write one of {units}, or add it"
    ),
    "no_short_title": "write short.en, the title of the question in tables and charts",
    "long_title": Plural(
        "short.en has more than {count} character", "short.en has more than {count} characters"
    ),
    "title_taken": "short.en is the same as that of {question}",
    "label_is_no_sentence": "label.en ends with neither a question mark nor a full stop",
    "no_hint_for_expert": "write guidance_hint.en, what the expert listens for",
    "no_guidance": "write guidance.en, what the expert counts",
    "no_source": "name the source, or write evidence = {proposed}",
    "no_recommendation": "write a recommendation",
    "text_repeated": "{text} is written twice; nobody can tell the two apart",
    "parts_not_measured": 'add a measure of kind = "parts" that has the name of the question',
    "label_in_advice": "the advice names {word}; the requirements of a label are not public",
    "no_place": (
        "no value is put at {place}; only findings and the texts of strengths have places, "
        "which are {places}"
    ),
    "place_stays_empty": "nothing is put at {place}: its rule has no such condition",
    "levels_not_stated": "state each of {levels}, in this order",
    "policy_ends_before_start": "interview_to is before interview_from",
    "policies_overlap": "overlaps with {policy} from {start} on",
    "whole_number": "a whole number",
    "not_after_interview": "not after the interview",
    "parts_sum_to_100": "the parts sum to 100 %",
    "whole_numbers": "whole numbers",
    "parts_sum_to_question": "the parts should sum to {question}; a difference is reported",
    "level_for_each_part": "a level from 0 to {level} for each part",
    "stories_with_title": Plural(
        "up to {count} story, with a title", "up to {count} stories, each with a title"
    ),
    "at_least": "at least {number}",
    "direction_higher": "higher",
    "direction_lower": "lower",
    "direction_none": "none",
    "at_most": "at most {number}",
    "usually_between": "usually {least} to {most}; any other value needs a reason",
    "usually_at_most": "usually at most {number}; a higher value needs a reason",
    "usually_at_least": "usually at least {number}; a lower value needs a reason",
    "asked_if_above": "only if {question} is above {number} or has no answer yet",
    "asked_if_at_least": "only if {question} is at least {number} or has no answer yet",
    "asked_if_below": "only if {question} is below {number} or has no answer yet",
    "asked_if_at_most": "only if {question} is at most {number} or has no answer yet",
    "asked_if_is": "only if {question} is {answers} or has no answer yet",
    "asked_if_is_not": "only if {question} is not {answers} or has no answer yet",
    "is_above": "{measure} is above {number}",
    "is_at_least": "{measure} is at least {number}",
    "is_below": "{measure} is below {number}",
    "is_at_most": "{measure} is at most {number}",
    "is": "{measure} is {values}",
    "is_not": "{measure} is not {values}",
    "all_of": "{first}, and {second}",
    "not_fully_there": "not complete: {elements}",
    "not_fully_there_under_level": "below level {level}: {elements}",
    "below_peers": "{measure} below the middle half of the peers",
    "within_peers": "{measure} within the middle half of the peers",
    "above_peers": "{measure} above the middle half of the peers",
    "has_fallen": "{measure} has fallen since the last round",
    "has_fallen_by": "{measure} has fallen by {difference} or more since the last round",
    "has_risen": "{measure} has risen since the last round",
    "has_risen_by": "{measure} has risen by {difference} or more since the last round",
    "country_by_code": "A country, by its three-letter code (ISO 3166-1)",
    "choice_with_level": "{choice} (level {level})",
    "counts": "counts as {value}",
}
