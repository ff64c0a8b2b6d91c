"""How what is said of the register is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "title": "Register of Cluster Management Excellence Labels",
    "pending": "pending",
    "not_awarded": "not awarded",
    "valid": "valid",
    "expired_renewable": "ended, renewable",
    "lapsed": "ended",
    "superseded": "superseded",
    "revoked": "revoked",
    "unknown": "not known",
    "listed_on": "listed on {day}",
    "list_names_no_end": "the list of {day} does not say until when the label is valid",
    "list_names_only_end": (
        "the list of {day} only says until when the label is valid; by the rules it was valid "
        "from {first} on, or earlier"
    ),
    "nothing_before": "the register has no {level} Label of this organisation before {first}",
    "story_name": "Under the name {name}:",
    "story_linked": "{event} (recorded for {day}).",
    "story_awarded": "{level} from {first} to {last}.",
    "story_listed": "{level} until {last}; by the rules, valid from {first} or earlier.",
    "story_listed_again": "Listed again: {level} until {last}.",
    "story_undated": (
        "{level} on the list of {day}, which gives no last day: the validity is not known."
    ),
    "story_renewed": "Renewed: {level} from {first} to {last}.",
    "story_renewed_late": "Renewed late, on {decided}: {level} from {first} to {last}.",
    "story_revoked": "The {level} Label was revoked on {day}.",
    "story_nothing_between": "No {level} Label is known from {first} to {last}.",
    "story_nothing_since": "No {level} Label is known since {day}.",
    "awarded_event": "{level} Label awarded, valid {starts} to {until}",
    "awarded_event_of": "{level} Label awarded, valid {starts} to {until} of {name}",
    "listed_event": "{level} Label listed as valid until {until}",
    "listed_event_of": "{level} Label listed as valid until {until} of {name}",
    "listed_without_date_event": "{level} Label listed without a date",
    "listed_without_date_event_of": "{level} Label listed without a date of {name}",
    "revoked_event": "{level} Label revoked",
    "revoked_event_of": "{level} Label of {name} revoked",
    "same_event": "{name} is the same organisation as {other}",
    "renamed_event": "{name} is the new name of {other}",
    "merged_event": "{name} continues {other} after a merger",
    "months_to_end": Plural(
        "{months} month until the label ends", "{months} months until the label ends", by="months"
    ),
    "last_day": "the last day of the label",
    "months_to_close": Plural(
        "{months} month until the renewal window closes",
        "{months} months until the renewal window closes",
        by="months",
    ),
    "written_twice": ("one name, written in two ways; an older version kept them apart"),
    "said_different": (
        "they were recorded as different, but have the same name; give one of them another name"
    ),
    "differ_in_signs": "the names differ only in spaces, accents or signs",
    "differ_in_writing": "the names differ only in the way their letters are written",
    "one_begins_other": "one name begins with the other",
    "differ_in_letters": "the names differ in a few letters",
    "one_address": "both have the web site {site}",
}
