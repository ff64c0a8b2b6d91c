"""What the report's record says of itself: its editions, and faults of editions and themes."""

from __future__ import annotations

from enum import StrEnum


class ReportRecordMessage(StrEnum):
    """Every message about editions and themes."""

    DRAFT = "report.draft"
    PUT_TOGETHER = "report.put_together"
    EDITION = "report.edition"
    SUPERSEDES = "report.supersedes"
    RECORD_HEAD = "report.record_head"
    UNREVIEWED = "report.unreviewed"
    UNREVIEWED_BECAUSE = "report.unreviewed_because"
    ISSUED_BY = "report.issued_by"
    SUPERSEDED = "report.superseded"
    ISSUED = "report.issued"
    ISSUED_SUPERSEDING = "report.issued_superseding"

    # an edition that comes from elsewhere
    OTHER_NUMBER = "report.other_number"
    SUPERSEDES_OTHER = "report.supersedes_other"
    SUPERSEDES_NONE = "report.supersedes_none"
    SUPERSEDES_NOTHING = "report.supersedes_nothing"
    OTHER_DIGEST = "report.other_digest"
    OTHER_CONTENT = "report.other_content"
    UNREADABLE = "report.unreadable"

    # a theme
    LOW_CONTRAST = "report.low_contrast"
