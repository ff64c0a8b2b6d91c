"""What laptops and the service say to each other: the bodies of requests and answers."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from assess.core.catalogue.level import OwnLevel
from assess.core.submission.role import Role
from assess.core.text.value import Said, Value

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256, in hexadecimal."""

PublicKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The 32 bytes of an Ed25519 key, in hexadecimal."""

SignatureText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]

LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]

CaseId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$")]


class Enrolment(Value):
    """A device makes itself known by the code that its account was given."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{8,60}$")]
    name: Annotated[Said, StringConstraints(max_length=100)]
    """What the device is called, so that people know which one to revoke."""
    recipient: Annotated[str, StringConstraints(pattern=r"^age1[a-z0-9]{20,100}$")] | None = None
    """For whom files to this device are encrypted."""


class Enrolled(Value):
    """The device is known."""

    account: UUID
    device: UUID
    name: str
    """Of the account."""
    service_key: PublicKey
    """The key that signs receipts."""
    recipient: str
    """For whom sealed case files are encrypted."""


class KnownDevice(Value):
    """Who asks, as the service knows it."""

    account: UUID
    device: UUID
    name: str
    roles: tuple[Role, ...]
    countries: tuple[str, ...] = ()
    time: datetime
    """The service's clock."""


class RevisionStanding(StrEnum):
    """How a revision stands to those that the server has of its case."""

    FIRST = "first"
    EXTENDS = "extends"
    """It has all that every head has, and more."""
    KNOWN = "known"
    BEHIND = "behind"
    """All that it has is in a head: it is an older copy, and was not kept."""
    FORKED = "forked"
    """Both have what the other lacks; it is kept beside the head, until a merge names both."""


class RevisionHead(Value):
    """A revision that no other of its case extends."""

    revision: Digest
    head: Digest
    """The hash of the last entry of its record."""
    received_at: datetime
    account: UUID


class Receipt(Value):
    """What the server says of a revision, signed with its key."""

    case: CaseId
    revision: Digest
    head: Digest
    at: str
    """When it was received, by the server's clock, as ISO 8601 writes it."""
    signature: SignatureText
    """Over the canonical JSON of the other fields."""


class Received(Value):
    """The answer to a revision that was sent."""

    standing: RevisionStanding
    state: str
    heads: tuple[RevisionHead, ...]
    """Two or more are a fork."""
    receipt: Receipt | None = None
    """None: it is behind, and was not kept."""


class CaseView(Value):
    """A case as far as who asks may see it."""

    case: CaseId
    country: str
    state: str
    state_since: datetime
    heads: tuple[RevisionHead, ...]


class AskedQuestion(Value):
    """A question on an answer, or a suggestion for it."""

    revision: Digest
    """The revision that was looked at."""
    question: Annotated[Said, StringConstraints(max_length=100)] | None = None
    """The question of the catalogue; None: it is about the case as a whole."""
    text: LongText
    value: Any = None
    """What is suggested, as a case file writes a value."""


class Answered(Value):
    """An answer to a question, or why it is closed."""

    revision: Digest
    text: LongText


class ItemKind(StrEnum):
    """What an item of the inbox tells."""

    RECEIVED = "received"
    FORKED = "forked"
    MERGED = "merged"
    STATE = "state"
    QUESTION = "question"
    SUGGESTION = "suggestion"
    ANSWER = "answer"
    CLOSING = "closing"
    DECISION = "decision"
    ASSIGNED = "assigned"


class InboxItem(Value):
    """Something that happened to a case; its number is greater than those before it."""

    number: int
    case: CaseId
    kind: ItemKind
    at: datetime
    by: str | None = None
    """The name of the account; None: the service itself."""
    body: dict[str, Any] = Field(default_factory=dict)


class Inbox(Value):
    """What happened after a number, oldest first."""

    items: tuple[InboxItem, ...]
    cursor: int
    """The number after which to ask next."""
    is_all: bool
    """Whether there is nothing after these."""
    time: datetime
    """The service's clock."""


class BoundStep(Value):
    """A step that is taken on a case, bound to the revision that was seen."""

    revision: Digest
    reason: LongText | None = None
    level: OwnLevel | None = None


class DeclaredInterest(Value):
    """An interest in the organisation of a case: who has one, decides on none of its cases."""

    text: LongText


class StepTaken(Value):
    """The step is taken."""

    id: UUID
    is_new: bool
    state: str
    """Of the case, as it is now."""


class QueuedCase(Value):
    """A case in the queue."""

    case: CaseId
    organisation: str
    country: str
    state: str
    state_since: datetime
    copies: int
    """Two or more are a fork, which its experts bring together first."""
    open_questions: int
    is_barred: bool
    """Whether who asks has a part in it, and so decides nothing on it."""


class Queue(Value):
    """Cases that are seen, those that wait longest first."""

    cases: tuple[QueuedCase, ...]
    total: int
    """How many there are of that state and country."""
    after: str | None = None
    """With what to ask for the next ones; None: there are no more."""
    time: datetime
    """The service's clock."""


class ReviewEntry(Value):
    """Something that was said or decided on a case."""

    id: UUID
    kind: str
    """Of a question, a step, or `interest`."""
    at: datetime
    by: str
    revision: Digest | None = None
    """The revision that was looked at."""
    parent: UUID | None = None
    body: dict[str, Any] = Field(default_factory=dict)


class CaseReview(Value):
    """A case with all that was said and decided on it, oldest first."""

    case: CaseId
    organisation: str
    country: str
    state: str
    state_since: datetime
    heads: tuple[RevisionHead, ...]
    entries: tuple[ReviewEntry, ...]
    experts: tuple[str, ...]
    """The names of those to whom it is assigned."""
    earlier: tuple[CaseId, ...]
    """Other cases of the same organisation, the newest first."""
    is_barred: bool


class AssignableExpert(Value):
    """An expert to whom a case can be assigned."""

    id: UUID
    name: str
    countries: tuple[str, ...]


class AssignableExperts(Value):
    """The experts to whom who asks can assign cases."""

    experts: tuple[AssignableExpert, ...]


class Noted(Value):
    """It is kept."""

    id: UUID
    is_new: bool


class Problem(Value):
    """Why it was not done, in one sentence."""

    code: str
    message: str
    nonce: str | None = None
    """With code `nonce`: what the next request is signed with."""


class Health(Value):
    """Whether the service and its database work."""

    ok: bool
    schema_version: int
    time: datetime
