"""The interview line by line as its commands need it: the parts that they act on."""

from __future__ import annotations

from collections.abc import Iterable

from assess.cli.case.linear.lines import Lines
from assess.cli.case.linear.listener import Listener, as_typed
from assess.cli.case.linear.navigator import LinearNavigator
from assess.cli.case.linear.position import Position
from assess.cli.case.linear.recorder import Recorder
from assess.cli.case.linear.speaker import Speaker
from assess.cli.case.linear.wording import place
from assess.core.case.assessment import complete_count
from assess.core.case.work_time import shown
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.case.interview.session import Session

PART = 12
"""So many lines of a list are said at once."""


class Dialogue:
    """Owns the session, what is said and heard, where the interview is and how it goes on."""

    def __init__(self, session: Session, lines: Lines) -> None:
        """Stand at the first question; nothing is said yet."""
        self.session = session
        self.speaker = Speaker()
        self.position = Position(session)
        self.listener = Listener(session, lines, self.position)
        self.navigator = LinearNavigator(session, self.position, self.speaker, self.listener)
        self.recorder = Recorder(
            session, self.position, self.speaker, self.listener, self.navigator
        )
        self._rest: list[str] = []
        self._is_typed = lines.is_typed
        self.is_left = False

    def tell_in_parts(self, lines: Iterable[str]) -> None:
        """Say a list, to a person in parts; in a pipe nobody has to listen to it."""
        self._rest = list(lines)
        self.tell_more()

    def tell_more(self) -> None:
        """Say the next part of a list."""
        if not self._rest:
            self.speaker.tell(gettext("The list is complete."))
        size = PART if self._is_typed else len(self._rest)
        told, self._rest = self._rest[:size], self._rest[size:]
        self.speaker.tell(told)
        if self._rest:
            self.speaker.tell(
                ngettext(
                    "{count} more; {more} shows the rest of the list.",
                    "{count} more; {more} shows the rest of the list.",
                    len(self._rest),
                    more=as_typed("more"),
                )
            )

    def leave(self) -> None:
        """Leave; everything is saved, and the place is kept."""
        if self.is_left:
            return
        self.is_left = True
        session, catalogue = self.session, self.session.catalogue
        session.leave()
        done = complete_count(session.assessment, catalogue, session.typed.questions)
        self.speaker.tell(
            gettext(
                "Everything is saved. You left at {question}; complete indicators: {done} of "
                "{count}; working time {time}.",
                question=place(self.position.name, catalogue),
                done=done,
                count=len(catalogue.indicators),
                time=say(shown(session.time.spent.total)),
            )
        )
