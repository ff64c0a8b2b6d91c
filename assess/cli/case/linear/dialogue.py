"""The interview line by line as its commands need it: the parts that they act on."""

from __future__ import annotations

from assess.cli.case.linear.lines import Lines
from assess.cli.case.linear.listener import Listener
from assess.cli.case.linear.navigator import LinearNavigator
from assess.cli.case.linear.position import Position
from assess.cli.case.linear.recorder import Recorder
from assess.cli.case.linear.speaker import Speaker
from assess.cli.case.linear.wording import place
from assess.core.case.assessment import complete_count
from assess.core.case.work_time import shown
from assess.languages import ngettext
from assess.languages.message import say
from assess.workflow.case.interview.session import Session


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
        self.is_left = False

    def leave(self) -> None:
        """Leave; everything is saved, and the place is kept."""
        if self.is_left:
            return
        self.is_left = True
        session, catalogue = self.session, self.session.catalogue
        session.leave()
        done = complete_count(session.assessment, catalogue)
        self.speaker.tell(
            ngettext(
                "Everything is saved. You left at {question}; {done} of {count} indicator "
                "is complete; working time {time}.",
                "Everything is saved. You left at {question}; {done} of {count} "
                "indicators are complete; working time {time}.",
                len(catalogue.indicators),
                question=place(self.position.name, catalogue),
                done=done,
                time=say(shown(session.time.spent.total)),
            )
        )
