"""When and how the interview was held, in words."""

from __future__ import annotations

from datetime import date

from assess.core.case.assessment import Mode
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.text.message import Day, MessageValue, message

_HELD: dict[Mode, ReportSentenceMessage] = {
    "onsite": ReportSentenceMessage.HELD_ON_SITE,
    "video": ReportSentenceMessage.HELD_BY_VIDEO,
}


def interview_text(day: date, mode: Mode | None) -> MessageValue:
    """Give the day of an interview and how it was held, where that is known."""
    in_words = Day(day, in_words=True)
    return message(_HELD[mode], day=in_words) if mode else in_words
