"""How what is said of labels is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "first_to_end_of_month": Plural(
        "first label: interview {interview}, plus {months} month, end of month = {until}",
        "first label: interview {interview}, plus {months} months, end of month = {until}",
        by="months",
    ),
    "first_to_same_day": Plural(
        "first label: interview {interview}, plus {months} month, same day = {until}",
        "first label: interview {interview}, plus {months} months, same day = {until}",
        by="months",
    ),
    "first_to_last_day": Plural(
        "first label: interview {interview}, plus {months} month, last day of a shorter month "
        "= {until}",
        "first label: interview {interview}, plus {months} months, last day of a shorter month "
        "= {until}",
        by="months",
    ),
    "too_late_to_end_of_month": Plural(
        "first label: interview {interview}, plus {months} month, end of month; not a renewal, "
        "because the window closed on {closed} = {until}",
        "first label: interview {interview}, plus {months} months, end of month; not a renewal, "
        "because the window closed on {closed} = {until}",
        by="months",
    ),
    "too_late_to_same_day": Plural(
        "first label: interview {interview}, plus {months} month, same day; not a renewal, "
        "because the window closed on {closed} = {until}",
        "first label: interview {interview}, plus {months} months, same day; not a renewal, "
        "because the window closed on {closed} = {until}",
        by="months",
    ),
    "too_late_to_last_day": Plural(
        "first label: interview {interview}, plus {months} month, last day of a shorter month; "
        "not a renewal, because the window closed on {closed} = {until}",
        "first label: interview {interview}, plus {months} months, last day of a shorter month; "
        "not a renewal, because the window closed on {closed} = {until}",
        by="months",
    ),
    "renewed_to_end_of_month": Plural(
        "renewal: previous label until {previous}, plus {months} month, end of month = {until}",
        "renewal: previous label until {previous}, plus {months} months, end of month = {until}",
        by="months",
    ),
    "renewed_to_same_day": Plural(
        "renewal: previous label until {previous}, plus {months} month, same day = {until}",
        "renewal: previous label until {previous}, plus {months} months, same day = {until}",
        by="months",
    ),
    "renewed_to_last_day": Plural(
        "renewal: previous label until {previous}, plus {months} month, last day of a shorter "
        "month = {until}",
        "renewal: previous label until {previous}, plus {months} months, last day of a shorter "
        "month = {until}",
        by="months",
    ),
    "renewed_from_interview_to_end_of_month": Plural(
        "renewal: interview {interview}, plus {months} month, end of month = {until}",
        "renewal: interview {interview}, plus {months} months, end of month = {until}",
        by="months",
    ),
    "renewed_from_interview_to_same_day": Plural(
        "renewal: interview {interview}, plus {months} month, same day = {until}",
        "renewal: interview {interview}, plus {months} months, same day = {until}",
        by="months",
    ),
    "renewed_from_interview_to_last_day": Plural(
        "renewal: interview {interview}, plus {months} month, last day of a shorter month "
        "= {until}",
        "renewal: interview {interview}, plus {months} months, last day of a shorter month "
        "= {until}",
        by="months",
    ),
    "listed_with_span": "valid from {starts} until {until} as listed",
    "listed_before_term": (
        "valid until {until} as listed; valid on the day of the list ({listed_on}) at the latest"
    ),
    "listed_without_policy": "valid until {until} as listed; no policy tells from when",
    "listed_with_term": Plural(
        "valid until {until} as listed; {policy}: {months} month before = {starts} at the latest",
        "valid until {until} as listed; {policy}: {months} months before = {starts} at the latest",
        by="months",
    ),
    "early": Plural(
        "the interview is more than {months} month before the end of the previous label "
        "({previous})",
        "the interview is more than {months} months before the end of the previous label "
        "({previous})",
        by="months",
    ),
    "nothing_followed": Plural(
        "no {level} label of an earlier interview is known; usual are {at_least} to {at_most} "
        "month after it",
        "no {level} label of an earlier interview is known; usual are {at_least} to {at_most} "
        "months after it",
        by="at_most",
    ),
    "followed_at_odd_time": Plural(
        "the interview of the {level} label was on {earlier}; usual are {at_least} to {at_most} "
        "month after it",
        "the interview of the {level} label was on {earlier}; usual are {at_least} to {at_most} "
        "months after it",
        by="at_most",
    ),
    "issued_otherwise": "issued until {issued}, computed {computed}: the issued date counts",
    "impartiality_not_declared": "the expert has not declared impartiality",
    "interest_stated": "the expert states an interest: {statement}",
    "impartiality_declared_late": (
        "impartiality was declared on {declared}, after the interview ({interview})"
    ),
    "impartiality_declared_by_other": "impartiality was declared by {by}, not by {expert}",
    "serial_of_odd_form": (
        "serial {serial} does not have the usual form (such as DNK063201604C160869)"
    ),
    "serial_of_other_country": (
        "serial {serial}: its country {country} is not that of the case ({of_case})"
    ),
    "serial_of_other_month": (
        "serial {serial}: its month {month} is not that of the interview ({interview})"
    ),
    "listed_serial_of_other_country": (
        "serial {serial}: its country {country} is not that of the label ({of_label})"
    ),
    "begins_after_end": "listed as valid from {starts}, after its end {until}",
    "previous_ends_too_late": Plural(
        "no previous label can be valid until {previous}: that is more than {years} year after "
        "the interview ({interview})",
        "no previous label can be valid until {previous}: that is more than {years} years after "
        "the interview ({interview})",
        by="years",
    ),
    "previous_ends_months_too_late": Plural(
        "no previous label can be valid until {previous}: that is more than {months} month after "
        "the interview ({interview})",
        "no previous label can be valid until {previous}: that is more than {months} months after "
        "the interview ({interview})",
        by="months",
    ),
    "no_policy": "no policy for {level} is in force for an interview on {interview}",
    "criterion_not_met": "{criterion} is not met: {title}",
    "criterion_not_met_because": "{criterion} is not met: {title} ({reason})",
    "criterion_open": "{criterion} is still open: {title}",
    "criterion_open_because": "{criterion} is still open: {title} ({reason})",
    "met_against_interview": "the verdict says met, but the interview says {shown}",
    "not_met_against_interview": "the verdict says not met, but the interview says {shown}",
    "shown": "{label}: {evidence}",
    "number": "{number}",
    "number_in_unit": "{number} {unit}",
    "no_value": "no value",
    "no_value_for_unanswered": Plural(
        "no value ({unanswered} of {count} questions without an answer)",
        "no value ({unanswered} of {count} questions without an answer)",
    ),
    "out_of_order": "{stage}; {order}",
    "is_not_proposed": "the label is not proposed",
    "is_proposed": "the label is proposed",
    "is_refused": "the label is refused",
    "is_awarded": "the label is awarded",
    "is_revoked": "the label is revoked",
    "may_be_proposed": "it can be proposed only when it is not proposed or refused",
    "may_be_awarded": "it can be awarded only when it is proposed",
    "may_be_refused": "it can be refused only when it is proposed",
    "may_be_revoked": "it can be revoked only when it is awarded",
    "before_interview": "{day} is before the interview ({interview})",
    "before_award": "{day} is before the award ({award})",
}
