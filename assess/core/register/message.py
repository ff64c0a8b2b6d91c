"""What is said of the register: the status of a label, what happened, what is to be thought of."""

from __future__ import annotations

from enum import StrEnum


class RegisterMessage(StrEnum):
    """What is said of labels over time, and of organisations that may be one."""

    TITLE = "register.title"

    PENDING = "register.pending"
    NOT_AWARDED = "register.not_awarded"
    VALID = "register.valid"
    EXPIRED_RENEWABLE = "register.expired_renewable"
    LAPSED = "register.lapsed"
    SUPERSEDED = "register.superseded"
    REVOKED = "register.revoked"
    UNKNOWN = "register.unknown"

    AWARDED_EVENT = "register.awarded_event"
    AWARDED_EVENT_OF = "register.awarded_event_of"
    LISTED_EVENT = "register.listed_event"
    LISTED_EVENT_OF = "register.listed_event_of"
    LISTED_WITHOUT_DATE_EVENT = "register.listed_without_date_event"
    LISTED_WITHOUT_DATE_EVENT_OF = "register.listed_without_date_event_of"
    REVOKED_EVENT = "register.revoked_event"
    REVOKED_EVENT_OF = "register.revoked_event_of"
    SAME_EVENT = "register.same_event"
    RENAMED_EVENT = "register.renamed_event"
    MERGED_EVENT = "register.merged_event"

    MONTHS_TO_END = "register.months_to_end"
    LAST_DAY = "register.last_day"
    MONTHS_TO_CLOSE = "register.months_to_close"

    WRITTEN_TWICE = "register.written_twice"
    SAID_DIFFERENT = "register.said_different"
    DIFFER_IN_SIGNS = "register.differ_in_signs"
    DIFFER_IN_WRITING = "register.differ_in_writing"
    ONE_BEGINS_OTHER = "register.one_begins_other"
    DIFFER_IN_LETTERS = "register.differ_in_letters"
    ONE_ADDRESS = "register.one_address"
