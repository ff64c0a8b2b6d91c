"""What a laptop keeps of its secretariat: the connection, what was sent, what came back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from assess.core.submission.exchanged import InboxItem, ItemKind, Receipt
from assess.core.text.value import Value


class SecretariatConnection(Value):
    """Where the secretariat is, and how this device is known there."""

    url: str
    """Empty: nothing goes over the network, only files."""
    account: str
    device: str
    name: str
    service_key: str
    """The key that signs receipts, as it was at the first connection."""
    recipient: str
    key_file: str = ""
    """Where the device's key lay at the first connection; it may have moved with its folder."""
    cursor: int = 0
    """The number of the last item that came."""
    asked_at: datetime | None = None
    """When the inbox was last asked, by the laptop's clock."""
    code: str | None = None
    """Where files are all there is: what makes this device known, until a file came back."""
    clock_ahead: int | None = None
    """By how many seconds the laptop's clock was ahead of the service's then."""


class SubmissionState(StrEnum):
    """What became of a revision that was to be sent."""

    WAITING = "waiting"
    """It goes when the secretariat can be reached."""
    RECEIVED = "received"
    FORKED = "forked"
    """It is kept there beside another copy; bringing them together ends it."""
    BEHIND = "behind"
    """The secretariat has a newer copy."""
    REFUSED = "refused"


class Submission(Value):
    """A revision of a case that was sent, or waits to be."""

    revision: str
    case: str
    head: str
    at: datetime
    state: SubmissionState = SubmissionState.WAITING
    told: str | None = None
    """What the secretariat said of the case; where it refused, why."""
    receipt: Receipt | None = None
    other: tuple[str, ...] = ()
    """The heads of a fork besides this one."""


class OpenQuestion(Value):
    """A question of the secretariat that is not closed, with what was answered."""

    id: str
    case: str
    revision: str
    question: str | None
    text: str
    by: str | None
    at: datetime
    answers: tuple[str, ...] = ()
    """What was answered, also what waits to be sent."""


class WaitingAnswer(Value):
    """An answer to a question that waits to be sent."""

    id: str
    case: str
    question: str
    revision: str
    text: str
    at: datetime


def open_questions(
    items: tuple[InboxItem, ...], waiting: tuple[WaitingAnswer, ...] = ()
) -> tuple[OpenQuestion, ...]:
    """Give the questions that are not closed, oldest first, from all that came."""
    closed = {item.body.get("parent") for item in items if item.kind is ItemKind.CLOSING}
    answers: dict[Any, list[str]] = {}
    sent = set()
    for item in items:
        if item.kind is ItemKind.ANSWER:
            answers.setdefault(item.body.get("parent"), []).append(str(item.body.get("text")))
            sent.add(item.body.get("id"))
    for each in waiting:
        if each.id not in sent:
            answers.setdefault(each.question, []).append(each.text)
    return tuple(
        OpenQuestion(
            id=str(item.body.get("id")),
            case=item.case,
            revision=str(item.body.get("revision")),
            question=item.body.get("question"),
            text=str(item.body.get("text")),
            by=item.by,
            at=item.at,
            answers=tuple(answers.get(item.body.get("id"), ())),
        )
        for item in items
        if item.kind is ItemKind.QUESTION and item.body.get("id") not in closed
    )
