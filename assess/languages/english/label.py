"""How what is said of labels is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "first_to_end_of_month": Plural(
        "a first label is valid for {months} month from the interview ({interview}), to the "
        "end of the month: until {until}",
        "a first label is valid for {months} months from the interview ({interview}), to the "
        "end of the month: until {until}",
        by="months",
    ),
    "first_to_same_day": Plural(
        "a first label is valid for {months} month from the interview ({interview}), to the "
        "same day: until {until}",
        "a first label is valid for {months} months from the interview ({interview}), to the "
        "same day: until {until}",
        by="months",
    ),
    "first_to_last_day": Plural(
        "a first label is valid for {months} month from the interview ({interview}), to the "
        "last day of a shorter month: until {until}",
        "a first label is valid for {months} months from the interview ({interview}), to the "
        "last day of a shorter month: until {until}",
        by="months",
    ),
    "too_late_to_end_of_month": Plural(
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} month from the interview ({interview}), to the end of the month: "
        "until {until}",
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} months from the interview ({interview}), to the end of the month: "
        "until {until}",
        by="months",
    ),
    "too_late_to_same_day": Plural(
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} month from the interview ({interview}), to the same day: until "
        "{until}",
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} months from the interview ({interview}), to the same day: until "
        "{until}",
        by="months",
    ),
    "too_late_to_last_day": Plural(
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} month from the interview ({interview}), to the last day of a shorter "
        "month: until {until}",
        "the renewal window closed on {closed}, so this is a first label, valid for "
        "{months} months from the interview ({interview}), to the last day of a "
        "shorter month: until {until}",
        by="months",
    ),
    "renewed_to_end_of_month": Plural(
        "a renewal is valid for {months} month from the end of the previous label "
        "({previous}), to the end of the month: until {until}",
        "a renewal is valid for {months} months from the end of the previous label "
        "({previous}), to the end of the month: until {until}",
        by="months",
    ),
    "renewed_to_same_day": Plural(
        "a renewal is valid for {months} month from the end of the previous label "
        "({previous}), to the same day: until {until}",
        "a renewal is valid for {months} months from the end of the previous label "
        "({previous}), to the same day: until {until}",
        by="months",
    ),
    "renewed_to_last_day": Plural(
        "a renewal is valid for {months} month from the end of the previous label "
        "({previous}), to the last day of a shorter month: until {until}",
        "a renewal is valid for {months} months from the end of the previous label "
        "({previous}), to the last day of a shorter month: until {until}",
        by="months",
    ),
    "renewed_from_interview_to_end_of_month": Plural(
        "a renewal is valid for {months} month from the interview ({interview}), to the end "
        "of the month: until {until}",
        "a renewal is valid for {months} months from the interview ({interview}), to the end "
        "of the month: until {until}",
        by="months",
    ),
    "renewed_from_interview_to_same_day": Plural(
        "a renewal is valid for {months} month from the interview ({interview}), to the same "
        "day: until {until}",
        "a renewal is valid for {months} months from the interview ({interview}), to the same"
        " day: until {until}",
        by="months",
    ),
    "renewed_from_interview_to_last_day": Plural(
        "a renewal is valid for {months} month from the interview ({interview}), to the last "
        "day of a shorter month: until {until}",
        "a renewal is valid for {months} months from the interview ({interview}), to the last"
        " day of a shorter month: until {until}",
        by="months",
    ),
    "listed_with_span": "listed as valid from {starts} until {until}",
    "listed_before_term": (
        "listed as valid until {until}; valid from the day of the list ({listed_on}) at the latest"
    ),
    "listed_without_policy": "listed as valid until {until}; no policy says from which day",
    "listed_with_term": Plural(
        "listed as valid until {until}; by the rule of {policy}, valid from {starts} "
        "at the latest, {months} month before that last day",
        "listed as valid until {until}; by the rule of {policy}, valid from {starts} "
        "at the latest, {months} months before that last day",
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
        "no earlier {level} label is known; usually its interview is {at_least} to "
        "{at_most} month earlier",
        "no earlier {level} label is known; usually its interview is {at_least} to "
        "{at_most} months earlier",
        by="at_most",
    ),
    "followed_at_odd_time": Plural(
        "the interview of the {level} label was on {earlier}; usually it is {at_least} to "
        "{at_most} month earlier",
        "the interview of the {level} label was on {earlier}; usually it is {at_least} to "
        "{at_most} months earlier",
        by="at_most",
    ),
    "issued_otherwise": "the label was issued until {issued}, the computed end is {computed}; the "
    "issued end counts",
    "impartiality_not_declared": "the expert has not declared impartiality",
    "interest_none": "Interest declared: none ({name}, {day})",
    "interest_declared": "Interest declared: {statement} ({name}, {day})",
    "interest_not_stated": "No statement is recorded",
    "reopened_since_award": "the case was reopened on {day}, after the award: {reason}",
    "changed_since_award": Plural(
        "{count} answer was changed after the award", "{count} answers were changed after the award"
    ),
    "interest_stated": "the expert states an interest: {statement}",
    "impartiality_declared_late": (
        "impartiality was declared on {declared}, after the interview ({interview})"
    ),
    "impartiality_declared_by_other": "impartiality was declared by {by}, not by {expert}",
    "serial_of_odd_form": (
        "the serial number {serial} does not have the usual form (such as DNK063201604C160869)"
    ),
    "serial_of_other_country": (
        "the serial number {serial} has the country {country}, but the case has {of_case}"
    ),
    "serial_of_other_month": (
        "the serial number {serial} has the month {month}, but the interview was in {interview}"
    ),
    "listed_serial_of_other_country": (
        "the serial number {serial} has the country {country}, but the label has {of_label}"
    ),
    "begins_after_end": "listed as valid from {starts}, but this is after its end {until}",
    "previous_ends_too_late": Plural(
        "no previous label can be valid until {previous}: this is more than {years} year "
        "after the interview ({interview})",
        "no previous label can be valid until {previous}: this is more than {years} years "
        "after the interview ({interview})",
        by="years",
    ),
    "previous_ends_months_too_late": Plural(
        "no previous label can be valid until {previous}: this is more than {months} "
        "month after the interview ({interview})",
        "no previous label can be valid until {previous}: this is more than {months} "
        "months after the interview ({interview})",
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
        "no value ({unanswered} of {count} question without an answer)",
        "no value ({unanswered} of {count} questions without an answer)",
    ),
    "out_of_order": "{stage}; {order}",
    "is_not_proposed": "the label is not proposed",
    "is_proposed": "the label is proposed",
    "is_refused": "the label is refused",
    "is_awarded": "the label is awarded",
    "is_revoked": "the label is revoked",
    "may_be_proposed": "it can be proposed only if it is not proposed yet or was refused",
    "may_be_awarded": "it can be awarded only after it is proposed",
    "may_be_refused": "it can be refused only after it is proposed",
    "may_be_revoked": "it can be revoked only after it is awarded",
    "before_interview": "{day} is before the interview ({interview})",
    "before_award": "{day} is before the award ({award})",
}
