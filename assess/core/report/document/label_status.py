"""The status of a label in a document."""

from __future__ import annotations

from assess.core.register.validity_timeline import LabelStatus
from assess.core.report.document.message import ReportDocumentMessage
from assess.core.text.message import Message, message

_WORDS = {
    LabelStatus.PENDING: ReportDocumentMessage.PENDING,
    LabelStatus.NOT_AWARDED: ReportDocumentMessage.NOT_AWARDED,
    LabelStatus.VALID: ReportDocumentMessage.VALID,
    LabelStatus.EXPIRED_RENEWABLE: ReportDocumentMessage.EXPIRED_RENEWABLE,
    LabelStatus.LAPSED: ReportDocumentMessage.LAPSED,
    LabelStatus.SUPERSEDED: ReportDocumentMessage.SUPERSEDED,
    LabelStatus.REVOKED: ReportDocumentMessage.STATUS_REVOKED,
    LabelStatus.UNKNOWN: ReportDocumentMessage.UNKNOWN,
}


def status_word(status: LabelStatus) -> Message:
    """Give the word for what a label is on a day."""
    return message(_WORDS[status])
