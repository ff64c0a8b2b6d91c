"""How kept messages were said in English by older versions: frozen, and only ever added to.

A database or a case file of such a version holds these sentences as prose. They are used to
understand it, and for nothing else: what is said now stands in `assess/languages/english`.
"""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

FORMER: Mapping[str, tuple[str | Plural, ...]] = {
    "label.first_to_end_of_month": (
        Plural(
            "first label: interview {interview}, plus {months} month, end of month = {until}",
            "first label: interview {interview}, plus {months} months, end of month = {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the end of "
            "the month: {until}",
            "first label: interview {interview}, plus {months} months, to the end of "
            "the month: {until}",
            by="months",
        ),
    ),
    "label.first_to_same_day": (
        Plural(
            "first label: interview {interview}, plus {months} month, same day = {until}",
            "first label: interview {interview}, plus {months} months, same day = {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the same day: {until}",
            "first label: interview {interview}, plus {months} months, to the same day: {until}",
            by="months",
        ),
    ),
    "label.first_to_last_day": (
        Plural(
            "first label: interview {interview}, plus {months} month, last day "
            "of a shorter month = {until}",
            "first label: interview {interview}, plus {months} months, last day "
            "of a shorter month = {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the last "
            "day of a shorter month: {until}",
            "first label: interview {interview}, plus {months} months, to the last "
            "day of a shorter month: {until}",
            by="months",
        ),
    ),
    "label.renewed_to_end_of_month": (
        Plural(
            "renewal: previous label until {previous}, plus {months} month, end of month = {until}",
            "renewal: previous label until {previous}, plus {months} months, "
            "end of month = {until}",
            by="months",
        ),
        Plural(
            "renewal: previous label until {previous}, plus {months} month, to the "
            "end of the month: {until}",
            "renewal: previous label until {previous}, plus {months} months, to the "
            "end of the month: {until}",
            by="months",
        ),
    ),
    "label.renewed_to_same_day": (
        Plural(
            "renewal: previous label until {previous}, plus {months} month, same day = {until}",
            "renewal: previous label until {previous}, plus {months} months, same day = {until}",
            by="months",
        ),
        Plural(
            "renewal: previous label until {previous}, plus {months} month, to the "
            "same day: {until}",
            "renewal: previous label until {previous}, plus {months} months, to the "
            "same day: {until}",
            by="months",
        ),
    ),
    "label.renewed_to_last_day": (
        Plural(
            "renewal: previous label until {previous}, plus {months} month, "
            "last day of a shorter month = {until}",
            "renewal: previous label until {previous}, plus {months} months, "
            "last day of a shorter month = {until}",
            by="months",
        ),
        Plural(
            "renewal: previous label until {previous}, plus {months} month, to the "
            "last day of a shorter month: {until}",
            "renewal: previous label until {previous}, plus {months} months, to the "
            "last day of a shorter month: {until}",
            by="months",
        ),
    ),
    "label.renewed_from_interview_to_end_of_month": (
        Plural(
            "renewal: interview {interview}, plus {months} month, end of month = {until}",
            "renewal: interview {interview}, plus {months} months, end of month = {until}",
            by="months",
        ),
        Plural(
            "renewal: interview {interview}, plus {months} month, to the end of the month: {until}",
            "renewal: interview {interview}, plus {months} months, to the end of the "
            "month: {until}",
            by="months",
        ),
    ),
    "label.renewed_from_interview_to_same_day": (
        Plural(
            "renewal: interview {interview}, plus {months} month, same day = {until}",
            "renewal: interview {interview}, plus {months} months, same day = {until}",
            by="months",
        ),
        Plural(
            "renewal: interview {interview}, plus {months} month, to the same day: {until}",
            "renewal: interview {interview}, plus {months} months, to the same day: {until}",
            by="months",
        ),
    ),
    "label.renewed_from_interview_to_last_day": (
        Plural(
            "renewal: interview {interview}, plus {months} month, last day of a "
            "shorter month = {until}",
            "renewal: interview {interview}, plus {months} months, last day of "
            "a shorter month = {until}",
            by="months",
        ),
        Plural(
            "renewal: interview {interview}, plus {months} month, to the last day of "
            "a shorter month: {until}",
            "renewal: interview {interview}, plus {months} months, to the last day "
            "of a shorter month: {until}",
            by="months",
        ),
    ),
    "case.opened_with_edition": ("Opened with {after}; with {before} it is the case {case}",),
    "label.begins_after_end": ("listed as valid from {starts}, after its end {until}",),
    "label.followed_at_odd_time": (
        Plural(
            "the interview of the {level} label was on {earlier}; usual are "
            "{at_least} to {at_most} month after it",
            "the interview of the {level} label was on {earlier}; usual are "
            "{at_least} to {at_most} months after it",
            by="at_most",
        ),
    ),
    "label.issued_otherwise": (
        "issued until {issued}, computed {computed}: the issued date counts",
    ),
    "label.listed_before_term": (
        "valid until {until} as listed; valid on the day of the list ({listed_on}) at the latest",
    ),
    "label.listed_serial_of_other_country": (
        "serial {serial}: its country {country} is not that of the label ({of_label})",
    ),
    "label.listed_with_span": ("valid from {starts} until {until} as listed",),
    "label.listed_with_term": (
        Plural(
            "valid until {until} as listed; {policy}: {months} month before = "
            "{starts} at the latest",
            "valid until {until} as listed; {policy}: {months} months before = "
            "{starts} at the latest",
            by="months",
        ),
        Plural(
            "listed as valid until {until}; {policy}: {months} month before this end = "
            "{starts} at the latest",
            "listed as valid until {until}; {policy}: {months} months before this end = "
            "{starts} at the latest",
            by="months",
        ),
    ),
    "label.listed_without_policy": ("valid until {until} as listed; no policy tells from when",),
    "label.nothing_followed": (
        Plural(
            "no {level} label of an earlier interview is known; usual are "
            "{at_least} to {at_most} month after it",
            "no {level} label of an earlier interview is known; usual are "
            "{at_least} to {at_most} months after it",
            by="at_most",
        ),
    ),
    "label.serial_of_odd_form": (
        "serial {serial} does not have the usual form (such as DNK063201604C160869)",
    ),
    "label.serial_of_other_country": (
        "serial {serial}: its country {country} is not that of the case ({of_case})",
    ),
    "label.serial_of_other_month": (
        "serial {serial}: its month {month} is not that of the interview ({interview})",
    ),
    "label.too_late_to_end_of_month": (
        Plural(
            "first label: interview {interview}, plus {months} month, end of "
            "month = {until}; it is not a renewal, because the renewal window "
            "closed on {closed}",
            "first label: interview {interview}, plus {months} months, end of "
            "month = {until}; it is not a renewal, because the renewal window "
            "closed on {closed}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, end of "
            "month; not a renewal, because the window closed on {closed} = {until}",
            "first label: interview {interview}, plus {months} months, end of "
            "month; not a renewal, because the window closed on {closed} = {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the end of "
            "the month: {until}; it is not a renewal, because the renewal window "
            "closed on {closed}",
            "first label: interview {interview}, plus {months} months, to the end of "
            "the month: {until}; it is not a renewal, because the renewal window "
            "closed on {closed}",
            by="months",
        ),
        Plural(
            "a first label is valid for {months} month from the interview "
            "({interview}), to the end of the month: until {until}; it is not a "
            "renewal, because the renewal window closed on {closed}",
            "a first label is valid for {months} months from the interview "
            "({interview}), to the end of the month: until {until}; it is not a "
            "renewal, because the renewal window closed on {closed}",
            by="months",
        ),
    ),
    "label.too_late_to_last_day": (
        Plural(
            "first label: interview {interview}, plus {months} month, last day "
            "of a shorter month = {until}; it is not a renewal, because the "
            "renewal window closed on {closed}",
            "first label: interview {interview}, plus {months} months, last day "
            "of a shorter month = {until}; it is not a renewal, because the "
            "renewal window closed on {closed}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, last day of "
            "a shorter month; not a renewal, because the window closed on {closed} "
            "= {until}",
            "first label: interview {interview}, plus {months} months, last day of "
            "a shorter month; not a renewal, because the window closed on {closed} "
            "= {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the last "
            "day of a shorter month: {until}; it is not a renewal, because the "
            "renewal window closed on {closed}",
            "first label: interview {interview}, plus {months} months, to the last "
            "day of a shorter month: {until}; it is not a renewal, because the "
            "renewal window closed on {closed}",
            by="months",
        ),
        Plural(
            "a first label is valid for {months} month from the interview "
            "({interview}), to the last day of a shorter month: until {until}; it is "
            "not a renewal, because the renewal window closed on {closed}",
            "a first label is valid for {months} months from the interview "
            "({interview}), to the last day of a shorter month: until {until}; it is "
            "not a renewal, because the renewal window closed on {closed}",
            by="months",
        ),
    ),
    "label.too_late_to_same_day": (
        Plural(
            "first label: interview {interview}, plus {months} month, same day "
            "= {until}; it is not a renewal, because the renewal window closed "
            "on {closed}",
            "first label: interview {interview}, plus {months} months, same day "
            "= {until}; it is not a renewal, because the renewal window closed "
            "on {closed}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, same day; "
            "not a renewal, because the window closed on {closed} = {until}",
            "first label: interview {interview}, plus {months} months, same day; "
            "not a renewal, because the window closed on {closed} = {until}",
            by="months",
        ),
        Plural(
            "first label: interview {interview}, plus {months} month, to the same "
            "day: {until}; it is not a renewal, because the renewal window closed on "
            "{closed}",
            "first label: interview {interview}, plus {months} months, to the same "
            "day: {until}; it is not a renewal, because the renewal window closed on "
            "{closed}",
            by="months",
        ),
        Plural(
            "a first label is valid for {months} month from the interview "
            "({interview}), to the same day: until {until}; it is not a renewal, "
            "because the renewal window closed on {closed}",
            "a first label is valid for {months} months from the interview "
            "({interview}), to the same day: until {until}; it is not a renewal, "
            "because the renewal window closed on {closed}",
            by="months",
        ),
    ),
}
"""The sentences of a code that differ from the one of today."""
