"""How lines become the answer to one question; here the questions that one line answers."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.reading.answer import Reading, read
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question


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


class Entry:
    """A question that is answered by one line."""

    def __init__(
        self,
        question: Question,
        value: AnswerValue,
        draft: str | None,
        assessment: Assessment,
        catalogue: Catalogue,
    ) -> None:
        """Begin with the answer that is there, or with what was typed."""
        self.question, self.value, self.begun = question, value, draft or ""
        self.assessment, self.catalogue = assessment, catalogue
        self.begin()

    def begin(self) -> None:
        """Make ready."""

    @property
    def prompt(self) -> str:
        """What stands before the line."""
        return "Answer: "

    def hear(self, text: str) -> Heard:
        """Take a line."""
        if not text.strip():
            return Heard(is_done=True)
        reading = self.read(text)
        if reading.fault or reading.value is None:
            return Heard(fault=reading.fault or "this is no answer", draft=text)
        says = (f"{reading.remark}.",) if reading.remark else ()
        return Heard(value=reading.value, says=says, is_done=True)

    def read(self, text: str) -> Reading:
        """Read a line."""
        return read(self.question, text, self.assessment, self.catalogue)

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""
        return text

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""
        return text

    def back(self) -> bool:
        """Go back within the question; tells whether there was anywhere to go."""
        return False

    def clear(self) -> str | None:
        """Clear the part that is asked; None: the whole answer is meant. Gives the draft."""
        return None


class Several(Entry):
    """Any number of choices: all of them, or one more or fewer than before."""

    def read(self, text: str) -> Reading:
        """Read a list; `+` adds to the answer that is there, `-` takes out of it."""
        typed = text.strip()
        sign, rest = typed[:1], typed[1:].strip()
        held = list(self.value) if isinstance(self.value, list) else []
        if sign not in ("+", "-", "−") or not rest:
            return super().read(typed)
        reading = super().read(rest)
        if not isinstance(reading.value, list):
            return reading
        changed = [*held, *(one for one in reading.value if one not in held)]
        if sign != "+":
            changed = [one for one in held if one not in reading.value]
        return Reading(value=changed)
