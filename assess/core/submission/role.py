"""The roles of accounts at the secretariat, and what each of them may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Role(StrEnum):
    """What an account is for; it may have several."""

    EXPERT = "expert"
    """Sends cases, and answers what is asked about them."""
    COORDINATOR = "coordinator"
    """Of countries: sees their cases and checks them first."""
    REVIEWER = "reviewer"
    BOARD = "board"
    """Decides on labels, and does nothing else."""
    STEWARD = "steward"
    """Publishes snapshots of peers and register."""
    AUDITOR = "auditor"
    """Reads everything, changes nothing."""
    ADMINISTRATOR = "administrator"
    """Keeps accounts and devices, sees no case."""


class Action(StrEnum):
    """What can be asked of the service, beyond what concerns only the asker."""

    SEND = "send"
    """A revision of a case."""
    READ = "read"
    """A case: its state, its revisions, what was asked."""
    INBOX = "inbox"
    """What is new about the cases that one sees."""
    ASK = "ask"
    """A question on an answer, or a suggestion for it; closing what one asked."""
    ANSWER = "answer"
    """An answer to a question."""
    QUEUE = "queue"
    """The queue of cases, and a case with all that was said and decided."""
    CHECK = "check"
    """Begins the check of a case, passes it on, or returns it."""
    ACCEPT = "accept"
    """Accepts a case, and proposes its label."""
    DECIDE = "decide"
    """The label."""
    WITHDRAW = "withdraw"
    """Takes a case of one's own back."""
    ASSIGN = "assign"
    """A case to an expert."""
    INTEREST = "interest"
    """Declares an interest in the organisation of a case."""


_READING = frozenset({Action.READ, Action.INBOX, Action.QUEUE})

ALLOWED: Mapping[Role, frozenset[Action]] = {
    Role.EXPERT: frozenset(
        {Action.SEND, Action.READ, Action.INBOX, Action.ANSWER, Action.WITHDRAW}
    ),
    Role.COORDINATOR: _READING | {Action.ASK, Action.CHECK, Action.ASSIGN, Action.INTEREST},
    Role.REVIEWER: _READING
    | {Action.ASK, Action.CHECK, Action.ACCEPT, Action.ASSIGN, Action.INTEREST},
    Role.BOARD: _READING | {Action.DECIDE, Action.INTEREST},
    Role.STEWARD: frozenset(),
    Role.AUDITOR: _READING,
    Role.ADMINISTRATOR: frozenset(),
}
"""Which action each role may take, on the cases that it sees; row-level security says which."""


def may(roles: Iterable[Role], action: Action) -> bool:
    """Tell whether one of the roles may take an action."""
    return any(action in ALLOWED[role] for role in roles)
