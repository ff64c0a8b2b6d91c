"""The English of the message to the board."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "key_cluster_in_full": Plural(
        "{organisation} ({country}, {portfolio}) is {age} old and manages a cluster of "
        "{participants} committed participant with a team of {team}.",
        "{organisation} ({country}, {portfolio}) is {age} old and manages a cluster of "
        "{participants} committed participants with a team of {team}.",
        "participants",
    ),
    "key_cluster_with_team": Plural(
        "{organisation} ({country}, {portfolio}) manages a cluster of {participants} committed "
        "participant with a team of {team}.",
        "{organisation} ({country}, {portfolio}) manages a cluster of {participants} committed "
        "participants with a team of {team}.",
        "participants",
    ),
    "key_cluster_with_age": Plural(
        "{organisation} ({country}, {portfolio}) is {age} old and manages a cluster of "
        "{participants} committed participant.",
        "{organisation} ({country}, {portfolio}) is {age} old and manages a cluster of "
        "{participants} committed participants.",
        "participants",
    ),
    "key_cluster_with_participants": Plural(
        "{organisation} ({country}, {portfolio}) manages a cluster of {participants} committed "
        "participant.",
        "{organisation} ({country}, {portfolio}) manages a cluster of {participants} committed "
        "participants.",
        "participants",
    ),
    "key_cluster": (
        "{organisation} manages a cluster in {country}, in the comparative portfolio {portfolio}."
    ),
    "key_stands_out": "It is above most of its peers in these measures: {subjects}.",
    "key_stands_out_by_itself": "It is in the top class in: {subjects}.",
    "key_stands_out_nowhere": ("No strength among its peers was found yet."),
    "key_trails": "It is below most of its peers in: {subjects}.",
    "key_trails_nowhere": (
        "No main measure that has a desired direction is below most of the peers."
    ),
    "key_no_peers": "There are too few peers yet to give its position among them.",
    "key_better_and_worse": (
        "Since the interview of {day} it has become better in {better}, and worse in {worse}."
    ),
    "key_better": "Since the interview of {day} it has become better in {better}.",
    "key_worse": "Since the interview of {day} it has become worse in {worse}.",
    "key_as_before": ("Since the interview of {day} no main measure has become better or worse."),
    "key_and_more": Plural("{count} more measure", "{count} more measures"),
    "key_awarded": "The {level} label is awarded.",
    "key_awarded_until": "The {level} label is awarded and is valid until {day}.",
    "key_revoked": "The {level} label was awarded and later revoked.",
    "key_refused": "The {level} label was refused.",
    "key_proposed": "The {level} label is proposed, and the decision is pending.",
    "key_eligible": "All criteria of the {level} label are met; it is not proposed yet.",
    "key_not_judged": Plural(
        "The {level} label is not judged yet: {count} criterion is open.",
        "The {level} label is not judged yet: {count} criteria are open.",
    ),
    "key_not_met": Plural(
        "{count} criterion of the {level} label is not met: {criteria}.",
        "{count} criteria of the {level} label are not met: {criteria}.",
    ),
    "key_nothing_to_do": "Nothing is recommended yet.",
    "key_first_thing": "One thing to do first: {things}.",
    "key_first_two_things": "Two things to do first: {things}.",
    "key_first_three_things": "Three things to do first: {things}.",
}
