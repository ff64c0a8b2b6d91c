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
    LISTED_ON = "register.listed_on"

    # why a status is not known
    LIST_NAMES_NO_END = "register.list_names_no_end"
    LIST_NAMES_ONLY_END = "register.list_names_only_end"
    NOTHING_BEFORE = "register.nothing_before"

    # the life of an organisation in plain sentences
    STORY_NAME = "register.story_name"
    STORY_LINKED = "register.story_linked"
    STORY_AWARDED = "register.story_awarded"
    STORY_LISTED = "register.story_listed"
    STORY_LISTED_AGAIN = "register.story_listed_again"
    STORY_UNDATED = "register.story_undated"
    STORY_RENEWED = "register.story_renewed"
    STORY_RENEWED_LATE = "register.story_renewed_late"
    STORY_REVOKED = "register.story_revoked"
    STORY_NOTHING_BETWEEN = "register.story_nothing_between"
    STORY_NOTHING_SINCE = "register.story_nothing_since"

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
