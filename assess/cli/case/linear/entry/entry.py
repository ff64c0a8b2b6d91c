"""How lines become the answer to one question."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from assess.core.case.answer import AnswerValue


class Heard(NamedTuple):
    """What came of a line."""

    value: AnswerValue = None
    """The whole answer, where there is one now."""
    fault: str = ""
    """Why the line was not taken."""
    says: tuple[str, ...] = ()
    draft: str | None = None
    """What is typed and no answer yet, in the form in which it is kept; None: nothing new."""
    is_done: bool = False
    """Whether the question is left: there is nothing more to type."""


class Entry(Protocol):
    """The way in which one question is answered, and how far its answer has come."""

    begun: str
    """What was typed before and may be edited now."""

    @property
    def prompt(self) -> str:
        """What stands before the line, without the blank between them."""

    def hear(self, text: str) -> Heard:
        """Take a line."""

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""

    def back(self) -> bool:
        """Go back within the question; tells whether there was anywhere to go."""

    def clear(self) -> str | None:
        """Clear the part that is asked; None: the whole answer is meant. Gives the draft."""
