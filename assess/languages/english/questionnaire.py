"""Forms and tables: what they say themselves, and what is said when they come back."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "yes": "yes",
    "partly": "partly",
    "no": "no",
    "none_chosen": "none",
    "year_and_month": "year-month",
    "countries": "countries",
    "condition": (
        "This depends on the answer to “{question}”; leave it empty if it does not apply."
    ),
    "story_title": "Story {number}: title",
    "story_problem": "Story {number}: what the problem was",
    "story_role": "Story {number}: what the cluster organisation did",
    "story_participants": "Story {number}: who took part",
    "story_result": "Story {number}: the result, in figures if possible",
    "story_released": "Story {number}: may it be published?",
    "from_case": "The answers that are already filled in come from the case.",
    "from_last_round": "The answers that are already filled in come from the last round, {day}.",
    "from_case_and_last_round": (
        "The answers that are already filled in come from the case and from the last round, {day}."
    ),
    "on_page": "page {page}, {line}",
    "several_ticked": Plural(
        "{count} box is ticked, but only one is allowed",
        "{count} boxes are ticked, but only one is allowed",
    ),
    "at": "{place}: {fault}",
    "kept_as_note": "{place}: {fault}; saved as a note",
    "at_question": "{place}: {question}: {fault}",
    "no_line": "{place}: there is no line {line} in the catalogue; “{text}” was not read",
    "no_question": "{place}: there is no question {question} in the catalogue; "
    "“{text}” was not read",
    "lines_missing": Plural(
        "{count} line is no longer in the questionnaire: {lines}",
        "{count} lines are no longer in the questionnaire: {lines}",
    ),
    "many_lines_missing": Plural(
        "{count} line is no longer in the questionnaire: {lines} and {more} more",
        "{count} lines are no longer in the questionnaire: {lines} and {more} more",
    ),
    "status_beside_answer": "{place}: there is an answer and the status "
    "“{status}”; the answer counts",
    "reason_needed": "{place}: a reason is needed",
    "no_reason": "The returned questionnaire gives no reason.",
    "not_offered": "{place}: {status} is not one of the reasons for no answer ({reasons})",
    "incomplete": "{place}: it is not complete; saved as a note",
    "as_written": "In the questionnaire: {answers}",
    "none_of": "{answer} is not one of: {options}",
    "neither_yes_nor_no": "{answer} is neither yes nor no",
    "lines_blank": Plural(
        "this line is empty: {lines} (write 0 if there is none)",
        "these lines are empty: {lines} (write 0 if there is none)",
    ),
    "beside": "{text} ({place})",
    "stray_kept": "{place}: “{text}” is outside the fields that are read; saved as a note",
    "comment_kept": "{place}: “{text}” is written on this place; saved as a note",
    "stray_named": "{place}: “{text}” is not beside a question; it was not read",
    "comment_named": (
        "{place}: “{text}” is written on a place that belongs to no question; it was not read"
    ),
    "box_named": "{place}: {text} was not read",
    "more_named": Plural(
        "{count} more text is not beside a question; it was not read",
        "{count} more texts are not beside a question; they were not read",
    ),
    "tally": Plural(
        "{count} field is filled in: {read} read, {kept} saved as notes, {named} not "
        "used but listed here",
        "{count} fields are filled in: {read} read, {kept} saved as notes, {named} not "
        "used but listed here",
    ),
    "other_rules": (
        "the form used other rules than the case uses today; check each proposed answer"
    ),
    "survey_level": "{level} – {anchor}",
    "survey_beside_question": "{question} – {asked}",
    "survey_beside": "manager: {manager}; {n} participants: median {median}",
    "survey_beside_of_invited": (
        "manager: {manager}; {n} of {invited} participants: median {median}"
    ),
    "survey_apart": (
        "the manager says {manager}, but the median of {n} participants is {median} ({asked})"
    ),
    "survey_answered": Plural("{count} answer", "{count} answers"),
    "survey_answered_of_invited": Plural(
        "{count} answer of {invited} invited ({rate}\u00a0%)",
        "{count} answers of {invited} invited ({rate}\u00a0%)",
    ),
    "survey_answered_of_committed": Plural(
        "{count} answer of {invited} committed participants ({rate}\u00a0%)",
        "{count} answers of {invited} committed participants ({rate}\u00a0%)",
    ),
    "survey_own_view": (
        "these are the views of participants; they do not replace the answers of the manager"
    ),
    "survey_item": "{item} {title}",
    "survey_median": Plural(
        "{count} participant: median {median}", "{count} participants: median {median}"
    ),
    "survey_title": "{survey}",
    "survey_title_about": "{survey}: {about}",
    "survey_part": "{asked} {part}",
    "survey_share": "{answer}: {times} ({percent}\u00a0%)",
    "survey_too_few": "fewer than five answers, so no result is shown",
    "column_case": "The id of the case",
    "column_organisation": "The organisation",
    "column_country": "Its country, by its three-letter code (ISO 3166-1)",
    "column_region": "Its region",
    "column_website": "The address of its web site",
    "column_portfolio": "Its comparative portfolio",
    "column_interview_date": "The day of the interview",
    "column_mode": "Whether the interview was on site or by video",
    "column_expert": "Who led the interview",
    "column_contact": "Who answered for the organisation",
    "column_project_code": "The project that paid for it",
    "column_state": "Whether the interview is finished",
    "column_pool_consent": "Whether the values may serve as peers: 1 yes, 0 no",
    "column_synthetic": "Whether the data is invented for demonstration: 1 yes, 0 no",
    "column_catalogue": "The edition of the catalogue with which the case was begun",
    "column_created_at": "When the case was begun",
    "of_edition": "{text} (catalogue {edition})",
    "status_of": "{question}: status",
    "reason_of": "{question}: reason",
    "note_of": "{question}: note",
    "due_of": "{question}: to follow by this day",
    "file_with_checksum": "{location} (SHA-256 {checksum})",
    "not_stated": "{column}: this row has no value",
    "fault": "{column}: {fault}",
    "no_country": "{column}: {text} is not one country; write a code such as DNK",
    "no_mode": "{column}: {text} is neither onsite nor video",
    "no_portfolio": "{column}: {text} is not one of: {portfolios}",
    "no_state": "{column}: {text} is neither in_progress nor finished",
    "no_moment": "{column}: {text} is not a moment like 2026-11-02T14:30:00Z",
    "other_catalogue": "{column}: the case was made with {text}, but {catalogue} is loaded",
}
