"""The table of routes: what each takes, who may, and what it answers. OpenAPI is made from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assess.core.submission.course import COURSE, CaseState, ReviewStep
from assess.core.submission.exchanged import (
    Answered,
    AskedQuestion,
    AssignableExperts,
    BoundStep,
    CaseReview,
    CaseView,
    DeclaredInterest,
    Enrolled,
    Enrolment,
    Health,
    Inbox,
    KnownDevice,
    Noted,
    Queue,
    Received,
    StepTaken,
)
from assess.core.submission.role import Action
from assess.core.text.value import Value
from assess.secretariat.service import cases, inbox, review, snapshot
from assess.secretariat.service.asking import Handler
from assess.secretariat.service.course import deciding, queue
from assess.secretariat.service.enrolment import read_me

CASE = "/v1/cases/{case}"
QUESTION = f"{CASE}/questions/{{question}}"


@dataclass(frozen=True)
class SignedRoute:
    """A route that a known device may ask."""

    method: str
    path: str
    action: Action | None
    """What the account must have the right to; None: it concerns only the asker."""
    handler: Handler
    summary: str
    answers: dict[int, type[Value] | None]
    """The body of each answer; None: it is a document of its own."""
    takes: type[Value] | None = None
    takes_document: bool = False
    query: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What may stand behind the path, with the schema of each."""


_SUMMARY = {
    ReviewStep.BEGUN: "Begin the check of a case.",
    ReviewStep.PASSED: "Pass a case on from the national check to the central one.",
    ReviewStep.RETURNED: "Return a case to its expert, with a reason.",
    ReviewStep.ACCEPTED: "Accept a case.",
    ReviewStep.PROPOSED: "Propose a level for a case to the board.",
    ReviewStep.AWARDED: "Award the label.",
    ReviewStep.REFUSED: "Refuse the label, with a reason.",
    ReviewStep.WITHDRAWN: "Withdraw a case of one's own, with a reason.",
}


SIGNED = (
    SignedRoute("GET", "/v1/me", None, read_me, "How this device is known.", {200: KnownDevice}),
    SignedRoute(
        "PUT",
        f"{CASE}/revisions/{{revision}}",
        Action.SEND,
        cases.send_revision,
        "Send a revision of a case; its name is the SHA-256 of its canonical JSON.",
        {200: Received, 201: Received, 409: Received},
        takes_document=True,
    ),
    SignedRoute(
        "GET",
        f"{CASE}/revisions/{{revision}}",
        Action.READ,
        cases.read_one_revision,
        "The document of a revision, as it was sent.",
        {200: None},
    ),
    SignedRoute("GET", CASE, Action.READ, cases.read_case, "Where a case stands.", {200: CaseView}),
    SignedRoute(
        "GET",
        "/v1/inbox",
        Action.INBOX,
        inbox.read_inbox,
        "What happened after a number, oldest first.",
        {200: Inbox},
        query={"after": {"type": "integer", "minimum": 0, "maximum": 2**62, "default": 0}},
    ),
    SignedRoute(
        "PUT",
        f"{CASE}/questions/{{id}}",
        Action.ASK,
        review.ask,
        "Ask a question on an answer.",
        {200: Noted, 201: Noted},
        takes=AskedQuestion,
    ),
    SignedRoute(
        "PUT",
        f"{CASE}/suggestions/{{id}}",
        Action.ASK,
        review.suggest,
        "Suggest an answer; it arrives as a proposal.",
        {200: Noted, 201: Noted},
        takes=AskedQuestion,
    ),
    SignedRoute(
        "PUT",
        f"{QUESTION}/answers/{{id}}",
        Action.ANSWER,
        review.answer,
        "ServiceAnswer a question.",
        {200: Noted, 201: Noted},
        takes=Answered,
    ),
    SignedRoute(
        "PUT",
        f"{QUESTION}/closings/{{id}}",
        Action.ASK,
        review.close,
        "Close a question that one asked.",
        {200: Noted, 201: Noted},
        takes=Answered,
    ),
    SignedRoute(
        "GET",
        "/v1/queue",
        Action.QUEUE,
        queue.read_queue,
        "The cases that one sees, those that wait longest first.",
        {200: Queue},
        query={
            "state": {"enum": [state.value for state in CaseState]},
            "country": {"type": "string"},
            "after": {"type": "string"},
        },
    ),
    SignedRoute(
        "GET",
        f"{CASE}/review",
        Action.QUEUE,
        queue.read_review,
        "A case with all that was said and decided on it.",
        {200: CaseReview},
    ),
    SignedRoute(
        "GET",
        "/v1/experts",
        Action.ASSIGN,
        queue.read_experts,
        "The experts to whom one can assign cases.",
        {200: AssignableExperts},
    ),
    SignedRoute(
        "GET",
        "/v1/snapshots/{kind}",
        None,
        snapshot.read_snapshot,
        "The newest table of peers, or the register, as it was published and signed.",
        {200: None, 304: None},
    ),
    SignedRoute(
        "PUT",
        f"{CASE}/experts/{{id}}",
        Action.ASSIGN,
        deciding.assign,
        "Assign a case to an expert.",
        {200: Noted, 201: Noted},
    ),
    SignedRoute(
        "PUT",
        f"{CASE}/interests/{{id}}",
        Action.INTEREST,
        deciding.declare,
        "Declare an interest in the organisation of a case.",
        {200: Noted, 201: Noted},
        takes=DeclaredInterest,
    ),
    *(
        SignedRoute(
            "PUT",
            f"{CASE}/steps/{step.value}/{{id}}",
            course.action,
            deciding.taking(step),
            _SUMMARY[step],
            {200: StepTaken, 201: StepTaken},
            takes=BoundStep,
        )
        for step, course in COURSE.items()
    ),
)
"""All routes for which a device signs."""

OPEN: tuple[tuple[str, str, str, type[Value] | None, dict[int, type[Value] | None]], ...] = (
    ("GET", "/v1/health", "Whether the service and its database work.", None, {200: Health}),
    (
        "POST",
        "/v1/devices",
        "Make a device known by a one-time code; signed with its new key.",
        Enrolment,
        {201: Enrolled},
    ),
)
"""The routes for devices that are not known yet, and for those who watch the service."""

PATTERNS = {
    "kind": r"^(?:register|peers)$",
    "case": r"^[A-Za-z0-9-]{1,64}$",
    "revision": r"^[0-9a-f]{64}$",
    "id": r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    "question": r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
}
"""How the parts of a path are written."""
