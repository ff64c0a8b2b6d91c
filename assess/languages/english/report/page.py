"""The English of the parts of the report."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

_WHOLE: Mapping[str, str | Plural] = {
    "title": "Benchmarking report",
    "subtitle": "{organisation}, {month}",
    "synthetic": "Synthetic demonstration data",
    "country": "Country",
    "portfolio": "Comparative portfolio",
    "interview": "Interview",
    "on_site": "{day}, on site",
    "by_video": "{day}, by video",
    "expert": "Expert",
    "serial_number": "Serial number",
    "not_issued": "Draft, not issued",
    "no_recommendations": "No recommendation applies yet; many need a comparison group.",
    "no_strengths": (
        "No rule of the catalogue names a strength yet; many need a comparison group."
    ),
    "cluster_as_a_whole": "The cluster as a whole",
    "earlier_finding": "Written for an earlier finding. The finding now: {finding}",
    "kept_without_rule": "Kept by the expert; the rule behind it no longer applies.",
}

_SUMMARY: Mapping[str, str | Plural] = {
    "benchmarked_on_site": Plural(
        "{organisation} was benchmarked on {day} in an interview on site led by {expert}, with "
        "{count} indicator in {areas} areas.",
        "{organisation} was benchmarked on {day} in an interview on site led by {expert}, with "
        "{count} indicators in {areas} areas.",
    ),
    "benchmarked_by_video": Plural(
        "{organisation} was benchmarked on {day} in an interview by video led by {expert}, with "
        "{count} indicator in {areas} areas.",
        "{organisation} was benchmarked on {day} in an interview by video led by {expert}, with "
        "{count} indicators in {areas} areas.",
    ),
    "all_have_a_value": "All of them have a value.",
    "some_have_a_value": Plural("{count} of them has a value.", "{count} of them have a value."),
    "sets_out": (
        "This report sets out what the answers say, what stands out well, and what to do first."
    ),
    "interview_unfinished": Plural(
        "The interview with {organisation} is not finished: {count} of {all} indicators is "
        "complete, {valued} have a value.",
        "The interview with {organisation} is not finished: {count} of {all} indicators are "
        "complete, {valued} have a value.",
    ),
    "dated_on_site": "It is dated {day}, on site, and led by {expert}.",
    "dated_by_video": "It is dated {day}, by video, and led by {expert}.",
    "sets_out_so_far": (
        "This report sets out what the answers so far say; much of it may still change."
    ),
    "answers_waiting": Plural(
        "{count} proposed answer waits for confirmation; nothing of that is in it.",
        "{count} proposed answers wait for confirmation; nothing of that is in it.",
    ),
    "first_step": "First step: {step}",
    "more_recommendations": Plural(
        "{count} more recommendation at the end of the report.",
        "{count} more recommendations at the end of the report.",
    ),
    "for_learning": (
        "The benchmarking is for learning. It has no total score, no pass mark and no ranking; "
        "indicators that describe are not judged."
    ),
    "never_zero": (
        "A question without an answer stands with its reason in words and is never counted as zero."
    ),
    "compared_with": (
        "Compared with {group} unless said otherwise; a number in brackets: how many of them "
        "answered."
    ),
    "share_of_class": "{label}, {share} %",
    "of_highest": "of {highest}",
    "no_value_because": "no value: {reason}",
    "rest_in_annex": "The annex has all that is to be said of it.",
    "no_value": "No value",
    "largest_part": "the largest part",
    "judgement": "Judgement of the cluster management",
}

_LABEL: Mapping[str, str | Plural] = {
    "met": "met",
    "not_met": "not met",
    "open": "not judged",
    "notice": "Notice",
    "notice_saying": "Notice: {notice}",
    "reason": "Reason",
    "reason_saying": "Reason: {reason}",
    "reason_by": "Reason given by {expert}",
    "from_interview": "From the interview",
    "no_decision": "No decision is recorded.",
    "no_criteria": "The policy {policy} asks for no eligibility criteria.",
    "label_revoked": "Awarded, later revoked",
    "label_awarded": "Awarded",
    "label_refused": "Not awarded",
    "label_proposed": "Proposed; the decision is pending",
    "no_label": "No label",
    "eligible": "Eligible; not proposed yet",
    "not_eligible": "Not eligible as it stands",
    "not_judged": Plural(
        "{count} criterion is not judged yet", "{count} criteria are not judged yet"
    ),
    "proposed_by": "Proposed on {day} by {name}.",
    "proposed_by_two": "Proposed on {day} by {name}, with {second} as the second name.",
    "awarded_by": "Awarded on {day} by {name}.",
    "awarded_by_two": "Awarded on {day} by {name}, with {second} as the second name.",
    "refused_by": "Refused on {day} by {name}.",
    "refused_by_two": "Refused on {day} by {name}, with {second} as the second name.",
    "revoked_by": "Revoked on {day} by {name}.",
    "revoked_by_two": "Revoked on {day} by {name}, with {second} as the second name.",
    "valid_from_until": "Valid from {first} until {last}.",
    "rule_saying": "Rule: {rule}",
    "end_as_issued": "The end is as issued; the rule gives {day}.",
    "serial_number_saying": "Serial number {number}.",
    "more_reasons": Plural("So is {count} more.", "So are {count} more."),
    "if_awarded": "If awarded, it would be valid from {first} until {last}.",
}

_LAST_ROUND: Mapping[str, str | Plural] = {
    "changed": "What changed since the last round",
    "last_interview": Plural(
        "The last interview was on {day}, {count} month before this one.",
        "The last interview was on {day}, {count} months before this one.",
    ),
    "last_interview_unfinished": Plural(
        "The last interview was on {day}, which was not finished, {count} month before this one.",
        "The last interview was on {day}, which was not finished, {count} months before this one.",
    ),
    "nothing_changed": Plural(
        "The {count} measure with a value in both rounds did not change.",
        "None of the {count} measures with a value in both rounds changed.",
    ),
    "measures_changed": Plural(
        "{count} measure changed: {courses}; {unchanged}.",
        "{count} measures changed: {courses}; {unchanged}.",
    ),
    "changed_as_asked": Plural("{count} as its indicator asks", "{count} as their indicators ask"),
    "changed_the_other_way": Plural("{count} the other way", "{count} the other way"),
    "changed_as_described": Plural(
        "{count} where the indicator describes only", "{count} where the indicator describes only"
    ),
    "stayed": Plural("{count} stayed as it was", "{count} stayed as they were"),
    "areas_moved": Plural(
        "Something moved as its indicator asks in this area: {areas}.",
        "Something moved as its indicator asks in {count} areas: {areas}.",
    ),
    "changes_since": "Since {day}: {changes}.",
    "from_to": "from {before} to {now}",
    "from_to_by": "from {before} to {now} ({change})",
    "course_as_asked": "as asked",
    "course_the_other_way": "the other way",
    "course_described": "described",
    "another_class": "another class",
    "levels_up": Plural("+{count} level", "+{count} levels"),
    "levels_down": Plural("−{count} level", "−{count} levels"),
    "value_now_only": "A value now only",
    "value_then_only": "A value then only",
    "defined_otherwise": "Defined otherwise in catalogue {edition}, not compared",
}

_ANNEX: Mapping[str, str | Plural] = {
    "story_problem": "Problem",
    "story_role": "Role of the organisation",
    "story_participants": "Participants",
    "story_result": "Result",
    "story_without_title": "Without a title",
    "story_released": "Released for publication by those involved",
    "story_not_released": "Not released for publication",
    "no_story_told": "No success story was told.",
    "no_story_because": "No success story: {reason}.",
    "no_stories_asked": "This catalogue does not ask for success stories.",
    "no_question": "Has no question of its own; it follows from other indicators.",
    "follow_up_by": "{status} by {day}",
    "evidence_with_digest": "{evidence} (SHA-256 {digest})",
    "nothing_kept": "No value was kept against a check.",
    "no_reason_given": "No reason was given.",
}

_PREVIEW: Mapping[str, str | Plural] = {
    "preview_the_report": "The report",
    "preview_board": "Two pages for a board",
    "preview_areas": "Six areas",
    "preview_end": "At the end",
    "preview_of": "Of",
    "preview_marked": "Marked",
    "preview_not_marked": "nothing: it is issued",
    "preview_issued_last": "Issued last",
    "preview_edition": Plural(
        "edition {number} of {day}, {count} page", "edition {number} of {day}, {count} pages"
    ),
    "preview_nothing_issued": "nothing yet",
    "preview_compared_with": "Compared with",
    "preview_compared_with_nobody": "nobody: no group is shown",
    "preview_own_theme": "Own theme",
    "preview_empty_theme": "empty",
    "preview_colours": "colours",
    "preview_logo": "logo",
    "preview_imprint": "imprint",
    "preview_strengths": "Strengths",
    "preview_strengths_of": Plural(
        "{strengths}, of indicator {indicators}", "{strengths}, of indicators {indicators}"
    ),
    "preview_priority": "Priority {rank}",
    "preview_priorities": "Priorities",
    "preview_key_figures": "Key figures",
    "preview_key_figures_missing": Plural(
        "{figures}, {count} of them without a value", "{figures}, {count} of them without a value"
    ),
    "preview_label": "Label",
    "preview_area": "Area {letter}",
    "preview_indicators": Plural("{count} indicator", "{count} indicators"),
    "preview_charts": Plural("{count} chart", "{count} charts"),
    "preview_compared": Plural("{count} compared", "{count} compared"),
    "preview_notes": Plural("{count} note", "{count} notes"),
    "preview_no_value_for": "no value for {indicators}",
    "preview_recommendations": "Recommendations",
    "preview_stories": "Success stories",
    "preview_no_stories": "none",
    "preview_answers": "Answers",
    "preview_answered": Plural(
        "{answers}, {count} of them answered", "{answers}, {count} of them answered"
    ),
    "preview_kept": "Kept against a check",
}

SENTENCES: Mapping[str, str | Plural] = {
    **_WHOLE,
    **_SUMMARY,
    **_LABEL,
    **_LAST_ROUND,
    **_ANNEX,
    **_PREVIEW,
}
