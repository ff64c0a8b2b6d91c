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
    "no_recommendations": (
        "No recommendation applies yet. Many can only be found when more values can be compared "
        "with peers."
    ),
    "no_strengths": (
        "No strength was found yet. Many can only be found when more values can be compared "
        "with peers."
    ),
    "cluster_as_a_whole": "The cluster as a whole",
    "earlier_finding": (
        "The finding has changed since this text was written. The new finding: {finding}"
    ),
    "kept_without_rule": "The expert kept this text; its rule no longer applies.",
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
    "interview_unfinished": Plural(
        "The interview with {organisation} is not finished: {count} of {all} indicators is "
        "complete, {valued} have a value.",
        "The interview with {organisation} is not finished: {count} of {all} indicators are "
        "complete, {valued} have a value.",
    ),
    "sets_out_so_far": (
        "This report shows what the answers say so far. Much of it may still change."
    ),
    "answers_waiting": Plural(
        "{count} answer of a form that came back is not confirmed by the expert yet; this report "
        "does not include it.",
        "{count} answers of forms that came back are not confirmed by the expert yet; this report "
        "does not include them.",
    ),
    "first_step": "First step: {step}",
    "more_recommendations": Plural(
        "{count} more recommendation is at the end of the report.",
        "{count} more recommendations are at the end of the report.",
    ),
    "for_learning": (
        "The benchmarking serves learning. It has no total score, no pass mark and no "
        "ranking. Indicators that only describe are not judged."
    ),
    "never_zero": (
        "A question without an answer is shown with its reason. It is never counted as zero."
    ),
    "compared_with": (
        "Compared with {group}, unless another group is named. The number in brackets says "
        "how many of the group have this figure."
    ),
    "share_of_class": "{label}, {share} %",
    "since_the_founding": (
        "The organisation is younger than the period that the question asks about: "
        "this value counts from the founding and is not compared."
    ),
    "of_whole": "{unit} ({figures})",
    "of_highest": "of {highest}",
    "no_value_because": "no value: {reason}",
    "rest_in_annex": "The annex has the full text.",
    "no_value": "No value",
    "largest_part": "the largest part",
    "judgement": "Judgement of the cluster management",
    "unanswered": Plural(
        "{count} indicator has no answer. It counts nowhere, and it is never zero.",
        "{count} indicators have no answer. They count nowhere, and they are never zero.",
    ),
    "published_short": "{text}, {year}",
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
    "not_eligible": "Not eligible at present",
    "not_judged": Plural(
        "Not judged yet: {count} criterion is open", "Not judged yet: {count} criteria are open"
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
    "end_as_issued": "This is the issued end; the rule gives {day}.",
    "serial_number_saying": "Serial number {number}.",
    "more_reasons": Plural(
        "{count} more criterion is still open or not met.",
        "{count} more criteria are still open or not met.",
    ),
    "if_awarded": "If awarded, it would be valid from {first} until {last}.",
}

_LAST_ROUND: Mapping[str, str | Plural] = {
    "changed": "What changed since the last round",
    "last_interview": Plural(
        "The last interview was on {day}, {count} month before this one.",
        "The last interview was on {day}, {count} months before this one.",
    ),
    "last_interview_unfinished": Plural(
        "The last interview was on {day}, {count} month before this one. It was not finished.",
        "The last interview was on {day}, {count} months before this one. It was not finished.",
    ),
    "nothing_changed": Plural(
        "The {count} measure with a value in both rounds did not change.",
        "None of the {count} measures with a value in both rounds changed.",
    ),
    "measures_changed": Plural(
        "{count} measure changed: {courses}; {unchanged}.",
        "{count} measures changed: {courses}; {unchanged}.",
    ),
    "changed_as_asked": Plural(
        "{count} in the desired direction", "{count} in the desired direction"
    ),
    "changed_the_other_way": Plural(
        "{count} in the opposite direction", "{count} in the opposite direction"
    ),
    "changed_as_described": Plural(
        "{count} where neither more nor less is better",
        "{count} where neither more nor less is better",
    ),
    "stayed": Plural("{count} did not change", "{count} did not change"),
    "areas_moved": Plural(
        "At least one measure moved in the desired direction in this area: {areas}.",
        "At least one measure moved in the desired direction in {count} areas: {areas}.",
    ),
    "gained": Plural(
        "One main measure moved in the desired direction: {changes}.",
        "{count} main measures moved in the desired direction: {changes}.",
    ),
    "lost": Plural(
        "One main measure moved in the opposite direction: {changes}.",
        "{count} main measures moved in the opposite direction: {changes}.",
    ),
    "nothing_lost": "No main measure moved in the opposite direction.",
    "change_of": "{number} {change}",
    "measures_of": Plural(
        "{count} measure, of indicator {indicators}",
        "{count} measures, of indicators {indicators}",
    ),
    "changes_since": "Since {day}: {changes}.",
    "from_to": "from {before} to {now}",
    "from_to_by": "from {before} to {now} ({change})",
    "course_as_asked": "desired",
    "course_the_other_way": "opposite",
    "course_described": "neither more nor less is better",
    "another_class": "another class",
    "levels_up": Plural("+{count} level", "+{count} levels"),
    "levels_down": Plural("−{count} level", "−{count} levels"),
    "value_now_only": "No value in the last round",
    "value_then_only": "Value only in the last round",
    "defined_otherwise": "Not compared, because catalogue {edition} has another definition",
}

_PLAN: Mapping[str, str | Plural] = {
    "plan_since": Plural(
        "The last round of {day} agreed on {count} step; {done} of them done.",
        "The last round of {day} agreed on {count} steps; {done} of them done.",
    ),
    "plan_step": "Step {place} of the action plan",
    "plan_improvements": Plural(
        "The action plan of the last round has {count} improvement to document.",
        "The action plan of the last round has {count} improvements to document.",
    ),
}

_ANNEX: Mapping[str, str | Plural] = {
    "story_problem": "Problem",
    "story_role": "Role of the organisation",
    "story_participants": "Participants",
    "story_result": "Result",
    "story_without_title": "Without a title",
    "story_released": "Released for publication by those involved",
    "story_not_released": "Not released for publication",
    "no_story_told": "No success story was given.",
    "no_story_because": "No success story: {reason}.",
    "no_stories_asked": "This catalogue does not ask for success stories.",
    "no_question": (
        "This indicator has no question of its own. It is derived from other indicators."
    ),
    "follow_up_by": "{status} by {day}",
    "evidence_with_digest": "{evidence} (SHA-256 {digest})",
    "nothing_kept": "No unusual value was given.",
    "no_reason_given": "No reason was given.",
}

_PREVIEW: Mapping[str, str | Plural] = {
    "preview_the_report": "The report",
    "preview_board": "Summary",
    "preview_areas": "Six areas",
    "preview_end": "At the end",
    "preview_of": "Organisation",
    "preview_marked": "Page mark",
    "preview_not_marked": "none: it is issued",
    "preview_issued_last": "Last edition",
    "preview_edition": Plural(
        "edition {number} of {day}, {count} page", "edition {number} of {day}, {count} pages"
    ),
    "preview_nothing_issued": "none yet",
    "preview_compared_with": "Compared with",
    "preview_compared_with_nobody": "no group is shown",
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
        "{figures}; {count} has no value", "{figures}; {count} have no value"
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
    "preview_answered": Plural("{answers}; {count} answered", "{answers}; {count} answered"),
    "preview_kept": "Unusual values",
    "preview_plan": "Action plan",
    "preview_agreed": Plural("agreed on {agreed} of {count}", "agreed on {agreed} of {count}"),
}

SENTENCES: Mapping[str, str | Plural] = {
    **_WHOLE,
    **_SUMMARY,
    **_LABEL,
    **_LAST_ROUND,
    **_PLAN,
    **_ANNEX,
    **_PREVIEW,
}
