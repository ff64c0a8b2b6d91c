"""What can be said of a label on a day, and why where that is not known: unknown is never no."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from assess.core.register.message import RegisterMessage
from assess.core.register.record import Label
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.message import Day, Message, message


class StatusAccount(NamedTuple):
    """The status of a label on a day, as it is told."""

    status: LabelStatus
    text: Message
    """In a few words."""
    reason: Message | None
    """Why it is not known; None where it is."""


def told_status(
    label: Label, status: LabelStatus, day: date, track: Sequence[Label]
) -> LabelStatus:
    """Give the status that is told: before the first day that is known of a track nothing is known.

    `track` are the labels of the same organisation and level.
    """
    if status is not LabelStatus.PENDING or label.given is None or label.valid_from is None:
        return status
    before = any(
        other.given is not None and (other.valid_from or other.given.on) <= day for other in track
    )
    return status if before else LabelStatus.UNKNOWN


def account(
    label: Label, status: LabelStatus, day: date, track: Sequence[Label], *, in_words: bool = False
) -> StatusAccount:
    """Tell the status of a label on a day; `in_words`: its days are written out."""
    told = told_status(label, status, day, track)
    if told is not LabelStatus.UNKNOWN:
        return StatusAccount(told, told.words, None)
    return StatusAccount(told, short_status(label, told), _reason(label, in_words=in_words))


def short_status(label: Label, status: LabelStatus, *, in_words: bool = False) -> Message:
    """Give a status in a few words; a label from a list without a date was listed on a day."""
    listed = label.listed
    if status is LabelStatus.UNKNOWN and listed is not None and listed.valid_until is None:
        return message(RegisterMessage.LISTED_ON, day=Day(listed.on, in_words=in_words))
    return status.words


def _reason(label: Label, *, in_words: bool) -> Message:
    listed, starts = label.listed, label.valid_from
    if listed is not None and (starts is None or listed.valid_until is None):
        return message(RegisterMessage.LIST_NAMES_NO_END, day=Day(listed.on, in_words=in_words))
    first = Day(starts, in_words=in_words) if starts else ""
    if listed is not None and not listed.is_decision:
        named = Day(listed.on, in_words=in_words)
        return message(RegisterMessage.LIST_NAMES_ONLY_END, day=named, first=first)
    return message(RegisterMessage.NOTHING_BEFORE, level=label.level, first=first)
