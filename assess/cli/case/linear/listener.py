"""What the next line is: an answer, a line aside of it, or one of a text of several lines."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from assess.cli.case.linear.entry.by_type import entry_for
from assess.cli.case.linear.entry.entry import Entry
from assess.cli.case.linear.lines import Lines
from assess.cli.case.linear.position import Position
from assess.cli.command.output import plain
from assess.errors import AssessError
from assess.workflow.case.interview.session import Session

PREFIX = "/"
"""What a command begins with; doubled, it is the beginning of an answer."""


def as_typed(command: str) -> str:
    """Give a command as it is typed, in whatever language the interview is held."""
    return PREFIX + command


class Wanted(NamedTuple):
    """A line that is expected aside of the answer: a reason, a day, a choice."""

    prompt: str
    """What stands before the line, without the blank between them."""
    hear: Callable[[str], None]
    """Takes the line, which says something."""
    kept_as: str | None = None
    """Under which name it is kept while it is typed."""


class LongText:
    """A text of several lines, up to a full stop alone."""

    def __init__(self, take: Callable[[str], None]) -> None:
        """Begin; `take` takes the text once it is whole."""
        self.take = take
        self.lines: list[str] = []

    def with_line(self, line: str) -> str:
        """Give the text with a further line."""
        return "\n".join([*self.lines, line])

    @property
    def text(self) -> str:
        """The text so far."""
        return "\n".join(self.lines)


class Listener:
    """Asks for lines, knows what the next one is, and keeps what is being typed."""

    def __init__(self, session: Session, lines: Lines, position: Position) -> None:
        """Expect the answer to the question that is asked."""
        self._session, self._lines, self._position = session, lines, position
        self.entry: Entry = self._entry()
        self.wanted: Wanted | None = None
        self.long: LongText | None = None

    def expect_answer(self) -> None:
        """Expect the answer to the question that is asked, as the case stands."""
        self.entry = self._entry()

    def _entry(self) -> Entry:
        return entry_for(
            self._position.question,
            self._position.answer.value,
            self._session.typed.drafts.get(self._position.name),
            self._session.assessment,
            self._session.catalogue,
        )

    def want(
        self,
        prompt: str,
        hear: Callable[[str], None],
        *,
        kept_as: str | None = None,
    ) -> None:
        """Ask for one line aside of the answer."""
        self.wanted = Wanted(prompt, hear, kept_as)

    # Lines

    def next_line(self) -> str | None:
        """Give the next line, None at the end."""
        return self._lines.ask(plain(self._prompt), self._keep, self._begun)

    @property
    def _prompt(self) -> str:
        """What stands before the next line."""
        if self.long is not None:
            return ""
        asked = self.wanted.prompt if self.wanted is not None else self.entry.prompt
        return f"{asked} "

    @property
    def _begun(self) -> str:
        """What was typed before and may be edited now."""
        if self.wanted is not None and self.wanted.kept_as is not None:
            return self._session.typed.text(self.wanted.kept_as) or ""
        return "" if self.wanted is not None or self.long is not None else self.entry.begun

    @property
    def can_bring_back(self) -> bool:
        """Whether what was typed before can be brought back into the line."""
        return self._lines.brings_back and bool(self.entry.begun)

    # What is being typed

    def _keep(self, text: str) -> None:
        """Keep what is being typed."""
        self.note_work()
        if self.long is not None:
            self.keep(self.long.with_line(text))
        elif is_command(text):
            return
        elif self.wanted is None:
            self.keep(self.entry.kept(text))
        elif self.wanted.kept_as is not None:
            self.keep(text, self.wanted.kept_as)

    def keep(self, text: str, key: str | None = None) -> None:
        """Keep what is typed for the question or another key, or forget it where nothing is left.

        It is called while a line is typed, so it never fails: what the database refuses is tried
        again with the next key.
        """
        with suppress(AssessError):
            self._session.type(key or self._position.name, text if text.strip() else "")
            self._session.flush()

    def note_work(self) -> None:
        """Note a sign of work on the question; that never fails either."""
        with suppress(AssessError):
            self._session.time.work(self._position.name)
            self._session.window.at(self._position.name)


def is_command(text: str) -> bool:
    """Tell whether a line is a command."""
    return text.startswith(PREFIX) and not text.startswith(PREFIX * 2)
