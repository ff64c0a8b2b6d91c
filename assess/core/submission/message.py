"""What is said of a case at the secretariat: its state, and what was said and decided on it."""

from __future__ import annotations

from enum import StrEnum


class CourseMessage(StrEnum):
    """Where a case stands at the secretariat."""

    SUBMITTED = "submission.submitted"
    NATIONAL_CHECK = "submission.national_check"
    CENTRAL_CHECK = "submission.central_check"
    RETURNED = "submission.returned"
    ACCEPTED = "submission.accepted"
    LABEL_PROPOSED = "submission.label_proposed"
    DECIDED = "submission.decided"
    PUBLISHED = "submission.published"
    WITHDRAWN = "submission.withdrawn"


class ReviewMessage(StrEnum):
    """What somebody said or decided on a case."""

    ASKS = "submission.asks"
    ASKS_ABOUT = "submission.asks_about"
    SUGGESTS = "submission.suggests"
    ANSWERS = "submission.answers"
    CLOSES = "submission.closes"
    INTERESTED = "submission.interested"
    BEGINS = "submission.begins"
    PASSES = "submission.passes"
    RETURNS = "submission.returns"
    ACCEPTS = "submission.accepts"
    PROPOSES = "submission.proposes"
    AWARDS = "submission.awards"
    REFUSES = "submission.refuses"
    WITHDRAWS = "submission.withdraws"
