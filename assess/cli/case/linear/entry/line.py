"""Questions that one line answers."""

from __future__ import annotations

from collections.abc import Callable

from assess.cli.case.linear.entry.entry import Heard
from assess.core.case.answer import AnswerValue
from assess.core.case.reading.outcome import Reading
from assess.languages import gettext
from assess.languages.message import say

Reader = Callable[[str], Reading]
"""Reads a line as the answer to one question."""


class LineEntry:
    """A question that is answered by one line."""

    def __init__(self, draft: str | None, read: Reader) -> None:
        """Begin with what was typed before; `read` reads a line."""
        self.begun = draft or ""
        self._read = read

    @property
    def prompt(self) -> str:
        """What stands before the line."""
        return gettext("Answer:")

    def hear(self, text: str) -> Heard:
        """Take a line."""
        if not text.strip():
            return Heard(is_done=True)
        reading = self._read(text)
        if reading.fault or reading.value is None:
            return Heard(fault=say(reading.fault or gettext("this is not an answer")), draft=text)
        says = (f"{say(reading.remark)}.",) if reading.remark else ()
        return Heard(value=reading.value, says=says, is_done=True)

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""
        return text

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""
        return text

    def back(self) -> bool:
        """Stay: there is nothing before the line."""
        return False

    def clear(self) -> str | None:
        """Clear nothing: the line is the whole answer."""
        return None


def choices_reader(value: AnswerValue, read: Reader) -> Reader:
    """Read a list of choices; `+` adds to the answer that is there, `-` takes out of it."""

    def read_choices(text: str) -> Reading:
        typed = text.strip()
        sign, rest = typed[:1], typed[1:].strip()
        if sign not in ("+", "-", "−") or not rest:
            return read(typed)
        reading = read(rest)
        if not isinstance(reading.value, list):
            return reading
        held = list(value) if isinstance(value, list) else []
        changed = [*held, *(choice for choice in reading.value if choice not in held)]
        if sign != "+":
            changed = [choice for choice in held if choice not in reading.value]
        return Reading(value=changed)

    return read_choices
