"""How what is said of the register is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "title": "Register of Cluster Management Excellence Labels",
    "pending": "pending",
    "not_awarded": "not awarded",
    "valid": "valid",
    "expired_renewable": "expired renewable",
    "lapsed": "lapsed",
    "superseded": "superseded",
    "revoked": "revoked",
    "unknown": "unknown",
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
    "merged_event": "{name} continues, after a merger, {other}",
    "months_to_end": Plural(
        "{months} month until the label ends", "{months} months until the label ends", by="months"
    ),
    "last_day": "the last day of the label",
    "months_to_close": Plural(
        "{months} month until the window of renewal closes",
        "{months} months until the window of renewal closes",
        by="months",
    ),
    "written_twice": (
        "one name in two ways of writing, kept apart since before these were the same"
    ),
    "said_different": (
        "they were said to be different, but have one name; give one of them another"
    ),
    "differ_in_signs": "the names differ in spaces, accents or signs only",
    "differ_in_writing": "the names differ in the way their letters are written only",
    "one_begins_other": "one name begins with the other",
    "differ_in_letters": "the names differ in a few letters",
    "one_address": "both have the web site {site}",
}
