"""What is said of labels: rules with their arithmetic, warnings, reasons against a label."""

from __future__ import annotations

from enum import StrEnum


class LabelMessage(StrEnum):
    """What is said of a label; the values of a rule are days, months and numbers of months."""

    FIRST_TO_END_OF_MONTH = "label.first_to_end_of_month"
    FIRST_TO_SAME_DAY = "label.first_to_same_day"
    FIRST_TO_LAST_DAY = "label.first_to_last_day"
    TOO_LATE_TO_END_OF_MONTH = "label.too_late_to_end_of_month"
    TOO_LATE_TO_SAME_DAY = "label.too_late_to_same_day"
    TOO_LATE_TO_LAST_DAY = "label.too_late_to_last_day"
    RENEWED_TO_END_OF_MONTH = "label.renewed_to_end_of_month"
    RENEWED_TO_SAME_DAY = "label.renewed_to_same_day"
    RENEWED_TO_LAST_DAY = "label.renewed_to_last_day"
    RENEWED_FROM_INTERVIEW_TO_END_OF_MONTH = "label.renewed_from_interview_to_end_of_month"
    RENEWED_FROM_INTERVIEW_TO_SAME_DAY = "label.renewed_from_interview_to_same_day"
    RENEWED_FROM_INTERVIEW_TO_LAST_DAY = "label.renewed_from_interview_to_last_day"

    LISTED_WITH_SPAN = "label.listed_with_span"
    LISTED_BEFORE_TERM = "label.listed_before_term"
    LISTED_WITHOUT_POLICY = "label.listed_without_policy"
    LISTED_WITH_TERM = "label.listed_with_term"

    EARLY = "label.early"
    NOTHING_FOLLOWED = "label.nothing_followed"
    FOLLOWED_AT_ODD_TIME = "label.followed_at_odd_time"
    ISSUED_OTHERWISE = "label.issued_otherwise"
    IMPARTIALITY_NOT_DECLARED = "label.impartiality_not_declared"
    INTEREST_STATED = "label.interest_stated"
    IMPARTIALITY_DECLARED_LATE = "label.impartiality_declared_late"
    IMPARTIALITY_DECLARED_BY_OTHER = "label.impartiality_declared_by_other"
    SERIAL_OF_ODD_FORM = "label.serial_of_odd_form"
    SERIAL_OF_OTHER_COUNTRY = "label.serial_of_other_country"
    SERIAL_OF_OTHER_MONTH = "label.serial_of_other_month"
    LISTED_SERIAL_OF_OTHER_COUNTRY = "label.listed_serial_of_other_country"
    BEGINS_AFTER_END = "label.begins_after_end"

    PREVIOUS_ENDS_TOO_LATE = "label.previous_ends_too_late"
    NO_POLICY = "label.no_policy"

    CRITERION_NOT_MET = "label.criterion_not_met"
    CRITERION_NOT_MET_BECAUSE = "label.criterion_not_met_because"
    CRITERION_OPEN = "label.criterion_open"
    CRITERION_OPEN_BECAUSE = "label.criterion_open_because"
    MET_AGAINST_INTERVIEW = "label.met_against_interview"
    NOT_MET_AGAINST_INTERVIEW = "label.not_met_against_interview"
    SHOWN = "label.shown"
    NUMBER = "label.number"
    NUMBER_IN_UNIT = "label.number_in_unit"
    NO_VALUE = "label.no_value"
    NO_VALUE_FOR_UNANSWERED = "label.no_value_for_unanswered"

    OUT_OF_ORDER = "label.out_of_order"
    IS_NOT_PROPOSED = "label.is_not_proposed"
    IS_PROPOSED = "label.is_proposed"
    IS_REFUSED = "label.is_refused"
    IS_AWARDED = "label.is_awarded"
    IS_REVOKED = "label.is_revoked"
    MAY_BE_PROPOSED = "label.may_be_proposed"
    MAY_BE_AWARDED = "label.may_be_awarded"
    MAY_BE_REFUSED = "label.may_be_refused"
    MAY_BE_REVOKED = "label.may_be_revoked"
    BEFORE_INTERVIEW = "label.before_interview"
    BEFORE_AWARD = "label.before_award"
