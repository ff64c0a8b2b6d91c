"""What happens in other windows on the same case: what is written there, and who is there."""

from __future__ import annotations

from assess.cli.case.linear.position import Position
from assess.cli.case.linear.speaker import Speaker
from assess.cli.case.linear.wording import place
from assess.core.case.answer_text import in_words
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.interview.session import Session


class OtherWindows:
    """Says what others wrote since the last look, and who came and left."""

    def __init__(self, session: Session, position: Position, speaker: Speaker) -> None:
        """Begin; nobody was seen yet."""
        self._session, self._position, self._speaker = session, position, speaker
        self._seen: frozenset[tuple[str, str]] = frozenset()

    def look_around(self) -> None:
        """Say what others wrote, and who is here."""
        self._catch_up()
        others, catalogue = self._session.window.others(), self._session.catalogue
        seen = frozenset((other.who, other.machine) for other in others)
        for other in others:
            is_new = (other.who, other.machine) not in self._seen
            if is_new and other.question in catalogue.questions:
                self._speaker.tell(
                    gettext(
                        "{person} has also opened this case, on {machine}, at {question}.",
                        person=other.who,
                        machine=other.machine,
                        question=place(other.question, catalogue),
                    )
                )
        for who, machine in sorted(self._seen - seen):
            self._speaker.tell(
                gettext("{person} on {machine} has left the case.", person=who, machine=machine)
            )
        self._seen = seen

    def _catch_up(self) -> None:
        """Take what somebody else wrote, and say it where it is the answer that is asked."""
        session, position = self._session, self._position
        before = position.answer
        if not session.window.has_news():
            return
        session.renew()
        now = session.case.elsewhere.get(position.name) or position.answer
        if not now.says_the_same(before):
            said = say(in_words(position.question, now, session.catalogue))
            self._speaker.tell(
                gettext(
                    "{person} has just changed this answer. It is now: {answer}.",
                    person=now.by,
                    answer=said,
                )
                if now.by
                else gettext(
                    "Somebody has just changed this answer. It is now: {answer}.", answer=said
                )
            )
